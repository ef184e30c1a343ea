package scoring

import (
	"slices"

	"github.com/eifcheck/eifcheck/eif"
)

// Median is the middle of the scores, of an even number the mean of the two middle ones, half
// rounded up: 2 and 3 give 3. It is 0, no score, of nothing. The order of the scores does not matter.
func Median(scores []eif.Score) eif.Score {
	if len(scores) == 0 {
		return 0
	}
	var few [8]eif.Score // no area and no recommendation has more; append grows when one does
	sorted := append(few[:0], scores...)
	slices.Sort(sorted)
	middle := len(sorted) / 2
	if len(sorted)%2 == 1 {
		return sorted[middle]
	}
	return (sorted[middle-1] + sorted[middle] + 1) / 2
}

// medianInterval is the median of all low ends and of all high ends.
func medianInterval(intervals []Interval) Interval {
	var low, high [8]eif.Score
	lows, highs := low[:0], high[:0]
	for _, i := range intervals {
		lows, highs = append(lows, i.Low), append(highs, i.High)
	}
	return Interval{Low: Median(lows), High: Median(highs)}
}
