package rules

import (
	"strconv"

	"github.com/eifcheck/eifcheck/eif"
)

// levels is a set: what the result of something can be, or what a text allows it to be. Two sets that
// share nothing contradict each other. That is how whatever is not certain stays unjudged: an unanswered
// area can be anything, one that was redrawn is either of two, and a partial one lies in an interval.
type levels uint16

// The members: no data, the four scores at their own bit, and two sides of the average. The sides let "above" and
// "below" contradict each other where no average is known; in line with it is on both.
const (
	withoutData levels = 1 << 0
	anyScore    levels = 1<<1 | 1<<2 | 1<<3 | 1<<4
	overAverage levels = 1 << 5
	underIt     levels = 1 << 6

	anyResult  = withoutData | anyScore
	anySide    = overAverage | underIt
	everything = anyResult | anySide
)

func justScore(s eif.Score) levels { return 1<<s | anySide }

// between is the set of the scores from low to high.
func between(low, high eif.Score) levels {
	set := anySide
	for s := low; s <= high; s++ {
		set |= justScore(s)
	}
	return set
}

// impossible tells that nothing can be in the set.
func (l levels) impossible() bool { return l&anyResult == 0 || l&anySide == 0 }

// justNoData tells that it is certain that there is no score.
func (l levels) justNoData() bool { return l&anyResult == withoutData }

// word writes the scores of a set: "3", or "1-3" where it is not settled; no data is never a number.
func (l levels) word() string {
	if l.justNoData() {
		return "no_data"
	}
	low, high := eif.Score(0), eif.Score(0)
	for s := eif.LowestScore; s <= eif.HighestScore; s++ {
		if l&(1<<s) == 0 {
			continue
		}
		if low == 0 {
			low = s
		}
		high = s
	}
	if low == high {
		return strconv.Itoa(int(low))
	}
	return strconv.Itoa(int(low)) + "-" + strconv.Itoa(int(high))
}
