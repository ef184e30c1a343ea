package reports

import (
	"io"
	"strconv"
	"strings"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/observatory"
	"github.com/eifcheck/eifcheck/scoring"
)

// factsheetDocument is the state of play in sentences, scoreboard by scoreboard. Its ending lets -o x.md
// stay the whole report.
func factsheetDocument() Document {
	return Document{Name: "factsheet", Extension: ".factsheet.md", About: "document/factsheet", Write: writeFactsheet}
}

func writeFactsheet(files Files, a *eifcheck.Assessment, o DocumentOptions) error {
	out, err := files("")
	if err != nil {
		return err
	}
	_, err = io.WriteString(out, newFactsheet(a, o).page())
	return err
}

// chapter is a heading and the statements under it, a paragraph each list.
type chapter struct {
	heading    string
	paragraphs [][]statement
	// board is what the table under the paragraphs shows, nil for none.
	board *eifcheck.Scoreboard
}

// chapters are the factsheet before it is set as Markdown.
func (f *factsheet) chapters() []chapter {
	list := []chapter{{
		heading:    f.words.say("factsheet/title", messages.Args{"subject": f.subject()}),
		paragraphs: [][]statement{f.frame(), f.origin(), f.overview()},
	}}
	for i := range f.a.Scoreboards {
		board := &f.a.Scoreboards[i]
		c := chapter{board: board, heading: f.words.say("text/scoreboard", messages.Args{
			"number": int(board.ID), "title": f.words.text.wording.Texts.Scoreboard(board.ID).Title,
		})}
		lead := f.standing(*board)
		if board.ID == eif.CrossBorder {
			about := f.say("factsheet/cross-border", messages.Args{"count": len(board.Areas)})
			lead = append([]statement{about}, lead...)
		}
		c.paragraphs = [][]statement{lead}
		if board.ID != eif.CrossBorder { // it has no gaps and no levers: it repeats the areas
			c.paragraphs = append(c.paragraphs, f.room(*board))
		}
		list = append(list, c)
	}
	return append(list, chapter{heading: f.words.say("factsheet/method", nil), paragraphs: [][]statement{f.method()}})
}

// subject names what the text is about.
func (f *factsheet) subject() string { return f.words.text.subject(f.a) }

func (f *factsheet) say(code string, args messages.Args) statement {
	return statement{kind: saysFrame, text: f.words.say(code, args)}
}

// frame says what the framework and the scale are.
func (f *factsheet) frame() []statement {
	code := "factsheet/frame.three"
	if len(f.a.Scoreboards) > int(eif.Model) {
		code = "factsheet/frame.four"
	}
	return []statement{f.say("factsheet/frame", nil), f.say(code, nil), f.say("factsheet/scale", nil)}
}

// origin says whose the scores are, how far the file has come, and what the scores are compared with.
func (f *factsheet) origin() []statement {
	bases := map[scoring.Basis]bool{}
	for _, board := range f.a.Scoreboards {
		for i := range board.Areas {
			if basis := board.Areas[i].Basis; basis != scoring.NoBasis {
				bases[basis] = true
			}
		}
	}
	var list []statement
	switch {
	case len(bases) > 1:
		list = append(list, f.say("factsheet/origin.mixed", nil))
	case bases[scoring.Published]:
		list = append(list, f.say("factsheet/origin.published", nil))
	case bases[scoring.Stated]:
		list = append(list, f.say("factsheet/origin.stated", nil))
	case bases[scoring.Derived]:
		list = append(list, f.say("factsheet/origin.derived", nil))
	}
	asPublished := len(bases) == 1 && bases[scoring.Published]
	if f.a.Document.Status == assessment.Draft && !asPublished {
		list = append(list, f.say("factsheet/draft", nil))
	}
	if n := f.a.Summary.Errors; n > 0 {
		list = append(list, f.say("factsheet/errors", messages.Args{"count": n}))
	}
	return append(list, f.reference(len(bases) > 0)...)
}

// reference says what the scores are compared with, and how old that is.
func (f *factsheet) reference(scored bool) []statement {
	average := f.a.Methodology.AverageYear
	switch {
	case average == nil && !scored:
		return nil
	case average == nil:
		return []statement{f.say("factsheet/no-average", nil)}
	}
	args := messages.Args{"year": year(*average), "count": *f.a.Year - *average}
	switch {
	case !scored: // nothing to compare, but the tables have the column
		return []statement{f.say("factsheet/average.table", args)}
	case *average != *f.a.Year:
		return []statement{f.say("factsheet/average.older", args)}
	}
	return []statement{f.say("factsheet/average", args)}
}

// overview counts the areas of scoreboards 1 to 3. There is no overall score.
func (f *factsheet) overview() []statement {
	s := f.a.Summary
	code := "factsheet/in-all"
	switch s.Scored {
	case 0:
		code = "factsheet/in-all.none"
	case s.Areas:
		code = "factsheet/in-all.all"
	}
	list := []statement{{kind: saysInAll, text: f.words.say(code, messages.Args{"areas": s.Areas, "count": s.Scored})}}
	if s.Scored == 0 || s.Above == nil || s.At == nil || s.Below == nil {
		return list
	}
	var parts []string
	for _, part := range []struct {
		code  string
		count int
	}{
		{"factsheet/compared.above", *s.Above},
		{"factsheet/compared.at", *s.At},
		{"factsheet/compared.below", *s.Below},
	} {
		if part.count > 0 {
			parts = append(parts, f.words.say(part.code, messages.Args{"count": part.count}))
		}
	}
	return append(list, statement{
		kind: saysCompared, text: f.words.say("factsheet/compared", messages.Args{"parts": parts}),
	})
}

// method says how the text came about, and whose the published numbers are.
func (f *factsheet) method() []statement {
	list := []statement{f.say("factsheet/made", nil), f.say("factsheet/years", nil), f.say("factsheet/inferred", nil)}
	if has(f.a, func(area *eifcheck.Area) bool { return area.Basis == scoring.Derived }) {
		list = append(list, f.say("text/indicative", nil))
	}
	if showsPublished(f.a) {
		list = append(list, f.say("factsheet/source", messages.Args{"source": observatory.Attribution}))
	}
	header := f.words.text.header
	return append(list, f.say("factsheet/tool", messages.Args{"version": header.Tool.Version, "day": header.AsOf}))
}

// page sets the factsheet as Markdown.
func (f *factsheet) page() string {
	var b strings.Builder
	for i, c := range f.chapters() {
		mark := "\n## "
		if i == 0 {
			mark = "# "
		}
		b.WriteString(mark + escapeMarkdown(c.heading) + "\n")
		for _, paragraph := range c.paragraphs {
			var sentences []string
			for j := range paragraph {
				sentences = append(sentences, escapeMarkdown(paragraph[j].text))
			}
			if len(sentences) > 0 {
				b.WriteString("\n" + strings.Join(sentences, " ") + "\n")
			}
		}
		if c.board != nil {
			b.WriteString("\n" + f.table(c.board))
		}
	}
	return b.String()
}

// table stands for the chart of a scoreboard.
func (f *factsheet) table(board *eifcheck.Scoreboard) string {
	var b strings.Builder
	if f.compared {
		b.WriteString(f.words.tableHead("area", "score", "average", "gap"))
	} else {
		b.WriteString(f.words.tableHead("area", "score"))
	}
	for i := range board.Areas {
		area := &board.Areas[i]
		cells := []string{f.words.area(eif.Principles, area.ID), f.words.state(area.Status, area.Score, area.Interval)}
		if f.compared {
			cells = append(cells, optional(area.Average, f.decimals, number),
				escapeMarkdown(optional(area.Gap, f.decimals, signed)))
		}
		b.WriteString(markdownRow(cells...))
	}
	return b.String()
}

// state is a score, what it can still become, or why there is none.
func (m markdownWords) state(status scoring.Status, score *eif.Score, interval *[2]eif.Score) string {
	switch {
	case score != nil:
		return strconv.Itoa(int(*score))
	case status == scoring.Partial && interval != nil:
		return m.escaped("text/interval", messages.Args{"low": int(interval[0]), "high": int(interval[1])})
	}
	return m.escaped("status."+string(status), nil)
}

// optional prints a number, nothing where there is none.
func optional(h *eif.Hundredths, decimals bool, show func(eif.Hundredths, bool) string) string {
	if h == nil {
		return ""
	}
	return show(*h, decimals)
}
