package reports

import (
	"regexp"
	"strings"
	"testing"

	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/rules"
)

func explainer(tb testing.TB) *Explainer {
	tb.Helper()

	return NewExplainer(wording(tb), rules.NewRegistry(), 0)
}

func TestExplainAsPeopleWrite(t *testing.T) {
	t.Parallel()

	tests := []struct {
		written string
		want    []string
	}{
		{"R05", []string{"R05  "}},
		{"R5", []string{"R05  "}},
		{"r05", []string{"R05  "}},
		{"5", []string{"R05  "}},
		{"Rec 5", []string{"R05  "}},
		{"rec. 47", []string{"R47  "}},
		{"Recommendation 5", []string{"R05  "}},
		{"P07", []string{"P7   "}},
		{"p12", []string{"P12  "}},
		{"ig", []string{"IG   "}},
		{"r14-1", []string{"R14-1  "}},
		{"Rec 14-1", []string{"R14-1  "}},
		{"coverage/no-data", []string{"coverage/no-data  "}},
		{"eif/r05", []string{"eif/R05  "}},
		{"MM-71", []string{"mm-71  "}},
		{"R5, p07,mm-91", []string{"R05  ", "\n\nP7   ", "\n\nmm-91  "}},
	}
	for _, test := range tests {
		e := explainer(t)
		if !e.Add(test.written) {
			t.Errorf("%q: not explained", test.written)
			continue
		}
		text := string(e.Text())
		if !strings.HasPrefix(text, test.want[0]) {
			t.Errorf("%q: explained is\n%s", test.written, text)
		}
		for _, want := range test.want {
			if !strings.Contains(text, want) {
				t.Errorf("%q: nothing begins with %q", test.written, want)
			}
		}
	}
	for _, written := range []string{"", ",", " ", "0", "48", "R48", "R100", "P0", "P13", "R5,R48", "R05-9", "mm-1", "5x", "Rec"} {
		if explainer(t).Add(written) {
			t.Errorf("%q: explained, though there is no such thing", written)
		}
	}
}

func TestNearest(t *testing.T) {
	t.Parallel()

	for written, want := range map[string]string{
		"IPG":                   "IPSG",
		"LEGAL":                 "LEG",
		"Transparency":          "P3",
		"transparenzy":          "P3",
		"user centricity":       "P6",
		"Base":                  "BR",
		"coverage/no-dat":       "coverage/no-data",
		"mm-90":                 "mm-91",
		"R05,Opennezz":          "P2",
		"R48":                   "",
		"48":                    "",
		"Open":                  "", // Openness, Open data
		"Security and privacy":  "", // P8, SP
		"":                      "",
		"ж":                     "",
		"жжж":                   "",
		strings.Repeat("é", 30): "",
	} {
		if got := explainer(t).Nearest(written); got != want {
			t.Errorf("%q: %q, want %q", written, got, want)
		}
	}
}

func TestExplainEditions(t *testing.T) {
	t.Parallel()

	e := explainer(t)
	for _, m := range eif.Methodologies() {
		e.Add(m.ID)
	}
	golden(t, "explain-editions", e.Text())
}

// A rule is explained with an example: an error as wrong and right, anything else as reported or not,
// and what cannot be put right without a second snippet.
func TestExplainExamples(t *testing.T) {
	t.Parallel()

	e := explainer(t)
	for _, id := range []string{"consistency/area-out-of-reach", "eif/R05", "reference/average-year", "input/unreadable"} {
		if !e.Add(id) {
			t.Fatalf("%s is not explained", id)
		}
	}
	golden(t, "explain-examples", e.Text())
}

// placeholder is what a message has where a file's own words belong. An example of a file has spaces
// or a colon in its braces.
var placeholder = regexp.MustCompile(`\{[a-z_.0-9]+\}`)

// TestExplainRules: no rule shows a placeholder, and one that says what to do says it once.
func TestExplainRules(t *testing.T) {
	t.Parallel()

	helped := 0
	for _, rule := range rules.NewRegistry().Rules() {
		e := explainer(t)
		e.Add(rule.ID)
		text := string(e.Text())
		if placeholder.MatchString(text) {
			t.Errorf("%s shows a placeholder:\n%s", rule.ID, text)
		}
		helped += strings.Count(text, "\nWhat to do\n")
	}
	if helped == 0 {
		t.Error("no rule says what to do")
	}
}
