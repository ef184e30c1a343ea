package eifcheck_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/rules"
)

// answers are the answers of a file, by recommendation or question.
type answers map[string]any

// What-if says what assessing a file with these answers says, and leaves everything else as it is.
func TestWhatIfIsAssessingAFileWithTheseAnswers(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	rapid.Check(t, func(rt *rapid.T) {
		scope := rapid.SampledFrom([]string{"country", "organisation"}).Draw(rt, "scope")
		published := rapid.MapOfN(rapid.SampledFrom([]string{"P2", "P3", "P7", "IG"}), rapid.IntRange(1, 4), 0, 3).
			Draw(rt, "published")
		given, changes := answers{}, []eifcheck.Change{}
		for range rapid.IntRange(0, 12).Draw(rt, "given") {
			given.take(drawChange(rt))
		}
		path := filepath.Join(dir, "a.json")
		before := assessAnswers(t, path, scope, published, given, nil)
		tried := map[string]bool{}
		after := maps.Clone(given)
		for range rapid.IntRange(1, 5).Draw(rt, "changes") {
			change := drawChange(rt)
			if id := idOf(change); !tried[id] {
				tried[id] = true
				changes = append(changes, change)
				after.take(change)
			}
		}
		with := assessAnswers(t, path, scope, published, given, changes)
		want := assessAnswers(t, path, scope, published, after, nil)
		if diff := cmp.Diff(standings(want), afterMoves(standings(before), with.WhatIf)); diff != "" {
			rt.Fatalf("what if %v (-a file with these answers +what-if):\n%s", changes, diff)
		}
		with.WhatIf = nil
		if diff := cmp.Diff(before, with); diff != "" {
			rt.Fatalf("--what-if changes the result of the file as it is:\n%s", diff)
		}
	})
}

// drawChange draws an answer to a recommendation of an area of one or of several, or to one of its
// questions that every scope is asked.
func drawChange(t *rapid.T) eifcheck.Change {
	r := eif.RecommendationByID(rapid.SampledFrom([]eif.RecommendationID{
		"R02", "R05", "R14", "R20", "R21", "R22", "R23", "R24",
	}).Draw(t, "recommendation"))
	c := eifcheck.Change{Recommendation: r.ID, Items: []string{}}
	var asked []*eif.Indicator
	for i := range r.Indicators {
		if q := &r.Indicators[i]; q.AppliesTo.Has(eif.Country) && q.AppliesTo.Has(eif.Organisation) {
			asked = append(asked, q)
		}
	}
	if len(asked) == 0 || rapid.Bool().Draw(t, "own score") {
		c.Score = new(eif.Score(rapid.IntRange(1, 4).Draw(t, "score")))
		return c
	}
	q := rapid.SampledFrom(asked).Draw(t, "question")
	c.Indicator = &q.ID
	switch q.Kind {
	case eif.ShareAnswer:
		c.Share = new(eif.Hundredths(rapid.IntRange(100, 10000).Draw(t, "share")))
	case eif.ChecklistAnswer:
		c.Items = rapid.SliceOfNDistinct(rapid.SampledFrom(q.Items), 1, len(q.Items), rapid.ID[string]).Draw(t, "items")
	default:
		c.Score = new(eif.Score(rapid.IntRange(1, 4).Draw(t, "level")))
	}
	return c
}

func idOf(c eifcheck.Change) string {
	if c.Indicator != nil {
		return string(*c.Indicator)
	}
	return string(c.Recommendation)
}

// take writes a change down as the file would.
func (a answers) take(c eifcheck.Change) {
	switch {
	case c.Score != nil:
		a[idOf(c)] = int(*c.Score)
	case c.Share != nil:
		a[idOf(c)] = map[string]any{"share": c.Share}
	default:
		a[idOf(c)] = map[string]any{"items": c.Items}
	}
}

// recommendations is the part of the file that holds the answers.
func (a answers) recommendations() map[string]any {
	file := map[string]any{}
	for i := range eif.Recommendations() {
		r := &eif.Recommendations()[i]
		one, questions := map[string]any{}, map[string]any{}
		if score, ok := a[string(r.ID)]; ok {
			one["score"] = score
		}
		for j := range r.Indicators {
			if answer, ok := a[string(r.Indicators[j].ID)]; ok {
				questions[string(r.Indicators[j].ID)] = answer
			}
		}
		if len(questions) > 0 {
			one["indicators"] = questions
		}
		if len(one) > 0 {
			file[string(r.ID)] = one
		}
	}
	return file
}

func assessAnswers(
	t *testing.T, path, scope string, published map[string]int, given answers, changes []eifcheck.Change,
) *eifcheck.Assessment {
	t.Helper()
	file := map[string]any{"eifcheck": 1, "country": "ZZ", "year": 2022, "scope": scope}
	if scope != "country" {
		file["subject"] = map[string]any{"name": "Office"}
	} else {
		file["published"] = map[string]any{"areas": published}
	}
	if list := given.recommendations(); len(list) > 0 {
		file["recommendations"] = list
	}
	text, err := json.Marshal(file)
	if err == nil {
		err = os.WriteFile(path, text, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	wording, _ := eifcheck.NewWording("en")
	var result *eifcheck.Assessment
	_, err = eifcheck.Assess(t.Context(), []string{path}, eifcheck.Options{
		AsOf: "2026-11-22", Wording: wording, Rules: rules.NewRegistry(), WhatIf: changes,
	}, func(a *eifcheck.Assessment) error {
		result = a
		return nil
	})
	if err != nil || !result.Assessed {
		t.Fatalf("%s: %v %v", text, err, result.Findings)
	}
	return result
}

// standings is how everything with a score stands, by a name.
func standings(a *eifcheck.Assessment) map[string]eifcheck.Standing {
	all := map[string]eifcheck.Standing{}
	for _, board := range a.Scoreboards {
		for i := range board.Areas {
			area := &board.Areas[i]
			all[fmt.Sprint(board.ID, area.ID)] = eifcheck.Standing{
				Status: area.Status, Score: area.Score, Interval: area.Interval,
			}
		}
	}
	for i := range a.Recommendations {
		r := &a.Recommendations[i]
		all[string(r.ID)] = eifcheck.Standing{Status: r.Status, Score: r.Score, Interval: r.Interval}
	}
	return all
}

// afterMoves is how everything stands after the moves.
func afterMoves(all map[string]eifcheck.Standing, w *eifcheck.WhatIf) map[string]eifcheck.Standing {
	for i := range w.Areas {
		all[fmt.Sprint(w.Areas[i].Scoreboard, w.Areas[i].Area)] = w.Areas[i].After
	}
	for i := range w.Recommendations {
		all[string(w.Recommendations[i].ID)] = w.Recommendations[i].After
	}
	return all
}
