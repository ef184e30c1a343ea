package rules

import (
	"slices"
	"strconv"

	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/scoring"
)

// eifRules are one rule a recommendation: a known score below the EU average of its area.
func eifRules() []Rule {
	rules := make([]Rule, 0, len(eif.Recommendations()))
	for i := range eif.Recommendations() {
		r := &eif.Recommendations()[i]
		rules = append(rules, Rule{
			ID: "eif/" + string(r.ID), Severity: Warning, Waivable: true,
			check: func(s *Subject, out *reporter) { belowAverage(s, r, out) },
		})
	}
	return rules
}

func belowAverage(s *Subject, def *eif.Recommendation, out *reporter) {
	r := s.Card.Recommendation(def.ID)
	if r.Outcome != scoring.Lagging {
		return
	}
	area := areaOf(s.Card, def.Area)
	args := messages.Args{
		"recommendation": def.ID, "area": def.Area, "score": int(r.Score), "average": *area.Average,
		"gap": r.Score.Hundredths() - *area.Average,
	}
	help := []messages.Message{say("eif/gap.asks", args)}
	if m, ok := lifts(s.Card, r, area); ok {
		help = append(help, m)
	}
	if len(def.Steps) > 0 {
		help = append(help, say("eif/gap.next-"+strconv.Itoa(int(r.Score)), args))
	}
	code := "eif/gap"
	if r.Basis == scoring.Published {
		code = "eif/gap.published"
	}
	out.at(recommendationPointer(s, def), say(code, args), detail{
		help:    append(help, say("help.explain", messages.Args{"topic": string(def.ID)})),
		outcome: scoreWord(r.Score),
		measure: &Measure{Score: r.Score, Gap: r.Score.Hundredths() - *area.Average},
	})
}

// lifts says what a rise of the recommendation does to its area, as far as that can be known.
func lifts(card *scoring.Scorecard, r *scoring.Recommendation, area *scoring.Area) (messages.Message, bool) {
	open := openRecommendations(card, area)
	args := messages.Args{
		"recommendation": r.ID, "area": area.ID, "score": int(r.Score),
		"recommendations": open, "count": len(open),
	}
	switch {
	case area.Score == eif.HighestScore:
		return say("eif/gap.area-full", args), true
	case len(area.Levers) == 0 && len(open) > 0:
		return say("eif/gap.area-unknown", args), true
	case len(area.Levers) == 0: // the two contradict each other, which another rule says
		return messages.Message{}, false
	}
	lever := area.Levers[0]
	args["target"], args["rises"] = int(lever.Target), riseWords(lever.Rises)
	own := slices.IndexFunc(lever.Rises, func(rise scoring.Rise) bool { return rise.Recommendation == r.ID })
	switch {
	case own < 0:
		return say("eif/gap.lifts-other", args), true
	case len(lever.Rises) > 1:
		return say("eif/gap.lifts-together", args), true
	}
	args["next"] = int(lever.Rises[own].To)
	return say("eif/gap.lifts", args), true
}

func riseWords(rises []scoring.Rise) []string {
	words := make([]string, len(rises))
	for i, rise := range rises {
		words[i] = string(rise.Recommendation) + " → " + scoreWord(rise.To)
	}
	return words
}

func areaOf(card *scoring.Scorecard, id eif.AreaID) *scoring.Area {
	for i := range card.Areas {
		if card.Areas[i].ID == id {
			return &card.Areas[i]
		}
	}
	return nil
}

// recommendationPointer is where the score of a recommendation stands in the file.
func recommendationPointer(s *Subject, def *eif.Recommendation) string {
	if own, ok := s.Assessment.Recommendations[def.ID]; ok {
		return own.Pointer
	}
	if published, ok := s.Assessment.Published.Recommendations[def.ID]; ok {
		return published.Pointer
	}
	return areaPointer(s, def.Area)
}

// scorePointer is the place that gives a recommendation its score: the stated score, the answers,
// the published score, else that of its area.
func scorePointer(s *Subject, id eif.RecommendationID) string {
	basis, own := s.Card.Recommendation(id).Basis, s.Assessment.Recommendations[id]
	switch {
	case own != nil && own.Answer.State == assessment.Scored:
		return own.Pointer + "/score"
	case own != nil && basis == scoring.Derived:
		return own.Pointer + "/indicators"
	}
	published := s.Assessment.Published.Recommendations[id]
	if basis == scoring.Published && published.State == assessment.Scored {
		return published.Pointer
	}
	return areaPointer(s, eif.RecommendationByID(id).Area)
}
