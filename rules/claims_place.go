package rules

import (
	"strconv"

	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
)

// unknownNumbers: the text names a recommendation that the EIF does not have.
func unknownNumbers(_ *knowledge, c *claim, out *reporter) {
	for _, i := range c.unknownRecommendations {
		number := eif.ReadRecommendation(c.Recommendations[i])
		args := messages.Args{"found": c.Recommendations[i], "number": number, "last": len(eif.Recommendations())}
		code := "claims/unknown-recommendation"
		if number == 0 {
			code = "claims/unknown-recommendation.word"
		}
		out.at(c.Pointer+"/recommendations/"+strconv.Itoa(i), say(code, args), detail{
			help: append([]messages.Message{say("claims/unknown-recommendation.help", args)}, c.holds()...),
		})
	}
}

// holds says which recommendations the areas named have: most often one of them is meant.
func (c *claim) holds() []messages.Message {
	var list []messages.Message
	for _, id := range c.areas {
		ids := idsOf(eif.AreaByID(id).Recommendations)
		list = append(list, say("claims.help.holds", messages.Args{
			"area": id, "recommendations": ids, "count": len(ids),
		}))
	}
	return list
}

// wrongAreas: a recommendation or an area is named where it does not belong.
func wrongAreas(k *knowledge, c *claim, out *reporter) {
	if c.noScoreboard {
		args := messages.Args{"year": strconv.Itoa(k.Assessment.Year), "first": strconv.Itoa(firstCrossBorderYear())}
		out.at(c.Pointer+"/scoreboard", say("claims/wrong-area.year", args), detail{
			help: []messages.Message{say("claims/wrong-area.year.help", args)},
		})
		return
	}
	for _, i := range c.strayAreas {
		found := k.names.Read(c.Areas[i])
		args := messages.Args{
			"area": found[0], "scoreboard": c.Scoreboard, "right": int(eif.AreaByID(found[0]).Scoreboard),
		}
		code := "claims/wrong-area.area"
		if eif.Scoreboard(c.Scoreboard) == eif.CrossBorder {
			code = "claims/wrong-area.area-cross-border"
		}
		out.at(c.Pointer+"/areas/"+strconv.Itoa(i), say(code, args), detail{
			help: []messages.Message{say("claims/wrong-area.area.help", args)},
		})
	}
	for _, i := range c.strayRecommendations {
		strayRecommendation(c, i, out)
	}
}

func strayRecommendation(c *claim, i int, out *reporter) {
	r := eif.RecommendationByNumber(eif.ReadRecommendation(c.Recommendations[i]))
	args := messages.Args{
		"recommendation": r.ID, "area": r.Area, "scoreboard": c.Scoreboard,
		"right": int(eif.AreaByID(r.Area).Scoreboard),
	}
	code := "claims/wrong-area"
	switch {
	case len(c.areas) > 1:
		code, args["names"] = "claims/wrong-area.several", idsOf(c.areas)
	case len(c.areas) > 0:
		args["named"] = c.areas[0]
	case eif.Scoreboard(c.Scoreboard) == eif.CrossBorder:
		code = "claims/wrong-area.cross-border"
	default:
		code = "claims/wrong-area.scoreboard"
	}
	out.at(c.Pointer+"/recommendations/"+strconv.Itoa(i), say(code, args), detail{
		help: append([]messages.Message{say("claims/wrong-area.help", args)}, c.holds()...),
	})
}

func firstCrossBorderYear() int {
	for _, m := range eif.Methodologies() {
		if m.CrossBorder {
			return m.From
		}
	}
	return 0
}

// idsOf writes ids as words.
func idsOf[ID ~string](ids []ID) []string {
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = string(id)
	}
	return words
}
