package rules

import (
	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/scoring"
)

// consistencyRules hold the file to its own arithmetic: what it states in one place must be
// possible after what it answers in another. None can be waived: one of the two is wrong.
func consistencyRules() []Rule {
	return []Rule{
		{ID: "consistency/area-out-of-reach", Severity: Error, check: areaOutOfReach},
		{ID: "consistency/nothing-to-look-at", Severity: Error, check: nothingToLookAt},
		{ID: "consistency/score-against-answers", Severity: Error, check: scoreAgainstAnswers},
		{ID: "consistency/status-against-area", Severity: Error, check: statusAgainstArea},
		{ID: "consistency/status-beside-answers", Severity: Error, check: statusBesideAnswers},
	}
}

// areaOutOfReach: a stated area score must be a median that its recommendations can still have, and
// an area whose recommendations are all left out has none.
func areaOutOfReach(s *Subject, out *reporter) {
	for i := range s.Card.Areas {
		area := &s.Card.Areas[i]
		stated := s.Assessment.Areas[area.ID]
		if stated.State != assessment.Scored || area.Reach.Holds(stated.Score) {
			continue
		}
		code := reachCode("consistency/area-out-of-reach", area.Reach)
		if !area.Reach.Known() {
			code = "consistency/area-out-of-reach.left-out"
		}
		out.at(stated.Pointer, say(code, messages.Args{
			"area": area.ID, "score": int(stated.Score), "low": int(area.Reach.Low), "high": int(area.Reach.High),
			"recommendations": knownScores(s.Card, area),
		}), detail{
			help:    []messages.Message{say("consistency/area-out-of-reach.help", messages.Args{"area": area.ID})},
			outcome: scoreWord(stated.Score),
		})
	}
}

// reachCode chooses between "can only be 2" and "can be 1 to 2".
func reachCode(rule string, reach scoring.Interval) string {
	if reach.Low == reach.High {
		return rule + ".exact"
	}
	return rule
}

// knownScores lists an area's recommendations that have a score: "R20 = 1".
func knownScores(card *scoring.Scorecard, area *scoring.Area) []string {
	var words []string
	for _, id := range area.Recommendations {
		if r := card.Recommendation(id); r.Status == scoring.Scored {
			words = append(words, string(id)+" = "+scoreWord(r.Score))
		}
	}
	return words
}

// scoreAgainstAnswers: a stated score must be one that the recommendation's own answers allow.
func scoreAgainstAnswers(s *Subject, out *reporter) {
	for _, r := range s.Card.Recommendations {
		answer := s.Assessment.Recommendations[r.ID]
		if answer == nil || answer.Answer.State != assessment.Scored {
			continue
		}
		reach := r.FromAnswers.Interval
		if !r.FromAnswers.Own || reach.Holds(answer.Answer.Score) {
			continue
		}
		if r.FromAnswers.Status == scoring.NotApplicable {
			out.at(answer.Pointer+"/score", say("consistency/score-against-answers.left-out", messages.Args{
				"recommendation": r.ID, "score": int(answer.Answer.Score),
			}), detail{help: []messages.Message{
				say("consistency/score-against-answers.left-out.help", messages.Args{"recommendation": r.ID}),
			}})
			continue
		}
		args := messages.Args{
			"recommendation": r.ID, "score": int(answer.Answer.Score), "low": int(reach.Low), "high": int(reach.High),
		}
		out.at(answer.Pointer+"/score", say(reachCode("consistency/score-against-answers", reach), args), detail{
			help:    []messages.Message{say("consistency/score-against-answers.help", args)},
			outcome: scoreWord(answer.Answer.Score),
		})
	}
}

// statusBesideAnswers: "no data" or "not applicable" must not stand beside an answer to the same thing.
func statusBesideAnswers(s *Subject, out *reporter) {
	for _, r := range s.Card.Recommendations {
		answer := s.Assessment.Recommendations[r.ID]
		if answer == nil || !hasStatus(answer.Answer) || !hasLevel(r.Indicators) {
			continue
		}
		args := messages.Args{"recommendation": r.ID}
		out.at(answer.Pointer+"/status", say("consistency/status-beside-answers", args), detail{
			help: []messages.Message{say("consistency/status-beside-answers.help", args)},
		})
	}
	for i := range s.Card.Areas {
		area := &s.Card.Areas[i]
		stated := s.Assessment.Areas[area.ID]
		answered := ownScores(s.Card, area)
		if !hasStatus(stated) || len(answered) == 0 {
			continue
		}
		args := messages.Args{"area": area.ID, "recommendations": answered, "count": len(answered)}
		out.at(stated.Pointer, say("consistency/status-beside-answers.area", args), detail{
			help: []messages.Message{say("consistency/status-beside-answers.area.help", args)},
		})
	}
}

func hasStatus(a assessment.Answer) bool {
	return a.State == assessment.NoData || a.State == assessment.NotApplicable
}

func hasLevel(indicators []scoring.Indicator) bool {
	for _, in := range indicators {
		if in.Status == scoring.Scored {
			return true
		}
	}
	return false
}

// ownScores lists the recommendations of an area that the file itself scores, by a score or by answers.
func ownScores(card *scoring.Scorecard, area *scoring.Area) []string {
	var ids []string
	for _, id := range area.Recommendations {
		if r := card.Recommendation(id); r.Own && r.Status == scoring.Scored {
			ids = append(ids, string(id))
		}
	}
	return ids
}

// statusAgainstArea: an area of one recommendation and that recommendation are the same thing: one
// cannot have a score while the other is marked without one.
func statusAgainstArea(s *Subject, out *reporter) {
	for i := range s.Card.Areas {
		area := &s.Card.Areas[i]
		if len(area.Recommendations) != 1 || s.Assessment.Areas[area.ID].State != assessment.Scored {
			continue
		}
		answer := s.Assessment.Recommendations[area.Recommendations[0]]
		if answer == nil || !hasStatus(answer.Answer) {
			continue
		}
		args := messages.Args{"area": area.ID, "recommendation": answer.ID}
		out.at(answer.Pointer+"/status", say("consistency/status-against-area", args), detail{
			help: []messages.Message{say("consistency/status-against-area.help", args)},
		})
	}
}

// nothingToLookAt: a question that another answer leaves without anything to look at has its level
// settled; a different answer to it cannot hold.
func nothingToLookAt(s *Subject, out *reporter) {
	for _, r := range s.Card.Recommendations {
		for _, in := range r.Indicators {
			if !in.Settled || !in.Answered {
				continue
			}
			given := s.Assessment.Recommendations[r.ID].Indicators[in.ID]
			q, _ := eif.IndicatorByID(in.ID)
			none := func(eif.IndicatorID) (int, bool) { return 0, false }
			if level := scoring.Level(q, given, none); given.State == assessment.Scored && level == in.Level {
				continue
			}
			args := messages.Args{
				"indicator": string(in.ID), "other": string(q.WhenNone.Indicator), "level": int(in.Level),
			}
			out.at(given.Pointer, say("consistency/nothing-to-look-at", args), detail{
				help: []messages.Message{say("consistency/nothing-to-look-at.help", args)},
			})
		}
	}
}

func scoreWord(s eif.Score) string { return s.Hundredths().String() }
