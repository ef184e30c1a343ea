package reports

import (
	"io"
	"math"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/rules"
)

// quietReport prints a line a finding of the files that failed, and verdicts. A file that passes
// leaves nothing behind but its part in the last line.
type quietReport struct {
	textReport
	// alone is the last file, for the verdict of a single one.
	alone *eifcheck.Assessment
}

func newQuiet(w io.Writer, o Options) *quietReport {
	r := &quietReport{textReport: textReport{page: newPage(w, o), wording: o.Wording, header: o.Header}}
	r.width = math.MaxInt32 // each line is whole, for tools that work by lines
	return r
}

// Assessment prints the errors and warnings of a file that failed, and why it did.
func (r *quietReport) Assessment(a *eifcheck.Assessment) error {
	r.alone = a
	if a.Gate.Passed {
		return nil
	}
	r.lines(a.Findings)
	r.judge(a)
	return r.flush()
}

// lines prints the errors and warnings that are not waived.
func (r *quietReport) lines(findings []eifcheck.Finding) {
	for i := range findings {
		f := &findings[i]
		if f.Waived == nil && f.Severity != rules.Info {
			r.line(0, columnGap, cell{text: place(f)}, r.severity(f.Severity), cell{text: f.Rule, tone: faint},
				cell{text: f.Message})
		}
	}
}

// Close prints the verdict of the only file, unless it was said, or that over all.
func (r *quietReport) Close(c eifcheck.Closing) error {
	r.lines(c.Findings)
	switch {
	case r.alone == nil || c.Totals.Files != 1 || len(c.Findings) > 0:
		r.judgement(c.Gate, r.totalCounts(c.Totals))
	case r.alone.Gate.Passed:
		r.judge(r.alone)
	}
	r.settings()
	return r.flush()
}

// judge prints the verdict of a file with its name.
func (r *quietReport) judge(a *eifcheck.Assessment) {
	numbers := clean(a.Input.File)
	if a.Summary != nil {
		numbers += ": " + r.counts(a.Summary)
	}
	r.judgement(a.Gate, numbers)
}
