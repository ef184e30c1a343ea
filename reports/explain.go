package reports

import (
	"strconv"
	"strings"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/observatory"
	"github.com/eifcheck/eifcheck/rules"
)

// Explainer tells a reader what stands behind an id: a recommendation, a thematic area, a question
// of the questionnaire, an edition of the Monitoring Mechanism or a rule.
type Explainer struct {
	wording eifcheck.Wording
	rules   rules.Registry
	page    sheet
}

// NewExplainer starts an empty explanation; width 0 is 80 columns.
func NewExplainer(w eifcheck.Wording, registry rules.Registry, width int) *Explainer {
	return &Explainer{wording: w, rules: registry, page: newSheet(width)}
}

// Add explains an id, or several with commas between, in any of the ways people write them; false
// when there is nothing of such a name.
func (e *Explainer) Add(written string) bool {
	list := split(written)
	for _, id := range list {
		explain := e.find(id)
		if explain == nil {
			return false
		}
		if e.page.started() {
			e.page.blank()
		}
		explain()
	}
	return len(list) > 0
}

// find returns what explains an id, or nil.
func (e *Explainer) find(written string) func() {
	id := canonical(written)
	if area := eif.AreaByID(eif.AreaID(id)); area != nil {
		return func() { e.area(area) }
	}
	if r := eif.RecommendationByID(eif.RecommendationID(id)); r != nil {
		return func() { e.recommendation(r) }
	}
	if q, r := eif.IndicatorByID(eif.IndicatorID(id)); q != nil {
		return func() { e.indicator(q, r) }
	}
	if m := methodologyOf(id); m != nil {
		return func() { e.methodology(m) }
	}
	for i := range e.rules.Rules() {
		if rule := &e.rules.Rules()[i]; strings.EqualFold(rule.ID, written) {
			return func() { e.rule(rule) }
		}
	}
	return nil
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
	scored := e.say("explain/median", messages.Args{"count": len(a.Recommendations)})
	if len(a.Recommendations) > 1 {
		scored += " " + e.say("explain/inferred", nil)
	}
	e.section("explain/scored", scored)
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

func (e *Explainer) indicator(q *eif.Indicator, r *eif.Recommendation) {
	e.heading(string(q.ID), e.wording.Texts.Indicator(q.ID).Question)
	e.page.line(5, e.say("explain/of", messages.Args{"recommendation": r.ID}))
	e.page.blank()
	e.question(q)
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
				e.page.verbatim(11, s.URL)
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
		e.page.verbatim(4, act.ELI)
	}
}

// methodology explains an edition of the Monitoring Mechanism.
func (e *Explainer) methodology(m *eif.Methodology) {
	_, indicators, _ := strings.Cut(m.ID, "-")
	e.heading(m.ID, e.say("explain/edition", messages.Args{"indicators": indicators}))
	years := messages.Args{"from": strconv.Itoa(m.From), "to": strconv.Itoa(m.To)}
	sentences := []string{e.say("explain/edition.year", years)}
	if m.To > m.From {
		sentences[0] = e.say("explain/edition.years", years)
	}
	if eif.MethodologyOf(eif.LastYear) == m {
		sentences = append(sentences, e.say("explain/edition.newest", nil))
	}
	sentences = append(sentences, e.boards(m), e.averagesAre(m), e.say("explain/edition.inferred", nil))
	e.page.blank()
	e.page.line(2, strings.Join(sentences, " "))
}

// boards names the scoreboards of an edition.
func (e *Explainer) boards(m *eif.Methodology) string {
	if !m.CrossBorder {
		return e.say("explain/edition.boards", nil)
	}
	repeated := 0
	for i := range eif.Areas() {
		if eif.Areas()[i].CrossBorder {
			repeated++
		}
	}
	return e.say("explain/edition.cross-border", messages.Args{"count": repeated})
}

// averagesAre says how an edition gives the EU averages.
func (e *Explainer) averagesAre(m *eif.Methodology) string {
	if m.AverageDecimals == 0 {
		return e.say("explain/edition.levels", nil)
	}
	return e.say("explain/edition.decimals", messages.Args{"count": m.AverageDecimals})
}
