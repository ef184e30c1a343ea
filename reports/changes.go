package reports

import (
	"strings"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
)

// since says what changed against the earlier version: the areas each, the rest in a line; with -v everything.
func (r *textReport) since(a *eifcheck.Assessment) {
	c := a.Changes
	if c == nil {
		return
	}
	r.blank()
	r.rule("─", r.say("text/since", messages.Args{"base": c.Base.File}))
	r.blank()
	r.yardstick(a)
	if unchanged(c) {
		r.text(0, plain, r.say("text/since.nothing", nil))
		return
	}
	if r.verbose {
		r.allChanges(a)
		return
	}
	r.differences(c.Areas, r.areaChange)
	r.changeList("text/since.recommendations", c.Recommendations)
	r.changeList("text/since.indicators", c.Indicators)
	r.text(0, plain, r.evidenceAndFindings(c))
}

// unchanged tells that a reader of both versions would see the same.
func unchanged(c *eifcheck.Changes) bool {
	return !rescored(c) && len(c.EvidenceAdded)+len(c.EvidenceRemoved)+len(c.GoneFindings) == 0 && c.NewFindings == 0
}

func rescored(c *eifcheck.Changes) bool {
	return len(c.Areas)+len(c.Recommendations)+len(c.Indicators) > 0
}

// yardstick warns where the versions are of different years, or measured differently.
func (r *textReport) yardstick(a *eifcheck.Assessment) {
	if text := yardstick(a, r.wording); text != "" {
		r.text(0, plain, text)
		r.blank()
	}
}

func yardstick(a *eifcheck.Assessment, w eifcheck.Wording) string {
	c := a.Changes
	code := "text/since.methodology"
	switch {
	case c.Methodology != a.Methodology.ID:
	case c.Year != *a.Year:
		code = "text/since.year"
	default:
		return ""
	}
	return w.Say(code, messages.Args{
		"base": c.Base.File, "before": year(c.Year), "after": year(*a.Year),
		"methodology_before": c.Methodology, "methodology_after": a.Methodology.ID,
	})
}

// differences prints a list, each with what kind of change it is.
func (r *textReport) differences(list []eifcheck.Difference, word func(*eifcheck.Difference) string) {
	width := 0
	for i := range list {
		width = max(width, widthOf(directionWord(&list[i], r.wording))+columnGap)
	}
	for i := range list {
		lead := cell{text: directionWord(&list[i], r.wording), width: width, tone: directionTone(list[i].Direction)}
		r.hang(0, lead, plain, word(&list[i]))
	}
}

// directionWord says what kind of change it is. Between two scores it can be neither rise nor fall.
func directionWord(d *eifcheck.Difference, w eifcheck.Wording) string {
	code := "text/since." + string(d.Direction)
	if d.Direction == eifcheck.Other && (d.Before.Score == nil || d.After.Score == nil) {
		code = "text/since.state"
	}
	return w.Say(code, nil)
}

func directionTone(d eifcheck.Direction) tone {
	switch d {
	case eifcheck.Up:
		return good
	case eifcheck.Down, eifcheck.Lost:
		return bad
	default:
		return note
	}
}

func (r *textReport) areaChange(d *eifcheck.Difference) string {
	code := "text/what-if.area"
	if d.Scoreboard != nil && *d.Scoreboard == eif.CrossBorder {
		code = "text/what-if.area.cross-border"
	}
	return r.say(code, messages.Args{
		"area": eif.AreaID(d.ID), "before": r.standsAt(d.Before), "after": r.standsAt(d.After),
	})
}

// namedChange words a recommendation or a question with its title.
func (r *textReport) namedChange(d *eifcheck.Difference) string {
	return r.say("text/since.named", messages.Args{
		"id": d.ID, "title": oneLine(d.Title), "before": r.standsAt(d.Before), "after": r.standsAt(d.After),
	})
}

// changeList prints recommendations or questions in one paragraph.
func (r *textReport) changeList(code string, list []eifcheck.Difference) {
	if len(list) == 0 {
		return
	}
	words := make([]string, len(list))
	for i := range list {
		words[i] = r.say("text/what-if.recommendation", messages.Args{
			"recommendation": list[i].ID, "before": r.standsAt(list[i].Before), "after": r.standsAt(list[i].After),
		})
	}
	r.text(0, plain, r.say(code, messages.Args{"list": strings.Join(words, ", ")}))
}

// evidenceAndFindings counts what came and went.
func (r *textReport) evidenceAndFindings(c *eifcheck.Changes) string {
	var parts []string
	if len(c.EvidenceAdded)+len(c.EvidenceRemoved) > 0 {
		parts = append(parts, r.sayCount("text/since.evidence-added", len(c.EvidenceAdded))+", "+
			r.sayCount("text/since.evidence-removed", len(c.EvidenceRemoved)))
	}
	parts = append(parts, r.findingCounts(c))
	return strings.Join(parts, "; ")
}

func (r *textReport) findingCounts(c *eifcheck.Changes) string {
	return r.sayCount("text/since.findings-new", c.NewFindings) + ", " +
		r.sayCount("text/since.findings-unchanged", c.UnchangedFindings) + ", " +
		r.sayCount("text/since.findings-gone", len(c.GoneFindings))
}

// allChanges prints every change under a heading a kind.
func (r *textReport) allChanges(a *eifcheck.Assessment) {
	c := a.Changes
	kinds := []struct {
		code  string
		list  []eifcheck.Difference
		print func(*eifcheck.Difference) string
	}{
		{"text/diff.areas", c.Areas, r.areaChange},
		{"text/diff.recommendations", c.Recommendations, r.namedChange},
		{"text/diff.indicators", c.Indicators, r.namedChange},
	}
	for _, kind := range kinds {
		if len(kind.list) > 0 {
			r.text(0, strong, r.say(kind.code, nil))
			r.differences(kind.list, kind.print)
			r.blank()
		}
	}
	if len(c.EvidenceAdded)+len(c.EvidenceRemoved) > 0 {
		r.text(0, strong, r.say("text/diff.evidence", nil))
		width := columnGap + max(widthOf(r.say("text/since.added", nil)), widthOf(r.say("text/since.removed", nil)))
		r.evidenceChanges("text/since.added", width, c.EvidenceAdded, a.Document.Language)
		r.evidenceChanges("text/since.removed", width, c.EvidenceRemoved, a.Document.Language)
		r.blank()
	}
	r.text(0, strong, r.say("text/diff.findings", nil))
	r.text(0, plain, r.findingCounts(c))
	r.findingChanges(a)
}

func (r *textReport) evidenceChanges(code string, width int, list []eifcheck.EvidenceChange, language string) {
	for i := range list {
		lead := cell{text: r.say(code, nil), width: width, tone: note}
		r.hang(0, lead, plain, r.say("text/since.evidence", messages.Args{
			"id": evidenceOwner(&list[i]), "evidence": evidenceWords(&list[i].Evidence, r.wording.Language(), language),
		}))
	}
}

// evidenceOwner is what an item stands under.
func evidenceOwner(c *eifcheck.EvidenceChange) string {
	if c.Indicator != nil {
		return string(*c.Indicator)
	}
	return string(c.Recommendation)
}

// evidenceWords says which document an item names, and where in it.
func evidenceWords(e *assessment.Evidence, languages ...string) string {
	return joined(
		oneLine(e.Title.In(languages...)), oneLine(string(e.Source)), oneLine(string(e.Locator)),
		oneLine(string(e.Kind)), string(e.Date), oneLine(string(e.URL)), oneLine(e.Note.In(languages...)),
	)
}

// findingChanges prints the findings that came and went, each in a paragraph.
func (r *textReport) findingChanges(a *eifcheck.Assessment) {
	width := columnGap + max(widthOf(r.say("text/since.new", nil)), widthOf(r.say("text/since.gone", nil)))
	for i := range a.Findings {
		if f := &a.Findings[i]; isNew(f) && f.Waived == nil {
			r.findingChange(cell{text: r.say("text/since.new", nil), width: width, tone: severityTone(f.Severity)}, f)
		}
	}
	for i := range a.Changes.GoneFindings {
		r.findingChange(cell{text: r.say("text/since.gone", nil), width: width, tone: note}, &a.Changes.GoneFindings[i])
	}
}

func (r *textReport) findingChange(lead cell, f *eifcheck.Finding) {
	severity := r.severity(f.Severity)
	r.line(0, 0, lead, cell{text: place(f), width: widthOf(place(f)) + columnGap},
		cell{text: severity.text, tone: severity.tone, width: widthOf(severity.text) + columnGap},
		cell{text: f.Rule, tone: faint})
	r.text(lead.width, plain, f.Message)
}

// isNew tells that the earlier version does not have a finding.
func isNew(f *eifcheck.Finding) bool { return f.Since != nil && *f.Since == eifcheck.SinceNew }

// newMark is a mark beside a finding that the earlier version does not have.
func (r *textReport) newMark(f *eifcheck.Finding) []cell {
	if !isNew(f) {
		return nil
	}
	return []cell{{text: r.say("text/since.new", nil), tone: strong}}
}
