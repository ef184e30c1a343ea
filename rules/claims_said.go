package rules

import (
	"slices"
	"strconv"
	"strings"

	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/scoring"
)

// statement is one thing that a claim says, named by its key in the file.
type statement string

// The statements, in the order in which they are judged.
const (
	saysStatus     statement = "status"
	saysScores     statement = "scores"
	saysNotBelow   statement = "not_below"
	saysNotAbove   statement = "not_above"
	saysRelation   statement = "relation"
	saysImprovable statement = "improvable"
)

// statements lists what a claim says that can be judged. Said of the EU average, how it stands to the EU average and
// whether it can rise are not: an average of 4 still has countries below it.
func (c *claim) statements() (said []statement) {
	add := func(s statement, is bool) {
		if is {
			said = append(said, s)
		}
	}
	add(saysStatus, c.Status == "no_data")
	add(saysScores, len(c.Scores) > 0)
	add(saysNotBelow, c.NotBelow.Known())
	add(saysNotAbove, c.NotAbove.Known())
	add(saysRelation, c.Relation != "" && !c.OfAverage)
	add(saysImprovable, c.Improvable != nil && *c.Improvable && !c.OfAverage)
	return said
}

// allows is the set of results with which a statement is true of a subject.
func (c *claim) allows(k *knowledge, s statement, of subject) levels {
	switch s {
	case saysStatus:
		return withoutData | anySide
	case saysImprovable:
		return c.allowsRise(k, of)
	case saysRelation:
		return c.relationSet(k, of) | c.silence()
	case saysScores:
		set := anySide
		for _, score := range c.Scores {
			set |= justScore(score)
		}
		return set | c.silence()
	case saysNotBelow:
		return between(c.NotBelow, eif.HighestScore) | c.silence()
	default:
		return between(eif.LowestScore, c.NotAbove) | c.silence()
	}
}

// silence is no data where the claim leaves areas without data out: a claim about a whole scoreboard speaks of those
// that have a score. Unless it says the highest score of all of them.
func (c *claim) silence() levels {
	if c.each || c.maximum() {
		return 0
	}
	return withoutData
}

// maximum tells that the claim says the highest score and nothing else.
func (c *claim) maximum() bool {
	return c.NotBelow == eif.HighestScore ||
		len(c.Scores) > 0 && !slices.ContainsFunc(c.Scores, func(s eif.Score) bool { return s != eif.HighestScore })
}

// relationSet are the scores for which a relation is right. A text is wrong only when the plain reading of the numbers
// disagrees too, not just the one by half a point: above is any score over the average, below any under it. In line is
// within half a point of it, or the average as a whole score.
func (c *claim) relationSet(k *knowledge, of subject) levels {
	sides := map[scoring.Relation]levels{scoring.Above: overAverage, scoring.At: anySide, scoring.Below: underIt}
	relation := scoring.Relation(c.Relation)
	set := sides[relation]
	average, ok := k.average(of)
	if !ok {
		return set | anyScore
	}
	for s := eif.LowestScore; s <= eif.HighestScore; s++ {
		gap := s.Hundredths() - average
		right := gap > 0
		switch relation {
		case scoring.Below:
			right = gap < 0
		case scoring.At:
			right = scoring.RelationOf(gap) == scoring.At || rounded(average) == s
		default:
		}
		if right {
			set |= 1 << s
		}
	}
	return set
}

// allowsRise: what has the highest score cannot be improved. An area that has it can, while one of its several
// recommendations may be lower. A claim about a whole scoreboard does not say where the room is.
func (c *claim) allowsRise(k *knowledge, of subject) levels {
	area := eif.AreaByID(of.area)
	if !c.each || of.recommendation == "" && len(area.Recommendations) > 1 && !k.allHighest(of, area) {
		return everything
	}
	return everything &^ (1 << eif.HighestScore)
}

// allHighest tells that every recommendation of an area is known to have the highest score.
func (k *knowledge) allHighest(of subject, area *eif.Area) bool {
	for _, id := range area.Recommendations {
		of.recommendation = id
		if k.result(of) != justScore(eif.HighestScore) {
			return false
		}
	}
	return true
}

// allowsAll is the set of results with which everything a claim says of a subject is true. A statement that no result
// could make true, above an average of 4, is left out: that is no contradiction of the text.
func (c *claim) allowsAll(k *knowledge, of subject) levels {
	set := everything
	for _, s := range c.statements() {
		if allowed := c.allows(k, s, of); !allowed.impossible() {
			set &= allowed
		}
	}
	return set
}

// notation writes a statement as the file does.
func (c *claim) notation(s statement) string {
	var value string
	switch s {
	case saysStatus:
		value = c.Status
	case saysRelation:
		value = c.Relation
	case saysNotBelow:
		value = scoreWord(c.NotBelow)
	case saysNotAbove:
		value = scoreWord(c.NotAbove)
	case saysImprovable:
		value = strconv.FormatBool(*c.Improvable)
	default:
		value = "[" + strings.Join(c.scoreWords(), ", ") + "]"
	}
	return string(s) + ": " + value
}

// scoreWords are the scores the claim says, each once.
func (c *claim) scoreWords() (words []string) {
	for s := eif.LowestScore; s <= eif.HighestScore; s++ {
		if slices.Contains(c.Scores, s) {
			words = append(words, scoreWord(s))
		}
	}
	return words
}
