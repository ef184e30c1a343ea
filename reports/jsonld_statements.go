package reports

import (
	"strings"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/scoring"
)

// dayOf reads a day of the header.
func dayOf(s string) assessment.Day { return assessment.Day(s) }

// concept shortens the IRI of a concept of the framework: eu:Rec5.
func concept(iri string) string { return strings.Replace(iri, "http://data.europa.eu/", "eu:", 1) }

// areaIRI is the criterion of an area on a scoreboard. The areas of scoreboard 4 repeat the names of others and ask
// something else of them: they have criteria of their own, so that no criterion has two scores.
func areaIRI(board eif.Scoreboard, id eif.AreaID) string {
	if board == eif.CrossBorder {
		return "ec:cross-border-" + string(id)
	}
	if def := eif.AreaByID(id); def != nil {
		return concept(def.IRI)
	}
	return "a:criterion-" + string(id)
}

// areaName names an area within the assessment.
func areaName(board eif.Scoreboard, id eif.AreaID) string {
	if board == eif.CrossBorder {
		return "cross-border-" + string(id)
	}
	return string(id)
}

// verdict is what areas and recommendations have in common.
type verdict struct {
	name, criterion, title string
	status                 scoring.Status
	score                  *eif.Score
	basis                  scoring.Basis
	interval               *[2]eif.Score
}

func (g *graph) statements() []statementNode {
	var list []statementNode
	for i := range g.a.Scoreboards {
		board := &g.a.Scoreboards[i]
		for k := range board.Areas {
			list = append(list, g.area(board.ID, &board.Areas[k]))
		}
	}
	for i := range g.a.Recommendations {
		list = append(list, g.recommendation(&g.a.Recommendations[i]))
	}
	return list
}

func (g *graph) area(board eif.Scoreboard, a *eifcheck.Area) statementNode {
	node := g.statement(verdict{
		name: areaName(board, a.ID), criterion: areaIRI(board, a.ID), title: g.areaTitle(board, a),
		status: a.Status, score: a.Score, basis: a.Basis, interval: a.Interval,
	})
	node.Average, node.Gap = decimal(a.Average), decimal(a.Gap)
	if a.Relation != nil {
		node.Relation = g.own("relation", string(*a.Relation))
	}
	node.Comment, node.Reason = textsOf(a.Comment, g.language), textsOf(a.Reason, g.language)
	return node
}

func (g *graph) areaTitle(board eif.Scoreboard, a *eifcheck.Area) string {
	if board != eif.CrossBorder {
		return a.Title
	}
	return g.wording.Say("jsonld/cross-border", messages.Args{"title": a.Title})
}

func (g *graph) recommendation(r *eifcheck.Recommendation) statementNode {
	node := g.statement(verdict{
		name: string(r.ID), criterion: concept(r.IRI), title: r.Title,
		status: r.Status, score: r.Score, basis: r.Basis, interval: r.Interval,
	})
	node.Comment, node.Reason = textsOf(r.Comment, g.language), textsOf(r.Reason, g.language)
	node.References = g.evidenceOf(r)
	return node
}

func (g *graph) statement(v verdict) statementNode {
	node := statementNode{
		ID: "a:" + v.name, Type: "Statement", Judgement: g.judgement(v), RefersTo: []any{v.criterion},
		Category: []string{g.own("state", string(v.status))},
	}
	if basis := g.own("basis", string(v.basis)); basis != "" {
		node.Category = append(node.Category, basis)
	}
	if v.basis == scoring.Published {
		node.Source, g.published = publishedIRI, true
	}
	if v.score != nil {
		node.RefersTo = append(node.RefersTo, scoreNode{
			ID: "a:score-" + v.name, Type: "Score", Value: int(*v.score), AssignedTo: v.criterion,
		})
	}
	if v.score == nil && v.interval != nil {
		node.IntervalLow, node.IntervalHigh = int(v.interval[0]), int(v.interval[1])
	}
	return node
}

// judgement says the verdict in a sentence. Without a score it says why there is none, and never a number.
func (g *graph) judgement(v verdict) texts {
	args := messages.Args{"title": v.title}
	switch {
	case v.score != nil:
		args["score"] = int(*v.score)
		if v.basis == scoring.NoBasis {
			return g.say("jsonld/score", args)
		}
		return g.say("jsonld/score."+string(v.basis), args)
	case v.status == scoring.Partial && v.interval != nil:
		args["low"], args["high"] = int(v.interval[0]), int(v.interval[1])
		return g.say("jsonld/partial", args)
	case v.status == scoring.NotApplicable:
		return g.say("jsonld/not-applicable", args)
	}
	return g.say("jsonld/no-data", args)
}

// frameworkIRI is the framework that the criteria come from.
const frameworkIRI = "ec:eif-2017"

// criteria are the areas and recommendations, each with the id that files use.
func (g *graph) criteria() []any {
	list := []any{frameworkNode{
		ID: frameworkIRI, Type: "ReferenceFramework", Title: g.say("jsonld/framework", nil),
		Identifier: "COM(2017) 134",
	}}
	for i := range g.a.Scoreboards {
		board := &g.a.Scoreboards[i]
		for k := range board.Areas {
			a := &board.Areas[k]
			node := criterionNode{
				ID: areaIRI(board.ID, a.ID), Type: "Criterion", Label: g.words(g.areaTitle(board.ID, a)),
				Identifier: string(a.ID), DerivedFrom: frameworkIRI,
			}
			if board.ID == eif.CrossBorder {
				// What scoreboard 4 asks comes from the Monitoring Mechanism, not from the framework.
				node.DerivedFrom, node.Related = "", areaIRI(0, a.ID)
			}
			list = append(list, node)
		}
	}
	for i := range g.a.Recommendations {
		r := &g.a.Recommendations[i]
		list = append(list, criterionNode{
			ID: concept(r.IRI), Type: "Criterion", Label: g.words(r.Title), Identifier: string(r.ID),
			RequirementOf: areaIRI(0, r.Area), DerivedFrom: frameworkIRI,
		})
	}
	return list
}
