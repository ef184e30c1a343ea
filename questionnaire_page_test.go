package eifcheck_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
)

// docs/questionnaire.md is written from the questions themselves.
func TestQuestionnairePageIsCurrent(t *testing.T) {
	t.Parallel()
	wording, _ := eifcheck.NewWording("en")
	wantPage(t, "docs/questionnaire.md", questionnairePage(wording))
}

func questionnairePage(w eifcheck.Wording) string {
	var b strings.Builder
	line := func(s string) { b.WriteString(strings.TrimRight(s, " ") + "\n") }
	say := w.Say
	line(say("page/questionnaire.head", messages.Args{"questionnaire": eif.QuestionnaireVersion()}) + "\n")
	for _, rule := range w.Texts.AnsweringRules() {
		line("- " + rule)
	}
	line("\n" + say("page/questionnaire.populations", nil) + "\n")
	for _, id := range w.Texts.Populations() {
		line("- **" + id + "**: " + w.Texts.Population(id, eif.Country))
	}
	for i := range eif.Areas() {
		area := &eif.Areas()[i]
		line("\n## " + string(area.ID) + " " + w.Texts.Area(area.ID).Title)
		for _, id := range area.Recommendations {
			questions(line, w, eif.RecommendationByID(id))
		}
	}
	return b.String()
}

func scopes(set eif.Scopes) []string {
	var names []string
	for _, scope := range []eif.Scope{eif.Country, eif.Region, eif.Organisation, eif.Service} {
		if set.Has(scope) {
			names = append(names, scope.String())
		}
	}
	return names
}

func questions(line func(string), w eifcheck.Wording, r *eif.Recommendation) {
	t := w.Texts.Recommendation(r.ID)
	line("\n### " + string(r.ID) + " " + t.Title + "\n")
	line(t.Summary + "\n")
	line("*" + w.Say("form/ask", nil) + "* " + t.Ask + ".")
	for i := range r.Indicators {
		q, text := &r.Indicators[i], t.Indicators[i]
		line("\n**" + string(q.ID) + "** " + text.Question + "\n")
		for j, item := range q.Items {
			line("- " + item + ": " + text.Items[j])
		}
		if len(q.Items) > 0 {
			line("")
		}
		for level, sentence := range text.Levels {
			line(strconv.Itoa(level+1) + ". " + sentence)
		}
		line("\n*" + w.Say("explain/evidence", nil) + "* " + strings.Join(text.Evidence, "; ") + ".")
		line("*" + w.Say("page/questionnaire.scopes", nil) + "* " + strings.Join(scopes(q.AppliesTo), ", ") + ".")
	}
}
