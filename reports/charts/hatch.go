package charts

import "math"

// hatchStep is how far apart the lines of a hatching are, along either side of a drawing.
const hatchStep = 10.0

// hatch draws slanting lines over a convex shape, each cut off at its edges. They are lines and no pattern: a browser
// prints a pattern as a picture of every place that it fills, which made a report of some megabytes of it.
func (p *path) hatch(corners []point) {
	if len(corners) == 0 {
		return
	}
	low, high := corners[0].x+corners[0].y, corners[0].x+corners[0].y
	for _, c := range corners {
		low, high = min(low, c.x+c.y), max(high, c.x+c.y)
	}
	// Each line is told from the end of the one before: those are shorter numbers.
	var last point
	for at := low + hatchStep/2; at < high; at += hatchStep {
		from, to, ok := crossing(corners, at)
		if !ok || to.x-from.x < 1 {
			continue
		}
		from, to = from.rounded(), to.rounded()
		if last == (point{}) {
			p.move(from)
		} else {
			p.WriteString("m" + pair(from.x-last.x, from.y-last.y))
		}
		p.WriteString("l" + pair(to.x-from.x, to.y-from.y))
		last = to
	}
}

// rounded is a point as number writes it, so that no error adds up from line to line.
func (p point) rounded() point { return point{math.Round(p.x*10) / 10, math.Round(p.y*10) / 10} }

// crossing is where the line x + y = at enters a convex shape and where it leaves it, from left to right.
func crossing(corners []point, at float64) (from, to point, ok bool) {
	for i, a := range corners {
		b := corners[(i+1)%len(corners)]
		before, after := a.x+a.y-at, b.x+b.y-at
		if before < 0 == (after < 0) {
			continue
		}
		part := before / (before - after)
		cut := point{x: a.x + part*(b.x-a.x), y: a.y + part*(b.y-a.y)}
		switch {
		case !ok:
			from, to, ok = cut, cut, true
		case cut.x < from.x:
			from = cut
		case cut.x > to.x:
			to = cut
		}
	}
	return from, to, ok
}

// rectangle lists the corners of one.
func rectangle(x, y, width, height float64) []point {
	return []point{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}}
}
