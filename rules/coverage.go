package rules

import (
	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/scoring"
)

// coverageRules say what is not known, once an area, and what was left out, once a recommendation.
func coverageRules() []Rule {
	return []Rule{
		{ID: "coverage/no-data", Severity: Info, Waivable: true, check: noData},
		{ID: "coverage/partial", Severity: Info, Waivable: true, check: partial},
		{ID: "coverage/not-applicable", Severity: Info, Waivable: true, check: notApplicable},
	}
}

func noData(s *Subject, out *reporter) {
	for i := range s.Card.Areas {
		area := &s.Card.Areas[i]
		if area.Status != scoring.NoData {
			continue
		}
		open := openRecommendations(s.Card, area)
		args := messages.Args{"area": area.ID, "recommendations": open, "count": len(open)}
		code := "coverage/no-data"
		if s.Assessment.Published.Areas[area.ID].State == assessment.NoData {
			code = "coverage/no-data.published"
		}
		out.at(areaPointer(s, area.ID), say(code, args), detail{help: []messages.Message{
			say("coverage/no-data.help", args), say("help.explain", messages.Args{"topic": string(area.ID)}),
		}})
	}
}

// openRecommendations are those of an area that keep it from a score.
func openRecommendations(card *scoring.Scorecard, area *scoring.Area) []string {
	var ids []string
	for _, id := range area.Recommendations {
		if status := card.Recommendation(id).Status; status == scoring.NoData || status == scoring.Partial {
			ids = append(ids, string(id))
		}
	}
	return ids
}

func partial(s *Subject, out *reporter) {
	for i := range s.Card.Areas {
		area := &s.Card.Areas[i]
		if area.Status != scoring.Partial {
			continue
		}
		open := openRecommendations(s.Card, area)
		args := messages.Args{
			"area": area.ID, "low": int(area.Interval.Low), "high": int(area.Interval.High),
			"recommendations": open, "count": len(open),
		}
		out.at(areaPointer(s, area.ID), say("coverage/partial", args), detail{
			help:    []messages.Message{say("coverage/partial.help", args)},
			outcome: scoreWord(area.Interval.Low) + "-" + scoreWord(area.Interval.High),
		})
	}
}

// notApplicable: leaving a recommendation out can flatter its area, so it is always said; it is a
// warning for a country, to which every recommendation applies, and wherever it raises the area.
func notApplicable(s *Subject, out *reporter) {
	for _, r := range s.Card.Recommendations {
		answer := s.Assessment.Recommendations[r.ID]
		if answer == nil || answer.Answer.State != assessment.NotApplicable {
			continue
		}
		area := eif.RecommendationByID(r.ID).Area
		args := messages.Args{"recommendation": r.ID, "area": area}
		code, severity := "coverage/not-applicable", Info
		switch {
		case s.Assessment.Scope == eif.Country:
			code, severity = "coverage/not-applicable.country", Warning
		case raises(s, r.ID, area):
			code, severity = "coverage/not-applicable.raises", Warning
		}
		out.at(answer.Pointer+"/status", say(code, args), detail{
			severity: severity,
			help:     []messages.Message{say("coverage/not-applicable.help", args)},
		})
	}
}

// raises tells whether leaving a recommendation out lifts its area over what it would be, had the
// recommendation the lowest score.
func raises(s *Subject, id eif.RecommendationID, areaID eif.AreaID) bool {
	var with, without []eif.Score
	for _, other := range eif.AreaByID(areaID).Recommendations {
		r := s.Card.Recommendation(other)
		switch {
		case other == id:
			with = append(with, eif.LowestScore)
		case r.Status == scoring.Scored:
			with, without = append(with, r.Score), append(without, r.Score)
		}
	}
	return scoring.Median(without) > scoring.Median(with)
}

// areaPointer is where the file speaks of an area: the respondent's own answer, else the published
// one, else the place where either would stand.
func areaPointer(s *Subject, id eif.AreaID) string {
	if own, ok := s.Assessment.Areas[id]; ok {
		return own.Pointer
	}
	if published, ok := s.Assessment.Published.Areas[id]; ok {
		return published.Pointer
	}
	for _, recommendation := range eif.AreaByID(id).Recommendations {
		if r, ok := s.Assessment.Recommendations[recommendation]; ok {
			return r.Pointer
		}
	}
	return "/areas/" + string(id)
}
