package eifcheck

import (
	"maps"

	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/scoring"
)

// Change is another answer to one recommendation or one of its questions, for [Options.WhatIf].
type Change struct {
	Recommendation eif.RecommendationID `json:"recommendation"`
	// Indicator is the question that is answered, nil where the recommendation itself gets a score.
	Indicator *eif.IndicatorID `json:"indicator"`
	// Score of the recommendation or level of the question, nil for another form of answer.
	Score *eif.Score `json:"score"`
	// Share in percent, nil for another form of answer.
	Share *eif.Hundredths `json:"share"`
	// Items ticked; empty for another form of answer.
	Items []string `json:"items"`
}

// WhatIf is what would move if some answers were others. Nothing else in a result knows of it: the
// summary, the findings and the gate are those of the file as it is.
type WhatIf struct {
	Changes []Change `json:"changes"`
	// Areas that would move, scoreboards 1 to 3 before 4.
	Areas []AreaMove `json:"areas"`
	// Recommendations that would move, in order.
	Recommendations []RecommendationMove `json:"recommendations"`
}

// AreaMove is an area before and after the changes.
type AreaMove struct {
	Area           eif.AreaID        `json:"area"`
	Scoreboard     eif.Scoreboard    `json:"scoreboard"`
	Before         Standing          `json:"before"`
	After          Standing          `json:"after"`
	Average        *eif.Hundredths   `json:"average"`
	RelationBefore *scoring.Relation `json:"relation_before"`
	RelationAfter  *scoring.Relation `json:"relation_after"`
}

// RecommendationMove is a recommendation before and after the changes.
type RecommendationMove struct {
	ID     eif.RecommendationID `json:"id"`
	Before Standing             `json:"before"`
	After  Standing             `json:"after"`
}

// Standing is how something stands: its score, or why it has none and what it can still become.
type Standing struct {
	Status   scoring.Status `json:"status"`
	Score    *eif.Score     `json:"score"`
	Interval *[2]eif.Score  `json:"interval"`
}

// whatIf scores a copy of an assessment with the changes and tells what moved; nil without changes.
func whatIf(
	a *assessment.Assessment, before *scoring.Scorecard, reference *scoring.Reference, changes []Change,
) *WhatIf {
	if len(changes) == 0 {
		return nil
	}
	after := scoring.Score(changed(a, changes), reference)
	result := &WhatIf{Changes: changes, Areas: []AreaMove{}, Recommendations: []RecommendationMove{}}
	result.Areas = moveAreas(result.Areas, before.Areas, after.Areas)
	result.Areas = moveAreas(result.Areas, before.CrossBorder, after.CrossBorder)
	for i := range before.Recommendations {
		was, is := before.Recommendations[i].Value, after.Recommendations[i].Value
		if moved(was, is) {
			result.Recommendations = append(result.Recommendations, RecommendationMove{
				ID: before.Recommendations[i].ID, Before: standing(was), After: standing(is),
			})
		}
	}
	return result
}

// moveAreas appends the areas of a list that moved. Both lists hold the same areas in the same order.
func moveAreas(moves []AreaMove, before, after []scoring.Area) []AreaMove {
	for i := range before {
		was, is := &before[i], &after[i]
		if !moved(was.Value, is.Value) {
			continue
		}
		moves = append(moves, AreaMove{
			Area: was.ID, Scoreboard: was.Scoreboard, Before: standing(was.Value), After: standing(is.Value),
			Average: was.Average, RelationBefore: orNull(was.Relation), RelationAfter: orNull(is.Relation),
		})
	}
	return moves
}

// moved tells whether a reader would see another score, status or interval. A basis alone is no move.
func moved(before, after scoring.Value) bool {
	return before.Status != after.Status || before.Score != after.Score || before.Interval != after.Interval
}

func standing(v scoring.Value) Standing {
	return Standing{Status: v.Status, Score: orNull(v.Score), Interval: intervalOrNull(v.Interval)}
}

// changed is a copy of an assessment with the changes; whatever they touch is copied, never written to.
func changed(a *assessment.Assessment, changes []Change) *assessment.Assessment {
	result := *a
	result.Recommendations = maps.Clone(a.Recommendations)
	if result.Recommendations == nil {
		result.Recommendations = map[eif.RecommendationID]*assessment.Recommendation{}
	}
	for i := range changes {
		id := changes[i].Recommendation
		result.Recommendations[id] = answerWith(result.Recommendations[id], &changes[i])
	}
	return &result
}

// answerWith is a copy of what a file says of a recommendation, nil for nothing, with a change.
func answerWith(given *assessment.Recommendation, c *Change) *assessment.Recommendation {
	result := assessment.Recommendation{ID: c.Recommendation}
	if given != nil {
		result = *given
	}
	if c.Indicator == nil {
		result.Answer = assessment.Answer{State: assessment.Scored, Score: *c.Score}
		return &result
	}
	indicators := maps.Clone(result.Indicators)
	if indicators == nil {
		indicators = map[eif.IndicatorID]assessment.Indicator{}
	}
	indicators[*c.Indicator] = c.answer()
	result.Indicators = indicators
	return &result
}

// answer is the answer that a change gives to its question.
func (c *Change) answer() assessment.Indicator {
	result := assessment.Indicator{ID: *c.Indicator, State: assessment.Scored}
	switch {
	case c.Score != nil:
		result.Form, result.Level = assessment.LevelForm, *c.Score
	case c.Share != nil:
		result.Form, result.Share = assessment.ShareForm, *c.Share
	default:
		result.Form, result.Items = assessment.ItemsForm, c.Items
	}
	return result
}
