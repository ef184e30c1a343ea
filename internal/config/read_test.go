package config_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/eifcheck/eifcheck/internal/config"
	"github.com/eifcheck/eifcheck/internal/document"
)

// form is what the files of these tests may hold.
func form(version string) config.Rules {
	return config.Rules{
		Version: version,
		Keys: []config.Key{
			{Name: "disable", Kind: config.List, Example: "[coverage/*]"},
			{Name: "fail-on", Kind: config.Text, Example: "warning"},
			{Name: "min-area", Kind: config.Pairs, Example: "{P3: 3}"},
			{Name: "min-score", Kind: config.Text, Example: "2"},
			{Name: "quiet", Kind: config.Switch, Example: "true"},
		},
		Elsewhere: map[string]string{"output": "config/no-key.output"},
	}
}

func read(source string) *config.File {
	return config.Read(document.Parse(".eifcheck.yaml", []byte(source)), form("1.4.0"))
}

func TestRead(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, source string
		want         []string // key@line value@line:column
	}{
		{name: "nothing but the version", source: "version: 1\n"},
		{
			name:   "words and numbers as written",
			source: "version: 1\nfail-on: warning\nmin-score: 2\n",
			want:   []string{"fail-on@2 warning@2:10", "min-score@3 2@3:12"},
		},
		{name: "a number in quotation marks", source: "version: 1\nmin-score: \"2\"\n", want: []string{"min-score@2 2@2:12"}},
		{name: "a switch", source: "version: 1\nquiet: false\n", want: []string{"quiet@2 false@2:8"}},
		{name: "a list", source: "version: 1\ndisable: [a, b]\n", want: []string{"disable@2 a@2:11 b@2:14"}},
		{name: "a list in lines", source: "version: 1\ndisable:\n  - a\n  - b\n", want: []string{"disable@2 a@3:5 b@4:5"}},
		{name: "one needs no brackets", source: "version: 1\ndisable: a\n", want: []string{"disable@2 a@2:10"}},
		{name: "a list of none", source: "version: 1\ndisable: []\n", want: []string{"disable@2"}},
		{name: "pairs", source: "version: 1\nmin-area:\n  P3: 3\n  P7: 2\n", want: []string{"min-area@2 P3=3@3:3 P7=2@4:3"}},
		{name: "the version asked for", source: "version: 1\nrequired-version: \">=1.2\"\nquiet: true\n", want: []string{"quiet@3 true@3:8"}},
		{name: "an alias", source: "version: 1\ndisable: &x [a]\n", want: []string{"disable@2 a@2:14"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			f := read(test.source)
			for _, p := range f.Problems {
				t.Errorf("%d:%d %s", p.Span.Start.Line, p.Span.Start.Column, p.Message.Code)
			}
			var got []string
			for _, e := range f.Entries {
				words := []string{fmt.Sprintf("%s@%d", e.Key.Name, e.Span.Start.Line)}
				for _, v := range e.Values {
					words = append(words, fmt.Sprintf("%s@%d:%d", v.Text, v.Span.Start.Line, v.Span.Start.Column))
				}
				got = append(got, strings.Join(words, " "))
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("entries (-want +got):\n%s", diff)
			}
		})
	}
}

func TestReadRefuses(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, source string
		want         []string // line:column code
	}{
		{name: "an empty file", source: "", want: []string{"1:1 config/root"}},
		{name: "nothing but comments", source: "# nothing\n", want: []string{"1:1 config/root"}},
		{name: "a list", source: "- a\n", want: []string{"1:1 config/root"}},
		{name: "no version", source: "quiet: true\n", want: []string{"1:1 config/version.missing"}},
		{name: "another version", source: "version: 2\n", want: []string{"1:10 config/version"}},
		{name: "a version that is a text", source: "version: \"1\"\n", want: []string{"1:10 config/version"}},
		{name: "a version without a value", source: "version:\n", want: []string{"1:9 config/version"}},
		{name: "a key with an underscore", source: "version: 1\nfail_on: error\n", want: []string{"2:1 config/key.near"}},
		{name: "a key with dashes before it", source: "version: 1\n--fail-on: error\n", want: []string{"2:1 config/key.near"}},
		{name: "a key of another program", source: "version: 1\nextends: base\n", want: []string{"2:1 config/key"}},
		{name: "a flag that is no key", source: "version: 1\noutput: a.json\n", want: []string{"2:1 config/no-key.output"}},
		{name: "a key twice", source: "version: 1\nquiet: true\nquiet: false\n", want: []string{"3:1 input/duplicate-key"}},
		{name: "no value", source: "version: 1\nquiet:\nfail-on: ~\n", want: []string{"2:1 config/value.empty", "3:1 config/value.empty"}},
		{name: "a switch with a word", source: "version: 1\nquiet: yes\n", want: []string{"2:8 config/value.switch"}},
		{name: "a switch with a list", source: "version: 1\nquiet: [true]\n", want: []string{"2:8 config/value.switch"}},
		{name: "a list for one value", source: "version: 1\nfail-on: [error]\n", want: []string{"2:1 config/value.text"}},
		{name: "keys for one value", source: "version: 1\nfail-on: {error: true}\n", want: []string{"2:1 config/value.text"}},
		{name: "keys for a list", source: "version: 1\ndisable: {a: b}\n", want: []string{"2:1 config/value.list"}},
		{name: "lists in a list", source: "version: 1\ndisable: [a, [b], ~]\n", want: []string{"2:14 config/value.list", "2:19 config/value.list"}},
		{name: "a list for pairs", source: "version: 1\nmin-area: [P3=3]\n", want: []string{"2:1 config/value.pairs"}},
		{name: "a text for pairs", source: "version: 1\nmin-area: P3=3\n", want: []string{"2:1 config/value.pairs"}},
		{name: "pairs without values", source: "version: 1\nmin-area: {P3: , P7: [1]}\n", want: []string{"2:12 config/value.pairs", "2:18 config/value.pairs"}},
		{name: "a version that is none", source: "version: 1\nrequired-version: new\n", want: []string{"2:19 config/required-version.unknown"}},
		{name: "a list of versions", source: "version: 1\nrequired-version: [1]\n", want: []string{"2:19 config/required-version.unknown"}},
		{
			name:   "a newer eifcheck is the only thing to say",
			source: "version: 1\nrequired-version: \">=2\"\nnew-key: 1\n",
			want:   []string{"2:19 config/required-version"},
		},
		{name: "what is no YAML", source: "version: 1\nquiet: [true\n", want: []string{"2:8 input/syntax.bracket"}},
		{
			name:   "everything at once, in the order of the file",
			source: "fail_on: error\nquiet: maybe\nversion: 3\n",
			want:   []string{"1:1 config/key.near", "2:8 config/value.switch", "3:10 config/version"},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, p := range read(test.source).Problems {
				got = append(got, fmt.Sprintf("%d:%d %s", p.Span.Start.Line, p.Span.Start.Column, p.Message.Code))
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
		})
	}
}

func TestRequiredVersion(t *testing.T) {
	t.Parallel()
	const (
		fits, other, unknown = "fits", "another version", "not checked"
	)
	tests := []struct{ wanted, version, want string }{
		{wanted: `">=1.2"`, version: "v1.2.0", want: fits},
		{wanted: `">= 1.2"`, version: "1.10.0", want: fits},
		{wanted: `">=1.2"`, version: "v2.0.0", want: fits},
		{wanted: `">=1.2"`, version: "v1.1.9", want: other},
		{wanted: `">=1.2"`, version: "v1.2.0-rc.1", want: other},
		{wanted: `">=1.2"`, version: "v1.3.0-rc.1", want: fits},
		{wanted: "1.2.3", version: "v1.2.3", want: fits},
		{wanted: "v1.2.3", version: "1.2.3", want: fits},
		{wanted: "1.2", version: "v1.2.0", want: fits},
		{wanted: "1.2", version: "v1.2.1", want: other},
		{wanted: "1.2.3", version: "v1.2.3-beta", want: other},
		{wanted: `">=1.2"`, version: "devel", want: unknown},
		{wanted: `">=1.2"`, version: "v1.3.1-0.20261122080000-0123456789ab", want: unknown},
		{wanted: `">=1.2"`, version: "v1.3.0+dirty", want: unknown},
		{wanted: `">=1.2"`, version: "", want: unknown},
	}
	for _, test := range tests {
		t.Run(test.wanted+" of "+test.version, func(t *testing.T) {
			t.Parallel()
			source := "version: 1\nrequired-version: " + test.wanted + "\n"
			f := config.Read(document.Parse(".eifcheck.yaml", []byte(source)), form(test.version))
			got := fits
			switch {
			case f.Unchecked != "":
				got = unknown
			case len(f.Problems) > 0:
				got = other
			}
			if got != test.want {
				t.Errorf("got %s, want %s (%v)", got, test.want, f.Problems)
			}
		})
	}
}
