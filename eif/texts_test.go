package eif_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/eifcheck/eifcheck/eif"
)

// wantProse wants a text that is there and clean.
func wantProse(t *testing.T, what, text string) {
	t.Helper()

	if text == "" || text != strings.TrimSpace(text) || strings.ContainsAny(text, "\n\t{}") {
		t.Errorf("%s: %q is empty, has white space at its ends, or does not stand in one line", what, text)
	}
}

func TestEveryAreaHasTexts(t *testing.T) {
	t.Parallel()

	texts := eif.English()
	for _, a := range eif.Areas() {
		wantProse(t, string(a.ID)+" title", texts.Area(a.ID).Title)
		wantProse(t, string(a.ID)+" summary", texts.Area(a.ID).Summary)
	}
	for board := eif.Principles; board <= eif.CrossBorder; board++ {
		wantProse(t, fmt.Sprintf("scoreboard %d title", board), texts.Scoreboard(board).Title)
		wantProse(t, fmt.Sprintf("scoreboard %d summary", board), texts.Scoreboard(board).Summary)
	}
	if got := texts.Area("P3").Title; got != "Transparency" {
		t.Errorf("P3 is called %q", got)
	}
	if texts.Area("P13") != (eif.AreaText{}) || texts.Scoreboard(0) != (eif.AreaText{}) ||
		texts.Scoreboard(5) != (eif.AreaText{}) {
		t.Error("something unknown has a text")
	}
}

func TestEveryRecommendationHasTexts(t *testing.T) {
	t.Parallel()

	texts := eif.English()
	for _, r := range eif.Recommendations() {
		text, id := texts.Recommendation(r.ID), string(r.ID)
		wantProse(t, id+" title", text.Title)
		wantProse(t, id+" summary", text.Summary)
		wantProse(t, id+" rationale", text.Rationale)
		wantProse(t, id+" ask", text.Ask)
		if len(text.NotHere) != len(r.NotHere) || len(text.Steps) != len(r.Steps) || len(text.Indicators) != len(r.Indicators) {
			t.Errorf("%s: texts and structure do not go together", id)
			continue
		}
		for i, phrase := range text.NotHere {
			wantProse(t, id+" not here "+string(r.NotHere[i]), phrase)
		}
		if len(r.Steps) != 3 && len(r.Indicators) > 0 {
			t.Errorf("%s: %d steps, want one from each of the levels 1, 2 and 3", id, len(r.Steps))
		}
		for i, step := range text.Steps {
			if r.Steps[i].From != eif.Score(i+1) || r.Steps[i].Months < 1 {
				t.Errorf("%s: step %d leads from %d in %d months", id, i+1, r.Steps[i].From, r.Steps[i].Months)
			}
			wantProse(t, id+" step", step.Do)
			wantProse(t, id+" step's who", step.Who)
		}
	}
	if got := texts.Recommendation("R48"); got.Title != "" {
		t.Errorf("R48 is called %q", got.Title)
	}
}

func TestEveryIndicatorHasTexts(t *testing.T) {
	t.Parallel()

	texts := eif.English()
	for _, r := range eif.Recommendations() {
		for _, i := range r.Indicators {
			text, id := texts.Indicator(i.ID), string(i.ID)
			wantProse(t, id+" question", text.Question)
			seen := map[string]bool{}
			for _, level := range text.Levels {
				wantProse(t, id+" level", level)
				seen[level] = true
			}
			if len(seen) != 4 {
				t.Errorf("%s: two levels say the same", id)
			}
			if len(text.Items) != len(i.Items) || len(text.Evidence) == 0 {
				t.Errorf("%s: %d items for %d keys, %d kinds of evidence", id, len(text.Items), len(i.Items), len(text.Evidence))
			}
			for _, item := range append(text.Items, text.Evidence...) {
				wantProse(t, id+" item or evidence", item)
			}
		}
	}
	if got := texts.Indicator("R14-99"); got.Question != "" {
		t.Errorf("R14-99 asks %q", got.Question)
	}
}

// Whoever is asked to count must be told what is counted, for every scope the question is put to.
func TestPopulationsAreDefinedWhereTheyAreUsed(t *testing.T) {
	t.Parallel()

	texts := eif.English()
	used := map[string]bool{}
	for _, r := range eif.Recommendations() {
		for _, i := range r.Indicators {
			used[i.Population] = true
			for _, scope := range []eif.Scope{eif.Country, eif.Region, eif.Organisation, eif.Service} {
				if i.Population != "" && i.AppliesTo.Has(scope) && texts.Population(i.Population, scope) == "" {
					t.Errorf("%s is put to a %s, but nothing says what %s is there", i.ID, scope, i.Population)
				}
			}
		}
	}
	for _, id := range texts.Populations() {
		if !used[id] {
			t.Errorf("no question counts %s", id)
		}
	}
	if texts.Population("nothing", eif.Country) != "" || texts.Population(texts.Populations()[0], 0) != "" {
		t.Error("an unknown population or scope has a text")
	}
}

func TestCountriesHaveNames(t *testing.T) {
	t.Parallel()

	texts := eif.English()
	seen := map[string]string{}
	for _, c := range eif.Countries() {
		name := texts.Country(c.Code)
		wantProse(t, c.Code, name)
		if name == c.Code || seen[name] != "" {
			t.Errorf("%s is called %q, as %q is", c.Code, name, seen[name])
		}
		seen[name] = c.Code
	}
	for code, want := range map[string]string{
		"CZ": "Czechia", "TR": "Türkiye", "EL": "Greece", "UK": "United Kingdom", "MK": "North Macedonia",
		"ZZ": "Fictional country", "QQ": "QQ", "": "",
	} {
		if got := texts.Country(code); got != want {
			t.Errorf("%q is called %q, want %q", code, got, want)
		}
	}
}

func TestNotesAndRules(t *testing.T) {
	t.Parallel()

	texts := eif.English()
	if len(texts.AnsweringRules()) == 0 || eif.QuestionnaireVersion() == "" {
		t.Error("there are no answering rules, or no version of the questionnaire")
	}
	for _, rule := range texts.AnsweringRules() {
		wantProse(t, "answering rule", rule)
	}
	if texts.ActNote("reg-2018-1724") == "" || texts.ActNote("none") != "" {
		t.Error("the remark on the single digital gateway is missing, or an unknown act has one")
	}
	for _, r := range eif.Recommendations() {
		for i := range r.References {
			if note := texts.ReferenceNote(r.ID, i); note != "" {
				wantProse(t, string(r.ID)+" note", note)
			}
		}
	}
	if texts.ReferenceNote("R01", -1) != "" || texts.ReferenceNote("R01", 99) != "" || texts.ReferenceNote("R48", 0) != "" {
		t.Error("a reference that does not exist has a note")
	}
}
