package rules

import (
	"strconv"
	"strings"

	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/scoring"
)

// claimRules compare what a text says of the result with the numbers.
func claimRules() []Rule {
	return []Rule{
		{ID: "claims/unknown-area", Severity: Warning, Waivable: true, check: eachClaim(unknownAreas)},
		{ID: "claims/unknown-recommendation", Severity: Warning, Waivable: true, check: eachClaim(unknownNumbers)},
		{ID: "claims/wrong-area", Severity: Warning, Waivable: true, check: eachClaim(wrongAreas)},
		{ID: "claims/status", Severity: Warning, Waivable: true, check: eachClaim(wrongStatus)},
		{ID: "claims/score", Severity: Warning, Waivable: true, check: eachClaim(wrongScores)},
		{ID: "claims/relation", Severity: Warning, Waivable: true, check: eachClaim(wrongRelation)},
		{ID: "claims/improvable", Severity: Warning, Waivable: true, check: eachClaim(wrongRise)},
		{ID: "claims/contradiction", Severity: Warning, Waivable: true, check: contradictions},
		{ID: "claims/more", Severity: Warning, Waivable: true, check: moreClaims},
	}
}

// maxAlike is how many findings a rule of the family lists: a file can hold a hundred thousand names, and a list of
// thousands helps nobody.
const maxAlike = 200

// moreClaims says how many findings are not listed. It runs after the others of the family.
func moreClaims(s *Subject, out *reporter) {
	if more := s.knowledge().more; more > 0 {
		out.at("/claims", say("claims/more", messages.Args{"count": more, "limit": maxAlike}), detail{
			help: []messages.Message{say("claims/more.help", nil)},
		})
	}
}

// eachClaim is a check that looks at one claim after another.
func eachClaim(check func(*knowledge, *claim, *reporter)) func(*Subject, *reporter) {
	return func(s *Subject, out *reporter) {
		k := s.knowledge()
		k.more += out.limit(maxAlike, func() {
			for i := range k.claims {
				check(k, &k.claims[i], out)
			}
		})
	}
}

// against lists the mentions of which a statement is wrong: those without data, and those with a score. Nothing is
// wrong while one of the results that are possible makes it right.
func (c *claim) against(k *knowledge, said statement) (without, scored []mention) {
	for _, m := range c.mentions {
		result := k.result(m.subject)
		switch {
		case !(result & c.allows(k, said, m.subject)).impossible():
		case result.justNoData():
			without = append(without, m)
		default:
			scored = append(scored, m)
		}
	}
	return without, scored
}

// wrongStatus: no data is said of what has a score, or a score of what has no data.
func wrongStatus(k *knowledge, c *claim, out *reporter) {
	for _, said := range c.statements() {
		without, scored := c.against(k, said)
		switch {
		case said == saysStatus && len(scored) > 0:
			code := "claims/status"
			if c.OfAverage {
				code = "claims/status.average"
			}
			out.against(k, c, said, scored, code, "claims/status.help", messages.Args{})
		case said != saysStatus && len(without) > 0:
			code, help := "claims/status.without", "claims/status.without.help"
			if !c.each {
				code, help = "claims/status.maximum", "claims/status.maximum.help"
			}
			out.against(k, c, said, without, code, help, messages.Args{})
			return // what else is said of a score that does not exist adds nothing
		}
	}
}

// wrongScores: another score is said than there is.
func wrongScores(k *knowledge, c *claim, out *reporter) {
	for _, said := range c.statements() {
		var code string
		args := messages.Args{}
		switch said {
		case saysScores:
			code, args["said"] = "claims/score", c.scoreWords()
		case saysNotBelow:
			code, args["said"] = "claims/score.not-below", scoreWord(c.NotBelow)
		case saysNotAbove:
			code, args["said"] = "claims/score.not-above", scoreWord(c.NotAbove)
		default:
			continue
		}
		if _, scored := c.against(k, said); len(scored) > 0 {
			help := "claims/score.help"
			if c.OfAverage {
				code, help = code+".average", "claims/score.average.help"
			}
			out.against(k, c, said, scored, code, help, args)
		}
	}
}

// wrongRelation: the text puts something on the wrong side of the EU average.
func wrongRelation(k *knowledge, c *claim, out *reporter) {
	if c.Relation == "" || c.OfAverage {
		return
	}
	_, scored := c.against(k, saysRelation)
	if len(scored) == 0 {
		return
	}
	help := "claims/relation.help"
	if average, ok := k.average(scored[0].subject); ok {
		if area := k.area(scored[0].subject); area != nil && area.Status == scoring.Scored {
			help = map[scoring.Relation]string{
				scoring.Above: "claims/relation.help-above", scoring.At: "claims/relation.help-at",
				scoring.Below: "claims/relation.help-below",
			}[scoring.RelationOf(area.Score.Hundredths()-average)]
		}
	}
	code := map[scoring.Relation]string{
		scoring.Above: "claims/relation.above", scoring.At: "claims/relation.at",
		scoring.Below: "claims/relation.below",
	}[scoring.Relation(c.Relation)]
	out.against(k, c, saysRelation, scored, code, help, messages.Args{})
}

// wrongRise: said to be improvable, and has the highest score.
func wrongRise(k *knowledge, c *claim, out *reporter) {
	if c.Improvable == nil || !*c.Improvable || c.OfAverage {
		return
	}
	if _, scored := c.against(k, saysImprovable); len(scored) > 0 {
		out.against(k, c, saysImprovable, scored, "claims/improvable", "claims/improvable.help", messages.Args{})
	}
}

// against reports what a claim says wrongly of some of what it mentions, once. help is for one that mentions nothing
// else, or names a scoreboard.
func (r *reporter) against(
	k *knowledge, c *claim, said statement, wrong []mention, code, help string, args messages.Args,
) {
	var subjects, scores, averages []string
	for _, m := range wrong {
		subjects = append(subjects, m.String())
		scores = append(scores, m.String()+" = "+k.result(m.subject).word())
		if average, ok := k.average(m.subject); ok {
			averages = append(averages, m.String()+" = "+average.String())
		}
	}
	if average, ok := k.average(wrong[0].subject); ok {
		args["average"] = average
	}
	args["subject"], args["score"] = wrong[0].id(), k.result(wrong[0].subject).word()
	args["subjects"], args["scores"], args["averages"] = subjects, scores, averages
	args["scoreboard"] = c.Scoreboard
	switch {
	case help == "claims/status.maximum.help" || len(c.mentions) == 1:
	case len(wrong) < len(c.mentions):
		help = "claims.help.some"
	default:
		help = "claims.help.each"
	}
	if len(wrong) > 1 {
		code += ".several"
	}
	r.at(c.Pointer+"/"+string(said), say(code, args), detail{
		help: []messages.Message{say(help, args)}, outcome: strings.Join(scores, ","),
	})
}

// unknownAreas: the text names something that is no area, or a title that two areas have.
func unknownAreas(k *knowledge, c *claim, out *reporter) {
	for _, i := range c.unknownAreas {
		args := messages.Args{"found": c.Areas[i]}
		out.at(c.Pointer+"/areas/"+strconv.Itoa(i), say("claims/unknown-area", args), detail{
			help: []messages.Message{say("claims/unknown-area.help", messages.Args{"areas": areaIDs()})},
		})
	}
	for _, i := range c.twinAreas {
		args := messages.Args{"found": c.Areas[i], "areas": idsOf(k.names.Read(c.Areas[i]))}
		out.at(c.Pointer+"/areas/"+strconv.Itoa(i), say("claims/unknown-area.two", args), detail{
			severity: Info, help: []messages.Message{say("claims/unknown-area.two.help", args)},
		})
	}
}

func areaIDs() []string {
	ids := []string{"P1 … P12"}
	for i := range eif.Areas() {
		if a := &eif.Areas()[i]; a.Scoreboard != eif.Principles {
			ids = append(ids, string(a.ID))
		}
	}
	return ids
}
