package eifcheck

import (
	"encoding/json"

	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/scoring"
)

// changesBetween tells what differs between two assessed files, and marks the findings of the later
// one as new or not.
func changesBetween(before, after *Assessment, w Wording) *Changes {
	c := comparison{
		before: before, after: after, wording: w, oneScale: before.Methodology.ID == after.Methodology.ID,
		changes: &Changes{
			Base: before.Input, Country: *before.Country, Year: *before.Year, Methodology: before.Methodology.ID,
			Areas: []Difference{}, Recommendations: []Difference{}, Indicators: []Difference{},
			EvidenceAdded: []EvidenceChange{}, EvidenceRemoved: []EvidenceChange{}, GoneFindings: []Finding{},
		},
	}
	c.areas()
	c.recommendations()
	c.findings()
	return c.changes
}

// comparison is two assessed files and what was found to differ so far.
type comparison struct {
	before, after *Assessment
	wording       Wording
	// oneScale tells that one methodology made both, so that a rise is a rise.
	oneScale bool
	changes  *Changes
}

// areas compares the scoreboards that both have: another methodology may have one more.
func (c *comparison) areas() {
	for i := range min(len(c.before.Scoreboards), len(c.after.Scoreboards)) {
		before, after := &c.before.Scoreboards[i], &c.after.Scoreboards[i]
		for j := range after.Areas {
			was, is := &before.Areas[j], &after.Areas[j]
			d := Difference{
				ID: string(is.ID), Title: is.Title, Scoreboard: &after.ID,
				Before: Standing{Status: was.Status, Score: was.Score, Interval: was.Interval},
				After:  Standing{Status: is.Status, Score: is.Score, Interval: is.Interval},
			}
			c.changes.Areas = c.note(c.changes.Areas, d)
		}
	}
}

// recommendations compares all 47, with their questions and their evidence.
func (c *comparison) recommendations() {
	for i := range c.after.Recommendations {
		was, is := &c.before.Recommendations[i], &c.after.Recommendations[i]
		c.changes.Recommendations = c.note(c.changes.Recommendations, Difference{
			ID: string(is.ID), Title: is.Title,
			Before: Standing{Status: was.Status, Score: was.Score, Interval: was.Interval},
			After:  Standing{Status: is.Status, Score: is.Score, Interval: is.Interval},
		})
		c.evidence(is.ID, nil, was.Evidence, is.Evidence)
		c.indicators(is.ID, was.Indicators, is.Indicators)
	}
}

// indicators compares the questions that apply to either version. A question that does not apply to
// one of them, because of its scope, is not applicable there.
func (c *comparison) indicators(id eif.RecommendationID, before, after []Indicator) {
	questions := eif.RecommendationByID(id).Indicators
	for i := range questions {
		question := questions[i].ID
		was, is := indicatorOf(before, question), indicatorOf(after, question)
		if was == nil && is == nil {
			continue
		}
		d := Difference{
			ID: string(question), Title: c.wording.Texts.Indicator(question).Question,
			Before: was.standing(), After: is.standing(),
		}
		if was != nil && is != nil || d.Before.low().Known() || d.After.low().Known() {
			c.changes.Indicators = c.note(c.changes.Indicators, d)
		}
		c.evidence(id, &question, was.proof(), is.proof())
	}
}

func indicatorOf(list []Indicator, id eif.IndicatorID) *Indicator {
	for i := range list {
		if list[i].ID == id {
			return &list[i]
		}
	}
	return nil
}

// standing is how a question stands; one that does not apply is nil.
func (i *Indicator) standing() Standing {
	switch {
	case i == nil:
		return Standing{Status: scoring.NotApplicable}
	case i.Level == nil:
		return Standing{Status: i.Status}
	}
	return Standing{Status: i.Status, Score: i.Level, Interval: &[2]eif.Score{*i.Level, *i.Level}}
}

func (i *Indicator) proof() []assessment.Evidence {
	if i == nil {
		return nil
	}
	return i.Evidence
}

// note appends a difference unless it is none.
func (c *comparison) note(list []Difference, d Difference) []Difference {
	if !d.Before.differs(d.After) {
		return list
	}
	d.Direction = c.direction(d.Before.low(), d.After.low())
	return append(list, d)
}

func (c *comparison) direction(was, is eif.Score) Direction {
	switch {
	case !was.Known() && is.Known():
		return Gained
	case was.Known() && !is.Known():
		return Lost
	case was == is || !c.oneScale:
		return Other
	case was < is:
		return Up
	}
	return Down
}

// differs tells whether a reader would see a change. What can still become of something without any
// score is not shown, and no change.
func (s Standing) differs(other Standing) bool {
	if s.Status != other.Status {
		return true
	}
	return s.low() != other.low() || s.Status == scoring.Partial && *s.Interval != *other.Interval
}

// low is the score a gate reads: see [scoring.Value.Low].
func (s Standing) low() eif.Score {
	switch {
	case s.Score != nil:
		return *s.Score
	case s.Status == scoring.Partial && s.Interval != nil:
		return s.Interval[0]
	}
	return 0
}

// national is the area of scoreboards 1 to 3 that differs, "" for anything else.
func (d *Difference) national() eif.AreaID {
	if d.Scoreboard == nil || *d.Scoreboard == eif.CrossBorder {
		return ""
	}
	return eif.AreaID(d.ID)
}

// evidence notes the items that only one version has, whatever their order.
func (c *comparison) evidence(id eif.RecommendationID, question *eif.IndicatorID, before, after []assessment.Evidence) {
	for _, e := range without(after, before) {
		c.changes.EvidenceAdded = append(c.changes.EvidenceAdded,
			EvidenceChange{Recommendation: id, Indicator: question, Evidence: e})
	}
	for _, e := range without(before, after) {
		c.changes.EvidenceRemoved = append(c.changes.EvidenceRemoved,
			EvidenceChange{Recommendation: id, Indicator: question, Evidence: e})
	}
}

// without is list without the items of other, each as often as it stands there.
func without(list, other []assessment.Evidence) []assessment.Evidence {
	taken := make(map[string]int, len(other))
	for i := range other {
		taken[content(&other[i])]++
	}
	var rest []assessment.Evidence
	for i := range list {
		key := content(&list[i])
		if taken[key] == 0 {
			rest = append(rest, list[i])
		}
		taken[key] = max(0, taken[key]-1)
	}
	return rest
}

// content is what an item of evidence says, as one text.
func content(e *assessment.Evidence) string {
	text, _ := json.Marshal(e) // plain strings: nothing in it can fail
	return string(text)
}

// findings matches the findings of both versions by fingerprint, each as often as it stands.
func (c *comparison) findings() {
	known := make(map[string]int, len(c.before.Findings))
	for i := range c.before.Findings {
		known[c.before.Findings[i].Fingerprint]++
	}
	still := map[string]int{}
	for i := range c.after.Findings {
		f := &c.after.Findings[i]
		since := SinceNew
		if known[f.Fingerprint] > still[f.Fingerprint] {
			since = SinceUnchanged
			still[f.Fingerprint]++
		}
		f.Since = &since
		switch {
		case f.Waived != nil:
		case since == SinceNew:
			c.changes.NewFindings++
		default:
			c.changes.UnchangedFindings++
		}
	}
	for i := range c.before.Findings {
		f := c.before.Findings[i]
		if still[f.Fingerprint] > 0 {
			still[f.Fingerprint]--
		} else if f.Waived == nil {
			c.changes.GoneFindings = append(c.changes.GoneFindings, f)
		}
	}
}
