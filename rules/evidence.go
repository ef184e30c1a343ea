package rules

import (
	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/scoring"
)

// needsEvidence is the lowest score that nobody believes without proof.
const needsEvidence eif.Score = 3

// evidenceRules ask whether an outsider could check what the file says of itself.
func evidenceRules() []Rule {
	return []Rule{
		{ID: "evidence/duplicate", Severity: Warning, Waivable: true, check: duplicateEvidence},
		{ID: "evidence/insecure-url", Severity: Warning, Waivable: true, check: insecureURL},
		{ID: "evidence/later", Severity: Warning, Waivable: true, check: laterEvidence},
		{ID: "evidence/missing", Severity: Warning, Waivable: true, check: missingEvidence},
		{ID: "evidence/not-a-url", Severity: Warning, Waivable: true, check: notAURL},
		{ID: "evidence/stale", Severity: Warning, Waivable: true, check: staleEvidence},
		{ID: "evidence/undated", Severity: Warning, Waivable: true, check: undatedEvidence},
		{ID: "evidence/unknown-source", Severity: Warning, Waivable: true, check: unknownSource},
		{ID: "evidence/unused-source", Severity: Info, Waivable: true, check: unusedSource},
	}
}

// standing counts the evidence of a recommendation by what it can do for a score.
type standing struct {
	// proofs are confirmed and support the score; candidates are not confirmed; limits are, and speak against it.
	proofs, candidates, limits int
}

func standingOf(s *Subject, id eif.RecommendationID) standing {
	var st standing
	for _, list := range s.evidence().of[id] {
		for i := range list {
			switch {
			case list[i].Proves():
				st.proofs++
			case list[i].Confirmed:
				st.limits++
			default:
				st.candidates++
			}
		}
	}
	return st
}

// variant is the ending of the message's code: what stands there instead of a proof.
func (st standing) variant() string {
	switch {
	case st.candidates > 0 && st.limits > 0:
		return ".neither"
	case st.candidates > 0:
		return ".candidate"
	case st.limits > 0:
		return ".limits"
	}
	return ""
}

// missingEvidence: a high score of the respondent's own that nothing confirmed supports.
// A draft may still be collecting; once handed in, the score claims what nobody can check.
func missingEvidence(s *Subject, out *reporter) {
	severity := Warning
	if s.Assessment.Stage != assessment.Draft {
		severity = Error
	}
	for i := range s.Card.Recommendations {
		r := &s.Card.Recommendations[i]
		if !ownHigh(r.Value) {
			continue
		}
		st := standingOf(s, r.ID)
		if st.proofs > 0 {
			continue
		}
		args := messages.Args{"recommendation": r.ID, "score": int(r.Score)}
		out.at(scorePointer(s, r.ID), say("evidence/missing"+st.variant(), args), detail{
			severity: severity, outcome: scoreWord(r.Score),
			help: []messages.Message{say("evidence/missing"+st.variant()+".help", args)},
		})
	}
	for i := range s.Card.Areas {
		missingForArea(s, &s.Card.Areas[i], severity, out)
	}
}

// missingForArea: an area scored as a whole has no place for evidence of its own; that of its
// recommendations counts. Where one of them has a high score itself, that one is judged instead.
func missingForArea(s *Subject, area *scoring.Area, severity Severity, out *reporter) {
	stated := s.Assessment.Areas[area.ID]
	if len(area.Recommendations) == 1 || stated.State != assessment.Scored || !ownHigh(area.Value) {
		return
	}
	for _, id := range area.Recommendations {
		if ownHigh(s.Card.Recommendation(id).Value) || standingOf(s, id).proofs > 0 {
			return
		}
	}
	args := messages.Args{"area": area.ID, "score": int(area.Score), "recommendations": idsOf(area.Recommendations)}
	out.at(stated.Pointer, say("evidence/missing.area", args), detail{
		severity: severity, outcome: scoreWord(area.Score),
		help: []messages.Message{say("evidence/missing.area.help", args)},
	})
}

func ownHigh(v scoring.Value) bool {
	return v.Own && v.Status == scoring.Scored && v.Score >= needsEvidence
}
