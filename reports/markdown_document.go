package reports

import (
	"cmp"
	"io"
	"strconv"
	"strings"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/observatory"
	"github.com/eifcheck/eifcheck/scoring"
)

// markdownDocument is the whole report as one Markdown text, for wikis and repositories. The comment on a
// pull request is another thing: see markdownReport.
func markdownDocument() Document {
	return Document{Name: "markdown", Extension: ".md", About: "document/markdown", Write: writeMarkdownDocument}
}

func writeMarkdownDocument(files Files, a *eifcheck.Assessment, o DocumentOptions) error {
	out, err := files("")
	if err != nil {
		return err
	}
	d := &markdownPage{markdownWords: newMarkdownWords(Options{Header: o.Header, Wording: o.Wording}), a: a}
	d.facts = newFactsheet(a, o)
	d.head()
	d.scoreboards()
	d.first()
	d.recommendations()
	d.findings()
	d.beside()
	d.method()
	d.sources()
	_, err = io.WriteString(out, d.b.String())
	return err
}

// markdownPage is a page in the making.
type markdownPage struct {
	markdownWords
	a     *eifcheck.Assessment
	facts *factsheet
	b     strings.Builder
}

// heading begins a part; level 1 is the title.
func (d *markdownPage) heading(level int, escaped string) {
	if d.b.Len() > 0 {
		d.b.WriteByte('\n')
	}
	d.b.WriteString(strings.Repeat("#", level) + " " + escaped + "\n")
}

// paragraph writes text that is Markdown already; nothing for no text.
func (d *markdownPage) paragraph(markdown string) {
	if markdown != "" {
		d.b.WriteString("\n" + markdown + "\n")
	}
}

// items writes a list of texts that are Markdown already, without the empty ones.
func (d *markdownPage) items(list ...string) {
	begun := false
	for _, item := range list {
		if item == "" {
			continue
		}
		if !begun {
			d.b.WriteByte('\n')
			begun = true
		}
		d.b.WriteString("- " + item + "\n")
	}
}

// labelled is a fact with its label; nothing for no fact.
func labelled(label, markdown string) string {
	if markdown == "" {
		return ""
	}
	return "**" + label + ":** " + markdown
}

// head says what was assessed and how it stands, in sentences.
func (d *markdownPage) head() {
	r, a := d.text, d.a
	d.heading(1, escapeMarkdown(r.subject(a)))
	title := escapeMarkdown(a.Document.Title.In(r.wording.Language(), a.Document.Language))
	if title != "" {
		d.paragraph("*" + title + "*")
	}
	d.items(
		labelled(d.escaped("text/fact.file", nil), markdownCode(pathOf(a))),
		labelled(d.escaped("text/fact.status", nil), escapeMarkdown(r.state(a.Document))),
		labelled(d.escaped("text/fact.by", nil), escapeMarkdown(r.organisation(a.Document))),
	)
	d.heading(2, d.escaped("report/in-short", nil))
	d.sentences(d.facts.origin())
	d.sentences(d.facts.overview())
}

func (d *markdownPage) sentences(list []statement) {
	sentences := make([]string, len(list))
	for i := range list {
		sentences[i] = escapeMarkdown(list[i].text)
	}
	d.paragraph(strings.Join(sentences, " "))
}

// scoreboards show all areas in tables.
func (d *markdownPage) scoreboards() {
	d.heading(2, d.escaped("report/scoreboards", nil))
	d.paragraph(d.escaped("factsheet/scale", nil))
	for i := range d.a.Scoreboards {
		board := &d.a.Scoreboards[i]
		d.heading(3, d.escaped("text/scoreboard", messages.Args{
			"number": int(board.ID), "title": d.text.wording.Texts.Scoreboard(board.ID).Title,
		}))
		d.b.WriteByte('\n')
		columns := []string{"area", "score", "average", "gap", "standing", "basis", "recommendations"}
		if !d.facts.compared {
			columns = []string{"area", "score", "basis", "recommendations"}
		}
		d.b.WriteString(d.tableHead(columns...))
		for j := range board.Areas {
			d.b.WriteString(d.areaRow(&board.Areas[j]))
		}
		for j := range board.Areas {
			area := &board.Areas[j]
			d.items(
				d.quoted("report/area.comment", messages.Args{"area": area.ID}, area.Comment),
				d.quoted("report/area.reason", messages.Args{"area": area.ID}, area.Reason),
			)
		}
	}
}

func (d *markdownPage) areaRow(area *eifcheck.Area) string {
	cells := []string{d.area(eif.Principles, area.ID), d.state(area.Status, area.Score, area.Interval)}
	if d.facts.compared {
		relation := ""
		if area.Relation != nil {
			relation = d.escaped("report/relation."+string(*area.Relation), nil)
		}
		cells = append(cells, optional(area.Average, d.facts.decimals, number),
			escapeMarkdown(optional(area.Gap, d.facts.decimals, signed)), relation)
	}
	return markdownRow(append(cells, d.basis(area.Basis), strings.Join(ids(area.Recommendations), ", "))...)
}

func (d *markdownPage) basis(b scoring.Basis) string {
	if b == scoring.NoBasis {
		return ""
	}
	return d.escaped("text/basis."+string(b), nil)
}

// first says what to do first, in the order of the result.
func (d *markdownPage) first() {
	d.heading(2, d.escaped("text/first", nil))
	if len(d.a.Gaps) == 0 {
		code := "report/no-gaps"
		if d.a.Summary.Scored == 0 {
			code = "report/no-gaps.none"
		}
		d.paragraph(d.escaped(code, nil))
		return
	}
	if d.facts.compared {
		d.paragraph(d.escaped("report/order", nil))
	} else {
		d.paragraph(d.escaped("report/order.lowest", nil))
	}
	d.b.WriteByte('\n')
	for i := range d.a.Gaps {
		d.gap(i+1, &d.a.Gaps[i])
	}
}

func (d *markdownPage) gap(place int, g *eifcheck.Gap) {
	args := messages.Args{"area": g.Area, "score": int(g.Score)}
	code := "text/gap"
	if g.Average != nil {
		args["average"], code = number(*g.Average, d.facts.decimals), "text/gap.average"
	}
	lead := "**" + d.escaped(code, args) + "**"
	if g.Relation != nil {
		lead += " · " + d.escaped("report/relation."+string(*g.Relation), nil)
	}
	d.b.WriteString(strconv.Itoa(place) + ". " + lead + "\n")
	indent := strings.Repeat(" ", len(strconv.Itoa(place))+2)
	area := areaOf(d.a, g.Scoreboard, g.Area)
	if area == nil {
		return
	}
	d.b.WriteString(indent + "- " + escapeMarkdown(d.text.lift(d.a, area, *g)) + "\n")
	for _, id := range g.Start {
		if r := recommendationOf(d.a, id); r != nil {
			d.b.WriteString(indent + "- " + d.start(r, riseOf(area, id)) + "\n")
		}
	}
}

// start is a recommendation to begin with: the rise, the next step and who takes it, the plan.
func (d *markdownPage) start(r *eifcheck.Recommendation, rise *scoring.Rise) string {
	level := ""
	switch {
	case rise != nil:
		level = ", " + arrow(int(rise.From), int(rise.To))
	case r.Score != nil:
		level = ", " + d.escaped("text/start.score", messages.Args{"score": int(*r.Score)})
	}
	entry := "**" + string(r.ID) + " " + escapeMarkdown(r.Title) + "**" + level
	if next := d.nextStep(r); next != "" {
		entry += ": " + next
	}
	if r.Plan != nil {
		entry += " *" + escapeMarkdown(d.text.planned(r.Plan)) + "*"
	}
	return entry
}

func (d *markdownPage) nextStep(r *eifcheck.Recommendation) string {
	if r.NextStep == nil {
		return ""
	}
	who := joined(r.NextStep.Who, d.text.sayCount("text/start.months", r.NextStep.Months))
	return escapeMarkdown(r.NextStep.Do) + " (" + escapeMarkdown(who) + ")"
}

// findings are all findings, waived ones after the others.
func (d *markdownPage) findings() {
	d.heading(2, d.escaped("text/findings", nil))
	d.paragraph(escapeMarkdown(d.text.counts(d.a)))
	for _, f := range d.folds(d.a, unlimited) {
		if f.count == 0 {
			continue
		}
		d.heading(3, f.title)
		d.b.WriteString("\n" + strings.Join(f.entries, ""))
	}
}

// unlimited is room for every entry of a list.
const unlimited = int(^uint(0) >> 1)

// method says how the scores came about, whose the published ones are, and what was assessed with what.
func (d *markdownPage) method() {
	d.heading(2, d.escaped("report/method", nil))
	var lines []string
	for _, line := range d.settings() {
		lines = append(lines, escapeMarkdown(line))
	}
	lines = append(lines, d.escaped("markdown/inferred", nil))
	if has(d.a, func(area *eifcheck.Area) bool { return area.Basis == scoring.Derived }) {
		lines = append(lines, d.escaped("text/indicative", nil))
	}
	if showsPublished(d.a) || len(d.a.Peers) > 0 || len(d.a.History) > 0 {
		lines = append(lines, d.escaped("text/source", messages.Args{"source": observatory.Attribution}))
	}
	header := d.text.header
	d.items(append(lines,
		labelled(d.escaped("report/methodology", nil), escapeMarkdown(d.a.Methodology.ID)),
		labelled("SHA-256", markdownCode(d.a.Input.SHA256)),
		d.escaped("markdown/tool", messages.Args{"version": header.Tool.Version, "day": header.AsOf}),
	)...)
}

// sources are the documents that the file names, with where they are.
func (d *markdownPage) sources() {
	if len(d.a.Document.Sources) == 0 {
		return
	}
	d.paragraph("**" + d.escaped("report/sources", nil) + "**")
	var list []string
	for i := range d.a.Document.Sources {
		s := &d.a.Document.Sources[i]
		title := cmp.Or(s.Title.In(d.text.wording.Language(), d.a.Document.Language), s.ID)
		list = append(list, joined(
			markdownLink(title, string(s.URL)), escapeMarkdown(string(s.Kind)), escapeMarkdown(string(s.Date)),
		))
	}
	d.items(list...)
}
