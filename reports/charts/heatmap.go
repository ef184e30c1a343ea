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
	cellWidth  = 66.0
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
		y = d.heading(y+18, string(board.Areas[i].ID), board.Areas[i].Title) - 10
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
	d.open("a", "href", "#"+p.id, "class", cellClass(p), "aria-label", b.say("chart/cell", messages.Args{
		"id": p.id, "title": p.title, "state": b.brief(p),
	}))
	d.rect(x, y, cellWidth, cellHeight)
	if p.partial() || p.open() {
		d.hatchedCell(x, y)
	}
	d.text(x+5, y+17, "", p.id)
	// Without a space, what is read from the cell would be one word, and not what it is called.
	d.WriteByte(' ')
	if p.scored() {
		d.text(x+5, y+36, "c-strong", strconv.Itoa(int(p.score)))
		d.blocks(x+22, y+27, p.score)
	} else {
		d.text(x+5, y+36, "", b.brief(p))
	}
	if p.indicative() {
		d.ring(x+53, y+12)
	}
	d.shut("a")
}

// hatchedCell hatches a cell, and leaves room for what is written in it. All cells are alike: one is drawn, and
// repeated.
func (d *drawing) hatchedCell(x, y float64) {
	if d.hatched == "" {
		var lines path
		lines.hatch(rectangle(0, 0, cellWidth, cellHeight))
		var c canvas
		c.mark("path", "class", "c-hatch", "d", lines.String())
		c.mark("path", "class", "c-gutter", "d", "M2 4h34v17h-34zM2 23h62v18h-62z")
		d.hatched = c.String()
	}
	d.mark("use", "href", "#"+d.id+"-h", "x", number(x), "y", number(y))
}

// cellClass is the look of a cell.
func cellClass(p *place) string {
	switch {
	case p.scored():
		return "c-level-" + strconv.Itoa(int(p.score))
	case p.partial() || p.open():
		return "c-unknown"
	}
	return "c-absent"
}

// blocks draws a score as four blocks, filled up to it.
func (d *drawing) blocks(x, y float64, score eif.Score) {
	var full, rest path
	for i := range eif.HighestScore {
		block := &full
		if i >= score {
			block = &rest
		}
		block.move(point{x + 10*float64(i), y})
		block.WriteString("h7v8h-7z")
	}
	d.mark("path", "class", "c-full", "d", full.String())
	if rest.Len() > 0 {
		d.mark("path", "class", "c-block", "d", rest.String())
	}
}

// ring marks an indicative score in a cell.
func (d *drawing) ring(x, y float64) {
	d.mark("circle", "class", "c-block", "cx", number(x), "cy", number(y), "r", "5")
	d.mark("circle", "class", "c-full", "cx", number(x), "cy", number(y), "r", "2")
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
		list = append(list, entry{
			text: b.say("chart/legend.level-"+strconv.Itoa(int(score)), nil),
			mark: func(d *drawing, x, y float64) {
				d.open("g", "class", "c-level-"+strconv.Itoa(int(score)))
				d.rect(x-14, y-10, 28, 20)
				d.text(x, y+5, "c-mid", strconv.Itoa(int(score)))
				d.shut("g")
			},
		})
	}
	if some(places, func(p *place) bool { return p.open() || p.partial() }) {
		list = append(list, b.spanEntry("chart/legend.unknown"))
	}
	if some(places, (*place).indicative) {
		list = append(list, b.indicativeEntry())
	}
	return b.withBrief(list, places)
}
