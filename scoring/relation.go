package scoring

import "github.com/eifcheck/eifcheck/eif"

// Relation says how a score stands to the EU average.
type Relation string

// The relations. The empty one means that there is nothing to compare.
const (
	// Above: at least half a point over the average.
	Above Relation = "above"
	// At: within half a point of it.
	At Relation = "at"
	// Below: at least half a point under it.
	Below Relation = "below"
)

// RelationOf judges a gap, score minus average, in hundredths.
func RelationOf(gap eif.Hundredths) Relation {
	const half = 50
	switch {
	case gap >= half:
		return Above
	case gap <= -half:
		return Below
	}
	return At
}
