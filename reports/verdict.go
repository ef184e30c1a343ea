package reports

import (
	"strings"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/internal/messages"
)

// verdict prints whether a file passed, in a line, and below it why not.
func (r *textReport) verdict(a *eifcheck.Assessment) {
	r.blank()
	r.judgement(a.Gate, r.numbers(a))
}

// numbers are what a verdict is about; nothing of a file that was not assessed.
func (r *textReport) numbers(a *eifcheck.Assessment) string {
	if a.Summary == nil {
		return ""
	}
	return r.counts(a)
}

// counts are the numbers of the verdict.
func (r *textReport) counts(a *eifcheck.Assessment) string {
	s := a.Summary
	parts := []string{r.say("text/verdict.scored", messages.Args{
		"scored": s.Scored, "count": s.Areas - s.NotApplicable,
	})}
	if s.Below != nil && s.Scored > 0 {
		parts = append(parts, r.sayCount("text/verdict.below", *s.Below))
	}
	parts = append(parts, r.severities(s.Errors, s.Warnings, s.Infos, s.Waived))
	if a.Changes != nil {
		parts = append(parts, r.sayCount("text/since.findings-new", a.Changes.NewFindings))
	}
	return strings.Join(parts, ", ")
}

// severities count the findings; they stay on one line where they fit.
func (r *textReport) severities(errors, warnings, infos, waived int) string {
	parts := []string{
		r.sayCount("text/count.errors", errors),
		r.sayCount("text/count.warnings", warnings),
		r.sayCount("text/count.infos", infos),
	}
	if waived > 0 {
		parts = append(parts, r.sayCount("text/count.waived", waived))
	}
	return strings.Join(parts, ","+unbroken)
}

// judgement prints the word and the numbers in a line, and below it each reason of a gate. Without
// numbers the first reason takes their place.
func (r *textReport) judgement(g eifcheck.Gate, numbers string) {
	word := cell{text: r.say("text/fail", nil), tone: bad}
	if g.Passed {
		word = cell{text: r.say("text/pass", nil), tone: good}
	}
	word.width = widthOf(word.text) + columnGap
	reasons := g.Reasons
	if numbers == "" && len(reasons) > 0 {
		numbers, reasons = reasons[0].Message, reasons[1:]
	}
	r.hang(0, word, strong, numbers)
	for _, reason := range reasons {
		r.hang(word.width, cell{text: "-", width: columnGap}, plain, reason.Message)
	}
}

// totals prints the verdict over many files.
func (r *textReport) totals(c eifcheck.Closing) {
	if r.begun {
		r.blank()
	}
	r.rule("═", r.say("text/totals", nil))
	r.judgement(c.Gate, r.totalCounts(c.Totals))
}

// totalCounts are the numbers of the verdict over many files.
func (r *textReport) totalCounts(t eifcheck.Totals) string {
	parts := []string{
		r.sayCount("text/totals.files", t.Files),
		r.sayCount("text/totals.passed", t.Passed),
		r.sayCount("text/totals.failed", t.Failed),
	}
	if t.NotAssessed > 0 {
		parts = append(parts, r.sayCount("text/totals.not-assessed", t.NotAssessed))
	}
	parts = append(parts, r.severities(t.Errors, t.Warnings, t.Infos, t.Waived))
	if t.Skipped > 0 {
		parts = append(parts, r.sayCount("text/totals.skipped", t.Skipped))
	}
	return strings.Join(parts, ", ")
}
