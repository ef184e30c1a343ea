package reports

import (
	"slices"
	"strconv"
	"strings"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/scoring"
)

// whatIf says what the answers that were tried would move, and why an area would not.
func (r *textReport) whatIf(a *eifcheck.Assessment) {
	if a.WhatIf == nil {
		return
	}
	r.blank()
	r.whatIfHeading(a.WhatIf.Changes)
	switch {
	case len(a.WhatIf.Areas)+len(a.WhatIf.Recommendations) == 0:
		r.text(0, plain, r.say("text/what-if.none", nil))
	case len(a.WhatIf.Areas) == 0:
		r.text(0, plain, r.say("text/what-if.no-area", nil))
	}
	for i := range a.WhatIf.Areas {
		r.areaMove(&a.WhatIf.Areas[i], hasDecimals(a))
	}
	if len(a.WhatIf.Recommendations) > 0 {
		r.text(0, plain, r.recommendationMoves(a.WhatIf.Recommendations))
	}
	for _, reason := range r.unmoved(a) {
		r.text(0, faint, reason)
	}
}

// whatIfHeading names the answers tried; where they are too many for the line, below it.
func (r *textReport) whatIfHeading(changes []eifcheck.Change) {
	const drawn = 6
	words := make([]string, len(changes))
	for i := range changes {
		words[i] = r.change(&changes[i])
	}
	heading := r.say("text/what-if", messages.Args{"changes": words})
	if widthOf(clean(heading)) <= r.width-drawn {
		r.rule("─", strings.ReplaceAll(heading, unbroken, " "))
		r.blank()
		return
	}
	r.rule("─", r.say("text/what-if.long", nil))
	r.blank()
	r.text(0, plain, r.say("text/what-if.changes", messages.Args{"changes": words}))
}

// change words one answer as it was written.
func (r *textReport) change(c *eifcheck.Change) string {
	id, answer := string(c.Recommendation), strings.Join(c.Items, "+")
	if c.Indicator != nil {
		id = string(*c.Indicator)
	}
	switch {
	case c.Score != nil:
		answer = strconv.Itoa(int(*c.Score))
	case c.Share != nil:
		answer = r.say("text/what-if.share", messages.Args{"share": shortest(*c.Share)})
	}
	return r.say("text/what-if.change", messages.Args{"id": id, "answer": answer})
}

// shortest prints a number as a person writes it: 80, 62.5.
func shortest(h eif.Hundredths) string {
	if h%100 == 0 {
		return h.String()
	}
	return strings.TrimSuffix(h.String(), "0")
}

// areaMove prints an area before and after, and how it then stands to the average.
func (r *textReport) areaMove(m *eifcheck.AreaMove, decimals bool) {
	code := "text/what-if.area"
	if m.Scoreboard == eif.CrossBorder {
		code = "text/what-if.area.cross-border"
	}
	line := r.say(code, messages.Args{"area": m.Area, "before": r.standsAt(m.Before), "after": r.standsAt(m.After)})
	relation := r.relationMove(m.RelationBefore, m.RelationAfter)
	if relation != "" && m.Average != nil {
		line = joined(line, r.say("text/what-if.average", messages.Args{
			"average": number(*m.Average, decimals), "relation": relation,
		}))
	}
	r.hang(0, cell{text: "-", width: columnGap}, plain, line)
}

// standsAt words a score, what is still open, or the state without either.
func (r *textReport) standsAt(s eifcheck.Standing) string {
	switch {
	case s.Score != nil:
		return strconv.Itoa(int(*s.Score))
	case s.Status == scoring.Partial && s.Interval != nil:
		return r.say("text/interval", messages.Args{"low": int(s.Interval[0]), "high": int(s.Interval[1])})
	}
	return r.say("text/status."+string(s.Status), nil)
}

// relationMove words how a relation changes; "" where nothing can be compared afterwards.
func (r *textReport) relationMove(before, after *scoring.Relation) string {
	if after == nil {
		return ""
	}
	is := r.say("text/what-if."+string(*after), nil)
	switch {
	case before == nil:
		return is
	case *before == *after:
		return r.say("text/what-if.relation.still", messages.Args{"after": is})
	}
	was := r.say("text/what-if."+string(*before), nil)
	return r.say("text/what-if.relation", messages.Args{"before": was, "after": is})
}

func (r *textReport) recommendationMoves(moves []eifcheck.RecommendationMove) string {
	words := make([]string, len(moves))
	for i, m := range moves {
		words[i] = r.say("text/what-if.recommendation", messages.Args{
			"recommendation": string(m.ID), "before": r.standsAt(m.Before), "after": r.standsAt(m.After),
		})
	}
	return r.say("text/what-if.recommendations", messages.Args{"moves": strings.Join(words, ", ")})
}

// unmoved gives the reason of each change that does not reach its area, where one can be given.
func (r *textReport) unmoved(a *eifcheck.Assessment) []string {
	var reasons []string
	for i := range a.WhatIf.Changes {
		reason := r.whyUnmoved(a, &a.WhatIf.Changes[i])
		if reason != "" && !slices.Contains(reasons, reason) {
			reasons = append(reasons, reason)
		}
	}
	return reasons
}

func (r *textReport) whyUnmoved(a *eifcheck.Assessment, c *eifcheck.Change) string {
	one := recommendationOf(a, c.Recommendation)
	if one == nil {
		return ""
	}
	if m := moveOf(a.WhatIf, one.ID); m != nil && m.After.Status == scoring.Partial {
		open := openQuestions(a.WhatIf, one)
		return r.say("text/what-if.questions", messages.Args{
			"recommendation": string(one.ID), "questions": open, "count": len(open),
		})
	}
	if movesArea(a.WhatIf, one.Area) {
		return ""
	}
	if c.Indicator != nil && one.Basis == scoring.Stated && moveOf(a.WhatIf, one.ID) == nil {
		return r.say("text/what-if.stated", messages.Args{
			"recommendation": string(one.ID), "indicator": string(*c.Indicator),
		})
	}
	area := areaOf(a, eif.AreaByID(one.Area).Scoreboard, one.Area)
	if area == nil {
		return ""
	}
	open := openAfter(a, area, c.Recommendation)
	switch {
	case area.Basis == scoring.Stated:
		return r.say("text/what-if.area-stated", messages.Args{"area": area.ID})
	case len(open) > 0:
		return r.say("text/what-if.area-open", messages.Args{
			"area": area.ID, "recommendations": open, "count": len(open),
		})
	case area.Basis == scoring.Published:
		return r.say("text/what-if.area-published", messages.Args{"area": area.ID})
	}
	return ""
}

func movesArea(w *eifcheck.WhatIf, id eif.AreaID) bool {
	return slices.ContainsFunc(w.Areas, func(m eifcheck.AreaMove) bool {
		return m.Area == id && m.Scoreboard != eif.CrossBorder
	})
}

// moveOf is how a recommendation moves, or nil.
func moveOf(w *eifcheck.WhatIf, id eif.RecommendationID) *eifcheck.RecommendationMove {
	for i := range w.Recommendations {
		if w.Recommendations[i].ID == id {
			return &w.Recommendations[i]
		}
	}
	return nil
}

// openQuestions lists the questions of a recommendation that neither the file nor a change answers.
func openQuestions(w *eifcheck.WhatIf, one *eifcheck.Recommendation) []string {
	var open []string
	for i := range one.Indicators {
		question := &one.Indicators[i]
		tried := slices.ContainsFunc(w.Changes, func(c eifcheck.Change) bool {
			return c.Indicator != nil && *c.Indicator == question.ID
		})
		if question.Status == scoring.NoData && !tried {
			open = append(open, string(question.ID))
		}
	}
	return open
}

// openAfter lists the other recommendations of an area that have no score after the changes either.
func openAfter(a *eifcheck.Assessment, area *eifcheck.Area, except eif.RecommendationID) []string {
	var open []string
	for _, id := range area.Recommendations {
		one := recommendationOf(a, id)
		if one == nil || id == except {
			continue
		}
		status := one.Status
		if m := moveOf(a.WhatIf, id); m != nil {
			status = m.After.Status
		}
		if status == scoring.NoData || status == scoring.Partial {
			open = append(open, string(id))
		}
	}
	return open
}
