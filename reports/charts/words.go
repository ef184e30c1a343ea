package charts

import (
	"strconv"

	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/scoring"
)

func (b *author) say(code string, args messages.Args) string { return b.w.Say(code, args) }

// state is the score in words: a level, two levels that it lies between, or why there is none.
func (b *author) state(p *place) string {
	switch {
	case p.scored():
		return strconv.Itoa(int(p.score))
	case p.partial():
		return b.say("chart/interval", messages.Args{"low": int(p.interval[0]), "high": int(p.interval[1])})
	case p.open():
		return b.say("chart/no-data", nil)
	}
	return b.say("chart/not-applicable", nil)
}

// brief is the state where there is little room.
func (b *author) brief(p *place) string {
	if !p.scored() && !p.partial() && !p.open() {
		return b.say("chart/not-applicable.brief", nil)
	}
	return b.state(p)
}

// relation says where a score stands beside the average, "" where they are not compared.
func (b *author) relation(p *place) string {
	if p.relation == "" {
		return ""
	}
	return b.say("chart/relation."+string(p.relation), nil)
}

// sign is the relation beside a row: what is in line with the average needs none.
func (b *author) sign(p *place) string {
	switch {
	case p.partial():
		return b.say("chart/partial", nil)
	case !p.scored() || p.relation == "":
		return ""
	case p.relation == scoring.Above:
		return "▲ " + b.say("chart/above", nil)
	case p.relation == scoring.Below:
		return "▼ " + b.say("chart/below", nil)
	}
	return ""
}

// basis says where a score comes from, "" where there is none.
func (b *author) basis(p *place) string {
	if !p.scored() || p.basis == scoring.NoBasis {
		return ""
	}
	return b.say("chart/basis."+string(p.basis), nil)
}

// name is an area in a sentence or a table.
func (b *author) name(p *place) string {
	if p.title == "" {
		return p.id
	}
	return b.say("chart/name", messages.Args{"title": p.title, "id": p.id})
}

// names lists the places that are as asked.
func (b *author) names(places []place, is func(*place) bool) []string {
	var list []string
	for i := range places {
		if is(&places[i]) {
			list = append(list, b.name(&places[i]))
		}
	}
	return list
}

// signed prints a gap.
func signed(h eif.Hundredths) string {
	if h > 0 {
		return "+" + h.String()
	}
	return h.String()
}

// year is a number that is never grouped.
func year(y int) string { return strconv.Itoa(y) }
