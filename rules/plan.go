package rules

import (
	"slices"

	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/scoring"
)

// planRules ask whether somebody will close a gap: with which aim, by when, who, and how.
func planRules() []Rule {
	return []Rule{
		{ID: "plan/missing", Severity: Warning, Waivable: true, check: missingPlan},
		{ID: "plan/no-action", Severity: Warning, Waivable: true, check: each(planWithout("plan/no-action", noAction))},
		{ID: "plan/no-owner", Severity: Warning, Waivable: true, check: each(planWithout("plan/no-owner", noOwner))},
		{ID: "plan/no-target", Severity: Warning, Waivable: true, check: each(planWithout("plan/no-target", noTarget))},
		{ID: "plan/overdue", Severity: Warning, Waivable: true, check: each(overduePlan)},
		{ID: "plan/target", Severity: Warning, Waivable: true, check: each(lowTarget)},
		{ID: "plan/undated", Severity: Warning, Waivable: true, check: each(planWithout("plan/undated", noDay))},
	}
}

// each shows a check every plan of the file that says anything.
func each(check func(*Subject, *scoring.Recommendation, *assessment.Plan, *reporter)) func(*Subject, *reporter) {
	return func(s *Subject, out *reporter) {
		for i := range s.Card.Recommendations {
			r := &s.Card.Recommendations[i]
			if plan := planOf(s, r.ID); plan != nil {
				check(s, r, plan, out)
			}
		}
	}
}

// planOf is the plan for a recommendation, nil where there is none or it says nothing: a form may be half filled in.
func planOf(s *Subject, id eif.RecommendationID) *assessment.Plan {
	given := s.Assessment.Recommendations[id]
	if given == nil || given.Plan == nil {
		return nil
	}
	if p := given.Plan; noTarget(p) && noDay(p) && noOwner(p) && noAction(p) {
		return nil
	}
	return given.Plan
}

func noTarget(p *assessment.Plan) bool { return !p.Target.Known() }
func noDay(p *assessment.Plan) bool    { return p.By == "" }
func noOwner(p *assessment.Plan) bool  { return p.Owner == "" }
func noAction(p *assessment.Plan) bool {
	return !slices.ContainsFunc(p.Actions, func(action assessment.Text) bool { return !action.Empty() })
}

// missingPlan: an area below the EU average, and none of its recommendations has a plan. Once an area, because one
// rise can be enough for it, and because the gap of each recommendation is told already.
func missingPlan(s *Subject, out *reporter) {
	severity := Warning
	if s.Assessment.Stage == assessment.Draft { // plans are made when the scores stand
		severity = Info
	}
	planned := slices.ContainsFunc(s.Card.Recommendations, func(r scoring.Recommendation) bool {
		return planOf(s, r.ID) != nil
	})
	for i := range s.Card.Areas {
		area := &s.Card.Areas[i]
		lagging := unplanned(s, area, planned)
		if len(lagging) == 0 {
			continue
		}
		args := messages.Args{
			"area": area.ID, "average": *area.Average, "recommendations": idsOf(lagging), "count": len(lagging),
		}
		out.at(recommendationPointer(s, eif.RecommendationByID(lagging[0])), say("plan/missing", args), detail{
			severity: severity, help: []messages.Message{say("plan/missing.help", args)},
		})
	}
}

// unplanned are the recommendations that keep an area below the EU average when nobody plans
// anything for it. A file that only copies published results plans nothing, and that is no
// omission; in one with a plan, published scores are asked for theirs like the file's own.
func unplanned(s *Subject, area *scoring.Area, planned bool) []eif.RecommendationID {
	if area.Status == scoring.Scored && area.Relation != scoring.Below {
		return nil
	}
	var lagging []eif.RecommendationID
	asked := planned
	for _, id := range area.Recommendations {
		if planOf(s, id) != nil {
			return nil
		}
		if r := s.Card.Recommendation(id); r.Outcome == scoring.Lagging {
			lagging = append(lagging, id)
			asked = asked || r.Own
		}
	}
	if !asked {
		return nil
	}
	return lagging
}

// planWithout reports plans that lack a part.
func planWithout(
	code string, lacks func(*assessment.Plan) bool,
) func(*Subject, *scoring.Recommendation, *assessment.Plan, *reporter) {
	return func(_ *Subject, r *scoring.Recommendation, plan *assessment.Plan, out *reporter) {
		if !lacks(plan) {
			return
		}
		args := messages.Args{"recommendation": r.ID}
		out.at(plan.Pointer, say(code, args), detail{help: []messages.Message{say(code+".help", args)}})
	}
}

// lowTarget: a plan that aims no higher than where things stand.
func lowTarget(_ *Subject, r *scoring.Recommendation, plan *assessment.Plan, out *reporter) {
	if noTarget(plan) || plan.Target > r.Low() {
		return
	}
	args := messages.Args{
		"recommendation": r.ID, "target": int(plan.Target), "score": int(r.Low()), "next": int(r.Low()) + 1,
	}
	code, help := "plan/target", "plan/target.help"
	switch {
	case r.Low() == eif.HighestScore:
		code, help = "plan/target.full", "plan/target.full.help"
	case r.Status == scoring.Partial:
		code = "plan/target.partial"
	}
	out.at(plan.Pointer+"/target", say(code, args), detail{
		outcome: scoreWord(plan.Target), help: []messages.Message{say(help, args)},
	})
}

// overduePlan: the deadline lies before the day of the run. What has been published is a record,
// which nobody mends because time goes by: there it is worth no more than a note.
func overduePlan(s *Subject, r *scoring.Recommendation, plan *assessment.Plan, out *reporter) {
	if noDay(plan) || s.AsOf == "" || string(plan.By) >= s.AsOf {
		return
	}
	severity := Warning
	if s.Assessment.Stage == assessment.Published {
		severity = Info
	}
	args := messages.Args{"recommendation": r.ID, "by": string(plan.By), "day": s.AsOf}
	out.at(plan.Pointer+"/by", say("plan/overdue", args), detail{
		severity: severity, outcome: string(plan.By), help: []messages.Message{say("plan/overdue.help", args)},
	})
}
