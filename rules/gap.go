package rules

import (
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/scoring"
)

// gapRules are one rule an area of several recommendations: below the EU average, and none of them is
// known to be. An area of one recommendation is that recommendation, which has a rule of its own.
func gapRules() []Rule {
	var rules []Rule
	for i := range eif.Areas() {
		id := eif.Areas()[i].ID
		if len(eif.Areas()[i].Recommendations) == 1 {
			continue
		}
		rules = append(rules, Rule{
			ID: "gap/" + string(id), Severity: Warning, Waivable: true,
			check: func(s *Subject, out *reporter) { unexplainedGap(s, id, out) },
		})
	}
	return rules
}

func unexplainedGap(s *Subject, id eif.AreaID, out *reporter) {
	area := areaOf(s.Card, id)
	if area.Relation != scoring.Below {
		return
	}
	code := "gap/area"
	for _, recommendation := range area.Recommendations {
		switch r := s.Card.Recommendation(recommendation); {
		case r.Outcome == scoring.Lagging:
			return
		case r.Status == scoring.Scored:
			code = "gap/area.scored"
		}
	}
	open := openRecommendations(s.Card, area)
	args := messages.Args{
		"area": id, "score": int(area.Score), "average": *area.Average, "gap": *area.Gap,
		"recommendations": open, "count": len(open),
	}
	help := []messages.Message{say("gap/area.asks", args)}
	if len(open) > 0 {
		help = append(help, say("gap/area.answer", args))
	}
	out.at(areaPointer(s, id), say(code, args), detail{
		help:    append(help, say("help.explain", messages.Args{"topic": string(id)})),
		outcome: scoreWord(area.Score),
		measure: &Measure{Score: area.Score, Gap: *area.Gap},
	})
}
