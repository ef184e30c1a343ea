package html

import (
	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/scoring"
)

// gap is an area under 4 and what lifts it.
type gap struct {
	ID, Title, Sign, Relation string
	// Compared says score and average in words.
	Compared string
	Score    mark
	Lift     []string
	Starts   []start
}

// start is a recommendation to begin with.
type start struct {
	ID, Title, Heading, Level string
	Step                      *step
	Plan                      *plan
}

// step leads to the next level.
type step struct {
	Levels, Do, Who, Months string
	Solutions               []eifcheck.Link
}

// plan is what the file plans.
type plan struct {
	Text    string
	Owner   free
	NoOwner string
	Actions []free
}

// gaps are what to do first, in the order of the result: the areas below the average, or all without one;
// and the rest.
func (r *reader) gaps() (first, rest []gap) {
	for i := range r.a.Gaps {
		g := &r.a.Gaps[i]
		if g.Relation == nil || *g.Relation == scoring.Below {
			first = append(first, r.gap(g))
		} else {
			rest = append(rest, r.gap(g))
		}
	}
	return first, rest
}

func (r *reader) gap(g *eifcheck.Gap) gap {
	view := gap{ID: string(g.Area), Score: mark{Level: int(g.Score)}}
	view.Compared = r.say("html/alone", messages.Args{"score": int(g.Score)})
	if g.Average != nil {
		view.Compared = r.say("html/compared", messages.Args{"score": int(g.Score), "average": r.number(*g.Average)})
	}
	if g.Relation != nil {
		view.Sign, view.Relation = r.relation(*g.Relation)
	}
	area := r.areas[g.Area]
	if area == nil {
		return view
	}
	view.Title, view.Lift = area.Title, r.lift(area, g)
	for _, id := range g.Start {
		if one := r.recommendations[id]; one != nil {
			view.Starts = append(view.Starts, r.start(one, area))
		}
	}
	return view
}

// lift says how many rises it takes, or what has to be known before that can be said.
func (r *reader) lift(area *eifcheck.Area, g *eifcheck.Gap) []string {
	if g.Rises != nil && len(area.Levers) > 0 {
		sentences := []string{r.say("text/lift", messages.Args{
			"count": *g.Rises, "area": g.Area, "target": int(area.Levers[0].Target),
		})}
		for _, lever := range area.Levers {
			if lever.Goal == scoring.ToAverage {
				sentences = append(sentences, r.toAverage(lever, g.Average))
			}
		}
		return sentences
	}
	var open []string
	for _, id := range area.Recommendations {
		if one := r.recommendations[id]; one != nil && one.Score == nil && one.Status != scoring.NotApplicable {
			open = append(open, string(id))
		}
	}
	if len(open) == 0 {
		return []string{r.say("text/lift.apart", messages.Args{"area": g.Area})}
	}
	return []string{r.say("text/lift.unknown", messages.Args{"area": g.Area, "recommendations": open})}
}

// toAverage says what brings an area to the EU average, or less than half a point from it.
func (r *reader) toAverage(lever scoring.Lever, average *eif.Hundredths) string {
	rises := make([]string, len(lever.Rises))
	for i, rise := range lever.Rises {
		rises[i] = r.say("text/rise", messages.Args{
			"recommendation": rise.Recommendation, "from": int(rise.From), "to": int(rise.To),
		})
	}
	code := "text/lift.average"
	if average != nil && lever.Target.Hundredths() < *average {
		code = "text/lift.in-line"
	}
	return r.say(code, messages.Args{"rises": rises})
}

func (r *reader) start(one *eifcheck.Recommendation, area *eifcheck.Area) start {
	view := start{
		ID: string(one.ID), Title: one.Title, Plan: r.plan(one.Plan),
		Heading: r.say("html/start", messages.Args{"recommendation": one.ID}),
	}
	if len(area.Levers) > 0 {
		for _, rise := range area.Levers[0].Rises {
			if rise.Recommendation == one.ID {
				view.Level = r.say("html/from-to", messages.Args{"from": int(rise.From), "to": int(rise.To)})
			}
		}
	}
	if one.NextStep != nil {
		view.Step = r.step(one.NextStep)
	}
	return view
}

func (r *reader) step(next *eifcheck.NextStep) *step {
	view := &step{
		Levels: r.say("html/from-to", messages.Args{"from": int(next.From), "to": int(next.To)}),
		Do:     lines(next.Do), Who: lines(next.Who), Solutions: links(next.Solutions),
	}
	if next.Months > 0 {
		view.Months = r.say("text/start.months", messages.Args{"count": next.Months})
	}
	return view
}

// links are those that a reader may follow.
func links(all []eifcheck.Link) []eifcheck.Link {
	var list []eifcheck.Link
	for _, l := range all {
		if to := address(l.URL); to != "" {
			list = append(list, eifcheck.Link{Title: lines(l.Title), URL: to})
		}
	}
	return list
}

func (r *reader) plan(p *assessment.Plan) *plan {
	if p == nil {
		return nil
	}
	view := &plan{Text: r.say("html/plan", messages.Args{"target": int(p.Target)}), Owner: word(p.Owner)}
	if p.By != "" {
		view.Text = r.say("html/plan.by", messages.Args{"target": int(p.Target), "day": string(p.By)})
	}
	if p.Owner == "" {
		view.NoOwner = r.say("html/owner.none", nil)
	}
	for _, action := range p.Actions {
		view.Actions = append(view.Actions, r.text(action))
	}
	return view
}
