package scoring

import (
	"cmp"
	"slices"

	"github.com/eifcheck/eifcheck/eif"
)

// Gap is an area of scoreboards 1 to 3 that scores under 4, with where to start.
type Gap struct {
	// Area is the result it belongs to.
	Area *Area
	// Start are the recommendations to look at first: those of the cheapest lever, else those with
	// the lowest known score, if that is under 4; empty when none is known.
	Start []eif.RecommendationID
}

// Rises is the fewest one-level rises that lift the area one level; 0 when they cannot be known.
func (g Gap) Rises() int {
	if len(g.Area.Levers) == 0 {
		return 0
	}
	return g.Area.Levers[0].Count
}

// gaps lists what can rise, first what to do first: below the average before the rest, then what a
// single rise moves, then the larger distance; without an average by lowest score, then by what a single rise moves.
func gaps(c *Scorecard) []Gap {
	list := []Gap{}
	for i := range c.Areas {
		if a := &c.Areas[i]; a.Status == Scored && a.Score < eif.HighestScore {
			list = append(list, Gap{Area: a, Start: start(c, a)})
		}
	}
	slices.SortStableFunc(list, compareGaps)
	return list
}

func compareGaps(a, b Gap) int {
	if a.Area.Gap == nil || b.Area.Gap == nil {
		return cmp.Or(cmp.Compare(a.Area.Score, b.Area.Score), byOneRise(a, b))
	}
	return cmp.Or(
		first(a.Area.Relation == Below, b.Area.Relation == Below),
		byOneRise(a, b),
		cmp.Compare(*a.Area.Gap, *b.Area.Gap),
	)
}

func byOneRise(a, b Gap) int { return first(a.Rises() == 1, b.Rises() == 1) }

// first puts what holds before what does not.
func first(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

func start(c *Scorecard, a *Area) []eif.RecommendationID {
	ids := []eif.RecommendationID{}
	if len(a.Levers) > 0 {
		for _, rise := range a.Levers[0].Rises {
			ids = append(ids, rise.Recommendation)
		}
		return ids
	}
	lowest := eif.HighestScore
	for _, id := range a.Recommendations {
		if r := c.Recommendation(id); r.Status == Scored && r.Score < lowest {
			lowest = r.Score
		}
	}
	for _, id := range a.Recommendations {
		if r := c.Recommendation(id); r.Status == Scored && r.Score == lowest && lowest < eif.HighestScore {
			ids = append(ids, id)
		}
	}
	return ids
}
