// Package assessment is the typed model of an assessment file, format 1.
//
// [Decode] makes it from the tree of a document in which package schemas found nothing wrong. The model says what the
// file says and nothing more: it computes no score, knows no average and keeps "no data", "not
// applicable" and "not answered" apart. Every answer keeps the JSON Pointer of its place, so that a
// finding can lead a reader there.
package assessment

import "github.com/eifcheck/eifcheck/eif"

// Day is an ISO day, "2020-12-31"; "" when none is given. Days compare as strings.
type Day string

// Stage is how far an assessment has come.
type Stage string

// The stages, the words of the file.
const (
	Draft     Stage = "draft"
	Submitted Stage = "submitted"
	Published Stage = "published"
)

// State says what kind of answer something has.
type State uint8

// The states. The zero value means that the file is silent.
const (
	// Unanswered: the file says nothing.
	Unanswered State = iota
	// Scored: there is a score.
	Scored
	// NoData: looked for, and not known; always with a reason unless published.
	NoData
	// NotApplicable: does not concern this subject; with a reason.
	NotApplicable
)

// Assessment is one file.
type Assessment struct {
	// Country is the canonical code: EL and UK, not GR and GB.
	Country string
	// Year the data describe.
	Year int
	// ReferenceDate is the day on which things must hold; the year's last day unless the file says otherwise.
	ReferenceDate Day
	Scope         eif.Scope
	// Subject names the region, organisation or service, when the scope is not a country.
	Subject       Named
	Framework     string
	Questionnaire string
	Title         Text
	// Language of the free texts, a BCP 47 tag; LanguageStated tells that the file names it.
	Language       string
	LanguageStated bool
	Organisation   Organisation
	Stage          Stage
	Populations    []Population
	Sources        []Source
	Published      PublishedResults
	// Areas stated by the respondent, by area.
	Areas map[eif.AreaID]Answer
	// Recommendations the file speaks of, by recommendation.
	Recommendations map[eif.RecommendationID]*Recommendation
	Claims          []Claim
	Context         []Figure
}

// Named is something with a name and an identifier.
type Named struct {
	Name Word `json:"name"`
	ID   Word `json:"id"`
}

// Organisation answers for the file.
type Organisation struct {
	Name Text `json:"name"`
	URL  Word `json:"url"`
}

// Population is a denominator of the file.
type Population struct {
	ID    string
	Count int
	Note  Word
}

// Source is a document that evidence and claims refer to.
type Source struct {
	ID      string `json:"id"`
	Title   Text   `json:"title"`
	Kind    Word   `json:"kind"`
	URL     Word   `json:"url"`
	Date    Day    `json:"date"`
	Pointer string `json:"-"`
}

// Answer is a score, a state without score, or nothing.
type Answer struct {
	State State
	// Score is known exactly when State is Scored.
	Score   eif.Score
	Comment Text
	// Reason of NoData and NotApplicable.
	Reason  Text
	Pointer string
}

// PublishedResults are what the Monitoring Mechanism published, as the file copies it. They are
// never the respondent's answer.
type PublishedResults struct {
	Source          Word
	Areas           map[eif.AreaID]Answer
	CrossBorder     map[eif.AreaID]Answer
	Recommendations map[eif.RecommendationID]Answer
}

// Recommendation is what the file says of one recommendation.
type Recommendation struct {
	ID eif.RecommendationID
	// Answer is the stated score or state; Unanswered leaves it to the indicators.
	Answer     Answer
	Respondent Respondent
	Reviewed   Review
	// Indicators answered, by question.
	Indicators map[eif.IndicatorID]Indicator
	Evidence   []Evidence
	Plan       *Plan
	Pointer    string
}

// Respondent is who answered.
type Respondent struct {
	Name         Word `json:"name"`
	Organisation Word `json:"organisation"`
}

// Review is who looked at an answer, and when.
type Review struct {
	By   Word `json:"by"`
	Date Day  `json:"date"`
}

// AnswerForm is the form an indicator was answered in.
type AnswerForm uint8

// The forms. The zero value goes with the states NoData and NotApplicable.
const (
	NoForm AnswerForm = iota
	LevelForm
	ShareForm
	ItemsForm
)

// Indicator is the answer to one question.
type Indicator struct {
	ID    eif.IndicatorID
	State State
	Form  AnswerForm
	// Level of a LevelForm.
	Level eif.Score
	// Share of a ShareForm, in hundredths of a percent: 6250 is 62.5 %.
	Share eif.Hundredths
	// Done and Of are the two counts behind a share; Of is 0 when they are not given.
	Done, Of int
	// Items ticked, in the order of the file.
	Items      []string
	Comment    Text
	Reason     Text
	Respondent Respondent
	Evidence   []Evidence
	Pointer    string
}

// Evidence proves, or limits, an answer.
type Evidence struct {
	// Source is the id of an entry of Sources, "" when the item names its document itself.
	Source  Word `json:"source"`
	Locator Word `json:"locator"`
	Title   Text `json:"title"`
	Kind    Word `json:"kind"`
	URL     Word `json:"url"`
	Date    Day  `json:"date"`
	// Access is public or restricted.
	Access Word `json:"access"`
	// Stance is supports or limits.
	Stance Word `json:"stance"`
	Note   Text `json:"note"`
	// Confirmed is false for candidate evidence, which proves nothing yet.
	Confirmed bool   `json:"confirmed"`
	Pointer   string `json:"-"`
}

// Proves tells whether the evidence is confirmed and does more than limit what is said.
func (e *Evidence) Proves() bool { return e.Confirmed && e.Stance != "limits" }

// Plan says how a score is to rise.
type Plan struct {
	Target  eif.Score `json:"target"`
	By      Day       `json:"by"`
	Owner   Word      `json:"owner"`
	Actions []Text    `json:"actions"`
	Pointer string    `json:"-"`
}

// Claim is what a text says of the result; rules compare it with the numbers. Ids are as written.
type Claim struct {
	Text   Text
	Source Word
	// OfAverage: the claim speaks of the EU average itself, and not of the subject of the file.
	OfAverage       bool
	Areas           []string
	Recommendations []string
	Scoreboard      int
	Relation        string
	Scores          []eif.Score
	NotBelow        eif.Score
	NotAbove        eif.Score
	Status          string
	Improvable      *bool
	Pointer         string
}

// Figure is a number beside the EIF, never mixed into scores.
type Figure struct {
	Dataset   Word `json:"dataset"`
	Indicator Word `json:"indicator"`
	Geo       Word `json:"geo"`
	// Value is a plain decimal as the file writes it.
	Value Decimal `json:"value"`
	Unit  Word    `json:"unit"`
	// Year the figure describes, nil when the file does not say.
	Year      *int `json:"year"`
	Source    Word `json:"source"`
	Retrieved Day  `json:"retrieved"`
}
