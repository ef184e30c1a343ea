package forms_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/forms"
	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/observatory"
	"github.com/eifcheck/eifcheck/schemas"
)

var update = flag.Bool("update", false, "rewrite golden files")

func newForm(tb testing.TB, country string, year int) forms.Form {
	tb.Helper()
	wording, ok := eifcheck.NewWording("en")
	if !ok {
		tb.Fatal("no English")
	}
	return forms.Form{Country: country, Year: year, Catalogue: wording.Catalogue, Texts: wording.Texts}
}

func withPublished(tb testing.TB, f forms.Form) forms.Form {
	tb.Helper()
	known, ok := observatory.Published(f.Country, f.Year)
	if !ok {
		tb.Fatalf("%s %d was not published", f.Country, f.Year)
	}
	f.Published = &known
	return f
}

func decode(tb testing.TB, source []byte) *assessment.Assessment {
	tb.Helper()
	d := document.Parse("form.yaml", source)
	for _, p := range append(d.Problems, schemas.Check(d)...) {
		tb.Fatalf("line %d: %s %v\n%s", p.Span.Start.Line, p.Message.Code, p.Message.Args, source)
	}
	return assessment.Decode(d.Root)
}

func TestForms(t *testing.T) {
	t.Parallel()
	previous := decode(t, []byte(`
eifcheck: 1
country: FR
year: 2021
title: last year
organisation: {name: {fr: Direction, en: Directorate}, url: "https://example.org"}
populations: {key-services: {count: 21, note: "a \"list\": 21"}}
sources: {report: {title: "Report: part 1", kind: report, date: 2021-06-01}}
recommendations:
  R14:
    score: 3
    evidence: [{source: report, locator: "§ 4, p. 12", access: restricted, stance: limits, status: candidate}]
    plan: {target: 4, by: 2023-12-31, owner: Office, actions: [One, {en: Two, fr: Deux}]}
  R15: {status: no_data, reason: not asked}
  R16: {status: not_applicable, reason: one language}
`))
	for name, form := range map[string]forms.Form{
		"fr-2020-published.yaml": withPublished(t, newForm(t, "FR", 2020)),
		"es-2022-published.yaml": withPublished(t, newForm(t, "ES", 2022)),
		"fr-2022-from.yaml": func() forms.Form {
			f := newForm(t, "FR", 2022)
			f.Previous, f.Only = previous, []eif.RecommendationID{"R14", "R15", "R16"}
			return f
		}(),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := form.Write()
			decode(t, got)
			golden := filepath.Join("testdata", name)
			if *update {
				if err := os.WriteFile(golden, got, 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), string(got)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", name, diff)
			}
		})
	}
}

// Whatever last year's file holds comes back the same from this year's form.
func TestWhatIsCarriedOverComesBackTheSame(t *testing.T) {
	t.Parallel()
	free := rapid.StringMatching(`[ -~éß漢😀"':#{}\[\]&*!|>%@\\\x{85}\x{A0}\x{2028}\x{200E}\t\n-]{1,30}`).
		Filter(func(s string) bool { return len([]rune(s)) > 0 && s[0] != ' ' && s[len(s)-1] != ' ' })
	rapid.Check(t, func(rt *rapid.T) {
		before := &assessment.Assessment{
			Country: "FR", Year: 2023, Scope: eif.Organisation, Language: "fr",
			Subject:      assessment.Named{Name: assessment.Word(free.Draw(rt, "subject"))},
			Organisation: assessment.Organisation{Name: assessment.Text{Plain: free.Draw(rt, "organisation")}},
			Recommendations: map[eif.RecommendationID]*assessment.Recommendation{"R14": {
				ID: "R14",
				Evidence: []assessment.Evidence{{
					Title: assessment.Text{Plain: free.Draw(rt, "title")}, Note: assessment.Text{Plain: free.Draw(rt, "note")},
					Locator: assessment.Word(free.Draw(rt, "locator")), Access: "public", Stance: "supports", Confirmed: true,
					Pointer: "/recommendations/R14/evidence/0",
				}},
				Plan: &assessment.Plan{
					Target: 4, By: "2025-01-01", Owner: assessment.Word(free.Draw(rt, "owner")),
					Actions: []assessment.Text{{Plain: free.Draw(rt, "action")}}, Pointer: "/recommendations/R14/plan",
				},
			}},
		}
		f := newForm(t, "FR", 2024)
		f.Previous = before
		after := decode(t, f.Write())
		r := after.Recommendations["R14"]
		if diff := cmp.Diff(before.Recommendations["R14"].Evidence, r.Evidence); diff != "" {
			rt.Fatalf("evidence (-before +after):\n%s", diff)
		}
		if diff := cmp.Diff(before.Recommendations["R14"].Plan, r.Plan); diff != "" {
			rt.Fatalf("plan (-before +after):\n%s", diff)
		}
		if diff := cmp.Diff(before.Organisation, after.Organisation); diff != "" {
			rt.Fatalf("organisation (-before +after):\n%s", diff)
		}
		if before.Subject != after.Subject || after.Scope != eif.Organisation || after.Language != "fr" {
			rt.Fatalf("head: %+v", after)
		}
		if r.Answer.State != assessment.Unanswered {
			rt.Fatalf("an answer was carried over: %+v", r.Answer)
		}
	})
}
