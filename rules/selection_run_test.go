package rules_test

import (
	"testing"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/rules"
)

// assessChosen runs the house over one file with some of the rules.
func assessChosen(tb testing.TB, name string, s rules.Selection) []eifcheck.Finding {
	tb.Helper()
	registry, err := rules.NewRegistry().Select(s)
	if err != nil {
		tb.Fatal(err)
	}
	wording, _ := eifcheck.NewWording("en")
	var findings []eifcheck.Finding
	_, err = eifcheck.Assess(tb.Context(), []string{name}, eifcheck.Options{
		Version: "test", AsOf: "2026-11-22", Wording: wording, Rules: registry,
	}, func(a *eifcheck.Assessment) error {
		findings = a.Findings
		return nil
	})
	if err != nil {
		tb.Fatal(err)
	}
	return findings
}

// A rule that is off reports nothing, and every other one what it reported before.
func TestARuleThatIsOffIsSilent(t *testing.T) {
	t.Parallel()
	const file = "../testdata/err/coverage-marked.yaml"
	before := assess(t, file)
	off := assessChosen(t, file, rules.Selection{Disable: []string{"coverage/not-applicable"}})
	var want int
	for _, f := range before {
		if f.Rule != "coverage/not-applicable" {
			want++
		}
	}
	if want == len(before) {
		t.Fatalf("%s has no finding of the rule: the test shows nothing", file)
	}
	for _, f := range off {
		if f.Rule == "coverage/not-applicable" {
			t.Errorf("line %d: %s", f.Location.Line, f.Message)
		}
	}
	if len(off) != want {
		t.Errorf("%d findings of other rules, want %d", len(off), want)
	}
}

// coverage/not-applicable is an info or a warning by the case: a severity that somebody chose holds for both.
func TestAChosenSeverityHoldsForEveryCase(t *testing.T) {
	t.Parallel()
	const rule = "coverage/not-applicable"
	seen := map[rules.Severity]int{}
	for _, file := range []string{"../testdata/err/coverage-marked.yaml", "../testdata/err/coverage-organisation.yaml"} {
		for _, f := range assess(t, file) {
			if f.Rule == rule {
				seen[f.Severity]++
			}
		}
		for _, f := range assessChosen(t, file, rules.Selection{Severities: []rules.SeverityOf{{Rule: rule, Severity: rules.Error}}}) {
			if f.Rule == rule && f.Severity != rules.Error {
				t.Errorf("%s:%d is %s", file, f.Location.Line, f.Severity)
			}
		}
	}
	if len(seen) < 2 {
		t.Fatalf("the rule has severities %v here: the test shows nothing", seen)
	}
}
