package eifcheck

import (
	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
)

// Changes are what differs between an earlier version of an assessment and this one. Scores are
// compared, never gaps: the average of another year is another yardstick.
type Changes struct {
	// Base is the earlier version; its File says which: a file, or a revision and a path.
	Base Input `json:"base"`
	// Country, Year and Methodology are those of the earlier version.
	Country     string `json:"country"`
	Year        int    `json:"year"`
	Methodology string `json:"methodology"`
	// Areas, Recommendations and Indicators that changed, in the order of the framework; areas of
	// scoreboard 4 come after the national ones.
	Areas           []Difference `json:"areas"`
	Recommendations []Difference `json:"recommendations"`
	Indicators      []Difference `json:"indicators"`
	// EvidenceAdded and EvidenceRemoved are single items; a changed one is in both.
	EvidenceAdded   []EvidenceChange `json:"evidence_added"`
	EvidenceRemoved []EvidenceChange `json:"evidence_removed"`
	// NewFindings and UnchangedFindings count the findings of this version, waived ones left out.
	NewFindings       int `json:"new_findings"`
	UnchangedFindings int `json:"unchanged_findings"`
	// GoneFindings are those only the earlier version has, located there.
	GoneFindings []Finding `json:"gone_findings"`
}

// Difference is one area, recommendation or indicator that changed.
type Difference struct {
	// ID of the area, recommendation or indicator, and its title in the language of the result.
	ID    string `json:"id"`
	Title string `json:"title"`
	// Scoreboard of an area, null for anything else.
	Scoreboard *eif.Scoreboard `json:"scoreboard"`
	Before     Standing        `json:"before"`
	After      Standing        `json:"after"`
	Direction  Direction       `json:"direction"`
}

// Direction says what kind of change it was.
type Direction string

// The directions. Something partial counts with its low end.
const (
	// Up and Down: a score rose or fell, both by one methodology.
	Up   Direction = "up"
	Down Direction = "down"
	// Gained: a score where there was none. Lost: no data or not applicable where there was a score.
	Gained Direction = "gained"
	Lost   Direction = "lost"
	// Other: another score by another methodology, which is neither a rise nor a fall; a change between
	// states without a score; or an interval that keeps its low end.
	Other Direction = "other"
)

// EvidenceChange is an item of evidence that came or went.
type EvidenceChange struct {
	Recommendation eif.RecommendationID `json:"recommendation"`
	// Indicator it stands under, null when it stands under the recommendation.
	Indicator *eif.IndicatorID    `json:"indicator"`
	Evidence  assessment.Evidence `json:"evidence"`
}

// Since says whether a finding is new against the earlier version.
type Since string

// The answers.
const (
	SinceNew       Since = "new"
	SinceUnchanged Since = "unchanged"
)
