package charts

import (
	"slices"
	"strings"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/scoring"
)

// describe says in sentences what the picture of a scoreboard shows; opening says what kind of picture it is.
func (b *author) describe(opening string, board eifcheck.Scoreboard, places []place) string {
	sentences := []string{b.say(opening, nil)}
	if !drawable(places) {
		sentences[0] = b.say("chart/said.nothing", nil)
	}
	sentences = append(sentences, b.saidScores(places)...)
	if drawable(places) && some(places, hasAverage) {
		sentences = append(sentences, b.averageSaid(board)+".")
		for _, relation := range []scoring.Relation{scoring.Below, scoring.At, scoring.Above} {
			is := func(p *place) bool { return p.scored() && p.relation == relation }
			sentences = b.list(sentences, "chart/said."+string(relation), untitled(places), is)
		}
	}
	return strings.Join(sentences, " ")
}

// saidScores says which places stand where.
func (b *author) saidScores(places []place) []string {
	var sentences []string
	for score := eif.HighestScore; score >= eif.LowestScore; score-- {
		names := b.names(places, func(p *place) bool { return p.score == score })
		if len(names) > 0 {
			args := messages.Args{"score": int(score), "places": names}
			sentences = append(sentences, b.say("chart/said.score", args))
		}
	}
	for i := range places {
		if p := &places[i]; p.partial() {
			sentences = append(sentences, b.say("chart/said.partial", messages.Args{
				"place": b.name(p), "low": int(p.interval[0]), "high": int(p.interval[1]),
			}))
		}
	}
	sentences = b.list(sentences, "chart/said.no-data", places, (*place).open)
	sentences = b.list(sentences, "chart/said.not-applicable", places, func(p *place) bool {
		return !p.scored() && p.status == scoring.NotApplicable
	})
	return b.list(sentences, "chart/said.indicative", untitled(places), (*place).indicative)
}

// untitled are the same places with their ids alone, for sentences about what was named before.
func untitled(places []place) []place {
	list := slices.Clone(places)
	for i := range list {
		list[i].title = ""
	}
	return list
}

// list adds a sentence about the places that are as asked, if there are any.
func (b *author) list(sentences []string, code string, places []place, is func(*place) bool) []string {
	if names := b.names(places, is); len(names) > 0 {
		return append(sentences, b.say(code, messages.Args{"places": names}))
	}
	return sentences
}

// averageSaid names the EU average: its year, and of how many Member States it is made. That differs from area to
// area; the table has the number of each.
func (b *author) averageSaid(board eifcheck.Scoreboard) string {
	args := messages.Args{}
	if b.a.Methodology != nil && b.a.Methodology.AverageYear != nil {
		args["year"] = year(*b.a.Methodology.AverageYear)
	}
	low, high := 0, 0
	for i := range board.Areas {
		if members := board.Areas[i].Members; members != nil {
			high = max(high, *members)
			if low == 0 || *members < low {
				low = *members
			}
		}
	}
	args["low"], args["high"] = low, high
	switch {
	case args["year"] == nil:
		return b.say("chart/average", nil)
	case high == 0:
		return b.say("chart/average.year", args)
	case low == high:
		return b.say("chart/average.members", args)
	}
	return b.say("chart/average.members-between", args)
}
