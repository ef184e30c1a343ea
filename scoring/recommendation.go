package scoring

import (
	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
)

// Outcome says in one word how a recommendation stands.
type Outcome string

// The outcomes.
const (
	// Full: the highest score.
	Full Outcome = "full"
	// Met: not below the EU average of its area.
	Met Outcome = "met"
	// Lagging: below the EU average of its area.
	Lagging Outcome = "gap"
	// ScoredOnly: a score under 4, and no average to compare it with.
	ScoredOnly Outcome = "scored"
	// OutcomePartial, OutcomeNoData and OutcomeNotApplicable repeat the status.
	OutcomePartial       Outcome = "partial"
	OutcomeNoData        Outcome = "no_data"
	OutcomeNotApplicable Outcome = "not_applicable"
)

// Recommendation is the result for one of the 47.
type Recommendation struct {
	ID eif.RecommendationID
	Value
	Outcome Outcome
	// FromAnswers is what its own questions alone give; FromAnswers.Own is false when none is answered.
	FromAnswers Value
	// Indicators that apply to the scope, in the order of the questionnaire.
	Indicators []Indicator
}

// recommend scores one recommendation: its stated score or state, else its questions, else the
// stated score of an area it is alone in, else what was published of it or of that area.
func recommend(a *assessment.Assessment, r *eif.Recommendation) Recommendation {
	result := Recommendation{ID: r.ID}
	answer := a.Recommendations[r.ID]
	if answer != nil {
		result.Indicators = indicators(r, a.Scope, answer.Indicators)
		result.FromAnswers, _ = fromIndicators(result.Indicators)
	} else {
		result.Indicators = indicators(r, a.Scope, nil)
	}
	result.Value = recommendationValue(a, r, answer, result.FromAnswers)
	return result
}

func recommendationValue(
	a *assessment.Assessment, r *eif.Recommendation, answer *assessment.Recommendation, fromAnswers Value,
) Value {
	alone := len(eif.AreaByID(r.Area).Recommendations) == 1
	if answer != nil {
		if v, ok := stated(answer.Answer); ok {
			return v
		}
	}
	if fromAnswers.Own {
		return fromAnswers
	}
	if v, ok := stated(a.Areas[r.Area]); ok && alone {
		return v
	}
	if !r.Applies(a.Scope) {
		return Value{Status: NotApplicable}
	}
	if v, ok := published(a.Published.Recommendations[r.ID]); ok {
		return v
	}
	if v, ok := published(a.Published.Areas[r.Area]); ok && alone {
		return v
	}
	return Value{Status: NoData, Interval: whole()}
}

// stated is the respondent's own answer.
func stated(answer assessment.Answer) (Value, bool) { return answered(answer, Stated) }

// published is the Monitoring Mechanism's answer.
func published(answer assessment.Answer) (Value, bool) { return answered(answer, Published) }

func answered(answer assessment.Answer, basis Basis) (Value, bool) {
	switch answer.State {
	case assessment.Scored:
		return scored(answer.Score, basis), true
	case assessment.NoData:
		return Value{Status: NoData, Interval: whole(), Own: basis != Published}, true
	case assessment.NotApplicable:
		return Value{Status: NotApplicable, Own: basis != Published}, true
	default:
		return Value{}, false
	}
}

// outcome compares a recommendation with the average of its area; average is nil when there is none.
func outcome(v Value, average *eif.Hundredths) Outcome {
	switch {
	case v.Status == Partial:
		return OutcomePartial
	case v.Status == NoData:
		return OutcomeNoData
	case v.Status == NotApplicable:
		return OutcomeNotApplicable
	case v.Score == eif.HighestScore:
		return Full
	case average == nil:
		return ScoredOnly
	case RelationOf(v.Score.Hundredths()-*average) == Below:
		return Lagging
	}
	return Met
}
