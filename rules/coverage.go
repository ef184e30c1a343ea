package rules

import (
	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/scoring"
)

// coverageRules say what is not known, once an area, and what was left out.
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
		explain := say("help.explain", messages.Args{"topic": string(area.ID)})
		if len(open) == 0 { // marked so, although its recommendations are known
			out.at(areaPointer(s, area.ID), say("coverage/no-data.marked", args), detail{help: []messages.Message{
				say("coverage/no-data.marked.help", args), explain,
			}})
			continue
		}
		code := "coverage/no-data"
		if s.Assessment.Scope == eif.Country && s.Assessment.Published.Areas[area.ID].State == assessment.NoData {
			code = "coverage/no-data.published"
		}
		out.at(areaPointer(s, area.ID), say(code, args), detail{help: []messages.Message{
			say("coverage/no-data.help", args), explain,
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

// notApplicable: leaving something out can flatter an area, so every omission is said: of a
// recommendation, of some of its questions, of an area. It is a warning for a country, to which
// everything applies, and wherever it raises the area.
func notApplicable(s *Subject, out *reporter) {
	for i := range s.Card.Areas {
		area := &s.Card.Areas[i]
		marked := s.Assessment.Areas[area.ID]
		if marked.State == assessment.NotApplicable {
			omission(s, out, marked.Pointer, "coverage/not-applicable.area", messages.Args{"area": area.ID}, false)
			continue
		}
		for _, id := range area.Recommendations {
			leftOut(s, out, area, s.Card.Recommendation(id))
		}
	}
}

// leftOut says what of one recommendation is marked not applicable.
func leftOut(s *Subject, out *reporter, area *scoring.Area, r *scoring.Recommendation) {
	answer := s.Assessment.Recommendations[r.ID]
	if answer == nil {
		return
	}
	args := messages.Args{"recommendation": r.ID, "area": area.ID}
	if answer.Answer.State == assessment.NotApplicable {
		omission(s, out, answer.Pointer+"/status", "coverage/not-applicable", args, raises(s, area, r.ID))
		return
	}
	var questions []string
	for _, in := range r.Indicators {
		if in.Status == scoring.NotApplicable {
			questions = append(questions, string(in.ID))
		}
	}
	if len(questions) > 0 {
		args["questions"], args["count"] = questions, len(questions)
		pointer := answer.Indicators[eif.IndicatorID(questions[0])].Pointer
		omission(s, out, pointer+"/status", "coverage/not-applicable.questions", args, false)
	}
}

func omission(s *Subject, out *reporter, pointer, code string, args messages.Args, raised bool) {
	severity, help := Info, "coverage/not-applicable.help"
	switch {
	case s.Assessment.Scope == eif.Country:
		severity = Warning
		switch code {
		case "coverage/not-applicable":
			code, help = "coverage/not-applicable.country", "coverage/not-applicable.country.help"
		case "coverage/not-applicable.area":
			code, help = "coverage/not-applicable.country-area", "coverage/not-applicable.country.help"
		}
	case raised:
		code, severity = "coverage/not-applicable.raises", Warning
	}
	out.at(pointer, say(code, args), detail{
		severity: severity,
		help:     []messages.Message{say(help, args)},
	})
}

// raises tells whether leaving a recommendation out lifts its area over what it would be, had the
// recommendation the lowest score.
func raises(s *Subject, area *scoring.Area, id eif.RecommendationID) bool {
	if area.Status != scoring.Scored {
		return false
	}
	var with, without []eif.Score
	for _, other := range area.Recommendations {
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
	return "/recommendations/" + string(eif.AreaByID(id).Recommendations[0])
}
