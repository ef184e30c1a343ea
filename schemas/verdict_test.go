package schemas

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"
	"pgregory.net/rapid"

	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/internal/pattern"
)

// What editors are told and what Check says must be the same.

var editorsSchema = sync.OnceValues(func() (*rules, error) { return compile(assessmentSource) })

// beyond lists what no JSON Schema can say: sums, languages that do not exist, how a number is written.
func beyond(p document.Problem) bool {
	switch p.Message.Code {
	case "input/share.disagree", "input/share.decimals", "input/count.more", "input/language",
		"input/key-length", "input/key-length.empty":
		return true
	}
	found, _ := p.Message.Args["found"].(string)
	return pointZero().MatchString(found)
}

// pointZero matches 3.0, which JSON Schema takes for a whole number.
var pointZero = pattern.Lazy(`\.0+$`)

// raw converts a tree as an editor would read it, empty values and all.
func raw(n *document.Node) any {
	switch n.Kind {
	case document.Mapping:
		members := map[string]any{}
		for _, m := range n.Members {
			members[m.Key] = raw(m.Value)
		}
		return members
	case document.Sequence:
		items := []any{}
		for _, item := range n.Items {
			items = append(items, raw(item))
		}
		return items
	default:
		var c converter
		return c.plain(n)
	}
}

type failer interface {
	Helper()
	Fatalf(format string, args ...any)
}

// sameVerdict holds a document against both schemas.
func sameVerdict(t failer, d *document.Document) {
	t.Helper()
	editors, err := editorsSchema()
	if err != nil {
		t.Fatalf("%v", err)
	}
	if d.Root == nil {
		return
	}
	all := Check(d)
	sayable := slices.DeleteFunc(slices.Clone(all), beyond)
	refused := editors.compiled.Validate(raw(d.Root))
	if refused != nil && len(all) == 0 {
		detail, _ := json.MarshalIndent(refused.(*jsonschema.ValidationError).BasicOutput().Errors, "", " ") //nolint:errorlint // the library's own
		t.Fatalf("Check finds nothing, the editors' schema does: %s\n%s", detail, d.Source)
	}
	if refused == nil && len(sayable) > 0 {
		t.Fatalf("the editors' schema finds nothing, Check does: %v\n%s", sayable, d.Source)
	}
}

func testFiles(tb testing.TB) []string {
	tb.Helper()
	files := []string{filepath.Join("testdata", "forms.yaml")}
	for _, pattern := range []string{"ok/*.yaml", "err/*.yaml", "real/*.yaml"} {
		names, err := filepath.Glob(filepath.Join("..", "testdata", pattern))
		if err != nil {
			tb.Fatal(err)
		}
		files = append(files, names...)
	}
	return files
}

func testSource(tb testing.TB, name string) []byte {
	tb.Helper()
	source, err := os.ReadFile(name)
	if err != nil {
		tb.Fatal(err)
	}
	return source
}

func TestBothSchemasAgreeOnFixtures(t *testing.T) {
	t.Parallel()
	for _, name := range testFiles(t) {
		t.Run(filepath.Base(name), func(t *testing.T) {
			t.Parallel()
			sameVerdict(t, document.Parse(name, testSource(t, name)))
		})
	}
}

func TestBothSchemasAgreeOnRandomFiles(t *testing.T) {
	t.Parallel()
	var bases [][]byte
	for _, name := range testFiles(t) {
		d := document.Parse(name, testSource(t, name))
		if d.Root == nil {
			continue
		}
		tree, err := json.Marshal(raw(d.Root))
		if err != nil {
			t.Fatal(err)
		}
		if len(tree) < 10_000 {
			bases = append(bases, tree)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		var tree any
		if err := json.Unmarshal(rapid.SampledFrom(bases).Draw(t, "base"), &tree); err != nil {
			t.Fatal(err)
		}
		for range rapid.IntRange(0, 4).Draw(t, "mutations") {
			mutate(t, tree)
		}
		source, err := json.Marshal(tree)
		if err != nil {
			t.Fatal(err)
		}
		sameVerdict(t, document.Parse("random.json", source))
	})
}

// mutate changes one thing somewhere in a tree.
func mutate(t *rapid.T, tree any) {
	for {
		switch v := tree.(type) {
		case map[string]any:
			names := keys(v)
			if len(names) == 0 || rapid.IntRange(0, 3).Draw(t, "here") == 0 {
				mutateMap(t, v, names)
				return
			}
			key := rapid.SampledFrom(names).Draw(t, "key")
			if next := v[key]; !isTree(next) {
				v[key] = value().Draw(t, "value")
				return
			}
			tree = v[key]
		case []any:
			if len(v) == 0 {
				return
			}
			i := rapid.IntRange(0, len(v)-1).Draw(t, "index")
			if !isTree(v[i]) {
				v[i] = value().Draw(t, "value")
				return
			}
			tree = v[i]
		default:
			return
		}
	}
}

func isTree(v any) bool {
	switch v.(type) {
	case map[string]any, []any:
		return true
	}
	return false
}

func mutateMap(t *rapid.T, v map[string]any, names []string) {
	added := rapid.SampledFrom([]string{
		"score", "status", "reason", "share", "done", "of", "items", "level", "title", "source", "areas", "R14", "R14-1",
		"R23-2", "P1", "P2", "scope", "comment", "year", "wrong", "fr", "evidence", "plan", "cross_border", "key-services",
	}).Draw(t, "added")
	switch rapid.IntRange(0, 2).Draw(t, "what") {
	case 0:
		if len(names) > 0 {
			delete(v, rapid.SampledFrom(names).Draw(t, "deleted"))
		}
	case 1:
		if len(names) > 0 {
			v[added] = v[rapid.SampledFrom(names).Draw(t, "copied")]
		}
	default:
		v[added] = value().Draw(t, "value")
	}
}

// value draws values that are right in one place and wrong in most.
func value() *rapid.Generator[any] {
	return rapid.SampledFrom([]any{
		nil, true, 0, 1, 3, 4, 5, -1, 2.5, 0.62, 62, 99.5, 101, 2019, 2020, 2022, 1_000_000_001, "", " ", "x", "3", "no_data",
		"not_applicable", "country", "service", "region", "draft", "FR", "GR", "XX", "R14", "P1", "a", "2020-12-31",
		"2020-02-30", "en", "law", "supports", "a@example.org",
		[]any{},
		[]any{"a"},
		[]any{"a", "a"},
		[]any{"P1"},
		[]any{3},
		[]any{nil},
		map[string]any{},
		map[string]any{"status": "no_data"},
		map[string]any{"score": 3},
		map[string]any{"status": "no_data", "reason": "why"},
		map[string]any{"share": 62},
		map[string]any{"share": 0.62},
		map[string]any{"title": "t"},
		map[string]any{"done": 13, "of": 21},
		map[string]any{"items": []any{"a"}},
		map[string]any{"en": "text"},
		map[string]any{"en": nil},
		[]any{map[string]any{"title": "t"}},
		[]any{map[string]any{"title": nil}},
		[]any{map[string]any{"areas": []any{"P1"}}},
		map[string]any{"score": nil, "status": nil},
	})
}

func FuzzCheck(f *testing.F) {
	for _, name := range testFiles(f) {
		f.Add(testSource(f, name), false)
	}
	f.Add([]byte(`{"eifcheck": 1, "country": "FR", "year": 2020, "claims": [{"areas": ["P1"]}]}`), true)
	f.Fuzz(func(t *testing.T, source []byte, isJSON bool) {
		d := document.Parse("fuzz.yaml", source)
		if isJSON {
			d = document.Parse("fuzz.json", source)
		}
		for _, p := range Check(d) {
			if p.Message.Code == "input/type.form" {
				t.Errorf("a finding without a message of its own: %v", p)
			}
			if !p.Span.Known() || p.Span.Start.Line > strings.Count(string(source), "\n")+strings.Count(string(source), "\r")+1 {
				t.Errorf("no place in the file: %v", p)
			}
		}
		sameVerdict(t, d)
	})
}

// What a file may hold at most is checked in little time, whatever it is.
func TestHostileFiles(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("k", 100_000)
	many := func(each func(i int) string) string {
		var b strings.Builder
		for i := range 10_000 {
			b.WriteString(each(i))
		}
		return b.String()
	}
	number := func(prefix, suffix string) func(int) string {
		return func(i int) string { return prefix + strconv.Itoa(i) + suffix }
	}
	for name, source := range map[string]string{
		"keys":            many(number("k", ": 1\n")),
		"empty keys":      many(number("k", ":\n")),
		"recommendations": "recommendations:\n" + many(number("  R", ": x\n")),
		"indicators":      "recommendations:\n  R14:\n    indicators:\n" + many(number("      R", ": {share: x}\n")),
		"evidence":        "recommendations:\n  R14:\n    evidence:\n" + many(number("      - {x", ": 1}\n")),
		"items":           "recommendations: {R14: {indicators: {R14-3: {items: [" + many(number("", ", ")) + "]}}}}\n",
		"same items":      "recommendations: {R14: {indicators: {R14-3: {items: [" + many(func(int) string { return "a, " }) + "]}}}}\n",
		"languages":       "title:\n" + many(number("  l", ": 1\n")),
		"long key":        "sources:\n  ? " + long + "\n  : title:\n" + strings.ReplaceAll(many(number("  l", ": 1\n")), "  l", "      l"),
		"long number":     "context:\n  - value: 1" + strings.Repeat("0", 1_000_000) + "\n",
		"repeated":        "a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\nclaims: [*b, *b, *b, *b, *b, *b, *b]\n",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := document.Parse("hostile.yaml", []byte(head+source))
			if d.Root == nil {
				t.Fatalf("not parsed: %v", d.Problems)
			}
			problems := Check(d)
			if len(problems) == 0 || len(problems) > 10*(maxAlike+1) {
				t.Errorf("got %d findings", len(problems))
			}
		})
	}
}
