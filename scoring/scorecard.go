package scoring

import (
	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
)

// Reference is what scores are compared with: the average of every area, as published or as given.
type Reference struct {
	// Year the averages describe.
	Year int
	// AverageOf returns the average of an area on a scoreboard, and how many Member States it is made of.
	AverageOf func(s eif.Scoreboard, id eif.AreaID) (value eif.Hundredths, members int, ok bool)
}

// Scorecard is everything the arithmetic says of one assessment.
type Scorecard struct {
	// Areas of scoreboards 1 to 3, in order: 25.
	Areas []Area
	// CrossBorder are the areas of scoreboard 4, empty where the methodology has none.
	CrossBorder []Area
	// Recommendations, in order: 47.
	Recommendations []Recommendation
	// Gaps are the areas that can rise, in the order in which to look at them: see [Gap].
	Gaps []Gap
}

// Recommendation finds the result of one recommendation, or nil.
func (c *Scorecard) Recommendation(id eif.RecommendationID) *Recommendation {
	r := eif.RecommendationByID(id)
	if r == nil {
		return nil
	}
	return &c.Recommendations[r.Number-1]
}

// Score does all the arithmetic that docs/scoring.md describes. reference is nil
// when there is nothing to compare with; then averages, gaps and relations are absent.
func Score(a *assessment.Assessment, reference *Reference) *Scorecard {
	a = withoutForeignResults(a)
	card := &Scorecard{Recommendations: make([]Recommendation, 0, len(eif.Recommendations()))}
	for i := range eif.Recommendations() {
		card.Recommendations = append(card.Recommendations, recommend(a, &eif.Recommendations()[i]))
	}
	withCrossBorder := false
	if m := eif.MethodologyOf(a.Year); m != nil {
		withCrossBorder = m.CrossBorder
	}
	card.Areas = make([]Area, 0, len(eif.Areas()))
	for i := range eif.Areas() {
		def := &eif.Areas()[i]
		national := card.of(def)
		card.Areas = append(card.Areas, card.national(a, def, national, reference))
		if withCrossBorder && def.CrossBorder {
			cb := crossBorder(a, def, national)
			compare(&cb, reference)
			card.CrossBorder = append(card.CrossBorder, cb)
		}
	}
	card.Gaps = gaps(card)
	return card
}

// withoutForeignResults drops the published block of a file that is not about a country: what was
// published of the country is no score of its regions, organisations and services.
func withoutForeignResults(a *assessment.Assessment) *assessment.Assessment {
	if a.Scope == eif.Country {
		return a
	}
	own := *a
	own.Published = assessment.PublishedResults{}
	return &own
}

// of collects the results of an area's recommendations, in order.
func (c *Scorecard) of(def *eif.Area) []*Recommendation {
	recommendations := make([]*Recommendation, 0, len(def.Recommendations))
	for _, id := range def.Recommendations {
		recommendations = append(recommendations, c.Recommendation(id))
	}
	return recommendations
}

func (c *Scorecard) national(
	a *assessment.Assessment, def *eif.Area, recommendations []*Recommendation, reference *Reference,
) Area {
	values := make([]Value, 0, len(recommendations))
	for _, r := range recommendations {
		values = append(values, r.Value)
	}
	result := Area{
		ID: def.ID, Scoreboard: def.Scoreboard, Recommendations: def.Recommendations,
		Value: area(a, def, values), Reach: reach(values),
	}
	compare(&result, reference)
	if result.Status == Scored {
		result.Levers = levers(result.Score, result.Average, def.Recommendations, values)
		nameQuestions(result.Levers, recommendations)
	}
	for _, r := range recommendations {
		r.Outcome = outcome(r.Value, result.Average)
	}
	return result
}

// compare adds the average, and where there is a score, gap and relation.
func compare(result *Area, reference *Reference) {
	if reference == nil {
		return
	}
	average, members, ok := reference.AverageOf(result.Scoreboard, result.ID)
	if !ok {
		return
	}
	result.Average, result.Members = &average, members
	if result.Status == Scored {
		gap := result.Score.Hundredths() - average
		result.Gap, result.Relation = &gap, RelationOf(gap)
	}
}
