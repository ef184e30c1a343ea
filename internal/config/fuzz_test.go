package config_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/eifcheck/eifcheck/internal/config"
	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/internal/messages"
)

// Whatever a file holds, reading it ends, each problem has a place in the file and a sentence that
// leaves no argument open, and each key is one there is, once, with values of its kind.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"", "version: 1\n", "version: 1\nfail-on: error\nmin-area: {P3: 3}\ndisable: [a, b]\nquiet: true\n",
		"version: 2\nfail_on: [~]\nmin-area: {P3: [1]}\nrequired-version: \">=9\"\n", "- 1\n", "version: &a [*a]\n",
		"{\"version\": 1, \"quiet\": null}", "version: 1\nquiet: !!str true\n? [a]\n: b\n",
	} {
		f.Add(seed, "1.4.0")
	}
	f.Add("version: 1\nrequired-version: 1.0\n", "devel")
	catalogue := messages.English()
	f.Fuzz(func(t *testing.T, source, version string) {
		file := config.Read(document.Parse("f.yaml", []byte(source)), form(version))
		for _, p := range file.Problems {
			if !p.Span.Known() {
				t.Errorf("%s has no place", p.Message.Code)
			}
			if !catalogue.Has(p.Message.Code) {
				t.Errorf("%s is not in the catalogue", p.Message.Code)
			}
		}
		if !slices.IsSortedFunc(file.Problems, func(a, b document.Problem) int { return a.Span.Start.Compare(b.Span.Start) }) {
			t.Error("the problems are out of order")
		}
		seen := map[string]bool{}
		for _, e := range file.Entries {
			if seen[e.Key.Name] {
				t.Errorf("%s twice", e.Key.Name)
			}
			seen[e.Key.Name] = true
			checkValues(t, e)
		}
	})
}

func checkValues(t *testing.T, e config.Entry) {
	t.Helper()
	if (e.Key.Kind == config.Text || e.Key.Kind == config.Switch) && len(e.Values) != 1 {
		t.Errorf("%s has %d values", e.Key.Name, len(e.Values))
	}
	for _, v := range e.Values {
		if !v.Span.Known() {
			t.Errorf("a value of %s has no place", e.Key.Name)
		}
		if e.Key.Kind == config.Switch && v.Text != "true" && v.Text != "false" {
			t.Errorf("%s is %q", e.Key.Name, v.Text)
		}
		if e.Key.Kind == config.Pairs && !strings.Contains(v.Text, "=") {
			t.Errorf("%s has %q", e.Key.Name, v.Text)
		}
	}
}
