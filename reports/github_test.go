package reports

import (
	"bytes"
	"strings"
	"testing"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/rules"
)

func TestGitHub(t *testing.T) {
	t.Parallel()

	golden(t, "github-many", printed(t, "github", Options{}, several(), france(), broken(), norway(), agency()))
	golden(t, "github-one", printed(t, "github", Options{}, one(norway()), norway()))
}

func TestCommandsAreEscaped(t *testing.T) {
	t.Parallel()

	for _, test := range []struct{ text, data, property string }{
		{"plain", "plain", "plain"},
		{"100 %, a: b", "100 %25, a: b", "100 %25%2C a%3A b"},
		{"%0A::error::x", "%250A::error::x", "%250A%3A%3Aerror%3A%3Ax"},
		{"a\r\nb", "a%0D%0Ab", `a\r\nb`},
		{"\x1b[31m", "\x1b[31m", `\u001B[31m`},
	} {
		if got := escapeData(test.text); got != test.data {
			t.Errorf("escapeData(%q) = %q, want %q", test.text, got, test.data)
		}
		if got := escapeProperty(test.text); got != test.property {
			t.Errorf("escapeProperty(%q) = %q, want %q", test.text, got, test.property)
		}
	}
}

// With more than GitHub shows, every annotation is in the log and the notice says how many are only there.
func TestGitHubSaysWhatItHides(t *testing.T) {
	t.Parallel()

	a := france()
	a.Findings = nil
	for i := range 25 {
		a.Findings = append(a.Findings, finding("evidence/missing", rules.Warning, i+1, 1, 2, "", "No evidence.", "", messages.Args{}))
	}
	a.Findings = append(a.Findings, finding("input/score", rules.Error, 99, 1, 2, "", "Nine.", "", messages.Args{}))
	lines := strings.Split(strings.TrimSpace(string(printed(t, "github", Options{}, one(a), a))), "\n")
	if len(lines) != 27 || !strings.HasPrefix(lines[0], "::error ") {
		t.Errorf("%d lines, want 27, the error first:\n%s", len(lines), lines[0])
	}
	if want := "10 warnings of a step: 15 more are in the log"; !strings.Contains(lines[len(lines)-1], want) {
		t.Errorf("the notice says %q, want %q in it", lines[len(lines)-1], want)
	}
}

// The page for the summary of a job keeps to the room there is, and says what it leaves out.
func TestSummaryKeepsToItsRoom(t *testing.T) {
	t.Parallel()

	for _, room := range []int{3 << 10, 8 << 10, 40 << 10} {
		var out, summary bytes.Buffer
		r := newGitHub(&out, Options{Header: header(), Wording: wording(t), Summary: &summary, SummaryRoom: room})
		for range 60 {
			if err := r.Assessment(norway()); err != nil {
				t.Fatal(err)
			}
		}
		c := several()
		c.Totals.Files = 60
		if err := r.Close(c); err != nil {
			t.Fatal(err)
		}
		if summary.Len() > room {
			t.Errorf("%d bytes, want at most %d", summary.Len(), room)
		}
		if !strings.Contains(summary.String(), "not shown in detail") {
			t.Errorf("%d bytes of room: the page does not say what it leaves out:\n%s", room, summary.String())
		}
	}
}

// Columns of a finding over several lines, and a file without a name, are left out: GitHub refuses them.
func TestCommandProperties(t *testing.T) {
	t.Parallel()

	several := finding("evidence/undated", rules.Warning, 3, 5, 9, "", "m", "", messages.Args{})
	several.Location.EndLine = 4
	a := &eifcheck.Assessment{Input: eifcheck.Input{File: "-", Path: "-"}, Findings: []eifcheck.Finding{several}}
	a.Gate.Passed = true
	got := string(printed(t, "github", Options{}, one(a), a))
	if want := "::warning line=3,endLine=4,title="; !strings.HasPrefix(got, want) {
		t.Errorf("got %s, want %s…", got, want)
	}
}
