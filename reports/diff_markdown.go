package reports

import (
	"bufio"
	"io"
	"strings"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/internal/messages"
)

// diffMarkdown shows what changed in tables for a pull request.
type diffMarkdown struct {
	markdownWords
	w *bufio.Writer
}

func newDiffMarkdown(w io.Writer, o Options) Report {
	return &diffMarkdown{markdownWords: newMarkdownWords(o), w: bufio.NewWriter(w)}
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
		heading = r.say("markdown/diff", messages.Args{"file": a.Input.File, "base": base})
	}
	r.line("### " + escapeMarkdown(heading))
	r.judgement(a)
	if !a.Assessed {
		r.findingTable(a.Findings, "markdown/diff.error", a, base)
	}
	if a.Changes == nil {
		return r.w.Flush()
	}
	if note := yardstick(a, r.text.wording); note != "" {
		r.line("")
		r.line(escapeMarkdown(note))
	}
	r.differences("markdown/diff.area", a.Changes.Areas, a, base)
	r.differences("markdown/diff.recommendation", a.Changes.Recommendations, a, base)
	r.differences("markdown/diff.indicator", a.Changes.Indicators, a, base)
	r.findingTable(newFindings(a), "markdown/diff.new", a, base)
	r.findingTable(a.Changes.GoneFindings, "markdown/diff.gone", a, base)
	return r.w.Flush()
}

// Close prints nothing: there is one file.
func (r *diffMarkdown) Close(eifcheck.Closing) error { return r.w.Flush() }

// judgement prints the word with the numbers, and why not.
func (r *diffMarkdown) judgement(a *eifcheck.Assessment) {
	word := r.say("text/fail", nil)
	if a.Gate.Passed {
		word = r.say("text/pass", nil)
	}
	line := "**" + word + "**"
	if a.Changes != nil {
		line += " " + escapeMarkdown(r.text.changeCounts(a.Changes))
	}
	r.line("")
	r.line(line)
	r.w.WriteString(r.reasons(a.Gate))
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
			name, _, _ = strings.Cut(r.text.areaChange(d), ": ")
		}
		r.cells(name, r.text.standsAt(d.Before), r.text.standsAt(d.After), directionWord(d, r.text.wording))
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

// findingTable prints a table of findings; kind says which.
func (r *diffMarkdown) findingTable(list []eifcheck.Finding, kind string, a *eifcheck.Assessment, base string) {
	if len(list) == 0 {
		return
	}
	r.head(kind, "markdown/diff.severity", "markdown/diff.rule", "markdown/diff.message")
	for i := range list[:min(len(list), mostRows)] {
		f := &list[i]
		r.cells(place(f), r.text.severity(f.Severity).text, f.Rule, f.Message)
	}
	r.more(len(list), a, base)
}

// more says how many rows a table does not show.
func (r *diffMarkdown) more(rows int, a *eifcheck.Assessment, base string) {
	if rows <= mostRows {
		return
	}
	r.line("")
	r.line(escapeMarkdown(r.say("markdown/diff.more", messages.Args{
		"count": rows - mostRows, "base": base, "file": a.Input.File,
	})))
}

func (r *diffMarkdown) head(codes ...string) {
	words := make([]string, len(codes))
	for i, code := range codes {
		words[i] = r.say(code, nil)
	}
	r.line("")
	r.cells(words...)
	r.line(strings.Repeat("|---", len(codes)) + "|")
}

func (r *diffMarkdown) cells(cells ...string) {
	escaped := make([]string, len(cells))
	for i, text := range cells {
		escaped[i] = escapeMarkdown(text)
	}
	r.w.WriteString(markdownRow(escaped...))
}

func (r *diffMarkdown) line(text string) {
	r.w.WriteString(text)
	r.w.WriteByte('\n')
}
