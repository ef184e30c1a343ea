// Package forms writes blank forms: an assessment file to be filled in, with comments that say how.
package forms

import (
	"slices"
	"strconv"
	"strings"

	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/observatory"
)

// Form says what to write.
type Form struct {
	// Country is a canonical code.
	Country string
	Year    int
	// Published, when not nil, fills the block of what the Monitoring Mechanism published.
	Published *observatory.CountryYear
	// Previous, when not nil, is last year's file: what stays the same is carried over, and its
	// answers are shown in comments, because they must be given anew.
	Previous *assessment.Assessment
	// Only limits the form to some recommendations; empty for all.
	Only []eif.RecommendationID
	// Minimal leaves the comments out.
	Minimal bool
	// Catalogue and Texts word the comments.
	Catalogue messages.Catalogue
	Texts     eif.Texts
}

// Write makes the file. It is always a valid assessment file: what is still to be filled in is left
// empty, which is the same as silent.
func (f Form) Write() []byte {
	w := &writer{bare: f.Minimal}
	f.head(w)
	f.sources(w)
	f.published(w)
	f.recommendations(w)
	return []byte(w.b.String())
}

// text words an entry of the catalogue with what every entry of a form may name.
func (f Form) text(code string) string {
	return f.Catalogue.Say(code, messages.Args{
		"country": f.Texts.Country(f.Country), "year": strconv.Itoa(f.Year),
		"questionnaire": eif.QuestionnaireVersion(), "attribution": observatory.Attribution,
	})
}

func (f Form) head(w *writer) {
	w.comment("", "yaml-language-server: $schema=./assessment.schema.json")
	w.comment("", f.text("form/title"))
	w.comment("", f.text("form/how"))
	for _, rule := range f.Texts.AnsweringRules() {
		w.comment("", "  - "+rule)
	}
	w.line("eifcheck: 1")
	w.line("framework: eif-2017")
	w.line("questionnaire: " + strconv.Quote(eif.QuestionnaireVersion()))
	w.line("country: " + document.Scalar(f.Country))
	w.line("year: " + strconv.Itoa(f.Year))
	w.line("reference_date: " + strconv.Itoa(f.Year) + "-12-31")
	if f.Previous == nil {
		w.line("scope: country")
		w.line("title: " + document.Scalar(f.text("form/default-title")))
		w.line("language: en")
		w.line("status: draft")
		w.comment("", "organisation: {name: , url: }")
		return
	}
	f.carryHead(w)
	w.line("status: draft")
}

// carryHead carries over who answers, and for what.
func (f Form) carryHead(w *writer) {
	p := f.Previous
	w.line("scope: " + p.Scope.String())
	w.pairs("subject", "name", p.Subject.Name, "id", p.Subject.ID)
	w.line("title: " + document.Scalar(f.text("form/default-title")))
	w.line("language: " + document.Scalar(p.Language))
	if !p.Organisation.Name.Empty() {
		w.line("organisation:")
		w.text("  name", p.Organisation.Name)
		w.value("  url", p.Organisation.URL)
	}
	if len(p.Populations) > 0 {
		w.line("populations:")
	}
	for _, population := range p.Populations {
		w.line("  " + document.Scalar(population.ID) + ":")
		w.line("    count: " + strconv.Itoa(population.Count))
		w.value("    note", population.Note)
	}
}

// sourceID names the factsheet that the published block comes from.
func (f Form) sourceID() string { return "factsheet-" + strconv.Itoa(f.Published.Edition) }

func (f Form) sources(w *writer) {
	var carried []assessment.Source
	if f.Previous != nil {
		carried = f.Previous.Sources
	}
	if len(carried) == 0 && f.Published == nil {
		return
	}
	w.line("sources:")
	for _, s := range carried {
		if f.Published != nil && s.ID == f.sourceID() {
			continue
		}
		w.line("  " + document.Scalar(s.ID) + ":")
		w.text("    title", s.Title)
		w.value("    kind", s.Kind)
		w.value("    url", s.URL)
		w.value("    date", assessment.Word(s.Date))
	}
	if f.Published != nil {
		title := f.Catalogue.Say("form/source-title", messages.Args{
			"edition": strconv.Itoa(f.Published.Edition), "country": f.Texts.Country(f.Country),
		})
		w.line("  " + f.sourceID() + ": {title: " + strconv.Quote(title) + ", kind: report}")
	}
}

func (f Form) published(w *writer) {
	if f.Published == nil {
		return
	}
	w.blank()
	w.comment("", f.text("form/published"))
	w.line("published:")
	w.line("  source: " + f.sourceID())
	w.line("  areas:")
	for i := range eif.Areas() {
		id := eif.Areas()[i].ID
		if cell, ok := f.Published.Area(id); ok && f.wantedArea(&eif.Areas()[i]) {
			f.cell(w, id, cell)
		}
	}
	header := false
	for i := range eif.Areas() {
		id := eif.Areas()[i].ID
		cell, ok := f.Published.CrossBorder(id)
		ok = ok && f.wantedArea(&eif.Areas()[i])
		if ok && !header {
			w.line("  cross_border:")
			header = true
		}
		if ok {
			f.cell(w, id, cell)
		}
	}
}

func (f Form) cell(w *writer, id eif.AreaID, cell observatory.Cell) {
	value := "no_data"
	if cell.Score.Known() {
		value = cell.Score.Hundredths().String()
	}
	note := f.Texts.Area(id).Title
	if cell.Reading == observatory.RasterAmbiguous {
		note += f.text("form/uncertain")
	}
	if r := cell.Redrawn; r != nil {
		later := "no_data"
		if r.Score.Known() {
			later = r.Score.Hundredths().String()
		}
		note += f.Catalogue.Say("form/redrawn", messages.Args{
			"value": later, "edition": strconv.Itoa(f.Published.Edition + 1),
		})
	}
	if f.Minimal {
		w.line("    " + string(id) + ": " + value)
		return
	}
	w.line(pad("    "+string(id)+": "+value, 18) + "# " + note)
}

// recommendations writes an open answer for each recommendation, by area.
func (f Form) recommendations(w *writer) {
	w.blank()
	w.comment("", f.text("form/recommendations"))
	w.line("recommendations:")
	for i := range eif.Areas() {
		def := &eif.Areas()[i]
		header := false
		for _, id := range def.Recommendations {
			if !f.wanted(id) {
				continue
			}
			if !header {
				f.areaHeader(w, def)
				header = true
			}
			f.recommendation(w, eif.RecommendationByID(id))
		}
	}
}

func (f Form) wanted(id eif.RecommendationID) bool {
	if len(f.Only) == 0 {
		return eif.RecommendationByID(id).Applies(f.scope())
	}
	return slices.Contains(f.Only, id)
}

// wantedArea tells that the form asks for one of an area's recommendations.
func (f Form) wantedArea(area *eif.Area) bool {
	return slices.ContainsFunc(area.Recommendations, f.wanted)
}

func (f Form) scope() eif.Scope {
	if f.Previous != nil {
		return f.Previous.Scope
	}
	return eif.Country
}

func (f Form) areaHeader(w *writer, def *eif.Area) {
	w.blank()
	board := f.Texts.Scoreboard(def.Scoreboard).Title
	w.comment("  ", strings.Repeat("-", 90))
	w.comment("  ", string(def.ID)+" "+f.Texts.Area(def.ID).Title+" ("+board+")")
}

func (f Form) recommendation(w *writer, def *eif.Recommendation) {
	t := f.Texts.Recommendation(def.ID)
	w.blank()
	w.comment("  ", string(def.ID)+" "+t.Title+". "+t.Summary)
	if t.Ask != "" {
		w.comment("  ", f.text("form/ask")+" "+t.Ask+".")
	}
	f.previousAnswer(w, def.ID)
	w.line("  " + string(def.ID) + ":")
	w.line("    score:")
	f.questions(w, def)
	f.carryEvidence(w, def.ID)
}

// questions writes the recommendation's questions with their levels, to be answered instead of a score.
func (f Form) questions(w *writer, def *eif.Recommendation) {
	header := false
	for i := range def.Indicators {
		q := &def.Indicators[i]
		if !q.AppliesTo.Has(f.scope()) {
			continue
		}
		if !header {
			w.line("    indicators:")
			header = true
		}
		t := f.Texts.Indicator(q.ID)
		w.comment("      ", string(q.ID)+" "+t.Question)
		if q.Population != "" {
			w.comment("      ", "  "+f.text("form/population")+" "+f.Texts.Population(q.Population, f.scope()))
		}
		for j, item := range q.Items {
			w.comment("      ", "  "+item+": "+t.Items[j])
		}
		for level, sentence := range t.Levels {
			w.comment("      ", "  "+strconv.Itoa(level+1)+" = "+sentence)
		}
		w.comment("      ", "  "+f.text(answerHint(q.Kind)))
		f.previousLevel(w, def.ID, q.ID)
		w.line("      " + string(q.ID) + ":")
		if f.Previous != nil && f.Previous.Recommendations[def.ID] != nil {
			w.evidence("        ", f.Previous.Recommendations[def.ID].Indicators[q.ID].Evidence)
		}
	}
}

// previousLevel shows last year's answer to a question as a comment.
func (f Form) previousLevel(w *writer, id eif.RecommendationID, question eif.IndicatorID) {
	if f.Previous == nil || f.Previous.Recommendations[id] == nil {
		return
	}
	in, ok := f.Previous.Recommendations[id].Indicators[question]
	if !ok {
		return
	}
	args := messages.Args{
		"year": strconv.Itoa(f.Previous.Year), "level": int(in.Level), "share": in.Share, "items": in.Items,
	}
	switch in.Form {
	case assessment.LevelForm:
		w.comment("      ", "  "+f.Catalogue.Say("form/previous.level", args))
	case assessment.ShareForm:
		w.comment("      ", "  "+f.Catalogue.Say("form/previous.share", args))
	case assessment.ItemsForm:
		w.comment("      ", "  "+f.Catalogue.Say("form/previous.items", args))
	case assessment.NoForm:
	}
}

func answerHint(kind eif.AnswerKind) string {
	switch kind {
	case eif.ShareAnswer:
		return "form/answer.share"
	case eif.ChecklistAnswer:
		return "form/answer.checklist"
	default:
		return "form/answer.level"
	}
}

// previousAnswer shows last year's answer as a comment.
func (f Form) previousAnswer(w *writer, id eif.RecommendationID) {
	if f.Previous == nil {
		return
	}
	r := f.Previous.Recommendations[id]
	if r == nil {
		return
	}
	args := messages.Args{"year": strconv.Itoa(f.Previous.Year), "score": int(r.Answer.Score)}
	switch r.Answer.State {
	case assessment.Scored:
		w.comment("  ", f.Catalogue.Say("form/previous.score", args))
	case assessment.NoData:
		w.comment("  ", f.Catalogue.Say("form/previous.no-data", args))
	case assessment.NotApplicable:
		w.comment("  ", f.Catalogue.Say("form/previous.not-applicable", args))
	case assessment.Unanswered:
	}
}

// carryEvidence carries over evidence and plan, which hold until somebody changes them.
func (f Form) carryEvidence(w *writer, id eif.RecommendationID) {
	if f.Previous == nil || f.Previous.Recommendations[id] == nil {
		w.comment("    ", f.text("form/evidence"))
		return
	}
	r := f.Previous.Recommendations[id]
	w.evidence("    ", r.Evidence)
	if r.Plan != nil {
		w.plan(r.Plan)
	}
}
