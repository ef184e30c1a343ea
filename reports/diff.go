package reports

import (
	"io"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/internal/messages"
)

// DiffFormats lists the formats that show what changed and nothing else, but for json, which is the
// result of the later version whole.
func DiffFormats() []Format {
	return []Format{
		{Name: "text", Extension: ".txt", About: "format/diff-text", New: newDiffText},
		{Name: "json", Extension: ".json", About: "format/diff-json", New: newJSON},
		{Name: "markdown", Extension: ".md", About: "format/diff-markdown", New: newDiffMarkdown},
	}
}

// diffText shows people what changed.
type diffText struct{ *textReport }

func newDiffText(w io.Writer, o Options) Report {
	return diffText{&textReport{page: newPage(w, o), wording: o.Wording, header: o.Header, verbose: true}}
}

// Assessment prints every change, and why the later version does not pass.
func (r diffText) Assessment(a *eifcheck.Assessment) error {
	if !a.Assessed {
		return r.textReport.Assessment(a)
	}
	numbers := ""
	if c := a.Changes; c != nil {
		r.rule("═", r.say("text/diff", messages.Args{"base": c.Base.File, "file": a.Input.File}))
		r.blank()
		r.yardstick(a)
		if !unchanged(c) {
			r.allChanges(a)
			r.blank()
		}
		numbers = r.changeCounts(c)
	}
	r.judgement(a.Gate, numbers)
	return r.flush()
}

// changeCounts are the numbers of the verdict on a comparison.
func (r *textReport) changeCounts(c *eifcheck.Changes) string {
	if unchanged(c) {
		return r.say("text/since.nothing", nil)
	}
	scores := r.say("text/since.no-score", nil)
	if rescored(c) {
		scores = r.say("text/since.changed", messages.Args{"list": r.wording.List(r.scoreCounts(c))})
	}
	return scores + "; " + r.evidenceAndFindings(c)
}

// scoreCounts say how many of what have another score or state.
func (r *textReport) scoreCounts(c *eifcheck.Changes) []string {
	var parts []string
	if len(c.Areas) > 0 {
		parts = append(parts, r.sayCount("text/since.areas", len(c.Areas)))
	}
	if len(c.Recommendations) > 0 {
		parts = append(parts, r.sayCount("text/since.count-recommendations", len(c.Recommendations)))
	}
	if len(c.Indicators) > 0 {
		parts = append(parts, r.sayCount("text/since.count-indicators", len(c.Indicators)))
	}
	return parts
}
