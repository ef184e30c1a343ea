package scoring

import (
	"slices"

	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
)

// Indicator is the result for one question.
type Indicator struct {
	ID     eif.IndicatorID
	Status Status
	// Level is known exactly when Status is Scored.
	Level eif.Score
	// Answered tells that the file answers it, even if only with a state.
	Answered bool
	// Settled tells that another answer leaves nothing to look at, which decides the level.
	Settled bool
}

// Level turns an answer into a level by the question's published thresholds; 0 when the answer is
// not of the question's kind. ticked says how many items of another question are ticked, and false
// when it is not answered.
func Level(q *eif.Indicator, answer assessment.Indicator, ticked func(eif.IndicatorID) (int, bool)) eif.Score {
	if level, settled := Settled(q, ticked); settled {
		return level
	}
	switch {
	case answer.Form == assessment.LevelForm:
		return answer.Level
	case answer.Form == assessment.ShareForm && q.Kind == eif.ShareAnswer:
		return reached(q.Thresholds, int(answer.Share), 100)
	case answer.Form == assessment.ItemsForm && q.Kind == eif.ChecklistAnswer:
		return reached(q.Thresholds, known(q.Items, answer.Items), 1)
	}
	return 0
}

// Settled tells whether another question leaves this one nothing to look at, and at which level.
func Settled(q *eif.Indicator, ticked func(eif.IndicatorID) (int, bool)) (eif.Score, bool) {
	if w := q.WhenNone; w != nil {
		if n, ok := ticked(w.Indicator); ok && n <= w.AtMost {
			return w.Level, true
		}
	}
	return 0, false
}

// reached counts the thresholds that an amount meets; unit is how many parts of the amount a threshold's one is.
func reached(thresholds [3]int, amount, unit int) eif.Score {
	level := eif.LowestScore
	for _, threshold := range thresholds {
		if amount >= threshold*unit {
			level++
		}
	}
	return level
}

// known counts the items that exist, each once.
func known(items, ticked []string) int {
	n := 0
	for _, item := range items {
		if slices.Contains(ticked, item) {
			n++
		}
	}
	return n
}

// indicators are the results for all questions of a recommendation that apply to a scope.
func indicators(r *eif.Recommendation, scope eif.Scope, answers map[eif.IndicatorID]assessment.Indicator) []Indicator {
	results := make([]Indicator, 0, len(r.Indicators))
	for i := range r.Indicators {
		if q := &r.Indicators[i]; q.AppliesTo.Has(scope) {
			results = append(results, indicator(r, q, answers))
		}
	}
	return results
}

func indicator(r *eif.Recommendation, q *eif.Indicator, answers map[eif.IndicatorID]assessment.Indicator) Indicator {
	answer, ok := answers[q.ID]
	result := Indicator{ID: q.ID, Status: NoData, Answered: ok && answer.State != assessment.Unanswered}
	ticked := func(id eif.IndicatorID) (int, bool) { return tickedItems(r, id, answers) }
	if level := Level(q, answer, ticked); level.Known() {
		result.Status, result.Level = Scored, level
		_, result.Settled = Settled(q, ticked)
		return result
	}
	if answer.State == assessment.NotApplicable {
		result.Status = NotApplicable
	}
	return result
}

func tickedItems(
	r *eif.Recommendation, id eif.IndicatorID, answers map[eif.IndicatorID]assessment.Indicator,
) (int, bool) {
	answer, ok := answers[id]
	if !ok || answer.Form != assessment.ItemsForm {
		return 0, false
	}
	for i := range r.Indicators {
		if r.Indicators[i].ID == id {
			return known(r.Indicators[i].Items, answer.Items), true
		}
	}
	return 0, false
}

// fromIndicators derives a recommendation from its questions. ok is false while none of them has a
// level, unless each of them has a status: one question marked "no data" says nothing of the rest.
// A question without an answer can still become anything; one that is not applicable is left out.
func fromIndicators(results []Indicator) (v Value, ok bool) {
	var ends [8]Interval
	intervals := ends[:0]
	applicable, known, answered := 0, 0, 0
	for _, in := range results {
		if in.Answered {
			answered++
		}
		switch in.Status {
		case NotApplicable:
			continue
		case Scored:
			known++
			intervals = append(intervals, exactly(in.Level))
		default:
			intervals = append(intervals, whole())
		}
		applicable++
	}
	switch {
	case known == 0 && answered < len(results) || answered == 0:
		return Value{}, false
	case applicable == 0:
		return Value{Status: NotApplicable, Own: true}, true
	case known == 0:
		return Value{Status: NoData, Interval: whole(), Own: true}, true
	}
	return withInterval(medianInterval(intervals), Derived), true
}
