package eifcheck

import (
	"cmp"
	"slices"

	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/scoring"
)

// Respondent says what one body has answered, and what it still owes.
type Respondent struct {
	// Name is its organisation, else its name, null where the file names nobody.
	Name *string `json:"name"`
	// Answered are the recommendations that the file itself answers in full, if only with a status.
	Answered []eif.RecommendationID `json:"answered"`
	// Open are the others: unanswered, answered in part, or known only as published.
	Open []eif.RecommendationID `json:"open"`
}

// respondents lists who answers what, by name, whoever is not named last. A recommendation whose
// questions are answered by several counts for each of them.
func respondents(a *assessment.Assessment, card *scoring.Scorecard) []Respondent {
	list := []Respondent{}
	for i := range card.Recommendations {
		r := &card.Recommendations[i]
		if r.Status == scoring.NotApplicable && !r.Own {
			continue // not asked of this scope
		}
		for _, name := range answerers(a.Recommendations[r.ID]) {
			list = note(list, orNull(name), r)
		}
	}
	slices.SortStableFunc(list, func(a, b Respondent) int {
		return cmp.Or(boolOrder(a.Name == nil, b.Name == nil), cmp.Compare(word(a.Name), word(b.Name)))
	})
	return list
}

// note adds a recommendation to what a body answers or owes.
func note(list []Respondent, name *string, r *scoring.Recommendation) []Respondent {
	i := slices.IndexFunc(list, func(other Respondent) bool { return word(other.Name) == word(name) })
	if i < 0 {
		i = len(list)
		list = append(list, Respondent{Name: name, Answered: []eif.RecommendationID{}, Open: []eif.RecommendationID{}})
	}
	if r.Own && r.Status != scoring.Partial {
		list[i].Answered = append(list[i].Answered, r.ID)
	} else {
		list[i].Open = append(list[i].Open, r.ID)
	}
	return list
}

// boolOrder puts what does not hold first.
func boolOrder(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

func word(name *string) string {
	if name == nil {
		return ""
	}
	return *name
}

// answerers names who answers a recommendation or its questions; "" when nobody is named.
func answerers(r *assessment.Recommendation) []string {
	if r == nil {
		return []string{""}
	}
	var names []string
	if name := nameOf(r.Respondent); name != "" {
		names = append(names, name)
	}
	for _, in := range r.Indicators {
		if name := nameOf(in.Respondent); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return []string{""}
	}
	slices.Sort(names)
	return names
}

func nameOf(r assessment.Respondent) string {
	return string(cmp.Or(r.Organisation, r.Name))
}
