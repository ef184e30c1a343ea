package reports

import (
	"strconv"
	"strings"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/scoring"
)

// remarks say under the tables how the areas stand, where their scores come from unless a column
// says it, and how much is known.
func (r *textReport) remarks(a *eifcheck.Assessment, basisShown bool) {
	r.blank()
	c := a.Summary.Coverage
	var origin []string
	if !basisShown {
		origin = r.bases(a)
	}
	if has(a, func(area *eifcheck.Area) bool { return area.Basis == scoring.Derived }) {
		origin = append(origin, r.say("text/indicative", nil))
	}
	list := []fact{r.fact("areas", r.standing(national(a.Summary)))}
	if a.Summary.CrossBorder != nil {
		list = append(list, r.fact("cross-border", r.standing(*a.Summary.CrossBorder)))
	}
	list = append(list,
		r.fact("scores", strings.Join(origin, " ")),
		r.fact("coverage", r.say("text/coverage", messages.Args{
			"areas": percent(c.Areas), "recommendations": percent(c.Recommendations),
			"indicators": percent(c.Indicators), "evidence": percent(c.Evidence),
		})),
	)
	if has(a, func(area *eifcheck.Area) bool { return area.Status == scoring.NotApplicable }) {
		list = append(list, fact{
			label: r.say("text/status.not_applicable", nil), text: r.say("text/not-applicable", nil),
		})
	}
	r.facts(list)
}

// percent prints a share of 0 to 1.
func percent(share eif.Hundredths) string { return strconv.Itoa(int(share)) }

// standing counts the areas in one sentence. How many are above or below is no news where none is scored.
func (r *textReport) standing(c eifcheck.AreaCounts) string {
	if c.NoData > 0 && c.Scored+c.Partial+c.NotApplicable == 0 {
		return r.sayCount("text/standing.none", c.NoData)
	}
	var parts []string
	if c.Scored > 0 {
		parts = append(parts, r.scored(c))
	}
	for _, p := range []struct {
		code  string
		count int
	}{
		{"text/standing.partial", c.Partial},
		{"text/standing.no-data", c.NoData},
		{"text/standing.not-applicable", c.NotApplicable},
	} {
		if p.count > 0 {
			parts = append(parts, r.sayCount(p.code, p.count))
		}
	}
	return strings.Join(parts, "; ")
}

// scored counts the areas with a score, and how they compare.
func (r *textReport) scored(c eifcheck.AreaCounts) string {
	words := r.sayCount("text/standing.scored", c.Scored)
	if c.Above == nil || c.At == nil || c.Below == nil {
		return words
	}
	return words + " " + r.say("text/standing", messages.Args{"above": *c.Above, "at": *c.At, "below": *c.Below})
}

// national are the counts of scoreboards 1 to 3.
func national(s *eifcheck.Summary) eifcheck.AreaCounts {
	return eifcheck.AreaCounts{
		Areas: s.Areas, Scored: s.Scored, NoData: s.NoData, NotApplicable: s.NotApplicable, Partial: s.Partial,
		Above: s.Above, At: s.At, Below: s.Below,
	}
}

// bases say where the scores come from, in one sentence when they all come from one place.
func (r *textReport) bases(a *eifcheck.Assessment) []string {
	areas := map[scoring.Basis][]string{}
	for _, board := range a.Scoreboards {
		for i := range board.Areas {
			if area := &board.Areas[i]; board.ID != eif.CrossBorder && area.Basis != scoring.NoBasis {
				areas[area.Basis] = append(areas[area.Basis], string(area.ID))
			}
		}
	}
	var sentences []string
	for _, basis := range []scoring.Basis{scoring.Stated, scoring.Derived, scoring.Published} {
		switch {
		case len(areas[basis]) == 0:
		case len(areas) == 1:
			sentences = append(sentences, r.say("text/all."+string(basis), nil))
		default:
			sentences = append(sentences, r.say("text/some."+string(basis), messages.Args{"areas": areas[basis]}))
		}
	}
	return sentences
}

// has tells whether some area of any scoreboard is as asked.
func has(a *eifcheck.Assessment, holds func(*eifcheck.Area) bool) bool {
	for _, board := range a.Scoreboards {
		for i := range board.Areas {
			if holds(&board.Areas[i]) {
				return true
			}
		}
	}
	return false
}
