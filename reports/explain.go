package reports

import (
	"strconv"
	"strings"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/observatory"
	"github.com/eifcheck/eifcheck/rules"
	"github.com/eifcheck/eifcheck/schemas"
)

// Explainer tells a reader what stands behind an id: a recommendation, a thematic area, a question
// of the questionnaire or a rule.
type Explainer struct {
	wording eifcheck.Wording
	rules   rules.Registry
	page    sheet
}

// NewExplainer starts an empty explanation; width 0 is 80 columns.
func NewExplainer(w eifcheck.Wording, registry rules.Registry, width int) *Explainer {
	return &Explainer{wording: w, rules: registry, page: newSheet(width)}
}

// Add explains one id, upper or lower case; false when there is nothing of that name.
func (e *Explainer) Add(id string) bool {
	upper := strings.ToUpper(id)
	if e.page.started() {
		e.page.blank()
	}
	if area := eif.AreaByID(eif.AreaID(upper)); area != nil {
		e.area(area)
		return true
	}
	if r := eif.RecommendationByID(eif.RecommendationID(upper)); r != nil {
		e.recommendation(r)
		return true
	}
	if q, r := eif.IndicatorByID(eif.IndicatorID(upper)); q != nil {
		e.heading(string(q.ID), e.wording.Texts.Indicator(q.ID).Question)
		e.page.line(5, e.say("explain/of", messages.Args{"recommendation": r.ID}))
		e.page.blank()
		e.question(q)
		return true
	}
	if rule := e.rules.Find(id); rule != nil {
		e.rule(rule)
		return true
	}
	return false
}

// Nearest is the id that was most likely meant, "" when none is near.
func (e *Explainer) Nearest(id string) string {
	var ids []string
	for i := range eif.Recommendations() {
		r := &eif.Recommendations()[i]
		ids = append(ids, string(r.ID))
		for j := range r.Indicators {
			ids = append(ids, string(r.Indicators[j].ID))
		}
	}
	for _, rule := range e.rules.Rules() {
		ids = append(ids, rule.ID)
	}
	return schemas.Nearest(id, ids)
}

// Text is what was explained so far.
func (e *Explainer) Text() []byte { return e.page.bytes() }

func (e *Explainer) say(code string, args messages.Args) string { return e.wording.Say(code, args) }

func (e *Explainer) heading(id, title string) { e.page.item(0, id, 5, title) }

// section writes a heading and an indented text; nothing when the text is empty.
func (e *Explainer) section(code, text string) {
	if text == "" {
		return
	}
	e.page.blank()
	e.page.line(0, e.say(code, nil))
	e.page.line(2, text)
}

func (e *Explainer) area(a *eif.Area) {
	t := e.wording.Texts.Area(a.ID)
	e.heading(string(a.ID), t.Title)
	e.page.line(5, e.say("explain/scoreboard", messages.Args{
		"number": int(a.Scoreboard), "title": e.wording.Texts.Scoreboard(a.Scoreboard).Title,
	}))
	e.page.line(5, a.IRI)
	e.section("explain/about", t.Summary)
	e.section("explain/scored", e.say("explain/median", messages.Args{"count": len(a.Recommendations)}))
	e.page.blank()
	e.page.line(0, e.say("explain/recommendations", nil))
	for _, id := range a.Recommendations {
		e.page.item(2, string(id), 5, e.wording.Texts.Recommendation(id).Title)
	}
	e.averages(a)
}

// averages shows what the Monitoring Mechanism published, national and cross-border.
func (e *Explainer) averages(a *eif.Area) {
	national, crossBorder := e.averageWords(a.Scoreboard, a.ID), e.averageWords(eif.CrossBorder, a.ID)
	e.section("explain/average", strings.Join(national, ", "))
	if len(crossBorder) > 0 {
		e.page.line(2, e.say("explain/cross-border", messages.Args{"values": strings.Join(crossBorder, ", ")}))
	}
	e.page.line(2, e.say("explain/source", messages.Args{"source": observatory.Attribution}))
}

func (e *Explainer) averageWords(s eif.Scoreboard, id eif.AreaID) []string {
	var words []string
	for _, year := range observatory.AverageYears() {
		if average, ok := observatory.AverageOf(year, s, id); ok {
			words = append(words, e.say("explain/average-of", messages.Args{
				"value": average.Value, "year": strconv.Itoa(year), "members": average.Members,
			}))
		}
	}
	return words
}

func (e *Explainer) recommendation(r *eif.Recommendation) {
	t := e.wording.Texts.Recommendation(r.ID)
	e.heading(string(r.ID), t.Title)
	area := eif.AreaByID(r.Area)
	e.page.line(5, e.say("explain/area", messages.Args{
		"area": r.Area, "number": int(area.Scoreboard), "title": e.wording.Texts.Scoreboard(area.Scoreboard).Title,
	}))
	e.page.line(5, r.IRI)
	e.section("explain/asks", t.Summary)
	e.section("explain/why", t.Rationale)
	e.section("explain/who", t.Ask)
	e.notHere(r, t)
	e.questions(r)
	e.steps(r, t)
	e.law(r)
	e.averages(area)
}

func (e *Explainer) notHere(r *eif.Recommendation, t eif.RecommendationText) {
	if len(r.NotHere) == 0 {
		return
	}
	e.page.blank()
	e.page.line(0, e.say("explain/not-here", nil))
	for i, id := range r.NotHere {
		e.page.item(2, string(id), 5, t.NotHere[i])
	}
}

func (e *Explainer) questions(r *eif.Recommendation) {
	if len(r.Indicators) == 0 {
		return
	}
	e.page.blank()
	e.page.line(0, e.say("explain/questions", messages.Args{"questionnaire": eif.QuestionnaireVersion()}))
	for i := range r.Indicators {
		q := &r.Indicators[i]
		e.page.item(2, string(q.ID), 7, e.wording.Texts.Indicator(q.ID).Question)
		e.question(q)
	}
}

// question writes what helps to answer: population, items, levels and evidence.
func (e *Explainer) question(q *eif.Indicator) {
	t := e.wording.Texts.Indicator(q.ID)
	if q.Population != "" {
		population := e.wording.Texts.Population(q.Population, eif.Country)
		e.page.line(9, e.say("explain/population", messages.Args{"population": q.Population})+" "+population)
	}
	for i, item := range q.Items {
		e.page.item(9, item, 3, t.Items[i])
	}
	for i, sentence := range t.Levels {
		e.page.item(9, e.say("explain/level", messages.Args{"level": i + 1}), 9, sentence)
	}
	e.page.line(9, e.say("explain/evidence", nil)+" "+strings.Join(t.Evidence, "; "))
}

func (e *Explainer) steps(r *eif.Recommendation, t eif.RecommendationText) {
	if len(r.Steps) == 0 {
		return
	}
	e.page.blank()
	e.page.line(0, e.say("explain/steps", nil))
	for i, step := range r.Steps {
		label := strconv.Itoa(int(step.From)) + " → " + strconv.Itoa(int(step.From)+1)
		e.page.item(2, label, 7, t.Steps[i].Do)
		e.page.line(9, e.say("explain/step-who", messages.Args{"count": step.Months})+" "+t.Steps[i].Who)
		for _, id := range step.Solutions {
			if s := eif.SolutionByID(id); s != nil {
				e.page.line(9, s.Title)
				e.page.address(11, s.URL)
			}
		}
	}
}

// law lists the acts that speak to a recommendation, each with the day it applies from.
func (e *Explainer) law(r *eif.Recommendation) {
	if len(r.References) == 0 {
		return
	}
	e.page.blank()
	e.page.line(0, e.say("explain/law", nil))
	for i, reference := range r.References {
		act := eif.ActByID(reference.Act)
		parts := []string{act.Title}
		if reference.At != "" {
			parts = append(parts, reference.At)
		}
		if act.AppliesFrom != "" {
			parts = append(parts, e.say("explain/applies-from", messages.Args{"day": act.AppliesFrom}))
		}
		if note := e.wording.Texts.ReferenceNote(r.ID, i); note != "" {
			parts = append(parts, note)
		}
		e.page.line(2, strings.Join(parts, "; "))
		e.page.address(4, act.ELI)
	}
}

func (e *Explainer) rule(r *rules.Rule) {
	e.heading(r.ID, e.wording.RuleTitle(r.ID))
	waivable := "explain/not-waivable"
	if r.Waivable {
		waivable = "explain/waivable"
	}
	e.page.line(5, e.say("explain/severity", messages.Args{"severity": string(r.Severity)})+" "+e.say(waivable, nil))
	e.section("explain/why", e.wording.RuleReason(r.ID))
	family, name, _ := strings.Cut(r.ID, "/")
	if family == "eif" || family == "gap" {
		e.page.blank()
		e.page.line(0, e.say("help.explain", messages.Args{"topic": name}))
	}
}
