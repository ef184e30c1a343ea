package charts

import (
	"math"
	"regexp"
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

// The lines of a hatching stay within the shape, and none of it is left without.
func TestHatching(t *testing.T) {
	t.Parallel()

	lines := regexp.MustCompile(`([Mm])(-?[\d.]+) ?(-?[\d.]+)l(-?[\d.]+) ?(-?[\d.]+)`)
	rapid.Check(t, func(t *rapid.T) {
		side := rapid.Float64Range(-300, 300)
		x, y := side.Draw(t, "x"), side.Draw(t, "y")
		size := rapid.Float64Range(4, 120)
		width, height := size.Draw(t, "width"), size.Draw(t, "height")
		var p path
		p.hatch(rectangle(x, y, width, height))
		found := lines.FindAllStringSubmatch(p.String(), -1)
		if want := int((width + height) / hatchStep); len(found) < want-1 || len(found) > want+1 {
			t.Fatalf("%d lines, want about %d: %s", len(found), want, p.String())
		}
		const rounding = 0.11
		at := point{}
		for i, line := range found {
			var n [4]float64
			for i := range n {
				n[i], _ = strconv.ParseFloat(line[i+2], 64)
			}
			if (line[1] == "M") != (i == 0) {
				t.Fatalf("line %d begins with %s", i, line[1])
			}
			from := point{at.x + n[0], at.y + n[1]}
			at = point{from.x + n[2], from.y + n[3]}
			if from.x < x-rounding || at.x > x+width+rounding || from.y > y+height+rounding || at.y < y-rounding {
				t.Fatalf("line %d leaves %g %g %g %g: %s", i, x, y, width, height, p.String())
			}
			if math.Abs(n[2]+n[3]) > 2*rounding || n[2] <= 0 {
				t.Fatalf("%s does not rise to the right", line[0])
			}
		}
	})
}
