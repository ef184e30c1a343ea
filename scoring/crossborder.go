package scoring

import (
	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
)

// crossBorder scores an area on scoreboard 4: the arithmetic of the national ones, over the questions
// marked cross-border. A recommendation without such a question leaves the median, and a stated
// national score is not carried over.
func crossBorder(a *assessment.Assessment, def *eif.Area, national []*Recommendation) Area {
	result := Area{ID: def.ID, Scoreboard: eif.CrossBorder}
	values := make([]Value, 0, len(national))
	for _, r := range national {
		if v, ok := crossBorderValue(r); ok {
			values = append(values, v)
			result.Recommendations = append(result.Recommendations, r.ID)
		}
	}
	answer := a.Published.CrossBorder[def.ID]
	if len(values) == 0 {
		result.Value, result.Reach = Value{Status: NoData, Interval: whole()}, whole()
		if v, ok := published(answer); ok {
			result.Value = v
		}
		return result
	}
	result.Value, result.Reach = combine(values, answer), reach(values)
	return result
}

// crossBorderValue is a recommendation seen through its cross-border questions; ok is false when it has none.
func crossBorderValue(r *Recommendation) (v Value, ok bool) {
	var few [8]Indicator
	marked := few[:0]
	for _, in := range r.Indicators {
		if q, _ := eif.IndicatorByID(in.ID); q != nil && q.CrossBorder {
			marked = append(marked, in)
		}
	}
	if len(marked) == 0 {
		return Value{}, false
	}
	if r.Status == NotApplicable {
		return Value{Status: NotApplicable, Own: r.Own}, true
	}
	if v, answered := fromIndicators(marked); answered {
		return v, true
	}
	return Value{Status: NoData, Interval: whole()}, true
}
