package rules

import (
	"bytes"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/document"
)

func TestParseIgnore(t *testing.T) {
	t.Parallel()
	type want struct {
		Rules                []string
		Owner, Until, Reason string
		Trouble              string
	}
	for _, c := range []struct {
		name, text string
		want       want
	}{
		{
			"all of it", `ignore=eif/R05 owner=DINUM until=2027-06-30 reason="In spring"`,
			want{Rules: []string{"eif/R05"}, Owner: "DINUM", Until: "2027-06-30", Reason: "In spring"},
		},
		{
			"several rules, in any order of parts", `ignore=eif/R05,evidence/missing reason=late until=2027-06-30 owner="The unit"`,
			want{Rules: []string{"eif/R05", "evidence/missing"}, Owner: "The unit", Until: "2027-06-30", Reason: "late"},
		},
		{
			"quotation marks inside", `ignore=eif/R05 reason="the \"new\" one \\"`,
			want{Rules: []string{"eif/R05"}, Reason: `the "new" one \`},
		},
		{"a rule alone", `ignore=eif/R05`, want{Rules: []string{"eif/R05"}}},
		{"a rule twice", `ignore=eif/R05,eif/R05`, want{Rules: []string{"eif/R05"}}},
		{
			"rules without end", `ignore=` + strings.Join(numbered(maxIgnored+1), ",") + ` owner=a`,
			want{Rules: numbered(maxIgnored), Trouble: "waiver/incomplete.rules"},
		},
		{"no rule", `ignore=`, want{Rules: []string{""}}},
		{"a blank after the mark", `ignore eif/R05`, want{Trouble: "waiver/incomplete.form"}},
		{"words without quotation marks", `ignore=eif/R05 reason=two words`, want{Rules: []string{"eif/R05"}, Reason: "two", Trouble: "waiver/incomplete.field"}},
		{"an unknown part", `ignore=eif/R05 expires=2027-06-30`, want{Rules: []string{"eif/R05"}, Trouble: "waiver/incomplete.field"}},
		{"twice the same part", `ignore=eif/R05 owner=a owner=b`, want{Rules: []string{"eif/R05"}, Owner: "a", Trouble: "waiver/incomplete.twice"}},
		{"quotation marks that stay open", `ignore=eif/R05 reason="two words`, want{Rules: []string{"eif/R05"}, Trouble: "waiver/incomplete.quote"}},
		{"a quotation mark in the middle", `ignore=eif/R05 reason=a"b`, want{Rules: []string{"eif/R05"}, Trouble: "waiver/incomplete.quote"}},
		{"nothing but an escaped mark", `ignore=eif/R05 reason="\"`, want{Rules: []string{"eif/R05"}, Trouble: "waiver/incomplete.quote"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			g := parseIgnore(c.text)
			got := want{Rules: g.rules, Owner: g.owner, Until: g.until, Reason: g.reason, Trouble: g.trouble}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// numbered are some different words.
func numbered(n int) []string {
	words := make([]string, n)
	for i := range words {
		words[i] = "rule/" + strconv.Itoa(i)
	}
	return words
}

// An ignore alone on its line is for the next line that is none; one behind a value is for its own.
func TestIgnoreHoldsForOneLine(t *testing.T) {
	t.Parallel()
	const full = "# eifcheck:ignore=eif/R05 owner=a until=2027-06-30 reason=b"
	for _, c := range []struct {
		name, source string
		want         int
	}{
		{"at the end of a line", "eifcheck: 1 " + full + "\ncountry: FR\n", 1},
		{"on the line before", full + "\neifcheck: 1\n", 2},
		{"above another comment", full + "\n# why\n  # and how\neifcheck: 1\n", 4},
		{"above an empty line", full + "\n\neifcheck: 1\n", 2},
		{"above a line that ends with a comment", full + "\neifcheck: 1 # one\n", 2},
		{"two in a row", full + "\n" + full + "\neifcheck: 1\n", 3},
		{"at the end of the file", "eifcheck: 1\n" + full, 3},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d := document.Parse("a.yaml", []byte(c.source))
			a := NewAcceptances(NewRegistry(), "2026-11-22", nil, nil)
			out := newReporter(d, d.Name)
			for _, g := range a.readIgnores(d, &out).list {
				if g.line != c.want || g.void {
					t.Errorf("line %d, void %v; want line %d", g.line, g.void, c.want)
				}
			}
		})
	}
}

// A baseline accepts what is no worse than it was, whatever else changed, and nothing worse.
func TestBaselineAcceptsNothingWorse(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		measure := rapid.Custom(func(t *rapid.T) *Measure {
			return &Measure{
				Score: eif.Score(rapid.IntRange(1, 3).Draw(t, "score")),
				Gap:   eif.Hundredths(rapid.IntRange(-300, -1).Draw(t, "gap")),
			}
		})
		before, now := measure.Draw(t, "before"), measure.Draw(t, "now")
		b := reread(t, &Finding{Rule: "eif/R05", Place: "here", Outcome: scoreWord(before.Score), Measure: before})
		accepted := b.accept("a.yaml", &Finding{Rule: "eif/R05", Place: "here", Outcome: scoreWord(now.Score), Measure: now})
		noWorse := now.Score >= before.Score && now.Gap >= before.Gap
		if (accepted != nil) != noWorse {
			t.Errorf("before %+v, now %+v: accepted %v", before, now, accepted)
		}
	})
}

func TestBaselineKnowsPlacesAndOutcomes(t *testing.T) {
	t.Parallel()
	kept := Finding{Rule: "evidence/stale", Place: "here", Outcome: "2019"}
	for _, c := range []struct {
		name, path string
		finding    Finding
		want       bool
	}{
		{"the same", "a.yaml", kept, true},
		{"in another file", "b.yaml", kept, false},
		{"at another place", "a.yaml", Finding{Rule: "evidence/stale", Place: "there", Outcome: "2019"}, false},
		{"with another outcome", "a.yaml", Finding{Rule: "evidence/stale", Place: "here", Outcome: "2018"}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			b := reread(t, &kept)
			if got := b.accept(c.path, &c.finding) != nil; got != c.want {
				t.Errorf("accepted %v, want %v", got, c.want)
			}
		})
	}
}

// Two items that are alike have one place: one entry stands for both, and is used by either.
func TestBaselineHoldsWhatIsAlikeOnce(t *testing.T) {
	t.Parallel()
	source := []byte("eifcheck: 1\ncountry: FR\nyear: 2020\n" +
		"recommendations:\n  R05:\n    evidence:\n      - {title: x}\n      - {title: x}\n")
	d := document.Parse("a.yaml", source)
	find := func() []Finding {
		out := newReporter(d, d.Name)
		out.rule = NewRegistry().Find("evidence/undated")
		for _, pointer := range []string{"/recommendations/R05/evidence/0", "/recommendations/R05/evidence/1"} {
			out.at(pointer, say("evidence/undated", nil), detail{})
		}
		return out.findings
	}
	recording := NewBaseline("2026-11-22")
	s := &Subject{Document: d, Path: "a.yaml"}
	NewAcceptances(NewRegistry(), "2026-11-22", nil, recording).Accept(s, find())
	var written bytes.Buffer
	if n, err := recording.Write(&written); n != 1 || err != nil {
		t.Fatalf("%d findings written, %v", n, err)
	}
	b, refused := ReadBaseline("base.json", "base.json", &written)
	if refused != nil {
		t.Fatalf("%v", refused)
	}
	a := NewAcceptances(NewRegistry(), "2026-11-22", nil, b)
	for _, f := range a.Accept(s, find()) {
		if f.Waived == nil {
			t.Errorf("%s is not accepted", f.Pointer)
		}
	}
	for _, filed := range a.Close() {
		if len(filed.Findings) > 0 {
			t.Errorf("called unused: %v", filed.Findings)
		}
	}
}

type tester interface {
	Helper()
	Fatalf(format string, args ...any)
}

// reread writes a baseline with one finding of a.yaml and reads it again.
func reread(t tester, f *Finding) *Baseline {
	t.Helper()
	recording := NewBaseline("2026-11-22")
	if recording.accept("a.yaml", f) == nil {
		t.Fatalf("a recording baseline accepts everything")
	}
	var out bytes.Buffer
	if n, err := recording.Write(&out); n != 1 || err != nil {
		t.Fatalf("%d findings written, %v", n, err)
	}
	b, refused := ReadBaseline("base.json", "base.json", &out)
	if refused != nil {
		t.Fatalf("%v", refused)
	}
	return b
}

func TestBaselineRefusals(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, source, want string }{
		{"empty", "", "baseline/malformed"},
		{"not JSON", "findings:", "baseline/malformed"},
		{"cut off", `{"baseline": 1, "as_of": "2026-11-22", "findings": [`, "baseline/malformed"},
		{"something behind it", `{"baseline": 1, "as_of": "2026-11-22", "findings": []} {}`, "baseline/malformed"},
		{"a result", `{"result": 1}`, "baseline/malformed"},
		{"another version", `{"baseline": 2, "as_of": "2026-11-22", "findings": []}`, "baseline/format"},
		{"a finding without a place", `{"baseline": 1, "as_of": "", "findings": [{"rule": "eif/R05", "file": "a.yaml"}]}`, "baseline/entry"},
		{"a key nobody wrote", `{"baseline": 1, "as_of": "", "findings": [{"rule": "eif/R05", "file": "a", "place": "b", "all": true}]}`, "baseline/entry"},
		{"a finding that is none", `{"baseline": 1, "as_of": "", "findings": [1]}`, "baseline/entry"},
		{"a score off the scale", `{"baseline": 1, "as_of": "", "findings": [{"rule": "a", "file": "a", "place": "b", "score": "x"}]}`, "baseline/entry"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if _, refused := ReadBaseline("b.json", "b.json", strings.NewReader(c.source)); refused == nil || refused.Code != c.want {
				t.Errorf("%v, want %s", refused, c.want)
			}
		})
	}
}

// Whatever stands in a file, reading its ignores ends, and what is not understood accepts nothing.
func FuzzIgnores(f *testing.F) {
	f.Add(`eifcheck:ignore=eif/R05 owner=a until=2027-06-30 reason="b"`)
	f.Add(`eifcheck:ignore=,,* reason="\`)
	f.Fuzz(func(t *testing.T, comment string) {
		d := document.Parse("a.yaml", []byte("eifcheck: 1 #"+comment+"\n"))
		a := NewAcceptances(NewRegistry(), "2026-11-22", nil, nil)
		out := newReporter(d, d.Name)
		for _, g := range a.readIgnores(d, &out).list {
			complete := g.owner != "" && g.reason != "" && g.until >= a.asOf && len(g.rules) > 0
			if !g.void && !complete {
				t.Errorf("%q accepts findings: %+v", comment, g)
			}
			if g.void && len(out.findings) == 0 {
				t.Errorf("%q accepts nothing, and nothing says so", comment)
			}
		}
	})
}

// Whatever a baseline holds, it is refused, or it reads the same after being written again.
func FuzzBaseline(f *testing.F) {
	f.Add([]byte(`{"baseline": 1, "as_of": "2026-11-22", "findings": [` +
		`{"rule":"eif/R05","file":"a","pointer":"/x","place":"p","outcome":"2","score":2,"gap":-1}]}`))
	f.Fuzz(func(t *testing.T, source []byte) {
		b, refused := ReadBaseline("b.json", "b.json", bytes.NewReader(source))
		if refused != nil {
			return
		}
		again := NewBaseline(b.asOf)
		again.Keep(b, func(string, string) bool { return false })
		var out bytes.Buffer
		n, err := again.Write(&out)
		if err != nil {
			t.Fatal(err)
		}
		read, refused := ReadBaseline("b.json", "b.json", &out)
		if refused != nil || count(read) != n || count(b) != n {
			t.Errorf("%v: %d findings, then %d, of %d written", refused, count(b), count(read), n)
		}
	})
}

func count(b *Baseline) int {
	n := 0
	for _, places := range b.kept {
		for _, list := range places {
			n += len(list)
		}
	}
	return n
}
