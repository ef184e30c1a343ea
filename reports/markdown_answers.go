package reports

import (
	"cmp"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/scoring"
)

// recommendations are a section each: what it asks, how it stands and why, what proves it, what comes next.
func (d *markdownPage) recommendations() {
	d.heading(2, d.escaped("report/recommendations", nil))
	for i := range d.a.Recommendations {
		d.recommendation(&d.a.Recommendations[i])
	}
}

func (d *markdownPage) recommendation(r *eifcheck.Recommendation) {
	d.heading(3, string(r.ID)+" "+escapeMarkdown(r.Title))
	d.paragraph(escapeMarkdown(d.text.wording.Texts.Recommendation(r.ID).Summary))
	score := d.state(r.Status, r.Score, r.Interval)
	if basis := d.basis(r.Basis); basis != "" {
		score += " (" + basis + ")"
	}
	plan := ""
	if r.Plan != nil {
		plan = escapeMarkdown(d.text.planned(r.Plan))
	}
	respondent := orZero(r.Respondent)
	d.items(
		labelled(d.escaped("report/area", nil), d.area(eif.Principles, r.Area)),
		labelled(d.escaped("report/score", nil), score),
		labelled(d.escaped("report/answered-by", nil),
			escapeMarkdown(joined(string(respondent.Name), string(respondent.Organisation)))),
		d.quoted("report/comment", nil, r.Comment),
		d.quoted("report/reason", nil, r.Reason),
		labelled(d.escaped("report/next", nil), d.nextStep(r)),
		labelled(d.escaped("report/helps", nil), d.solutions(r.NextStep)),
		labelled(d.escaped("report/plan", nil), plan),
	)
	for i := range r.Indicators {
		d.answer(&r.Indicators[i])
	}
	d.open(r)
	d.proofs(r)
}

// solutions are links to what helps with a step.
func (d *markdownPage) solutions(next *eifcheck.NextStep) string {
	if next == nil {
		return ""
	}
	words := make([]string, len(next.Solutions))
	for i, s := range next.Solutions {
		words[i] = markdownLink(s.Title, s.URL)
	}
	return strings.Join(words, ", ")
}

// quoted is free text of the file under a label, in the reader's language if it has it.
func (d *markdownPage) quoted(code string, args messages.Args, t assessment.Text) string {
	if t.Empty() {
		return ""
	}
	return labelled(d.escaped(code, args), escapeMarkdown(t.In(d.text.wording.Language(), d.a.Document.Language)))
}

// answer is a question that was answered, or that is still open beside others that were.
func (d *markdownPage) answer(in *eifcheck.Indicator) {
	if !in.Answered {
		return
	}
	words := d.escaped("status."+string(in.Status), nil)
	if in.Reading != nil {
		words = escapeMarkdown(*in.Reading)
	}
	d.b.WriteString("- **" + string(in.ID) + "** " + words + "\n")
	for _, said := range []string{
		d.quoted("report/comment", nil, in.Comment), d.quoted("report/reason", nil, in.Reason),
	} {
		if said != "" {
			d.b.WriteString("  - " + said + "\n")
		}
	}
}

// open names the questions that are not answered where that leaves a recommendation without a score.
func (d *markdownPage) open(r *eifcheck.Recommendation) {
	if r.Status != scoring.NoData && r.Status != scoring.Partial {
		return
	}
	var questions []string
	for i := range r.Indicators {
		if r.Indicators[i].Status == scoring.NoData {
			questions = append(questions, string(r.Indicators[i].ID))
		}
	}
	if len(questions) > 0 {
		d.b.WriteString("- " + labelled(d.escaped("report/open", nil), strings.Join(questions, ", ")) + "\n")
	}
}

// proofs lists the evidence of a recommendation and of its questions.
func (d *markdownPage) proofs(r *eifcheck.Recommendation) {
	var list []string
	for i := range r.Evidence {
		list = append(list, d.evidence("", &r.Evidence[i]))
	}
	for i := range r.Indicators {
		in := &r.Indicators[i]
		for j := range in.Evidence {
			list = append(list, d.evidence(string(in.ID), &in.Evidence[j]))
		}
	}
	if len(list) == 0 {
		return
	}
	d.paragraph("**" + d.escaped("report/evidence", nil) + "**")
	d.items(list...)
}

// evidence is an item of evidence: its title as a link, and what else there is to know. What is not
// confirmed says so first, because it proves nothing yet.
func (d *markdownPage) evidence(of string, e *assessment.Evidence) string {
	language := d.text.wording.Language()
	var s assessment.Source
	i := slices.IndexFunc(d.a.Document.Sources, func(s assessment.Source) bool {
		return e.Source != "" && s.ID == string(e.Source)
	})
	if i >= 0 {
		s = d.a.Document.Sources[i]
	}
	title, source := e.Title.In(language, d.a.Document.Language), s.Title.In(language, d.a.Document.Language)
	if title == "" {
		title, source = cmp.Or(source, string(e.Source)), ""
	}
	parts := []string{markdownLink(title, string(cmp.Or(e.URL, s.URL)))}
	if of != "" {
		parts[0] = of + ": " + parts[0]
	}
	parts = append(parts, d.reserves(e)...)
	day, note := string(cmp.Or(e.Date, s.Date)), e.Note.In(language, d.a.Document.Language)
	for _, text := range []string{source, string(e.Locator), string(e.Kind), day, note} {
		if text != "" {
			parts = append(parts, escapeMarkdown(text))
		}
	}
	return strings.Join(parts, " · ")
}

// reserves say what keeps an item of evidence from simply proving something.
func (d *markdownPage) reserves(e *assessment.Evidence) []string {
	var list []string
	if !e.Confirmed {
		list = append(list, "*"+d.escaped("report/candidate", nil)+"*")
	}
	if e.Stance == "limits" {
		list = append(list, "*"+d.escaped("report/limits", nil)+"*")
	}
	if e.Access == "restricted" {
		list = append(list, "*"+d.escaped("report/restricted", nil)+"*")
	}
	return list
}

// markdownLink links to an address of the web; any other address is shown as text, and leads nowhere.
func markdownLink(title, address string) string {
	words := escapeMarkdown(title)
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Host == "" || u.User != nil || len(address) > longestText ||
		u.Scheme != "http" && u.Scheme != "https" {
		return strings.TrimSpace(words + " " + markdownCode(address))
	}
	if words == "" {
		words = markdownCode(address)
	}
	return "[" + words + "](<" + linkTarget(u.String()) + ">)"
}

// linkTarget writes what could end a link in Markdown as its bytes.
func linkTarget(address string) string {
	var b strings.Builder
	for _, c := range []byte(address) {
		if c <= ' ' || c >= 0x7f || strings.IndexByte("<>\\`|\"*[]_", c) >= 0 {
			b.WriteString("%" + strings.ToUpper(strconv.FormatUint(uint64(c)+0x100, 16)[1:]))
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}

// beside shows other years, other countries and other figures, each only where there are any.
func (d *markdownPage) beside() {
	d.past("report/history", "report/history.editions", d.a.History, func(p *eifcheck.PastResult) string {
		return year(p.Year)
	})
	d.past("report/peers", "report/peers.about", d.a.Peers, func(p *eifcheck.PastResult) string {
		return d.text.wording.Texts.Country(p.Country)
	})
	if len(d.a.Document.Context) == 0 {
		return
	}
	d.heading(2, d.escaped("report/context", nil))
	d.paragraph(d.escaped("report/context.about", nil))
	d.b.WriteString("\n" + d.tableHead("dataset", "indicator", "value", "unit", "year", "source"))
	for i := range d.a.Document.Context {
		c := &d.a.Document.Context[i]
		when := ""
		if c.Year != nil {
			when = year(*c.Year)
		}
		d.b.WriteString(markdownRow(escapeMarkdown(string(c.Dataset)),
			escapeMarkdown(joined(string(c.Indicator), string(c.Geo))), escapeMarkdown(string(c.Value)),
			escapeMarkdown(string(c.Unit)), when, escapeMarkdown(joined(string(c.Source), string(c.Retrieved)))))
	}
}

// past is a table of published results beside those of the file. It says nothing of better or worse.
func (d *markdownPage) past(
	title, about string, results []eifcheck.PastResult, name func(*eifcheck.PastResult) string,
) {
	if len(results) == 0 {
		return
	}
	d.heading(2, d.escaped(title, nil))
	d.paragraph(d.escaped(about, nil))
	head, line := []string{d.escaped("markdown/head.area", nil)}, []string{"---"}
	for i := range results {
		label := name(&results[i]) + " (" + results[i].Methodology + ")"
		head, line = append(head, escapeMarkdown(label)), append(line, "--:")
	}
	head, line = append(head, escapeMarkdown(d.text.subject(d.a)+" ("+d.a.Methodology.ID+")")), append(line, "--:")
	d.b.WriteString("\n" + markdownRow(head...) + markdownRow(line...))
	for _, board := range d.a.Scoreboards {
		if board.ID == eif.CrossBorder {
			continue
		}
		for i := range board.Areas {
			area := &board.Areas[i]
			cells := []string{d.area(board.ID, area.ID)}
			for j := range results {
				cells = append(cells, d.pastCell(&results[j], area.ID))
			}
			d.b.WriteString(markdownRow(append(cells, d.state(area.Status, area.Score, area.Interval))...))
		}
	}
}

// pastCell is an area of another year or country; without results nothing is known.
func (d *markdownPage) pastCell(p *eifcheck.PastResult, id eif.AreaID) string {
	score, known := p.Areas[id]
	if !known {
		return "–"
	}
	return d.state(scoring.NoData, score, nil)
}
