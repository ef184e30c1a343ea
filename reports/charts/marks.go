package charts

import (
	"github.com/eifcheck/eifcheck/eif"
)

// The sizes of the marks. A diamond goes around a dot, so that both are seen where score and average are the same.
const (
	diamondOut = 9.5
	spanHeight = 14.0
)

// scale places scores on a straight line: level 1 at from, level 4 at to.
type scale struct{ from, to float64 }

// at places hundredths of a level exactly where they are; what is off the scale stands at its end.
func (s scale) at(h eif.Hundredths) float64 {
	low, high := eif.LowestScore.Hundredths(), eif.HighestScore.Hundredths()
	h = max(low, min(h, high))
	return s.from + (s.to-s.from)*float64(h-low)/float64(high-low)
}

func (s scale) of(score eif.Score) float64 { return s.at(score.Hundredths()) }

// levels lists the scale.
func levels() []eif.Score { return []eif.Score{1, 2, 3, 4} }

// dot draws a score: filled, or a ring with a point where it is only indicative. A filled dot is a line of no length
// with round ends.
func (d *drawing) dot(x, y float64, isIndicative bool) {
	if !isIndicative {
		d.layers[scores].move(point{x, y})
		d.layers[scores].WriteString("h0")
		return
	}
	const radius = 5
	d.layers[indicative].move(point{x - radius, y})
	d.layers[indicative].WriteString("a5 5 0 1 0 10 0a5 5 0 1 0-10 0z")
	d.layers[points].move(point{x, y})
	d.layers[points].WriteString("h0")
}

// diamond draws an average.
func (d *drawing) diamond(x, y float64) {
	d.layers[averages].move(point{x, y - diamondOut})
	d.layers[averages].WriteString("l9.5 9.5-9.5 9.5-9.5-9.5z")
}
