package charts

import "strings"

// layer is a kind of mark. A later one is drawn over an earlier one.
type layer int

const (
	grid layer = iota
	gutters
	breaks
	averageArea
	averageLine
	scoreArea
	scoreLine
	gaps
	hatches
	spans
	averages
	scores
	indicative
	points
	lastLayer
)

// class is the class of the path with all marks of a kind.
func (l layer) class() string {
	return [lastLayer]string{
		"c-grid", "c-gutter", "c-break", "c-average-line", "c-average-line",
		"c-score-line c-area", "c-score-line", "c-gap", "c-hatch", "c-span", "c-average", "c-score",
		"c-indicative", "c-point",
	}[l]
}

// point is a place in a drawing.
type point struct{ x, y float64 }

// path is the data of an SVG path.
type path struct{ strings.Builder }

// pair writes two numbers; the sign of a negative one separates them.
func pair(x, y float64) string {
	second := number(y)
	if strings.HasPrefix(second, "-") {
		return number(x) + second
	}
	return number(x) + " " + second
}

func (p *path) move(to point) { p.WriteString("M" + pair(to.x, to.y)) }

// draw leads a line to a point.
func (p *path) draw(to point) { p.WriteString("L" + pair(to.x, to.y)) }

func (p *path) close() { p.WriteByte('z') }

// line leads from one point to another.
func (d *drawing) line(l layer, x1, y1, x2, y2 float64) {
	p := &d.layers[l]
	p.move(point{x1, y1})
	switch {
	case y1 == y2:
		p.WriteString("H" + number(x2))
	case x1 == x2:
		p.WriteString("V" + number(y2))
	default:
		p.draw(point{x2, y2})
	}
}

// box outlines a rectangle.
func (d *drawing) box(l layer, x, y, width, height float64) {
	p := &d.layers[l]
	p.move(point{x, y})
	p.WriteString("h" + number(width) + "v" + number(height) + "h" + number(-width) + "z")
}

// span draws what is not known: an open, hatched bar over the scores that are possible.
func (d *drawing) span(x, y, width, height float64) {
	d.box(spans, x, y, width, height)
	d.layers[hatches].hatch(rectangle(x, y, width, height))
}
