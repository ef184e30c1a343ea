// Package eif holds the European Interoperability Framework as data: the 47 recommendations, the
// 25 thematic areas, the scoreboards, the questionnaire, the methodologies of the Monitoring Mechanism,
// and the texts that explain them.
//
// The source is the YAML files of this folder, one a recommendation. internal/generate makes Go
// tables of them: structure in zz_structure.go, texts one file a language. Nothing is parsed at
// start, and texts are only touched when something is printed.
package eif

// AreaID names a thematic area: P1..P12, IG, IPSG, LEG, ORG, SEM, TEC, CM, IIS, BR, OD, CAT, EIS, SP.
type AreaID string

// RecommendationID names a recommendation: R01..R47.
type RecommendationID string

// IndicatorID names a question of eifcheck's questionnaire: R14-1.
type IndicatorID string

// Items are some items of a checklist by their keys; a message shows their words.
type Items struct {
	Indicator IndicatorID `json:"indicator"`
	Keys      []string    `json:"keys"`
}

// Scoreboard is a scoreboard of the Monitoring Mechanism: 1 principles, 2 interoperability
// layers, 3 conceptual model, 4 cross-border interoperability (from data year 2022).
type Scoreboard int

// The scoreboards.
const (
	Principles Scoreboard = 1 + iota
	Layers
	Model
	CrossBorder
)

// Area is a thematic area.
type Area struct {
	ID         AreaID
	Scoreboard Scoreboard
	// IRI is the Commission's concept, http://data.europa.eu/UP3.
	IRI string
	// Recommendations of the area, in order; never empty.
	Recommendations []RecommendationID
	// CrossBorder tells that scoreboard 4 repeats the area.
	CrossBorder bool
}

// Recommendation is one of the 47, without its texts.
type Recommendation struct {
	ID RecommendationID
	// Number is 1 to 47.
	Number int
	// IRI is the Commission's concept, http://data.europa.eu/Rec5.
	IRI  string
	Area AreaID
	// AppliesTo lists the scopes the questions are written for. Every recommendation applies to a country.
	AppliesTo Scopes
	// Indicators are the questions, in order; empty while none are written.
	Indicators []Indicator
	// NotHere lists neighbours that ask something easily confused with this.
	NotHere []RecommendationID
	// Steps lead from one level to the next, in order; empty while none are written.
	Steps []Step
	// References are the acts that speak to the recommendation.
	References []Reference
}

// AnswerKind is how an indicator is answered.
type AnswerKind uint8

// The kinds of answer.
const (
	// LevelAnswer picks the level whose sentence, with those below it, holds.
	LevelAnswer AnswerKind = iota + 1
	// ShareAnswer counts: a percentage of a population, in hundredths of a percent.
	ShareAnswer
	// ChecklistAnswer ticks items.
	ChecklistAnswer
)

// Indicator is one question of the questionnaire, without its texts. Levels derived from it are
// indicative: the Commission's own list of indicators is not public.
type Indicator struct {
	ID        IndicatorID
	Kind      AnswerKind
	AppliesTo Scopes
	// Population names the denominator, "" where nothing is counted against one.
	Population string
	// Thresholds are the least percent (share) or number of items (checklist) for levels 2, 3 and 4.
	Thresholds [3]int
	// Items are the keys of a checklist, in order.
	Items []string
	// CrossBorder tells that the answer counts for scoreboard 4 too.
	CrossBorder bool
	// WhenNone settles the level when another checklist ticks so few items that this one has nothing to look at.
	WhenNone *WhenNone
}

// WhenNone says: when Indicator ticks no more than AtMost items, the level is Level.
type WhenNone struct {
	Indicator IndicatorID
	AtMost    int
	Level     Score
}

// Step leads from one level to the next.
type Step struct {
	From Score
	// Months is how long it usually takes.
	Months int
	// Solutions that help, ids of the solutions table.
	Solutions []string
}

// Reference points to an act.
type Reference struct {
	Act string
	// At is the place in the act, "Article 4", or "".
	At string
	// InsertedBy is the act that put the place there, or "".
	InsertedBy string
}

// Act is a legal act.
type Act struct {
	ID, Title, ELI string
	// AppliesFrom is an ISO day, "" when it is not confirmed. An assessment never cites an act as law
	// in force before it.
	AppliesFrom string
}

// Solution is an EU solution that helps to reach a level.
type Solution struct {
	ID, Title, URL string
	// Act is the act that the page is about, "" for none: before it applies, the page is not shown.
	Act string
}

// On tells whether a solution may be shown to an assessment of a day, ISO.
func (s *Solution) On(day string) bool {
	act := ActByID(s.Act)
	return s.Act == "" || act != nil && act.AppliesFrom != "" && act.AppliesFrom <= day
}

// Score is a level of the Monitoring Mechanism's scale: 1 lower, 2 lower-middle, 3 upper-middle, 4 higher.
// The zero value means that there is no score; it is a state and never counted as a number.
type Score uint8

// The ends of the scale.
const (
	LowestScore  Score = 1
	HighestScore Score = 4
)

// Known tells whether there is a score.
func (s Score) Known() bool { return s >= LowestScore && s <= HighestScore }

// Hundredths is a number with two decimals kept as a whole: 347 is 3.47. Averages and gaps are
// computed in it, so that no rounding of floats decides on which side of a line a country stands.
type Hundredths int

// Hundredths converts a level to the unit averages are kept in.
func (s Score) Hundredths() Hundredths { return Hundredths(s) * 100 }

// Scope is what an assessment is about.
type Scope uint8

// The scopes, from large to small.
const (
	Country Scope = 1 << iota
	Region
	Organisation
	Service
)

// Scopes is a set of scopes.
type Scopes uint8

// Has tells whether the set holds a scope.
func (s Scopes) Has(scope Scope) bool { return s&Scopes(scope) != 0 }

// Methodology is an edition of the Monitoring Mechanism.
type Methodology struct {
	// ID is mm-71 or mm-91, after the number of indicators the Commission used.
	ID string
	// From and To are the data years published with it; a later year uses the newest one.
	From, To int
	// CrossBorder tells that scoreboard 4 exists.
	CrossBorder bool
	// AverageDecimals is the number of decimals its EU averages were published with: 0 or 2.
	AverageDecimals int
}
