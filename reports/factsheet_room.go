package reports

import (
	"slices"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/scoring"
)

// mostExplained is how many areas of a scoreboard are explained; further ones are named.
const mostExplained = 3

// room says where a scoreboard can rise: the gaps in the order of the result, then what is under 4 besides.
func (f *factsheet) room(board eifcheck.Scoreboard) []statement {
	var list []statement
	var explained []eif.AreaID
	rest := map[scoring.Relation][]*eifcheck.Area{}
	for i := range f.a.Gaps {
		g := &f.a.Gaps[i]
		area := areaOf(f.a, g.Scoreboard, g.Area)
		if g.Scoreboard != board.ID || area == nil || area.Score == nil {
			continue
		}
		relation := orZero(g.Relation)
		if (relation == "" || relation == scoring.Below) && len(explained) < mostExplained {
			explained = append(explained, g.Area)
			list = append(list, f.explain(g, area))
			continue
		}
		rest[relation] = append(rest[relation], area)
	}
	list = append(list, f.underFour(board.ID, rest)...)
	list = append(list, f.others(board.ID, explained, len(list) > 0)...)
	return append(list, f.plans(board.ID)...)
}

// explain says what is known of an area under 4. It names no cause: only what would follow from a rise,
// where all recommendations are known, and else which are known and which are not.
func (f *factsheet) explain(g *eifcheck.Gap, area *eifcheck.Area) statement {
	s := statement{board: g.Scoreboard, areas: []eif.AreaID{g.Area}, score: g.Score}
	args := messages.Args{"area": g.Area, "score": int(g.Score)}
	known, unknown := f.split(area)
	if len(area.Recommendations) == 1 && len(known) == 1 && *known[0].Score == g.Score {
		s.kind, s.known = saysOnly, recommendationIDs(known)
		args["recommendation"] = known[0].ID
		s.text = f.words.say(f.vary("factsheet/only.1", "factsheet/only.2", "factsheet/only.3"), args)
		return s
	}
	if len(area.Levers) > 0 && len(unknown) == 0 {
		return f.rises(s, area.Levers[0], len(known), args)
	}
	s.unknown = recommendationIDs(unknown)
	args["unknown"], args["count"] = ids(s.unknown), len(unknown)
	var code string
	switch {
	case len(unknown) == 0:
		s.kind, code = saysApart, "factsheet/apart"
	case len(known) == 0:
		s.kind, code = saysUnknown, f.vary("factsheet/unknown.1", "factsheet/unknown.2")
	case len(g.Start) == 0:
		s.kind, code = saysKnownHighest, "factsheet/known-highest"
	default:
		s.kind, s.known, code = saysLowest, g.Start, "factsheet/lowest"
		args["known"] = f.scores(s.known)
	}
	s.text = f.words.say(code, args)
	return s
}

// split parts the recommendations of an area into those with a score and those where it is not known.
func (f *factsheet) split(area *eifcheck.Area) (known, unknown []*eifcheck.Recommendation) {
	for _, id := range area.Recommendations {
		r := recommendationOf(f.a, id)
		switch {
		case r == nil || r.Status == scoring.NotApplicable:
		case r.Score != nil:
			known = append(known, r)
		default:
			unknown = append(unknown, r)
		}
	}
	return known, unknown
}

func recommendationIDs(list []*eifcheck.Recommendation) []eif.RecommendationID {
	all := make([]eif.RecommendationID, len(list))
	for i, r := range list {
		all[i] = r.ID
	}
	return all
}

// rises says which rises lift an area of so many recommendations with a score.
func (f *factsheet) rises(s statement, lever scoring.Lever, of int, args messages.Args) statement {
	s.kind, s.rises, s.target = saysRises, lever.Rises, lever.Target
	words := make([]string, len(lever.Rises))
	for i, rise := range lever.Rises {
		s.known = append(s.known, rise.Recommendation)
		words[i] = f.words.say("factsheet/rise", messages.Args{
			"recommendation": rise.Recommendation, "from": int(rise.From), "to": int(rise.To),
		})
	}
	args["rises"], args["target"] = words, int(lever.Target)
	code := f.vary("factsheet/rises.1", "factsheet/rises.2")
	if len(lever.Rises) == of {
		code = "factsheet/rises.2" // no other recommendation stays as it is
	}
	s.text = f.words.say(code, args)
	return s
}

// scores names recommendations with their scores.
func (f *factsheet) scores(list []eif.RecommendationID) []string {
	var words []string
	for _, id := range list {
		if r := recommendationOf(f.a, id); r != nil && r.Score != nil {
			words = append(words, f.words.say("factsheet/recommendation.score", messages.Args{
				"recommendation": id, "score": int(*r.Score),
			}))
		}
	}
	return words
}

// underFour names the areas under 4 that are not explained.
func (f *factsheet) underFour(board eif.Scoreboard, rest map[scoring.Relation][]*eifcheck.Area) []statement {
	var list []statement
	for _, group := range []struct {
		relation   scoring.Relation
		code, many string
	}{
		{scoring.Below, "factsheet/under.below", "factsheet/under.below.many"},
		{scoring.At, "factsheet/under.at", "factsheet/under.at.many"},
		{scoring.Above, "factsheet/under.above", "factsheet/under.above.many"},
		{"", "factsheet/under", "factsheet/under.many"},
	} {
		areas := rest[group.relation]
		if len(areas) == 0 {
			continue
		}
		code := group.code
		if len(areas) > mostBeside {
			code = group.many
		}
		list = append(list, statement{
			kind: saysUnderFour, board: board, relation: group.relation, areas: areaIDs(areas),
			text: f.words.say(code, messages.Args{
				"areas": f.against(areas), "ids": ids(areaIDs(areas)), "count": len(areas),
			}),
		})
	}
	return list
}

// others names recommendations with a score under 4 that no sentence before named: those of areas at 4,
// and of areas without a score. begun tells that others were named.
func (f *factsheet) others(board eif.Scoreboard, explained []eif.AreaID, begun bool) []statement {
	s := statement{kind: saysRoom, board: board}
	for i := range f.a.Recommendations {
		r := &f.a.Recommendations[i]
		area := areaOf(f.a, board, r.Area)
		if area == nil || r.Score == nil || *r.Score == eif.HighestScore || slices.Contains(explained, r.Area) ||
			len(area.Recommendations) == 1 {
			continue
		}
		s.known = append(s.known, r.ID)
	}
	if len(s.known) == 0 {
		return nil
	}
	code := "factsheet/room"
	switch few := len(s.known) <= mostBeside; {
	case begun && !few:
		code = "factsheet/room.many"
	case !begun && few:
		code = "factsheet/room.alone"
	case !begun:
		code = "factsheet/room.alone.many"
	}
	s.text = f.words.say(code, messages.Args{
		"recommendations": f.scores(s.known), "ids": ids(s.known), "count": len(s.known),
	})
	return []statement{s}
}

// plans name what the file plans, as intentions: only where the plan leads further than the score.
func (f *factsheet) plans(board eif.Scoreboard) []statement {
	s := statement{kind: saysPlans, board: board}
	var words []string
	for i := range f.a.Recommendations {
		r := &f.a.Recommendations[i]
		if areaOf(f.a, board, r.Area) == nil || r.Plan == nil || r.Score == nil || r.Plan.Target <= *r.Score {
			continue
		}
		s.known = append(s.known, r.ID)
		code := "factsheet/plan"
		if r.Plan.By != "" {
			code = "factsheet/plan.by"
		}
		words = append(words, f.words.say(code, messages.Args{
			"recommendation": r.ID, "target": int(r.Plan.Target), "day": r.Plan.By,
		}))
	}
	if len(words) == 0 {
		return nil
	}
	code := "factsheet/plans.many"
	if len(words) <= mostBeside {
		code = "factsheet/plans"
	}
	s.text = f.words.say(code, messages.Args{"plans": words, "ids": ids(s.known), "count": len(words)})
	return []statement{s}
}
