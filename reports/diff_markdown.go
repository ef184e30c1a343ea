package reports

import (
	"bufio"
	"io"
	"strings"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/internal/messages"
)

// diffMarkdown shows what changed in tables for a pull request. It words with the text report's means
// and prints nothing through it.
type diffMarkdown struct {
	w     *bufio.Writer
	words *textReport
}

func newDiffMarkdown(w io.Writer, o Options) Report {
	return &diffMarkdown{w: bufio.NewWriter(w), words: &textReport{page: newPage(io.Discard, o), wording: o.Wording}}
}

// mostRows is how many rows a table has at most: a comment on a pull request holds 65,536 characters.
const mostRows = 100

// Assessment prints the verdict, then a table a kind of change.
func (r *diffMarkdown) Assessment(a *eifcheck.Assessment) error {
	base := ""
	if a.Changes != nil {
		base = a.Changes.Base.File
	}
	heading := a.Input.File
	if base != "" {
		heading = r.words.say("markdown/diff", messages.Args{"file": a.Input.File, "base": base})
	}
	r.line("### " + escapeMarkdown(heading))
	r.verdict(a)
	if !a.Assessed {
		r.findings(a.Findings, "markdown/diff.error", a, base)
	}
	if a.Changes == nil {
		return r.w.Flush()
	}
	if note := yardstick(a, r.words.wording); note != "" {
		r.line("")
		r.line(escapeMarkdown(note))
	}
	r.differences("markdown/diff.area", a.Changes.Areas, a, base)
	r.differences("markdown/diff.recommendation", a.Changes.Recommendations, a, base)
	r.differences("markdown/diff.indicator", a.Changes.Indicators, a, base)
	r.findings(newFindings(a), "markdown/diff.new", a, base)
	r.findings(a.Changes.GoneFindings, "markdown/diff.gone", a, base)
	return r.w.Flush()
}

// Close prints nothing: there is one file.
func (r *diffMarkdown) Close(eifcheck.Closing) error { return r.w.Flush() }

// verdict prints the word with the numbers, and why not.
func (r *diffMarkdown) verdict(a *eifcheck.Assessment) {
	word := r.words.say("text/fail", nil)
	if a.Gate.Passed {
		word = r.words.say("text/pass", nil)
	}
	line := "**" + word + "**"
	if a.Changes != nil {
		line += " " + escapeMarkdown(r.words.changeCounts(a.Changes))
	}
	r.line("")
	r.line(line)
	for i, reason := range a.Gate.Reasons {
		if i == 0 {
			r.line("")
		}
		r.line("- " + escapeMarkdown(reason.Message))
	}
}

// differences prints a table of scores before and after.
func (r *diffMarkdown) differences(kind string, list []eifcheck.Difference, a *eifcheck.Assessment, base string) {
	if len(list) == 0 {
		return
	}
	r.head(kind, "markdown/diff.before", "markdown/diff.after", "markdown/diff.change")
	for i := range list[:min(len(list), mostRows)] {
		d := &list[i]
		name := d.ID + " " + d.Title
		if d.Scoreboard != nil {
			name, _, _ = strings.Cut(r.words.areaChange(d), ": ")
		}
		r.row(name, r.words.standsAt(d.Before), r.words.standsAt(d.After), directionWord(d, r.words.wording))
	}
	r.more(len(list), a, base)
}

// newFindings are those that the earlier version does not have.
func newFindings(a *eifcheck.Assessment) []eifcheck.Finding {
	var list []eifcheck.Finding
	for i := range a.Findings {
		if isNew(&a.Findings[i]) && a.Findings[i].Waived == nil {
			list = append(list, a.Findings[i])
		}
	}
	return list
}

// findings prints a table of findings; kind says which.
func (r *diffMarkdown) findings(list []eifcheck.Finding, kind string, a *eifcheck.Assessment, base string) {
	if len(list) == 0 {
		return
	}
	r.head(kind, "markdown/diff.severity", "markdown/diff.rule", "markdown/diff.message")
	for i := range list[:min(len(list), mostRows)] {
		f := &list[i]
		r.row(place(f), r.words.severity(f.Severity).text, f.Rule, f.Message)
	}
	r.more(len(list), a, base)
}

// more says how many rows a table does not show.
func (r *diffMarkdown) more(rows int, a *eifcheck.Assessment, base string) {
	if rows <= mostRows {
		return
	}
	r.line("")
	r.line(escapeMarkdown(r.words.say("markdown/diff.more", messages.Args{
		"count": rows - mostRows, "base": base, "file": a.Input.File,
	})))
}

func (r *diffMarkdown) head(codes ...string) {
	words := make([]string, len(codes))
	for i, code := range codes {
		words[i] = r.words.say(code, nil)
	}
	r.line("")
	r.row(words...)
	r.line(strings.Repeat("|---", len(codes)) + "|")
}

func (r *diffMarkdown) row(cells ...string) {
	for _, text := range cells {
		r.w.WriteString("| " + escapeMarkdown(text) + " ")
	}
	r.line("|")
}

func (r *diffMarkdown) line(text string) {
	r.w.WriteString(text)
	r.w.WriteByte('\n')
}
