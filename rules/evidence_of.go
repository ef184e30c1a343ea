package rules

import (
	"maps"
	"slices"

	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
)

// evidence is the evidence of a file and its sources, each found once for all rules.
type evidence struct {
	sources map[assessment.Word]*assessment.Source
	// of each recommendation: its own list, and those of its questions.
	of map[eif.RecommendationID][][]assessment.Evidence
}

// evidence finds it when the first rule asks.
func (s *Subject) evidence() *evidence {
	if s.proof != nil {
		return s.proof
	}
	s.proof = &evidence{
		sources: make(map[assessment.Word]*assessment.Source, len(s.Assessment.Sources)),
		of:      make(map[eif.RecommendationID][][]assessment.Evidence, len(s.Assessment.Recommendations)),
	}
	for i := range s.Assessment.Sources {
		s.proof.sources[assessment.Word(s.Assessment.Sources[i].ID)] = &s.Assessment.Sources[i]
	}
	for id, r := range s.Assessment.Recommendations {
		if r != nil {
			s.proof.of[id] = evidenceLists(r)
		}
	}
	return s.proof
}

// evidenceLists are the lists of one recommendation that hold something.
func evidenceLists(r *assessment.Recommendation) [][]assessment.Evidence {
	var lists [][]assessment.Evidence
	if len(r.Evidence) > 0 {
		lists = append(lists, r.Evidence)
	}
	for _, id := range slices.Sorted(maps.Keys(r.Indicators)) {
		if list := r.Indicators[id].Evidence; len(list) > 0 {
			lists = append(lists, list)
		}
	}
	return lists
}

// eachEvidence shows every piece of evidence of the file, in the order of the framework.
func eachEvidence(s *Subject, show func(*assessment.Evidence)) {
	for i := range s.Card.Recommendations {
		for _, list := range s.evidence().of[s.Card.Recommendations[i].ID] {
			for j := range list {
				show(&list[j])
			}
		}
	}
}

// evidenceHas tells whether a piece of evidence of a recommendation is such. The source is the one it names, nil
// for none.
func evidenceHas(
	s *Subject, id eif.RecommendationID, such func(*assessment.Evidence, *assessment.Source) bool,
) bool {
	for _, list := range s.evidence().of[id] {
		for i := range list {
			if such(&list[i], s.evidence().sources[list[i].Source]) {
				return true
			}
		}
	}
	return false
}
