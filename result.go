// Package eifcheck assesses self-assessments against the European Interoperability Framework.
//
// [Assess] takes files through the house once: bytes, positioned tree, typed model, scorecard,
// findings, result. A [Result] is the one model that every output shows: reports print it and
// never count, sort, filter or decide.
//
// Scores follow the scale of the EIF Monitoring Mechanism, 1 to 4. How the Commission makes an
// area's score from its recommendations is not published; the arithmetic here is reconstructed from
// published results and says so in every result.
package eifcheck

import (
	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/rules"
	"github.com/eifcheck/eifcheck/scoring"
)

// Format is the version of the result's form.
const Format = 1

// Result is everything eifcheck says of one or many files.
type Result struct {
	Header
	Assessments []*Assessment `json:"assessments"`
	Closing
}

// Header opens a result.
type Header struct {
	Result int  `json:"result"`
	Tool   Tool `json:"tool"`
	// AsOf is the day the result speaks of, ISO.
	AsOf string `json:"as_of"`
	// Settings are what was asked of the rules, so that a reader sees what was not looked at.
	Settings Settings `json:"settings"`
}

// Settings say how a run departs from looking at everything with the severities of the rules.
type Settings struct {
	// Config is the configuration file that was used, from the root of the repository; null without one.
	Config *string `json:"config"`
	// RulesOff are the rules that did not run, in the order of the registry.
	RulesOff []string `json:"rules_off"`
	// Severities replace those of rules, by rule.
	Severities map[string]rules.Severity `json:"severities"`
	// Origins say where each of these settings was written, by flag: {"disable": ".eifcheck.yaml:4"}.
	Origins map[string]string `json:"origins"`
	// IgnoresOff tells that nothing was waived: inline ignores, waivers and baseline did not count.
	IgnoresOff bool `json:"ignores_off"`
}

// Tool names the program that made a result.
type Tool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

// Closing ends a result.
type Closing struct {
	// Findings are about the run itself: entries of the waiver file and of the baseline, files that they name from the
	// root of the repository, because no input does.
	Findings []Finding `json:"findings"`
	Totals   Totals    `json:"totals"`
	Gate     Gate      `json:"gate"`
}

// Totals count over all files. Findings are those not waived.
type Totals struct {
	Files       int `json:"files"`
	Assessed    int `json:"assessed"`
	NotAssessed int `json:"not_assessed"`
	Passed      int `json:"passed"`
	Failed      int `json:"failed"`
	Errors      int `json:"errors"`
	Warnings    int `json:"warnings"`
	Infos       int `json:"infos"`
	Waived      int `json:"waived"`
	// Skipped counts files of directories that are no assessments.
	Skipped int `json:"skipped"`
}

// Gate is the verdict: what was asked of the files, and what did not hold.
type Gate struct {
	Passed  bool     `json:"passed"`
	Reasons []Reason `json:"reasons"`
}

// Reason is one thing a gate asked for that did not hold.
type Reason struct {
	Code    string        `json:"code"`
	Args    messages.Args `json:"args"`
	Message string        `json:"message"`
}

// Assessment is the result for one file.
type Assessment struct {
	Input Input `json:"input"`
	// Assessed is false for a file that could not be: it has findings, and everything from Summary
	// to Recommendations is null.
	Assessed bool      `json:"assessed"`
	Document *Document `json:"document"`
	// Country is the canonical code, Year the year the data describe.
	Country     *string      `json:"country"`
	Year        *int         `json:"year"`
	Methodology *Methodology `json:"methodology"`
	Summary     *Summary     `json:"summary"`
	Scoreboards []Scoreboard `json:"scoreboards"`
	// Recommendations in order, 47.
	Recommendations []Recommendation `json:"recommendations"`
	// Gaps are the areas under 4, what to do first first.
	Gaps    []Gap        `json:"gaps"`
	History []PastResult `json:"history"`
	Peers   []PastResult `json:"peers"`
	// Respondents say who answered what, null for a file that was not assessed.
	Respondents []Respondent `json:"respondents"`
	// WhatIf says what other answers would move, null where none were tried.
	WhatIf *WhatIf `json:"what_if"`
	// Changes say what differs from an earlier version, null without one to compare with.
	Changes  *Changes  `json:"changes"`
	Findings []Finding `json:"findings"`
	Gate     Gate      `json:"gate"`
}

// Input identifies the bytes that were assessed.
type Input struct {
	// File is the name as it was given.
	File string `json:"file"`
	// Path names the same file from the root of the repository, with slashes, however the command
	// was called; it is File where the file lies outside.
	Path   string `json:"path"`
	SHA256 string `json:"sha256"`
}

// Document repeats what the file says of itself. The contact is never repeated.
type Document struct {
	Title         assessment.Text          `json:"title"`
	Organisation  *assessment.Organisation `json:"organisation"`
	Scope         string                   `json:"scope"`
	Subject       *assessment.Named        `json:"subject"`
	Status        assessment.Stage         `json:"status"`
	Language      string                   `json:"language"`
	ReferenceDate assessment.Day           `json:"reference_date"`
	Framework     string                   `json:"framework"`
	Questionnaire string                   `json:"questionnaire"`
	Sources       []assessment.Source      `json:"sources"`
	Context       []assessment.Figure      `json:"context"`
}

// Methodology says how the scores were made and what they are compared with.
type Methodology struct {
	ID string `json:"id"`
	// Aggregation is always "inferred": reconstructed from published results.
	Aggregation string `json:"aggregation"`
	// AverageYear is the year of the EU average, null without one.
	AverageYear *int `json:"average_year"`
}

// Summary counts the areas of scoreboards 1 to 3, and the findings that are not waived. There is no
// official overall score, and none here.
type Summary struct {
	Areas         int `json:"areas"`
	Scored        int `json:"scored"`
	NoData        int `json:"no_data"`
	NotApplicable int `json:"not_applicable"`
	Partial       int `json:"partial"`
	// Above, At and Below are null without an average.
	Above    *int     `json:"above"`
	At       *int     `json:"at"`
	Below    *int     `json:"below"`
	Errors   int      `json:"errors"`
	Warnings int      `json:"warnings"`
	Infos    int      `json:"infos"`
	Waived   int      `json:"waived"`
	Coverage Coverage `json:"coverage"`
	// CrossBorder counts the areas of scoreboard 4, null where the methodology has none.
	CrossBorder *AreaCounts `json:"cross_border"`
}

// AreaCounts count the areas of scoreboard 4.
type AreaCounts struct {
	Areas         int  `json:"areas"`
	Scored        int  `json:"scored"`
	NoData        int  `json:"no_data"`
	NotApplicable int  `json:"not_applicable"`
	Partial       int  `json:"partial"`
	Above         *int `json:"above"`
	At            *int `json:"at"`
	Below         *int `json:"below"`
}

// Coverage are shares from 0 to 1, to hundredths, half up.
type Coverage struct {
	// Areas scored, of those that apply.
	Areas eif.Hundredths `json:"areas"`
	// Recommendations scored from any basis, of those that apply.
	Recommendations eif.Hundredths `json:"recommendations"`
	// Indicators answered, of those that apply.
	Indicators eif.Hundredths `json:"indicators"`
	// Evidence: recommendations with confirmed evidence, of those that apply.
	Evidence eif.Hundredths `json:"evidence"`
}

// Scoreboard is one of the four, with its areas in order.
type Scoreboard struct {
	ID    eif.Scoreboard `json:"id"`
	Areas []Area         `json:"areas"`
}

// Area is the result for a thematic area.
type Area struct {
	ID       eif.AreaID      `json:"id"`
	Title    string          `json:"title"`
	Status   scoring.Status  `json:"status"`
	Score    *eif.Score      `json:"score"`
	Basis    scoring.Basis   `json:"basis"`
	Interval *[2]eif.Score   `json:"interval"`
	Average  *eif.Hundredths `json:"average"`
	// Members is the number of Member States with data that the average is made of, of 27; null without one.
	Members         *int                   `json:"average_members"`
	Gap             *eif.Hundredths        `json:"gap"`
	Relation        *scoring.Relation      `json:"relation"`
	Recommendations []eif.RecommendationID `json:"recommendations"`
	Levers          []scoring.Lever        `json:"levers"`
	Comment         assessment.Text        `json:"comment"`
	Reason          assessment.Text        `json:"reason"`
}

// Recommendation is the result for one of the 47.
type Recommendation struct {
	ID         eif.RecommendationID   `json:"id"`
	IRI        string                 `json:"iri"`
	Area       eif.AreaID             `json:"area"`
	Title      string                 `json:"title"`
	Status     scoring.Status         `json:"status"`
	Score      *eif.Score             `json:"score"`
	Basis      scoring.Basis          `json:"basis"`
	Interval   *[2]eif.Score          `json:"interval"`
	Outcome    scoring.Outcome        `json:"outcome"`
	Comment    assessment.Text        `json:"comment"`
	Reason     assessment.Text        `json:"reason"`
	Respondent *assessment.Respondent `json:"respondent"`
	Reviewed   *assessment.Review     `json:"reviewed"`
	Indicators []Indicator            `json:"indicators"`
	Evidence   []assessment.Evidence  `json:"evidence"`
	Plan       *assessment.Plan       `json:"plan"`
	NextStep   *NextStep              `json:"next_step"`
}

// Indicator is the result for one question that applies.
type Indicator struct {
	ID     eif.IndicatorID `json:"id"`
	Status scoring.Status  `json:"status"`
	Level  *eif.Score      `json:"level"`
	// Answered tells that the file answers it, even if only with a status.
	Answered bool `json:"answered"`
	// Reading says how the answer became the level, null without a level.
	Reading  *string               `json:"reading"`
	Comment  assessment.Text       `json:"comment"`
	Reason   assessment.Text       `json:"reason"`
	Evidence []assessment.Evidence `json:"evidence"`
}

// NextStep leads a recommendation to its next level.
type NextStep struct {
	From      eif.Score `json:"from"`
	To        eif.Score `json:"to"`
	Do        string    `json:"do"`
	Who       string    `json:"who"`
	Months    int       `json:"months"`
	Solutions []Link    `json:"solutions"`
}

// Link leads to a page.
type Link struct {
	Title string `json:"title"`
	URL   string `json:"url"`
}

// Gap is an area under 4, with where to start.
type Gap struct {
	Area       eif.AreaID        `json:"area"`
	Scoreboard eif.Scoreboard    `json:"scoreboard"`
	Score      eif.Score         `json:"score"`
	Average    *eif.Hundredths   `json:"average"`
	Gap        *eif.Hundredths   `json:"gap"`
	Relation   *scoring.Relation `json:"relation"`
	// Rises is the fewest one-level rises of recommendations that lift the area one level; null
	// when it cannot be known because recommendations have no score.
	Rises *int `json:"rises"`
	// Start are the recommendations to look at first.
	Start []eif.RecommendationID `json:"start"`
}

// PastResult is what was published of a country and year, beside the assessment.
type PastResult struct {
	Country string `json:"country"`
	Year    int    `json:"year"`
	// Methodology is the edition the scores belong to: those of two editions are not compared.
	Methodology string `json:"methodology"`
	// Source is "published" for what the Monitoring Mechanism published, else the name of a file; ""
	// where nothing is known.
	Source string `json:"source"`
	// Areas of scoreboards 1 to 3, null for no data.
	Areas map[eif.AreaID]*eif.Score `json:"areas"`
}

// Finding is a finding, worded.
type Finding struct {
	Rule     string         `json:"rule"`
	Severity rules.Severity `json:"severity"`
	Code     string         `json:"code"`
	Args     messages.Args  `json:"args"`
	Message  string         `json:"message"`
	Help     string         `json:"help"`
	Pointer  string         `json:"pointer"`
	// Excerpt is the source line, of a very long one the part around the finding; ExcerptStart is
	// the column of its first character.
	Excerpt      string   `json:"excerpt"`
	ExcerptStart int      `json:"excerpt_start"`
	Location     Location `json:"location"`
	Fingerprint  string   `json:"fingerprint"`
	Waived       *Waiver  `json:"waived"`
	// Since says whether the earlier version has the finding too: new or unchanged; null without one.
	Since *Since `json:"since"`
}

// Location is where a finding stands: 1-based lines and columns in code points, end exclusive.
type Location struct {
	File      string `json:"file"`
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	EndLine   int    `json:"end_line"`
	EndColumn int    `json:"end_column"`
}

// Waiver is an accepted finding.
type Waiver struct {
	// By is what accepts it: inline, file or baseline.
	By string `json:"by"`
	// Reason, Owner and Until, the last ISO day, are null for a baseline.
	Reason assessment.Word `json:"reason"`
	Owner  assessment.Word `json:"owner"`
	Until  assessment.Day  `json:"until"`
}
