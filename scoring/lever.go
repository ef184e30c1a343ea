package scoring

import (
	"cmp"
	"slices"

	"github.com/eifcheck/eifcheck/eif"
)

// Goal is what a lever is for.
type Goal string

// The goals.
const (
	// NextLevel lifts the area one level.
	NextLevel Goal = "next_level"
	// ToAverage lifts the area until it is no longer below the EU average.
	ToAverage Goal = "average"
)

// Lever is a smallest set of rises that lifts an area to a target.
type Lever struct {
	Goal Goal `json:"goal"`
	// Target is the score the area reaches.
	Target eif.Score `json:"target"`
	// Rises say which recommendation must reach what.
	Rises []Rise `json:"rises"`
	// Count is the number of one-level rises in all.
	Count int `json:"count"`
}

// Rise lifts one recommendation.
type Rise struct {
	Recommendation eif.RecommendationID `json:"recommendation"`
	From           eif.Score            `json:"from"`
	To             eif.Score            `json:"to"`
	// Indicators are its questions whose level is below To, in order: empty where none is answered.
	Indicators []eif.IndicatorID `json:"indicators"`
}

// levers are the fewest rises that lift a scored area one level, and to the average when that is
// further. They are known only when all its recommendations are, and their median is the area's score.
func levers(score eif.Score, average *eif.Hundredths, ids []eif.RecommendationID, values []Value) []Lever {
	known, ok := knownRises(ids, values)
	if !ok || score == eif.HighestScore || medianOf(known) != score {
		return nil
	}
	next := score + 1
	result := []Lever{cheapest(NextLevel, next, known)}
	if target := notBelow(average); target > next {
		result = append(result, cheapest(ToAverage, target, known))
	}
	return result
}

// nameQuestions adds to each rise of an area's levers the questions that are below where it leads.
func nameQuestions(levers []Lever, recommendations []*Recommendation) {
	for _, l := range levers {
		for i := range l.Rises {
			rise := &l.Rises[i]
			rise.Indicators = []eif.IndicatorID{}
			for _, r := range recommendations {
				if r.ID == rise.Recommendation {
					rise.Indicators = append(rise.Indicators, r.questionsBelow(rise.To)...)
				}
			}
		}
	}
}

// questionsBelow are the questions with a level below a target.
func (r *Recommendation) questionsBelow(target eif.Score) []eif.IndicatorID {
	var ids []eif.IndicatorID
	for _, in := range r.Indicators {
		if in.Status == Scored && in.Level < target {
			ids = append(ids, in.ID)
		}
	}
	return ids
}

// notBelow is the lowest score that is not below an average; 0 without one.
func notBelow(average *eif.Hundredths) eif.Score {
	if average == nil {
		return 0
	}
	for s := eif.LowestScore; s < eif.HighestScore; s++ {
		if RelationOf(s.Hundredths()-*average) != Below {
			return s
		}
	}
	return eif.HighestScore
}

// knownRises lists what could rise, highest score first, ties in the framework's order.
func knownRises(ids []eif.RecommendationID, values []Value) ([]Rise, bool) {
	known := make([]Rise, 0, len(ids))
	for i, v := range values {
		switch v.Status {
		case Scored:
			known = append(known, Rise{Recommendation: ids[i], From: v.Score, To: v.Score})
		case NotApplicable:
		default:
			return nil, false
		}
	}
	slices.SortStableFunc(known, func(a, b Rise) int { return cmp.Compare(b.From, a.From) })
	return known, len(known) > 0
}

func medianOf(rises []Rise) eif.Score {
	var few [8]eif.Score
	scores := few[:0]
	for _, r := range rises {
		scores = append(scores, r.From)
	}
	return Median(scores)
}

// cheapest finds the fewest one-level rises that bring the median to a target. The upper half must
// reach it; of an even number, the two middle scores must together come to twice the target less
// one (half is rounded up), so each split of that sum is tried.
func cheapest(goal Goal, target eif.Score, known []Rise) Lever {
	half := len(known) / 2
	if len(known)%2 == 1 {
		return lever(goal, target, known, half+1, target, eif.LowestScore)
	}
	best := Lever{Count: -1}
	for upper := target; upper <= eif.HighestScore; upper++ {
		lower := max(eif.LowestScore, 2*target-1-upper)
		candidate := lever(goal, target, known, half, upper, lower)
		if best.Count < 0 || candidate.Count < best.Count {
			best = candidate
		}
	}
	return best
}

// lever raises the first n of the rises to upper and the one after them to lower.
func lever(goal Goal, target eif.Score, known []Rise, n int, upper, lower eif.Score) Lever {
	l := Lever{Goal: goal, Target: target, Rises: []Rise{}}
	for i, r := range known {
		to := r.From
		switch {
		case i < n:
			to = max(to, upper)
		case i == n:
			to = max(to, lower)
		}
		if to > r.From {
			l.Rises = append(l.Rises, Rise{Recommendation: r.Recommendation, From: r.From, To: to})
			l.Count += int(to - r.From)
		}
	}
	slices.SortFunc(l.Rises, func(a, b Rise) int { return cmp.Compare(a.Recommendation, b.Recommendation) })
	return l
}
