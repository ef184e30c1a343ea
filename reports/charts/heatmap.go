package charts

import (
	"strconv"
	"strings"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
)

// A cell of the heat map. Five stand side by side: no area has more recommendations.
const (
	cellWidth  = 64.0
	cellHeight = 44.0
	cellStep   = 72.0
	perLine    = 5
)

// HeatMap shows the 47 recommendations by area. Each cell leads to the section #R05 of its recommendation.
func HeatMap(a *eifcheck.Assessment, w eifcheck.Wording) Figure {
	b := author{w: w, a: a}
	places := make([]place, len(a.Recommendations))
	for i := range a.Recommendations {
		places[i] = placeOfRecommendation(&a.Recommendations[i])
	}
	f := Figure{
		ID: "chart-heat", Title: b.say("chart/heat.title", nil), Table: b.heatTable(places),
		Description: b.heatSaid(places),
	}
	if !drawable(places) {
		return f
	}
	var drawings []string
	for _, board := range a.Scoreboards {
		if board.ID != eif.CrossBorder {
			drawings = append(drawings, b.heatBoard(f.ID, board, places))
		}
	}
	f.SVG = together(append(drawings, b.key(f.ID+"-key", b.heatEntries(places))))
	return f
}

// heatBoard draws the recommendations of a scoreboard.
func (b *author) heatBoard(id string, board eifcheck.Scoreboard, places []place) string {
	d := drawing{
		id: id + "-" + strconv.Itoa(int(board.ID)), title: b.boardTitle("chart/board", board.ID),
		description: b.say("chart/heat", nil), class: "chart-heat", width: narrow, links: true,
	}
	d.element("text", d.title, "class", "c-strong", "x", "2", "y", "16")
	y := 26.0
	for i := range board.Areas {
		y = d.heading(2, y+18, rightEdge, string(board.Areas[i].ID), board.Areas[i].Title) - 10
		cells := 0
		for j := range places {
			if b.a.Recommendations[j].Area == board.Areas[i].ID {
				if cells > 0 && cells%perLine == 0 {
					y += cellHeight + 8
				}
				b.cell(&d, 2+cellStep*float64(cells%perLine), y, &places[j])
				cells++
			}
		}
		y += cellHeight + 12
	}
	d.height = y
	return d.html()
}

// cell draws a recommendation: its id, its score in figures, and the score again as filled blocks, so that it is
// told from the others without any colour.
func (b *author) cell(d *drawing, x, y float64, p *place) {
	d.open("a", "href", "#"+p.id, "aria-label", b.say("chart/cell", messages.Args{"id": p.id, "title": p.title, "state": b.tabled(p)}))
	level := "c-level-" + strconv.Itoa(int(p.score))
	if p.scored() {
		d.rect("c-cell "+level, x, y, cellWidth, cellHeight)
	} else if p.partial() || p.open() {
		d.mark("rect", "class", "c-cell c-unknown", "fill", d.hatch(), "x", number(x), "y", number(y),
			"width", number(cellWidth), "height", number(cellHeight))
	} else {
		d.rect("c-cell c-absent", x, y, cellWidth, cellHeight)
	}
	words := "c-on"
	if p.scored() {
		words += " " + level
	}
	d.text(x+6, y+17, words, p.id)
	if !p.scored() {
		d.text(x+6, y+36, words, b.brief(p))
		d.shut("a")
		return
	}
	d.text(x+6, y+36, words+" c-strong", strconv.Itoa(int(p.score)))
	for i := range eif.HighestScore {
		class := "c-block " + level
		if i < p.score {
			class += " c-full"
		}
		d.rect(class, x+21+10*float64(i), y+27, 7, 8)
	}
	if p.indicative() {
		d.mark("circle", "class", "c-ringlet "+level, "cx", number(x+54), "cy", number(y+12), "r", "4.5")
		d.mark("circle", "class", "c-block c-full "+level, "cx", number(x+54), "cy", number(y+12), "r", "1.5")
	}
	d.shut("a")
}

// heatSaid describes the heat map.
func (b *author) heatSaid(places []place) string {
	text := b.say("chart/heat", nil)
	if !drawable(places) {
		text = b.say("chart/said.nothing", nil)
	}
	// 47 titles are for the table.
	return strings.Join(append([]string{text}, b.saidScores(untitled(places))...), " ")
}

func (b *author) heatTable(places []place) Table {
	t := Table{Columns: []string{
		b.say("chart/head.recommendation", nil), b.say("chart/head.area", nil),
		b.say("chart/head.score", nil), b.say("chart/head.basis", nil),
	}}
	for i := range places {
		p := &places[i]
		area := b.a.Recommendations[i].Area
		t.Rows = append(t.Rows, []string{
			b.name(p), b.say("chart/name.area", messages.Args{"area": area}), b.tabled(p), b.basis(p),
		})
	}
	return t
}

// heatEntries explain the cells.
func (b *author) heatEntries(places []place) []entry {
	var list []entry
	for score := eif.HighestScore; score >= eif.LowestScore; score-- {
		level := "c-level-" + strconv.Itoa(int(score))
		list = append(list, entry{
			text: b.say("chart/legend.level-"+strconv.Itoa(int(score)), nil),
			mark: func(d *drawing, x, y float64) {
				d.rect("c-cell "+level, x-14, y-10, 28, 20)
				d.text(x, y+5, "c-on c-mid "+level, strconv.Itoa(int(score)))
			},
		})
	}
	if some(places, func(p *place) bool { return p.open() || p.partial() }) {
		list = append(list, b.spanEntry("chart/legend.unknown"))
	}
	if some(places, (*place).indicative) {
		list = append(list, b.indicativeEntry())
	}
	if some(places, func(p *place) bool { return b.brief(p) != b.state(p) }) {
		list = append(list, b.wordEntry(b.say("chart/not-applicable.brief", nil), "chart/legend.not-applicable"))
	}
	return list
}
