package rules_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/rules"
)

// assessText is assess for a file that is not worth a fixture.
func assessText(t *testing.T, text string) []eifcheck.Finding {
	t.Helper()
	name := filepath.Join(t.TempDir(), "file.yaml")
	if err := os.WriteFile(name, []byte("eifcheck: 1\ncountry: ZZ\nyear: 2020\n"+text), 0o600); err != nil {
		t.Fatal(err)
	}
	return assess(t, name)
}

// findingsOf are the findings of one rule.
func findingsOf(rule string, findings []eifcheck.Finding) []eifcheck.Finding {
	return slices.DeleteFunc(slices.Clone(findings), func(f eifcheck.Finding) bool { return f.Rule != rule })
}

// What may still be missing in a draft may not in what is handed in; what has been published is a record.
func TestSeveritiesByStage(t *testing.T) {
	t.Parallel()
	text := "recommendations: {R14: {score: 3}, R05: {score: 1}, R33: {score: 1, plan: {by: 2020-01-01}}}\n"
	for _, test := range []struct {
		status                     string
		evidence, missing, overdue rules.Severity
	}{
		{"draft", rules.Warning, rules.Info, rules.Warning},
		{"submitted", rules.Error, rules.Warning, rules.Warning},
		{"published", rules.Error, rules.Warning, rules.Info},
	} {
		t.Run(test.status, func(t *testing.T) {
			t.Parallel()
			findings := assessText(t, text+"status: "+test.status+"\n")
			for rule, want := range map[string]rules.Severity{
				"evidence/missing": test.evidence, "plan/missing": test.missing, "plan/overdue": test.overdue,
			} {
				got := findingsOf(rule, findings)
				if len(got) != 1 || got[0].Severity != want {
					t.Errorf("%s: %d findings, want one %s: %+v", rule, len(got), want, got)
				}
			}
		})
	}
}

// Each kind that the format knows has its limit: on its last day evidence is fresh, a day earlier it is stale.
func TestEveryKindHasItsLimit(t *testing.T) {
	t.Parallel()
	lastDays := map[string]string{
		"law": "", "standard": "",
		"strategy": "2015-12-31", "guideline": "2015-12-31", "agreement": "2015-12-31",
		"website": "2018-12-31", "service": "2018-12-31",
		"report": "2017-12-31", "audit": "2017-12-31", "statistics": "2017-12-31", "dataset": "2017-12-31", "other": "2017-12-31",
	}
	if diff := cmp.Diff(kinds(t), slices.Sorted(maps.Keys(lastDays))); diff != "" {
		t.Errorf("kinds of the format (-schema +tested):\n%s", diff)
	}
	page, err := os.ReadFile("../docs/evidence.md")
	if err != nil {
		t.Fatal(err)
	}
	limits := map[string]string{"": "none", "2015-12-31": "5 years", "2017-12-31": "3 years", "2018-12-31": "2 years"}
	for kind, day := range lastDays {
		if row := "| `" + kind + "` | " + limits[day] + " |"; !strings.Contains(string(page), row) {
			t.Errorf("docs/evidence.md does not say %s", row)
		}
		items := "{title: Fresh, kind: " + kind + ", date: " + day + "}, {title: Stale, kind: " + kind + ", date: " + day[:max(0, len(day)-2)] + "30}"
		want := 1
		if day == "" {
			items, want = "{title: Old, kind: "+kind+", date: 1789-08-26}", 0
		}
		got := findingsOf("evidence/stale", assessText(t, "recommendations: {R14: {score: 1, evidence: ["+items+"]}}\n"))
		if len(got) != want || want == 1 && !strings.Contains(got[0].Message, "Stale") {
			t.Errorf("%s: got %+v, want %d about the older one", kind, got, want)
		}
	}
}

// kinds are those of the shape schema, sorted.
func kinds(t *testing.T) []string {
	t.Helper()
	source, err := os.ReadFile("../schemas/shape.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var schema struct {
		Defs struct {
			Kind struct {
				Enum []string `json:"enum"`
			} `json:"kind"`
		} `json:"$defs"`
	}
	if err := json.Unmarshal(source, &schema); err != nil {
		t.Fatal(err)
	}
	return slices.Sorted(slices.Values(schema.Defs.Kind.Enum))
}

// What many pieces of evidence share is said once, with their number.
func TestSharedFaultsAreSaidOnce(t *testing.T) {
	t.Parallel()
	items := strings.Repeat("{source: survey, url: \"http://example.org\", note: x}, ", 9)
	findings := assessText(t, "sources: {survey: {title: Survey}}\nrecommendations: {R14: {score: 1, evidence: ["+items+"]}}\n")
	for rule, number := range map[string]string{"evidence/undated": "9 pieces", "evidence/insecure-url": "9 places"} {
		got := findingsOf(rule, findings)
		if len(got) != 1 || !strings.Contains(got[0].Message, number) {
			t.Errorf("%s: got %+v, want one that says %q", rule, got, number)
		}
	}
}

// A file may hold thousands of sources and of wrong references: the search for what was meant ends.
func TestSearchForSourcesIsBounded(t *testing.T) {
	t.Parallel()
	var sources, items strings.Builder
	const n = 300
	for i := range n {
		fmt.Fprintf(&sources, "  document-%03d-of-many: {title: A document}\n", i)
		fmt.Fprintf(&items, "      - {source: document %03d of-many.}\n", i)
	}
	findings := assessText(t, "sources:\n"+sources.String()+"recommendations:\n  R14:\n    evidence:\n"+items.String())
	got := findingsOf("evidence/unknown-source", findings)
	if len(got) != n {
		t.Fatalf("%d findings, want %d", len(got), n)
	}
	if got[0].Code != "evidence/unknown-source.suggest" || got[n-1].Code != "evidence/unknown-source" {
		t.Errorf("first %s, last %s; want a suggestion at the first alone", got[0].Code, got[n-1].Code)
	}
}

// A copy of published results plans nothing, and nobody asks it to; with one plan in the file,
// published gaps are asked for theirs.
func TestPlansAreAskedOfThoseWhoPlan(t *testing.T) {
	t.Parallel()
	published := "published: {areas: {P3: 1, P7: 1, LEG: 1}}\n"
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"published alone", published, nil},
		{"published with evidence", published + "recommendations: {R14: {evidence: [{title: A, date: 2020-01-01}]}}\n", nil},
		{"an own score", published + "recommendations: {R14: {score: 1}}\n", []string{"P7"}},
		{"a plan", published + "recommendations: {R14: {plan: {target: 2}}}\n", []string{"P3", "LEG"}},
		{"an empty plan is none", published + "recommendations: {R14: {plan: {}}}\n", nil},
		{"one rise is enough for an area", "recommendations: {R06: {score: 1}, R07: {score: 1, plan: {target: 2}}}\n", nil},
		{"an area in line needs none", "areas: {CAT: 3}\n", nil},
		{"no average, no gap", "scope: service\nrecommendations: {R14: {score: 1}}\n", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, f := range findingsOf("plan/missing", assessText(t, test.text)) {
				got = append(got, fmt.Sprint(f.Args["area"]))
			}
			slices.Sort(got)
			if diff := cmp.Diff(slices.Sorted(slices.Values(test.want)), got); diff != "" {
				t.Errorf("areas without a plan (-want +got):\n%s", diff)
			}
		})
	}
}
