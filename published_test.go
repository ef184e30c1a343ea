package eifcheck_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/forms"
	"github.com/eifcheck/eifcheck/observatory"
	"github.com/eifcheck/eifcheck/rules"
	"github.com/eifcheck/eifcheck/scoring"
)

const france = "testdata/real/fr.yaml"

// France 2020 as published: the result every number of the README comes from.
func TestFrance2020(t *testing.T) {
	t.Parallel()
	_, results := assessFiles(t, france)
	a := results[0]
	one := func(n int) *int { return &n }
	want := &eifcheck.Summary{
		Areas: 25, Scored: 24, NoData: 1, Above: one(3), At: one(17), Below: one(4),
		Warnings: a.Summary.Warnings, Infos: a.Summary.Infos,
		Coverage: eifcheck.Coverage{Areas: 96, Recommendations: 30, Evidence: a.Summary.Coverage.Evidence},
	}
	if diff := cmp.Diff(want, a.Summary); diff != "" {
		t.Errorf("summary (-want +got):\n%s", diff)
	}
	if !a.Assessed || !a.Gate.Passed || a.ExitCode() != eifcheck.ExitPass {
		t.Errorf("assessed %v, gate %+v, exit %d", a.Assessed, a.Gate, a.ExitCode())
	}
	got := map[string][]string{}
	for _, board := range a.Scoreboards {
		for _, area := range board.Areas {
			state := string(area.Status)
			if area.Relation != nil {
				state = string(*area.Relation)
			}
			word := string(area.ID)
			if state == "below" {
				word = fmt.Sprintf("%s %d against %s", area.ID, *area.Score, area.Average)
			}
			if state != "at" {
				got[state] = append(got[state], word)
			}
		}
	}
	if diff := cmp.Diff(map[string][]string{
		"below":   {"P3 3 against 4", "P7 2 against 3", "IG 3 against 4", "LEG 3 against 4"},
		"above":   {"P12", "CAT", "SP"},
		"no_data": {"IPSG"},
	}, got); diff != "" {
		t.Errorf("areas (-want +got):\n%s", diff)
	}
	var gaps []string
	for _, f := range a.Findings {
		if rules.Family(f.Rule) == "eif" || rules.Family(f.Rule) == "gap" {
			gaps = append(gaps, f.Rule)
		}
		if f.Severity == rules.Error {
			t.Errorf("%d: %s", f.Location.Line, f.Message)
		}
	}
	slices.Sort(gaps)
	if diff := cmp.Diff([]string{"eif/R05", "eif/R14", "eif/R23", "eif/R27"}, gaps); diff != "" {
		t.Errorf("gaps explained (-want +got):\n%s", diff)
	}
}

// The 47 recommendations and 25 areas always reconcile with the summary.
func TestRealFilesAreAssessed(t *testing.T) {
	t.Parallel()
	for _, name := range glob(t, "testdata/real/*.yaml") {
		t.Run(filepath.Base(name), func(t *testing.T) {
			t.Parallel()
			_, results := assessFiles(t, name)
			a := results[0]
			if !a.Assessed {
				t.Fatalf("not assessed: %+v", a.Findings)
			}
			s := a.Summary
			if s.Scored+s.NoData+s.NotApplicable+s.Partial != s.Areas || s.Areas != 25 || len(a.Recommendations) != 47 {
				t.Errorf("%+v with %d recommendations", s, len(a.Recommendations))
			}
			if s.Above != nil && *s.Above+*s.At+*s.Below != s.Scored {
				t.Errorf("above, at and below do not add up to scored: %+v", s)
			}
		})
	}
}

// Each published country and year, written by init and assessed, gives exactly the published
// scores and no error.
func TestEveryPublishedCountryYear(t *testing.T) {
	t.Parallel()
	years := observatory.CountryYears()
	if len(years) != 98 {
		t.Fatalf("%d country-years, want 98", len(years))
	}
	wording, _ := eifcheck.NewWording("en")
	for _, known := range years {
		t.Run(fmt.Sprintf("%s %d", known.Country, known.Year), func(t *testing.T) {
			t.Parallel()
			form := forms.Form{
				Country: known.Country, Year: known.Year, Published: &known,
				Catalogue: wording.Catalogue, Texts: wording.Texts,
			}
			name := filepath.Join(t.TempDir(), "form.yaml")
			if err := os.WriteFile(name, form.Write(), 0o600); err != nil {
				t.Fatal(err)
			}
			_, results := assessFiles(t, name)
			a := results[0]
			if !a.Assessed || a.Summary.Errors > 0 {
				t.Fatalf("findings: %+v", a.Findings)
			}
			for _, board := range a.Scoreboards {
				for _, area := range board.Areas {
					comparePublished(t, board.ID, area, known)
				}
			}
			if withCrossBorder := len(a.Scoreboards) == 4; withCrossBorder != (known.Year == 2022) {
				t.Errorf("%d scoreboards", len(a.Scoreboards))
			}
		})
	}
}

func comparePublished(t *testing.T, board eif.Scoreboard, area eifcheck.Area, known observatory.CountryYear) {
	t.Helper()
	cell, ok := known.Area(area.ID)
	if board == eif.CrossBorder {
		cell, ok = known.CrossBorder(area.ID)
	}
	switch {
	case !ok || !cell.Score.Known():
		if area.Status != scoring.NoData || area.Score != nil {
			t.Errorf("%s on scoreboard %d: %s, published without data", area.ID, board, area.Status)
		}
	case area.Score == nil || *area.Score != cell.Score:
		t.Errorf("%s on scoreboard %d: %v, published %d", area.ID, board, area.Score, cell.Score)
	}
}

// The same files and the same day give the same bytes, whatever the number of processors and the
// order in which the files are named.
//
//nolint:paralleltest // it changes the number of processors
func TestSameInputSameBytes(t *testing.T) {
	names := slices.Concat(glob(t, "testdata/real/*.yaml"), glob(t, "testdata/err/*.yaml"), glob(t, "testdata/ok/*.yaml"))
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	var first []byte
	for i := range 50 {
		runtime.GOMAXPROCS(1 + i%4)
		closing, results := assessFiles(t, names...)
		bytes, err := json.Marshal(eifcheck.Result{Assessments: results, Closing: closing})
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = bytes
		}
		if string(bytes) != string(first) {
			t.Fatalf("run %d differs from the first", i)
		}
	}
}
