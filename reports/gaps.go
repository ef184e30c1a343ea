package reports

import (
	"strconv"
	"strings"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/scoring"
)

// inFull is how many gaps are explained before the rest is only named.
const inFull = 5

// gaps says what to do first: the areas below the average, or, without one, the lowest.
func (r *textReport) gaps(a *eifcheck.Assessment) {
	if len(a.Gaps) == 0 {
		return
	}
	var first, level, ahead []eifcheck.Gap
	for _, g := range a.Gaps {
		switch {
		case g.Relation == nil || *g.Relation == scoring.Below || r.verbose:
			first = append(first, g)
		case *g.Relation == scoring.Above:
			ahead = append(ahead, g)
		default:
			level = append(level, g)
		}
	}
	r.blank()
	r.rule("─", r.say("text/first", nil))
	if len(first) == 0 {
		r.blank()
		r.text(0, plain, r.say("text/first.none", nil))
	}
	for i, g := range first {
		if i == inFull && !r.verbose {
			r.blank()
			r.text(0, plain, r.sayAreas("text/first.more", first[i:]))
			break
		}
		r.gap(a, g, i+1)
	}
	if len(level)+len(ahead) > 0 {
		r.blank()
	}
	if len(level) > 0 {
		r.text(0, plain, r.sayAreas("text/first.level", level))
	}
	if len(ahead) > 0 {
		r.text(0, plain, r.sayAreas("text/first.ahead", ahead))
	}
}

// sayAreas words an entry that lists areas.
func (r *textReport) sayAreas(code string, gaps []eifcheck.Gap) string {
	areas := make([]string, len(gaps))
	for i, g := range gaps {
		areas[i] = string(g.Area)
	}
	return r.say(code, messages.Args{"areas": areas, "count": len(areas)})
}

// gap explains one area: where it stands, what lifts it, and the first step of each recommendation.
func (r *textReport) gap(a *eifcheck.Assessment, g eifcheck.Gap, place int) {
	const placeWidth = 4
	r.blank()
	score := int(g.Score)
	args := messages.Args{"area": g.Area, "score": dots(score, score, g.Average) + " " + strconv.Itoa(score)}
	code := "text/gap"
	if g.Average != nil {
		args["average"], code = number(*g.Average, hasDecimals(a)), "text/gap.average"
	}
	r.hang(0, cell{text: strconv.Itoa(place) + ".", tone: strong, width: placeWidth}, strong, r.say(code, args))
	area := areaOf(a, g.Scoreboard, g.Area)
	if area == nil {
		return
	}
	r.text(placeWidth, plain, r.lift(a, area, g))
	for _, id := range g.Start {
		if recommendation := recommendationOf(a, id); recommendation != nil {
			r.start(recommendation, riseOf(area, id), placeWidth)
		}
	}
}

// lift says how many rises it takes, or what has to be known before that can be said.
func (r *textReport) lift(a *eifcheck.Assessment, area *eifcheck.Area, g eifcheck.Gap) string {
	if g.Rises != nil && len(area.Levers) > 0 {
		sentences := []string{r.say("text/lift", messages.Args{
			"count": *g.Rises, "area": g.Area, "target": int(area.Levers[0].Target),
		})}
		for _, lever := range area.Levers {
			if lever.Goal == scoring.ToAverage {
				sentences = append(sentences, r.toAverage(lever, g.Average))
			}
		}
		return strings.Join(sentences, " ")
	}
	var open []string
	for _, id := range area.Recommendations {
		one := recommendationOf(a, id)
		if one != nil && (one.Status == scoring.NoData || one.Status == scoring.Partial) {
			open = append(open, string(id))
		}
	}
	if len(open) == 0 {
		return r.say("text/lift.apart", messages.Args{"area": g.Area})
	}
	return r.say("text/lift.unknown", messages.Args{"area": g.Area, "recommendations": open})
}

// toAverage says what brings an area to the EU average, or less than half a point from it.
func (r *textReport) toAverage(lever scoring.Lever, average *eif.Hundredths) string {
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

func arrow(from, to int) string { return strconv.Itoa(from) + " → " + strconv.Itoa(to) }

// riseOf is the rise of a recommendation in the cheapest lever of its area, or nil.
func riseOf(area *eifcheck.Area, id eif.RecommendationID) *scoring.Rise {
	if len(area.Levers) == 0 {
		return nil
	}
	for i := range area.Levers[0].Rises {
		if rise := &area.Levers[0].Rises[i]; rise.Recommendation == id {
			return rise
		}
	}
	return nil
}

// start prints a recommendation to begin with: its level and title, the step to the next one, who
// takes it, and what is planned.
func (r *textReport) start(one *eifcheck.Recommendation, rise *scoring.Rise, indent int) {
	const idWidth, levelWidth = 5, 7
	level := ""
	switch {
	case rise != nil:
		level = arrow(int(rise.From), int(rise.To))
	case one.Score != nil:
		level = r.say("text/start.score", messages.Args{"score": int(*one.Score)})
	}
	id := cell{text: string(one.ID), tone: note, width: idWidth}
	title := one.Title
	if rise != nil && len(rise.Indicators) > 0 {
		title = r.say("text/start.questions", messages.Args{
			"title": title, "questions": strings.Join(ids(rise.Indicators), ", "),
		})
	}
	r.hang(indent, cell{text: pad(id) + level, tone: note, width: idWidth + levelWidth}, strong, title)
	indent += idWidth + levelWidth
	if next := one.NextStep; next != nil {
		r.text(indent, plain, next.Do)
		r.text(indent, faint, joined(next.Who, r.sayCount("text/start.months", next.Months)))
	}
	if one.Plan != nil {
		r.text(indent, faint, r.planned(one.Plan))
	}
}

// planned says what the file plans for a recommendation.
func (r *textReport) planned(p *assessment.Plan) string {
	day := ""
	if p.By != "" {
		day = r.say("text/plan.day", messages.Args{"day": p.By})
	}
	return joined(r.say("text/plan", messages.Args{"target": int(p.Target)}), day, messages.Clean(string(p.Owner)))
}

// joined puts facts of equal rank in a line, without the empty ones.
func joined(facts ...string) string {
	var given []string
	for _, f := range facts {
		if f != "" {
			given = append(given, f)
		}
	}
	return strings.Join(given, " · ")
}
