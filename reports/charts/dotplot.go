package charts

import (
	"strconv"
	"strings"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/scoring"
)

// The columns of a dot plot: the scale, then score, relation and average in figures.
const (
	trackFrom = 12.0
	trackTo   = 188.0
	figuresAt = 212.0
	signsAt   = 228.0
	rightEdge = narrow - 4
	titleAt   = 2.0
)

func track() scale { return scale{from: trackFrom, to: trackTo} }

// DotPlot sets each area of a scoreboard beside its EU average: one row an area, the title above its scale, so that
// it is as legible on a telephone as on paper.
func DotPlot(a *eifcheck.Assessment, board eifcheck.Scoreboard, w eifcheck.Wording) Figure {
	b := author{w: w, a: a}
	places := placesOf(board)
	title := "chart/dots.title-alone"
	if some(places, hasAverage) {
		title = "chart/dots.title"
	}
	f := Figure{
		ID: "chart-dots-" + strconv.Itoa(int(board.ID)), Title: b.boardTitle(title, board.ID),
		Description: b.describe("chart/dots", board, places), Table: b.boardTable(board, places),
	}
	if !drawable(places) {
		return f
	}
	d := drawing{id: f.ID, title: f.Title, description: f.Description, class: "chart-dots", width: narrow}
	y := b.dotHead(&d, places)
	for i := range places {
		y = b.dotRow(&d, y, &places[i])
	}
	d.levels(track(), y+12)
	entries := b.entries(places)
	if some(places, hasAverage) {
		entries = append(entries, b.averageEntry(b.averageSaid(board)))
	}
	d.height = d.legend(y+30, entries) + 6
	f.SVG = single(&d)
	return f
}

func (b *author) boardTitle(code string, id eif.Scoreboard) string {
	return b.say(code, messages.Args{"number": int(id), "title": b.w.Texts.Scoreboard(id).Title})
}

// dotHead writes the heads of the columns and returns where the rows begin.
func (b *author) dotHead(d *drawing, places []place) float64 {
	d.text(trackFrom-6, 14, "c-faint", b.say("chart/lower", nil))
	d.text(trackTo+6, 14, "c-faint c-end", b.say("chart/higher", nil))
	d.levels(track(), 32)
	d.text(figuresAt, 32, "c-faint", b.say("chart/head.score-brief", nil))
	if some(places, hasAverage) {
		d.text(rightEdge, 32, "c-faint c-end", b.say("chart/head.average-brief", nil))
	}
	return 40
}

// levels labels the lines of the scale.
func (d *drawing) levels(s scale, y float64) {
	d.open("g", "class", "c-faint c-mid")
	for _, level := range levels() {
		d.text(s.of(level), y, "", strconv.Itoa(int(level)))
	}
	d.shut("g")
}

// dotRow draws an area and returns where the next row begins.
func (b *author) dotRow(d *drawing, y float64, p *place) float64 {
	const toTrack, toNext = 2, 20
	y = d.heading(y+lineStep, p.id, p.title) + toTrack
	if !p.scored() && p.status == scoring.NotApplicable {
		d.text(trackFrom-6, y+5, "c-faint", b.state(p))
		return y + toNext
	}
	d.track(track(), y)
	d.marks(track(), y, p)
	d.text(figuresAt, y+5, "c-strong", b.state(p))
	if sign := b.sign(p); sign != "" {
		x := signsAt
		if p.partial() {
			x = figuresAt + letter*float64(len(b.state(p)))
		}
		d.text(x, y+5, "", sign)
	}
	if p.average != nil {
		d.text(rightEdge, y+5, "c-end", p.average.String())
	}
	return y + toNext
}

// heading writes an id and a title and returns the baseline after them.
func (c *canvas) heading(y float64, id, title string) float64 {
	for i, line := range wrap(id+" "+title, rightEdge) {
		rest, isFirst := strings.CutPrefix(line, id)
		if i > 0 || !isFirst {
			c.text(titleAt, y, "", line)
		} else {
			c.open("text", "x", number(titleAt), "y", number(y))
			c.element("tspan", id, "class", "c-strong")
			c.WriteString(escape(rest))
			c.shut("text")
		}
		y += lineStep
	}
	return y
}

// track draws the scale of a row.
func (d *drawing) track(s scale, y float64) {
	d.line(grid, s.from, y, s.to, y)
	for _, level := range levels() {
		d.line(grid, s.of(level), y-5, s.of(level), y+5)
	}
}

// marks draws what is known of a row on its scale.
func (d *drawing) marks(s scale, y float64, p *place) {
	const past = 7
	switch {
	case p.scored():
		if p.average != nil && p.average.String() != p.score.Hundredths().String() {
			d.line(gaps, s.of(p.score), y, s.at(*p.average), y)
		}
	case p.partial() || p.open():
		low, high := s.of(p.interval[0]), s.of(p.interval[1])
		d.span(low-past, y-spanHeight/2, high-low+2*past, spanHeight)
	}
	if p.average != nil {
		d.diamond(s.at(*p.average), y)
	}
	if p.scored() {
		d.dot(s.of(p.score), y, p.indicative())
	}
}
