package scoring

import (
	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
)

// Area is the result for a thematic area on one scoreboard.
type Area struct {
	ID         eif.AreaID
	Scoreboard eif.Scoreboard
	Value
	// Reach is the interval that the recommendations alone leave open; unknown when none applies.
	// A score outside it cannot be right.
	Reach Interval
	// Average is the EU average it is compared with, nil without one.
	Average *eif.Hundredths
	// Members is the number of Member States the average is made of, of 27; 0 without one.
	Members int
	// Gap is score minus average, nil when either is missing.
	Gap *eif.Hundredths
	// Relation is empty when there is no gap to judge.
	Relation Relation
	// Levers are the fewest rises that lift the area, empty when they cannot be known.
	Levers []Lever
	// Recommendations of the area that count on this scoreboard, in order.
	Recommendations []eif.RecommendationID
}

// area scores a thematic area of scoreboards 1 to 3 from its recommendations' values, given in
// order: stated; else, when the respondent answered every recommendation, their median; else as
// published; else the median of whatever is known, when it is complete or every completion gives the same.
func area(a *assessment.Assessment, def *eif.Area, recommendations []Value) Value {
	if v, ok := stated(a.Areas[def.ID]); ok {
		if v.Status == NoData {
			v.Interval = reach(recommendations)
		}
		return v
	}
	if len(recommendations) == 1 && recommendations[0].Own {
		return recommendations[0]
	}
	return combine(recommendations, a.Published.Areas[def.ID])
}

// combine is the second half of [area], which scoreboard 4 shares.
func combine(recommendations []Value, publishedAnswer assessment.Answer) Value {
	combined, own := complete(recommendations)
	if combined.Status == NotApplicable || own && combined.Status == Scored && allScored(recommendations) {
		return combined
	}
	if v, ok := published(publishedAnswer); ok {
		if v.Status == NoData {
			v.Interval = reach(recommendations)
		}
		return v
	}
	if len(recommendations) == 1 {
		return recommendations[0] // the two are the same thing, its basis too
	}
	return combined
}

// complete is the median over the recommendations that apply. One without data leaves the whole
// without data; a partial one leaves it partial unless every completion gives the same score.
func complete(recommendations []Value) (v Value, own bool) {
	own = true
	applicable, unknown := 0, false
	for _, r := range recommendations {
		own = own && (r.Own || r.Status == NotApplicable)
		switch r.Status {
		case NotApplicable:
			continue
		case NoData:
			unknown = true
		default:
		}
		applicable++
	}
	switch {
	case applicable == 0:
		return Value{Status: NotApplicable, Own: own}, own
	case unknown:
		return Value{Status: NoData, Interval: reach(recommendations), Own: own}, own
	}
	v = withInterval(reach(recommendations), Derived)
	v.Own = own
	return v, own
}

func allScored(recommendations []Value) bool {
	for _, r := range recommendations {
		if r.Status != Scored && r.Status != NotApplicable {
			return false
		}
	}
	return true
}

// reach is the interval of an area that its recommendations leave open.
func reach(recommendations []Value) Interval {
	var ends [8]Interval
	intervals := ends[:0]
	for _, r := range recommendations {
		if r.Status != NotApplicable {
			intervals = append(intervals, r.Interval)
		}
	}
	return medianInterval(intervals)
}
