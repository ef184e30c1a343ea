package charts

import (
	"math"
	"strconv"
	"strings"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/eif"
)

// The radar: where its middle is and how large it is. Level 1 has a ring of its own and is not the middle, where
// every axis would meet.
const (
	radarX     = narrow / 2
	radarY     = 156.0
	radarInner = 28.0
	radarOuter = 116.0
	// fewestAxes is below what no area is enclosed.
	fewestAxes = 3
)

// axis places scores along a direction from the middle; the first of the axes points up, the others follow clockwise.
type axis struct {
	scale
	cos, sin float64
}

func axisOf(i, count int) axis {
	angle := 2*math.Pi*float64(i)/float64(count) - math.Pi/2
	return axis{scale: scale{from: radarInner, to: radarOuter}, cos: math.Cos(angle), sin: math.Sin(angle)}
}

// out is the point at a distance from the middle.
func (x axis) out(distance float64) point {
	return point{x: radarX + distance*x.cos, y: radarY + distance*x.sin}
}

// Radar draws a scoreboard as the Commission does: one axis an area, the scores as one line, the EU averages as
// another. Where there is no score the line stops.
func Radar(a *eifcheck.Assessment, board eifcheck.Scoreboard, w eifcheck.Wording) Figure {
	b := author{w: w, a: a}
	places := placesOf(board)
	f := Figure{
		ID: "chart-radar-" + strconv.Itoa(int(board.ID)), Title: b.boardTitle("chart/radar.title", board.ID),
		Description: b.describe("chart/radar", board, places), Table: b.boardTable(board, places),
	}
	if !drawable(places) || len(places) < fewestAxes {
		return f
	}
	d := drawing{id: f.ID, title: f.Title, description: f.Description, class: "chart-radar", width: narrow}
	d.web(len(places))
	d.polygon(averageArea, averageLine, places, func(p *place) (eif.Hundredths, bool) {
		if p.average == nil {
			return 0, false
		}
		return *p.average, true
	})
	d.polygon(scoreArea, scoreLine, places, func(p *place) (eif.Hundredths, bool) {
		return p.score.Hundredths(), p.scored()
	})
	for i := range places {
		b.radarAxis(&d, axisOf(i, len(places)), &places[i])
	}
	d.rings(len(places))
	d.height = b.radarKey(&d, board, places)
	f.SVG = single(&d)
	return f
}

// web draws the rings and the axes.
func (d *drawing) web(count int) {
	p := &d.layers[grid]
	for _, level := range levels() {
		for i := range count {
			x := axisOf(i, count)
			p.step(i > 0, x.out(x.of(level)))
		}
		p.close()
	}
	for i := range count {
		x := axisOf(i, count)
		p.move(x.out(radarInner))
		p.draw(x.out(radarOuter))
	}
}

// step leads to a point: with a line, or with none at the beginning of one.
func (p *path) step(drawn bool, to point) {
	if drawn {
		p.draw(to)
		return
	}
	p.move(to)
}

// rings labels the rings, between the first axis and the second where no mark lies.
func (d *drawing) rings(count int) {
	first, second := axisOf(0, count), axisOf(1, count)
	for _, level := range levels() {
		distance := first.of(level)
		p, q := first.out(distance), second.out(distance)
		d.text((p.x+q.x)/2, (p.y+q.y)/2+5, "c-ring c-mid", strconv.Itoa(int(level)))
	}
}

// polygon joins the values of neighbouring axes. Where one is missing the line is open, and nothing is filled.
func (d *drawing) polygon(closed, open layer, places []place, value func(*place) (eif.Hundredths, bool)) {
	count := len(places)
	if !some(places, func(p *place) bool { _, ok := value(p); return !ok }) {
		for i := range places {
			h, _ := value(&places[i])
			x := axisOf(i, count)
			d.layers[closed].step(i > 0, x.out(x.at(h)))
		}
		d.layers[closed].close()
		return
	}
	for i := range places {
		this, next := axisOf(i, count), axisOf(i+1, count)
		from, ok := value(&places[i])
		to, follows := value(&places[(i+1)%count])
		if ok && follows {
			d.layers[open].move(this.out(this.at(from)))
			d.layers[open].draw(next.out(next.at(to)))
		}
	}
}

// radarAxis draws the marks of an area and names it at the end of its axis.
func (b *author) radarAxis(d *drawing, x axis, p *place) {
	if p.partial() || p.open() {
		d.alongAxis(x, p.interval)
	}
	if p.average != nil {
		at := x.out(x.at(*p.average))
		d.diamond(at.x, at.y)
	}
	if p.scored() {
		at := x.out(x.of(p.score))
		d.dot(at.x, at.y, p.indicative())
	}
	label, anchor := x.out(radarOuter+18), " c-mid"
	const upright = 0.3
	switch {
	case x.cos > upright:
		anchor, label.x = "", label.x-2
	case x.cos < -upright:
		anchor, label.x = " c-end", label.x+2
	}
	y := label.y + 5 + 5*x.sin
	if p.scored() {
		d.text(label.x, y, "c-strong"+anchor, p.id)
		return
	}
	if x.sin < 0 {
		y -= lineStep / 2
	}
	d.text(label.x, y, "c-strong"+anchor, p.id)
	d.text(label.x, y+16, strings.TrimSpace(anchor), b.brief(p))
}

// alongAxis draws an open span over the scores that are possible.
func (d *drawing) alongAxis(x axis, interval [2]eif.Score) {
	const half, past = 5, 6
	from, to := x.out(x.of(interval[0])-past), x.out(x.of(interval[1])+past)
	dx, dy := -half*x.sin, half*x.cos
	corners := []point{
		{from.x + dx, from.y + dy}, {to.x + dx, to.y + dy}, {to.x - dx, to.y - dy}, {from.x - dx, from.y - dy},
	}
	for i, corner := range corners {
		d.layers[spans].step(i > 0, corner)
	}
	d.layers[spans].close()
	d.layers[hatches].hatch(corners)
}

// radarKey names the axes and the marks below the radar, and returns the height of it all.
func (b *author) radarKey(d *drawing, board eifcheck.Scoreboard, places []place) float64 {
	y := radarY + radarOuter + 62
	for i := range places {
		y = d.heading(y, places[i].id, places[i].title)
	}
	entries := b.entries(places)
	if some(places, hasAverage) {
		entries = append(entries, b.averageEntry(b.averageSaid(board)))
	}
	return d.legend(y-8, b.withBrief(entries, places)) + 6
}
