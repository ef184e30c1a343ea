package eif

import (
	"sort"
	"strings"
)

// Areas lists the 25 thematic areas in the order of the scoreboards. The slice is shared: read only.
func Areas() []Area { return areas[:] }

// Recommendations lists the 47 recommendations in order. The slice is shared: read only.
func Recommendations() []Recommendation { return recommendations[:] }

// Acts lists the legal acts in order of id. Shared: read only.
func Acts() []Act { return acts[:] }

// Solutions lists the EU solutions in order of id. Shared: read only.
func Solutions() []Solution { return solutions[:] }

// Methodologies lists the editions of the Monitoring Mechanism, oldest first. Shared: read only.
func Methodologies() []Methodology { return methodologies[:] }

// QuestionnaireVersion is the version of the questions this build holds.
func QuestionnaireVersion() string { return questionnaireVersion }

// AreaByID finds an area, or nil.
func AreaByID(id AreaID) *Area {
	for i := range areas {
		if areas[i].ID == id {
			return &areas[i]
		}
	}
	return nil
}

// RecommendationByID finds a recommendation by its strict id, or nil.
func RecommendationByID(id RecommendationID) *Recommendation {
	if len(id) != 3 || id[0] != 'R' || id[1] < '0' || id[1] > '9' || id[2] < '0' || id[2] > '9' {
		return nil
	}
	n := int(id[1]-'0')*10 + int(id[2]-'0')
	if n < 1 || n > len(recommendations) {
		return nil
	}
	return &recommendations[n-1]
}

// IndicatorByID finds a question and the recommendation it belongs to, or nil.
func IndicatorByID(id IndicatorID) (*Indicator, *Recommendation) {
	rec, _, _ := strings.Cut(string(id), "-")
	r := RecommendationByID(RecommendationID(rec))
	if r == nil {
		return nil, nil
	}
	for i := range r.Indicators {
		if r.Indicators[i].ID == id {
			return &r.Indicators[i], r
		}
	}
	return nil, nil
}

// ActByID finds an act, or nil.
func ActByID(id string) *Act {
	i := sort.Search(len(acts), func(i int) bool { return acts[i].ID >= id })
	if i < len(acts) && acts[i].ID == id {
		return &acts[i]
	}
	return nil
}

// SolutionByID finds a solution, or nil.
func SolutionByID(id string) *Solution {
	i := sort.Search(len(solutions), func(i int) bool { return solutions[i].ID >= id })
	if i < len(solutions) && solutions[i].ID == id {
		return &solutions[i]
	}
	return nil
}

// MethodologyOf finds the edition a data year is measured with; nil before the first.
// A year later than the newest edition uses the newest.
func MethodologyOf(year int) *Methodology {
	for i := len(methodologies) - 1; i >= 0; i-- {
		if year >= methodologies[i].From {
			return &methodologies[i]
		}
	}
	return nil
}

// Applies tells whether a recommendation asks anything of a scope: one of its questions does, or,
// while it has none, the recommendation itself does.
func (r *Recommendation) Applies(scope Scope) bool {
	if len(r.Indicators) == 0 {
		return r.AppliesTo.Has(scope)
	}
	for i := range r.Indicators {
		if r.Indicators[i].AppliesTo.Has(scope) {
			return true
		}
	}
	return false
}
