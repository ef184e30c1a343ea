package document

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func addSeeds(f *testing.F, pattern string) {
	f.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(src)
	}
}

func FuzzParseYAML(f *testing.F) {
	addSeeds(f, "testdata/golden/*.yaml")
	for _, test := range syntaxTests {
		f.Add([]byte(test.source))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		d := Parse("a.yaml", src)
		checkTree(t, d)
		checkScalars(t, d, d.Root)
		if d.Root == nil && len(d.Problems) == 0 {
			t.Error("neither a tree nor a problem")
		}
		for n := range len(d.places.lines) + 2 {
			d.Line(n)
		}
	})
}

// checkScalars compares each value with the source its span covers: a walker that lost its way
// would show here.
func checkScalars(t reporter, d *Document, n *Node) {
	t.Helper()
	if n == nil {
		return
	}
	if !n.Shared {
		checkSource(t, d, n)
	}
	for _, m := range n.Members {
		checkScalars(t, d, m.Value)
	}
	for _, item := range n.Items {
		checkScalars(t, d, item)
	}
}

func checkSource(t reporter, d *Document, n *Node) {
	t.Helper()
	text := textOf(d, n.Span)
	if text == "" {
		if n.Kind != Null {
			t.Errorf("%q at %s has no length", n.Text, showSpan(n.Span))
		}
		return
	}
	if !hasForm(n, text) && (len(d.Problems) == 0 || n.Kind == Number || n.Kind == Bool) {
		t.Errorf("value of kind %d, %q, at %s has the source %q", n.Kind, n.Text, showSpan(n.Span), text)
	}
}

// hasForm tells whether a value looks in the source as its kind does.
func hasForm(n *Node, text string) bool {
	first, last := text[0], text[len(text)-1]
	switch n.Kind {
	case Null:
		return strings.EqualFold(text, "null") || text == "~"
	case Bool:
		return strings.EqualFold(text, n.Text)
	case Number:
		return text == n.Text
	case Sequence:
		return first == '-' || first == '[' && last == ']'
	case Mapping:
		return first != '{' || last == '}'
	case String:
	}
	switch first {
	case '"', '\'':
		return len(text) > 1 && last == first
	case '|', '>':
		return last != '\n' && last != '\r'
	}
	return strings.Join(strings.Fields(text), " ") == strings.Join(strings.Fields(n.Text), " ")
}

func FuzzParseJSON(f *testing.F) {
	addSeeds(f, "testdata/golden/*.json")
	for _, test := range jsonTests {
		f.Add([]byte(test.source))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		d := Parse("a.json", src)
		checkTree(t, d)
		checkScalars(t, d, d.Root)
		if d.Root == nil && len(d.Problems) == 0 {
			t.Error("neither a tree nor a problem")
		}
		agreeWithStandard(t, d)
		if d.Root == nil || len(d.Problems) > 0 || !utf8.Valid(src) {
			return
		}
		// The same tree as JSON is read alike by both readers.
		again := jsonOf(d.Root)
		asJSON, asYAML := Parse("a.json", again), Parse("a.yaml", again)
		if yamlRefuses(asYAML) {
			return
		}
		if diff := cmp.Diff(dump(asJSON), dump(asYAML)); diff != "" {
			t.Errorf("JSON and YAML readers differ for %q (-JSON +YAML):\n%s", again, diff)
		}
	})
}

// yamlRefuses tells of the few characters that are right in JSON and refused in YAML.
func yamlRefuses(d *Document) bool {
	for _, p := range d.Problems {
		if p.Message.Code == "input/character" {
			return true
		}
	}
	return false
}
