package reports

import (
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/observatory"
	"github.com/eifcheck/eifcheck/rules"
	"github.com/eifcheck/eifcheck/scoring"
)

// markdownWords says in Markdown what stands in a result. Sentences come from the catalogue, partly those
// of the text; whatever is not mark-up of ours goes through escapeMarkdown or markdownCode.
type markdownWords struct{ text *textReport }

func newMarkdownWords(o Options) markdownWords {
	return markdownWords{text: &textReport{
		page: newPage(io.Discard, o), wording: o.Wording, header: o.Header, verbose: true,
	}}
}

func (m markdownWords) say(code string, args messages.Args) string {
	return strings.ReplaceAll(m.text.say(code, args), unbroken, " ")
}

// escaped says an entry of the catalogue as Markdown.
func (m markdownWords) escaped(code string, args messages.Args) string {
	return escapeMarkdown(m.text.say(code, args))
}

// pathOf names a file as the repository does, so that a link to it leads somewhere.
func pathOf(a *eifcheck.Assessment) string { return cmp.Or(a.Input.Path, a.Input.File) }

func (m markdownWords) mark(passed bool) string {
	if passed {
		return "✅ " + m.escaped("markdown/passed", nil)
	}
	return "❌ " + m.escaped("markdown/failed", nil)
}

// verdict opens the page: the word, and with many files the counts and why they fail together.
func (m markdownWords) verdict(c eifcheck.Closing, single bool) string {
	head := "## eifcheck: " + m.mark(c.Gate.Passed) + "\n"
	if single {
		return head
	}
	return head + "\n" + escapeMarkdown(m.text.totalCounts(c.Totals)) + "\n" + m.reasons(c.Gate)
}

func (m markdownWords) reasons(g eifcheck.Gate) string {
	var b strings.Builder
	for i, reason := range g.Reasons {
		if i == 0 {
			b.WriteByte('\n')
		}
		b.WriteString("- " + escapeMarkdown(reason.Message) + "\n")
	}
	return b.String()
}

// row is the line of a file in the table of files.
func (m markdownWords) row(a *eifcheck.Assessment) string {
	scored, below, errors, warnings := "", "", strconv.Itoa(len(a.Findings)), ""
	if s := a.Summary; s != nil {
		scored = m.escaped("markdown/scored", messages.Args{"scored": s.Scored, "count": s.Areas - s.NotApplicable})
		if s.Below != nil {
			below = strconv.Itoa(*s.Below)
		}
		errors, warnings = strconv.Itoa(s.Errors), strconv.Itoa(s.Warnings)
	}
	return markdownRow(markdownCode(pathOf(a)), m.mark(a.Gate.Passed), scored, below, errors, warnings)
}

func (m markdownWords) tableHead(columns ...string) string {
	cells, line := make([]string, len(columns)), make([]string, len(columns))
	for i, column := range columns {
		cells[i], line[i] = m.escaped("markdown/head."+column, nil), "---"
		if slices.Contains([]string{"score", "average", "gap", "below", "errors", "warnings"}, column) {
			line[i] = "--:"
		}
	}
	return markdownRow(cells...) + markdownRow(line...)
}

func markdownRow(cells ...string) string { return "| " + strings.Join(cells, " | ") + " |\n" }

// section is everything about one file.
func (m markdownWords) section(a *eifcheck.Assessment, limit int) section {
	s := section{scored: a.Assessed, published: a.Assessed && showsPublished(a)}
	s.derived = has(a, func(area *eifcheck.Area) bool { return area.Basis == scoring.Derived })
	var b strings.Builder
	b.WriteString("\n### " + m.title(a) + "\n")
	if a.Assessed {
		b.WriteString("\n" + m.facts(a) + "\n")
	}
	b.WriteString(m.reasons(a.Gate))
	if a.Assessed {
		b.WriteString(m.changes(a))
		b.WriteString(m.gaps(a))
	}
	s.head = b.String()
	s.folds = m.folds(a, limit)
	return s
}

func (m markdownWords) title(a *eifcheck.Assessment) string {
	if !a.Assessed {
		return "❌ " + m.escaped("markdown/not-assessed", nil) + " " + markdownCode(pathOf(a))
	}
	mark := "❌"
	if a.Gate.Passed {
		mark = "✅"
	}
	return mark + " " + escapeMarkdown(m.text.subject(a))
}

// facts are what the title leaves out: file, state, numbers.
func (m markdownWords) facts(a *eifcheck.Assessment) string {
	title := a.Document.Title.In(m.text.wording.Language(), a.Document.Language)
	parts := []string{
		markdownCode(pathOf(a)), escapeMarkdown(title),
		escapeMarkdown(m.text.state(a.Document)), escapeMarkdown(m.text.counts(a)),
	}
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), " · ")
}

// gaps is the table of areas below the EU average, or without one of the areas under 4: what to do
// first stands first.
func (m markdownWords) gaps(a *eifcheck.Assessment) string {
	var b strings.Builder
	compared := a.Methodology.AverageYear != nil
	for i := range a.Gaps {
		g := &a.Gaps[i]
		if g.Relation != nil && *g.Relation != scoring.Below {
			continue
		}
		cells := []string{m.area(g.Scoreboard, g.Area), strconv.Itoa(int(g.Score))}
		if compared {
			cells = append(cells, m.average(a, g), m.distance(a, g))
		}
		b.WriteString(markdownRow(append(cells, escapeMarkdown(strings.Join(ids(g.Start), ", ")))...))
	}
	switch {
	case b.Len() == 0 && !compared:
		return ""
	case b.Len() == 0:
		return "\n" + m.escaped("text/first.none", nil) + "\n"
	case !compared:
		return "\n**" + m.escaped("markdown/lowest", nil) + "**\n\n" +
			m.tableHead("area", "score", "start") + b.String()
	}
	year := year(*a.Methodology.AverageYear)
	if *a.Methodology.AverageYear != *a.Year {
		b.WriteString("\n" + escapeMarkdown(m.text.comparison(a)) + "\n")
	}
	return "\n**" + m.escaped("markdown/below", messages.Args{"year": year}) + "**\n\n" +
		m.tableHead("area", "score", "average", "gap", "start") + b.String()
}

func (m markdownWords) average(a *eifcheck.Assessment, g *eifcheck.Gap) string {
	if g.Average == nil {
		return ""
	}
	return number(*g.Average, hasDecimals(a))
}

func (m markdownWords) distance(a *eifcheck.Assessment, g *eifcheck.Gap) string {
	if g.Gap == nil {
		return ""
	}
	return escapeMarkdown(signed(*g.Gap, hasDecimals(a)))
}

// foot says what was not looked at, how the scores were made, and whose the published numbers are.
func (m markdownWords) foot(sections []section) string {
	lines := m.settings()
	if slices.ContainsFunc(sections, func(s section) bool { return s.scored }) {
		lines = append(lines, m.say("markdown/inferred", nil))
	}
	if slices.ContainsFunc(sections, func(s section) bool { return s.derived }) {
		lines = append(lines, m.say("text/indicative", nil))
	}
	if slices.ContainsFunc(sections, func(s section) bool { return s.published }) {
		lines = append(lines, m.say("text/source", messages.Args{"source": observatory.Attribution}))
	}
	header := m.text.header
	lines = append(lines, m.say("markdown/tool", messages.Args{"version": header.Tool.Version, "day": header.AsOf}))
	var b strings.Builder
	b.WriteString("\n---\n\n")
	for _, line := range lines {
		b.WriteString("- " + escapeMarkdown(line) + "\n")
	}
	return b.String()
}

// settings say what was asked of the rules, where that was not everything.
func (m markdownWords) settings() []string {
	var lines []string
	s := m.text.header.Settings
	if len(s.RulesOff) > 0 {
		lines = append(lines, m.say("markdown/rules-off", messages.Args{"rules": s.RulesOff, "count": len(s.RulesOff)}))
	}
	var changed []string
	for rule, severity := range s.Severities {
		changed = append(changed, m.say("markdown/severity", messages.Args{
			"rule": rule, "severity": m.severity(severity),
		}))
	}
	if slices.Sort(changed); len(changed) > 0 {
		lines = append(lines, m.say("markdown/severities", messages.Args{"changes": changed}))
	}
	if s.IgnoresOff {
		lines = append(lines, m.say("markdown/ignores-off", nil))
	}
	return lines
}

func (m markdownWords) severity(s rules.Severity) string {
	return m.say("text/severity."+string(s), nil)
}
