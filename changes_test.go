package eifcheck_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/rules"
)

// since assesses a file against an earlier version of it.
func since(t *testing.T, before, after string, gate eifcheck.GateOptions) *eifcheck.Assessment {
	t.Helper()
	name := filepath.Join(t.TempDir(), "now.yaml")
	if err := os.WriteFile(name, []byte(after), 0o600); err != nil {
		t.Fatal(err)
	}
	wording, _ := eifcheck.NewWording("en")
	var result *eifcheck.Assessment
	_, err := eifcheck.Assess(t.Context(), []string{name}, eifcheck.Options{
		Version: "test", AsOf: "2026-11-22", Wording: wording, Rules: rules.NewRegistry(), Gate: gate,
		Base: func(_ context.Context, asked string) *eifcheck.Base {
			if asked != filepath.ToSlash(name) {
				t.Errorf("asked for the earlier version of %q", asked)
			}
			return &eifcheck.Base{Document: document.Parse("main:then.yaml", []byte(before)), Path: "then.yaml"}
		},
	}, func(a *eifcheck.Assessment) error {
		result = a
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// file is an assessment of a fictional country with a body.
func file(body string) string { return "eifcheck: 1\ncountry: ZZ\nyear: 2022\n" + body }

// line words a difference: its id, scoreboard, standings and direction.
func line(d eifcheck.Difference) string {
	board := ""
	if d.Scoreboard != nil {
		board = fmt.Sprintf("/%d", *d.Scoreboard)
	}
	stand := func(s eifcheck.Standing) string {
		switch {
		case s.Score != nil:
			return fmt.Sprint(*s.Score)
		case s.Status == "partial":
			return fmt.Sprintf("%d-%d", s.Interval[0], s.Interval[1])
		}
		return string(s.Status)
	}
	return fmt.Sprintf("%s%s %s→%s %s", d.ID, board, stand(d.Before), stand(d.After), d.Direction)
}

func lines(list []eifcheck.Difference) []string {
	var words []string
	for _, d := range list {
		words = append(words, line(d))
	}
	return words
}

// Each kind of change of areas, recommendations and questions has its direction.
func TestDirections(t *testing.T) {
	t.Parallel()
	const score = "recommendations: {R05: {score: %d}}\n"
	tests := []struct {
		name, before, after                string
		areas, recommendations, indicators []string
	}{
		{"nothing", file(fmt.Sprintf(score, 3)), file(fmt.Sprintf(score, 3)), nil, nil, nil},
		{
			"up", file(fmt.Sprintf(score, 2)), file(fmt.Sprintf(score, 3)),
			[]string{"P3/1 2→3 up"},
			[]string{"R05 2→3 up"},
			nil,
		},
		{
			"down", file(fmt.Sprintf(score, 3)), file(fmt.Sprintf(score, 1)),
			[]string{"P3/1 3→1 down"},
			[]string{"R05 3→1 down"},
			nil,
		},
		{
			"gained", file(""), file(fmt.Sprintf(score, 3)),
			[]string{"P3/1 no_data→3 gained"},
			[]string{"R05 no_data→3 gained"},
			nil,
		},
		{
			"lost", file(fmt.Sprintf(score, 3)), file(""),
			[]string{"P3/1 3→no_data lost"},
			[]string{"R05 3→no_data lost"},
			nil,
		},
		{
			"not applicable is lost too", file(fmt.Sprintf(score, 3)),
			file("recommendations: {R05: {status: not_applicable, reason: None}}\n"),
			[]string{"P3/1 3→not_applicable lost"},
			[]string{"R05 3→not_applicable lost"},
			nil,
		},
		{
			"between states", file("recommendations: {R05: {status: no_data, reason: None}}\n"),
			file("recommendations: {R05: {status: not_applicable, reason: None}}\n"),
			[]string{"P3/1 no_data→not_applicable other"},
			[]string{"R05 no_data→not_applicable other"},
			nil,
		},
		{
			"partial counts with its low end", file("recommendations: {R14: {score: 3}}\n"),
			file("recommendations: {R14: {indicators: {R14-1: {level: 1}}}}\n"),
			[]string{"P7/1 3→1-4 down", "P7/4 no_data→1-4 gained"},
			[]string{"R14 3→1-4 down"},
			[]string{"R14-1 no_data→1 gained"},
		},
		{
			"an area stated", file("areas: {P7: 4}\n"), file("areas: {P7: 3}\n"),
			[]string{"P7/1 4→3 down"},
			[]string{"R14 4→3 down"},
			nil,
		},
		{
			"another basis is no change", file("areas: {P7: 4}\n"), file("recommendations: {R14: {score: 4}}\n"), nil, nil, nil,
		},
		{
			"cross-border", file("published: {areas: {P7: 3}, cross_border: {P7: 4}}\n"),
			file("published: {areas: {P7: 3}, cross_border: {P7: 2}}\n"),
			[]string{"P7/4 4→2 down"},
			nil, nil,
		},
		{
			"a question", file("recommendations: {R14: {score: 3, indicators: {R14-1: {level: 2}}}}\n"),
			file("recommendations: {R14: {score: 3, indicators: {R14-1: {level: 3}}}}\n"),
			nil, nil,
			[]string{"R14-1 2→3 up"},
		},
		{
			"another year of one methodology", strings.Replace(file(fmt.Sprintf(score, 2)), "2022", "2023", 1),
			file(fmt.Sprintf(score, 3)),
			[]string{"P3/1 2→3 up"},
			[]string{"R05 2→3 up"},
			nil,
		},
		{
			"another methodology", strings.Replace(file(fmt.Sprintf(score, 2)), "2022", "2021", 1),
			file(fmt.Sprintf(score, 3)),
			[]string{"P3/1 2→3 other"},
			[]string{"R05 2→3 other"},
			nil,
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			c := since(t, test.before, test.after, eifcheck.GateOptions{}).Changes
			if c == nil {
				t.Fatal("nothing was compared")
			}
			if diff := cmp.Diff(test.areas, lines(c.Areas)); diff != "" {
				t.Errorf("areas (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(test.recommendations, lines(c.Recommendations)); diff != "" {
				t.Errorf("recommendations (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(test.indicators, lines(c.Indicators)); diff != "" {
				t.Errorf("indicators (-want +got):\n%s", diff)
			}
		})
	}
}

// The result says what the earlier version is, and keeps what it is called apart from the file.
func TestBaseIsNamed(t *testing.T) {
	t.Parallel()
	before := strings.Replace(file("published: {areas: {P7: 1}}\n"), "2022", "2021", 1)
	c := since(t, before, file("areas: {P7: 3}\n"), eifcheck.GateOptions{}).Changes
	got := []any{c.Base.File, c.Base.Path, len(c.Base.SHA256), c.Country, c.Year, c.Methodology}
	if diff := cmp.Diff([]any{"main:then.yaml", "then.yaml", 64, "ZZ", 2021, "mm-71"}, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if len(c.GoneFindings) == 0 {
		t.Fatal("no finding is gone")
	}
	for _, f := range c.GoneFindings {
		if f.Location.File != "main:then.yaml" {
			t.Errorf("%s is located in %s", f.Rule, f.Location.File)
		}
	}
}

// A JSON file is read as one, whatever the format of the file it is compared with.
func TestBaseOfAnotherSyntax(t *testing.T) {
	t.Parallel()
	if c := since(t, `{"eifcheck": 1, "country": "ZZ", "year": 2022, "areas": {"P7": 4}}`, file("areas: {P7: 4}\n"),
		eifcheck.GateOptions{}).Changes; c == nil || len(c.Areas) > 0 {
		t.Errorf("changes: %+v", c)
	}
}

// A finding stays the same when lines move; another place or another outcome makes it new.
func TestFindingsMatchByFingerprint(t *testing.T) {
	t.Parallel()
	before := file("published: {areas: {P7: 1}}\n")
	moved := since(t, before, "# a comment\n\n"+before, eifcheck.GateOptions{})
	if c := moved.Changes; c.NewFindings != 0 || len(c.GoneFindings) != 0 || c.UnchangedFindings != len(moved.Findings) {
		t.Errorf("%d new, %d unchanged, %d gone of %d", c.NewFindings, c.UnchangedFindings, len(c.GoneFindings), len(moved.Findings))
	}
	other := since(t, before, file("published: {areas: {P3: 1}}\n"), eifcheck.GateOptions{})
	marked := map[eifcheck.Since][]string{}
	for _, f := range other.Findings {
		if f.Since == nil {
			t.Fatalf("%s is not marked", f.Rule)
		}
		marked[*f.Since] = append(marked[*f.Since], f.Rule)
	}
	c := other.Changes
	if c.NewFindings != len(marked[eifcheck.SinceNew]) || c.UnchangedFindings != len(marked[eifcheck.SinceUnchanged]) {
		t.Errorf("counted %d and %d, marked %v", c.NewFindings, c.UnchangedFindings, marked)
	}
	gone := func(f eifcheck.Finding) bool {
		return f.Pointer == "/published/areas/P7" || f.Rule == "gap/P7" || f.Rule == "eif/R14"
	}
	if c.NewFindings == 0 || !slices.ContainsFunc(c.GoneFindings, gone) {
		t.Errorf("%d new findings, gone: %+v", c.NewFindings, c.GoneFindings)
	}
}

// What is waived is left out of every count, in either version, and is no different finding for it.
func TestWaivedFindingsAreNotCounted(t *testing.T) {
	t.Parallel()
	const ignore = ` # eifcheck:ignore=eif/R05 owner=A until=2027-01-01 reason="Bought in spring"`
	waived, open := "recommendations:\n  R05: {score: 1}"+ignore+"\n", "recommendations:\n  R05: {score: 1}\n"
	const notApplicable = "recommendations:\n  R05: {status: not_applicable, reason: None}\n"
	gaps := func(f eifcheck.Finding) bool { return f.Rule == "eif/R05" }
	tests := []struct {
		name, before, after string
		// whether eif/R05 is counted as unchanged, and as gone
		unchanged, gone bool
	}{
		{"waived in both", waived, waived, false, false},
		{"waived in the later", open, waived, false, false},
		{"waived in the earlier", waived, open, true, false},
		{"waived in none", open, open, true, false},
		{"waived and gone", waived, notApplicable, false, false},
		{"gone", open, notApplicable, false, true},
	}
	for _, test := range tests {
		a := since(t, file(test.before), file(test.after), eifcheck.GateOptions{})
		left := map[eifcheck.Since]int{}
		unchanged := false
		for _, f := range a.Findings {
			if f.Waived == nil {
				left[*f.Since]++
				unchanged = unchanged || gaps(f) && *f.Since == eifcheck.SinceUnchanged
			}
		}
		c := a.Changes
		if c.NewFindings != left[eifcheck.SinceNew] || c.UnchangedFindings != left[eifcheck.SinceUnchanged] {
			t.Errorf("%s: counted %d and %d of %v", test.name, c.NewFindings, c.UnchangedFindings, left)
		}
		if gone := slices.ContainsFunc(c.GoneFindings, gaps); unchanged != test.unchanged || gone != test.gone {
			t.Errorf("%s: unchanged %t, gone %t", test.name, unchanged, gone)
		}
	}
	limit := 0
	a := since(t, file("recommendations:\n  R05: {score: 2}\n"), file(waived), eifcheck.GateOptions{MaxRegression: &limit})
	if a.Gate.Passed {
		t.Error("a waiver hides a fall")
	}
}

// Without an earlier version nothing is marked, and the result is what it was.
func TestWithoutBase(t *testing.T) {
	t.Parallel()
	_, results := assessFiles(t, france)
	if results[0].Changes != nil || results[0].Findings[0].Since != nil {
		t.Error("a file is compared with nothing")
	}
}

// Evidence is compared by what it says, whatever its order, item by item.
func TestEvidence(t *testing.T) {
	t.Parallel()
	evidence := func(own, question string) string {
		return file("recommendations: {R14: {indicators: {R14-1: {level: 2, evidence: [" + question + "]}}, evidence: [" + own + "]}}\n")
	}
	const a, b, c = "{title: A, kind: audit}", "{title: B}", "{title: A, kind: audit, note: more}"
	tests := []struct {
		name, before, after string
		added, removed      []string
	}{
		{"the same", evidence(a, b), evidence(a, b), nil, nil},
		{"another order", evidence(a+", "+b, ""), evidence(b+", "+a, ""), nil, nil},
		{"added", evidence(a, ""), evidence(a+", "+b, ""), []string{"R14 B"}, nil},
		{"removed from a question", evidence("", a), evidence("", ""), nil, []string{"R14-1 A"}},
		{"moved to a question", evidence(b, ""), evidence("", b), []string{"R14-1 B"}, []string{"R14 B"}},
		{"changed", evidence(a, ""), evidence(c, ""), []string{"R14 A"}, []string{"R14 A"}},
		{"once more", evidence(a, ""), evidence(a+", "+a, ""), []string{"R14 A"}, nil},
	}
	words := func(list []eifcheck.EvidenceChange) []string {
		var words []string
		for _, e := range list {
			owner := string(e.Recommendation)
			if e.Indicator != nil {
				owner = string(*e.Indicator)
			}
			words = append(words, owner+" "+e.Evidence.Title.Plain)
		}
		return words
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			changes := since(t, test.before, test.after, eifcheck.GateOptions{}).Changes
			if diff := cmp.Diff(test.added, words(changes.EvidenceAdded)); diff != "" {
				t.Errorf("added (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(test.removed, words(changes.EvidenceRemoved)); diff != "" {
				t.Errorf("removed (-want +got):\n%s", diff)
			}
		})
	}
}

// The gate reads scores, and each reason has its own words and exit code.
func TestMaxRegression(t *testing.T) {
	t.Parallel()
	const partial = "recommendations: {R14: {indicators: {R14-1: {level: 2}}}}\n"
	tests := []struct {
		name, before, after string
		limit               int
		want                []string
		code                int
	}{
		{"nothing changed", file("areas: {P7: 3}\n"), file("areas: {P7: 3}\n"), 0, nil, eifcheck.ExitPass},
		{"a rise", file("areas: {P7: 2}\n"), file("areas: {P7: 3}\n"), 0, nil, eifcheck.ExitPass},
		{"a new score", file(""), file("areas: {P7: 1}\n"), 0, nil, eifcheck.ExitPass},
		{"a fall", file("areas: {P7: 3}\n"), file("areas: {P7: 2}\n"), 0, []string{"gate/max-regression"}, eifcheck.ExitGate},
		{"a fall within the limit", file("areas: {P7: 3}\n"), file("areas: {P7: 2}\n"), 1, nil, eifcheck.ExitPass},
		{"no data", file("areas: {P7: 1}\n"), file(""), 3, []string{"gate/max-regression.lost"}, eifcheck.ExitGate},
		{
			"not applicable", file("areas: {P7: 1}\n"), file("areas: {P7: {status: not_applicable, reason: None}}\n"), 3,
			[]string{"gate/max-regression.lost"},
			eifcheck.ExitGate,
		},
		{"partial", file("areas: {P7: 4}\n"), file(partial), 0, []string{"gate/max-regression.partial"}, eifcheck.ExitGate},
		{"partial within the limit", file("areas: {P7: 1}\n"), file(partial), 0, nil, eifcheck.ExitPass},
		{"partial before", file(partial), file(""), 3, []string{"gate/max-regression.lost"}, eifcheck.ExitGate},
		{
			"scoreboard 4 is not looked at", file("published: {areas: {P7: 3}, cross_border: {P7: 4}}\n"),
			file("published: {areas: {P7: 3}, cross_border: {P7: 2}}\n"), 0, nil, eifcheck.ExitPass,
		},
		{
			"another methodology", strings.Replace(file("areas: {P7: 3}\n"), "2022", "2021", 1), file("areas: {P7: 2}\n"), 0,
			[]string{"gate/max-regression"},
			eifcheck.ExitGate,
		},
		{
			"another country", strings.Replace(file("areas: {P7: 3}\n"), "ZZ", "FR", 1), file("areas: {P7: 3}\n"), 3,
			[]string{"gate/base.country"},
			eifcheck.ExitUsage,
		},
		{
			"an earlier version with an error", file("areas: {P7: 5}\n"), file("areas: {P7: 3}\n"), 3,
			[]string{"gate/base", "input/score"},
			eifcheck.ExitUsage,
		},
		{
			"an earlier version that is no file", "[1, 2", file("areas: {P7: 3}\n"), 3,
			[]string{"gate/base", "input/syntax"},
			eifcheck.ExitUsage,
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			a := since(t, test.before, test.after, eifcheck.GateOptions{MaxRegression: &test.limit})
			var codes []string
			for _, reason := range a.Gate.Reasons {
				code := reason.Code
				if strings.HasPrefix(code, "input/") {
					code, _, _ = strings.Cut(code, ".")
				}
				codes = append(codes, code)
				if reason.Message == reason.Code || strings.Contains(reason.Message, "{") {
					t.Errorf("%s is not worded: %q", reason.Code, reason.Message)
				}
			}
			if diff := cmp.Diff(test.want, codes); diff != "" {
				t.Errorf("reasons (-want +got):\n%s", diff)
			}
			if a.ExitCode() != test.code || a.Gate.Passed != (test.code == eifcheck.ExitPass) {
				t.Errorf("exit code %d, passed %t, want code %d", a.ExitCode(), a.Gate.Passed, test.code)
			}
		})
	}
}

// drawn is any assessment: some answers, some evidence.
func drawn(t *rapid.T, name string) string {
	var b strings.Builder
	b.WriteString("eifcheck: 1\ncountry: ZZ\nyear: 2022\nareas: {P12: 2}\nrecommendations:\n  R47: {score: 1}\n")
	for i := range eif.Recommendations() {
		r := &eif.Recommendations()[i]
		if r.ID == "R47" { // always there, so that the map is never empty
			continue
		}
		switch kind := rapid.IntRange(0, 6).Draw(t, name+string(r.ID)); {
		case kind < 4 && kind > 0:
			fmt.Fprintf(&b, "  %s: {score: %d, evidence: [{title: T%d}]}\n", r.ID, kind, kind)
		case kind == 4:
			fmt.Fprintf(&b, "  %s: {status: not_applicable, reason: None}\n", r.ID)
		case kind == 5:
			fmt.Fprintf(&b, "  %s: {indicators: {%s: {level: 2}}}\n", r.ID, r.Indicators[0].ID)
		}
	}
	return b.String()
}

// Nothing differs between a file and itself, whatever stands in it.
func TestSameFileIsUnchanged(t *testing.T) {
	t.Parallel()
	for _, name := range slices.Concat(glob(t, "testdata/real/*.yaml"), glob(t, "testdata/ok/*.yaml"), glob(t, "testdata/err/*.yaml")) {
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		a := since(t, string(source), string(source), eifcheck.GateOptions{MaxRegression: new(0)})
		if !a.Assessed {
			continue
		}
		c := a.Changes
		if c == nil {
			t.Fatalf("%s is not compared: %+v", name, a.Gate)
		}
		n := len(c.Areas) + len(c.Recommendations) + len(c.Indicators) + len(c.EvidenceAdded) + len(c.EvidenceRemoved)
		waived := func(f eifcheck.Finding) bool { return f.Waived != nil }
		counted := len(slices.DeleteFunc(slices.Clone(a.Findings), waived))
		if n > 0 || c.NewFindings > 0 || len(c.GoneFindings) > 0 || c.UnchangedFindings != counted || !a.Gate.Passed {
			t.Errorf("%s: %+v\ngate: %+v", name, c, a.Gate)
		}
	}
}

// The other way round, everything is the same but its direction.
func TestChangesMirror(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		one := drawn(rt, "a")
		two := drawn(rt, "b")
		there, back := since(t, one, two, eifcheck.GateOptions{}), since(t, two, one, eifcheck.GateOptions{})
		if there.Changes == nil || back.Changes == nil {
			rt.Fatalf("not compared: %+v, %+v", there.Gate, back.Gate)
		}
		forward, mirrored := there.Changes, mirror(back.Changes)
		equal := map[string][2]any{
			"areas":            {forward.Areas, mirrored.Areas},
			"recommendations":  {forward.Recommendations, mirrored.Recommendations},
			"indicators":       {forward.Indicators, mirrored.Indicators},
			"evidence added":   {forward.EvidenceAdded, back.Changes.EvidenceRemoved},
			"evidence removed": {forward.EvidenceRemoved, back.Changes.EvidenceAdded},
			"new findings":     {forward.NewFindings, len(back.Changes.GoneFindings)},
			"gone findings":    {len(forward.GoneFindings), back.Changes.NewFindings},
			"unchanged":        {forward.UnchangedFindings, back.Changes.UnchangedFindings},
		}
		for what, pair := range equal {
			if text(t, pair[0]) != text(t, pair[1]) {
				rt.Fatalf("%s: %s\nmirrored: %s", what, text(t, pair[0]), text(t, pair[1]))
			}
		}
	})
}

func mirror(c *eifcheck.Changes) eifcheck.Changes {
	swapped := map[eifcheck.Direction]eifcheck.Direction{
		eifcheck.Up: eifcheck.Down, eifcheck.Down: eifcheck.Up, eifcheck.Gained: eifcheck.Lost,
		eifcheck.Lost: eifcheck.Gained, eifcheck.Other: eifcheck.Other,
	}
	result := *c
	for _, list := range []*[]eifcheck.Difference{&result.Areas, &result.Recommendations, &result.Indicators} {
		*list = slices.Clone(*list)
		for i := range *list {
			d := &(*list)[i]
			d.Before, d.After, d.Direction = d.After, d.Before, swapped[d.Direction]
		}
	}
	return result
}

func text(t *testing.T, v any) string {
	t.Helper()
	out, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}
