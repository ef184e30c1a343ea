package reports

import (
	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/scoring"
)

// standing says how the areas of a scoreboard stand.
func (f *factsheet) standing(board eifcheck.Scoreboard) []statement {
	var list []statement
	scored := areasWith(board, scoring.Scored)
	switch {
	case len(scored) == 0:
		list = append(list, f.none(board))
	default:
		list = append(list, f.levels(board, scored)...)
		list = append(list, f.relations(board, scored)...)
	}
	return append(list, f.unscored(board, len(scored) > 0)...)
}

// areasWith lists the areas of a scoreboard with a status.
func areasWith(board eifcheck.Scoreboard, status scoring.Status) []*eifcheck.Area {
	var list []*eifcheck.Area
	for i := range board.Areas {
		if board.Areas[i].Status == status {
			list = append(list, &board.Areas[i])
		}
	}
	return list
}

func areaIDs(list []*eifcheck.Area) []eif.AreaID {
	all := make([]eif.AreaID, len(list))
	for i, area := range list {
		all[i] = area.ID
	}
	return all
}

func (f *factsheet) none(board eifcheck.Scoreboard) statement {
	s := statement{kind: saysNone, board: board.ID}
	for i := range board.Areas {
		s.areas = append(s.areas, board.Areas[i].ID)
	}
	code := f.vary("factsheet/none.1", "factsheet/none.2", "factsheet/none.3")
	s.text = f.words.say(code, messages.Args{"count": len(board.Areas)})
	return s
}

// levels say how many areas have a score, and how many which. That all are at the highest is said together
// with how many have none.
func (f *factsheet) levels(board eifcheck.Scoreboard, scored []*eifcheck.Area) []statement {
	open := len(board.Areas) - len(scored)
	s := statement{kind: saysLevels, board: board.ID, areas: areaIDs(scored), open: open}
	for _, area := range scored {
		s.levels[*area.Score-1] = append(s.levels[*area.Score-1], area.ID)
	}
	if len(s.levels[eif.HighestScore-1]) == len(scored) {
		return []statement{f.highest(s)}
	}
	count := statement{kind: saysScored, board: board.ID, areas: s.areas, open: open}
	args := messages.Args{"count": len(scored), "areas": len(board.Areas)}
	if open == 0 {
		code := f.vary("factsheet/scored.all.1", "factsheet/scored.all.2", "factsheet/scored.all.3")
		count.text = f.words.say(code, args)
	} else {
		count.text = f.words.say(f.vary("factsheet/scored.1", "factsheet/scored.2"), args)
	}
	var parts []string
	for level := eif.HighestScore; level >= eif.LowestScore; level-- {
		if n := len(s.levels[level-1]); n == len(scored) {
			s.text = f.words.say("factsheet/levels.same", messages.Args{"count": n, "score": int(level)})
		} else if n > 0 {
			parts = append(parts, f.words.say("factsheet/level", messages.Args{"count": n, "score": int(level)}))
		}
	}
	if s.text == "" {
		s.text = f.words.say(f.vary("factsheet/levels.1", "factsheet/levels.2"), messages.Args{"levels": parts})
	}
	return []statement{count, s}
}

// highest says that all are at the highest score: of what has none, it says so in the same sentence.
func (f *factsheet) highest(s statement) statement {
	s.score, s.levels = eif.HighestScore, statement{}.levels
	if s.open == 0 {
		s.kind = saysHighestOfAll
		code := f.vary("factsheet/highest.all.1", "factsheet/highest.all.2")
		s.text = f.words.say(code, messages.Args{"count": len(s.areas)})
		return s
	}
	s.kind = saysHighest
	code := "factsheet/highest"
	if len(s.areas) == 1 {
		code = "factsheet/highest.one"
	}
	s.text = f.words.say(code, messages.Args{"scored": len(s.areas), "count": s.open})
	return s
}

// relations say how areas stand to the EU average: above, in line, below.
func (f *factsheet) relations(board eifcheck.Scoreboard, scored []*eifcheck.Area) []statement {
	if !f.compared {
		return nil
	}
	var list []statement
	for _, relation := range []scoring.Relation{scoring.Above, scoring.At, scoring.Below} {
		var on []*eifcheck.Area
		for _, area := range scored {
			if area.Relation != nil && *area.Relation == relation {
				on = append(on, area)
			}
		}
		if len(on) == 0 {
			continue
		}
		s := statement{kind: saysRelation, board: board.ID, relation: relation, areas: areaIDs(on)}
		code := f.relationCode(relation, on, len(on) == len(scored))
		s.text = f.words.say(code, messages.Args{"areas": f.against(on), "count": len(on)})
		list = append(list, s)
	}
	return list
}

func (f *factsheet) relationCode(relation scoring.Relation, on []*eifcheck.Area, all bool) string {
	switch {
	case relation == scoring.At && all:
		return "factsheet/at.all"
	case relation == scoring.At && len(on) > mostBeside:
		return f.vary("factsheet/at.many.1", "factsheet/at.many.2")
	case relation == scoring.At:
		return "factsheet/at"
	case relation == scoring.Above && fits(on):
		return f.vary("factsheet/above.1", "factsheet/above.2")
	case relation == scoring.Above:
		return "factsheet/above.many"
	case fits(on):
		return f.vary("factsheet/below.1", "factsheet/below.2")
	}
	return "factsheet/below.many"
}

// against names areas with their scores and, where there is one, the EU average.
func (f *factsheet) against(list []*eifcheck.Area) []string {
	words := make([]string, len(list))
	for i, area := range list {
		args := messages.Args{"area": area.ID, "score": int(*area.Score)}
		code := "factsheet/area.score"
		if area.Average != nil && orZero(area.Relation) != scoring.At { // in line is said, not measured
			code, args["average"] = "factsheet/area.against", number(*area.Average, f.decimals)
		}
		words[i] = f.words.say(code, args)
	}
	return words
}

func (f *factsheet) named(list []eif.AreaID) []string {
	words := make([]string, len(list))
	for i, id := range list {
		words[i] = f.area(id)
	}
	return words
}

func (f *factsheet) area(id eif.AreaID) string {
	return f.words.say("factsheet/area", messages.Args{"area": id})
}

// unscored says what has no score, each kind for itself: none of them is a low score.
func (f *factsheet) unscored(board eifcheck.Scoreboard, beside bool) []statement {
	var list []statement
	without := areaIDs(areasWith(board, scoring.NoData))
	if len(without) > 0 && (beside || len(without) < len(board.Areas)) {
		code := "factsheet/no-data.many"
		if fits(without) {
			code = f.vary("factsheet/no-data.1", "factsheet/no-data.2")
		}
		list = append(list, statement{
			kind: saysNoData, board: board.ID, areas: without,
			text: f.words.say(code, messages.Args{"areas": f.named(without), "count": len(without)}),
		})
	}
	for _, area := range areasWith(board, scoring.Partial) {
		if area.Interval == nil {
			continue
		}
		s := statement{
			kind: saysPartial, board: board.ID, areas: []eif.AreaID{area.ID},
			low: area.Interval[0], high: area.Interval[1],
		}
		s.text = f.words.say("factsheet/partial", messages.Args{
			"area": area.ID, "low": int(s.low), "high": int(s.high),
		})
		list = append(list, s)
	}
	if outside := areaIDs(areasWith(board, scoring.NotApplicable)); len(outside) > 0 {
		code := "factsheet/not-applicable.many"
		if fits(outside) {
			code = "factsheet/not-applicable"
		}
		list = append(list, statement{
			kind: saysNotApplicable, board: board.ID, areas: outside,
			text: f.words.say(code, messages.Args{"areas": f.named(outside), "count": len(outside)}),
		})
	}
	return list
}
