package schemas

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/eifcheck/eifcheck/internal/document"
)

// The library that validates has traps. Each test here holds one shut.

const head = "eifcheck: 1\ncountry: FR\nyear: 2020\n"

// check parses YAML and lists the findings as "LINE:COLUMN CODE POINTER".
func check(tb testing.TB, source string) []string {
	tb.Helper()
	d := document.Parse("test.yaml", []byte(source))
	if d.Root == nil {
		tb.Fatalf("not parsed: %v", d.Problems)
	}
	var list []string
	for _, p := range Check(d) {
		list = append(list, fmt.Sprintf("%d:%d %s %s", p.Span.Start.Line, p.Span.Start.Column, p.Message.Code, p.Pointer))
	}
	return list
}

func expect(t *testing.T, got []string, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
}

// validate holds a value against a small schema of the test's own.
func validate(t *testing.T, schema string, tree *document.Node) ([]violation, error) {
	t.Helper()
	r, err := compile([]byte(schema))
	if err != nil {
		return nil, err
	}
	c := &checker{root: place{node: tree}}
	return c.validate(r), nil
}

// Trap 1: the library panics on .nan and .inf, and on numbers that json.Number cannot hold.
func TestOddNumbersNeverReachTheLibrary(t *testing.T) {
	t.Parallel()
	for _, number := range []string{".nan", ".inf", "-.inf", "0x3", "03", "1e400", "2_020", "+3", ".5", "5.", "1:30", strings.Repeat("9", 100_000)} {
		source := head + "recommendations: {R14: {score: " + number + ", indicators: {R14-1: {share: " + number + "}}}}\n"
		if got := check(t, source); len(got) != 2 {
			t.Errorf("%.20s gives %v, want two findings", number, got)
		}
	}
	tree := &document.Node{Kind: document.Number, Text: "abc"} // were the reader ever wrong
	var c converter
	if got := c.plain(tree); got != "abc" {
		t.Errorf("got %#v, want text", got)
	}
}

// Trap 2: dates as time values and keys that are no strings end the validation without a place.
func TestDatesAndKeysAreText(t *testing.T) {
	t.Parallel()
	expect(t, check(t, head+"reference_date: 2020-12-31\n1: a\ntrue: b\n2020-01-01: c\n"),
		"5:1 input/unknown-key /1", "6:1 input/unknown-key /true", "7:1 input/unknown-key /2020-01-01")
}

// Trap 3: the order of errors, and which one a text shows, changes from run to run.
func TestFindingsAreAlwaysTheSame(t *testing.T) {
	t.Parallel()
	source := head + "b: 1\na: 1\nareas: {P1: 0, P2: 7, X: 3, Y: {q: 1, score: 9}}\nclaims: [{}, {x: 1}, 3]\n"
	want := check(t, source)
	if !slices.IsSortedFunc(Check(document.Parse("x.yaml", []byte(source))), func(a, b document.Problem) int {
		return comparePositions(a.Span.Start, b.Span.Start)
	}) {
		t.Error("not in the order of the file")
	}
	for range 100 {
		expect(t, check(t, source), want...)
	}
}

// Trap 4: places come with keys escaped as in a URL, on top of JSON Pointer's own escapes.
func TestOddKeysAreFound(t *testing.T) {
	t.Parallel()
	for _, key := range []string{"clé d'été", "a/b", "~1", "~0", "a~b", "100%", "%25", "%2F", "#", "?", "0", "😀", "a b"} {
		source := head + "sources:\n  " + fmt.Sprintf("%q", key) + ": {date: 2020-02-30}\n"
		expect(t, check(t, source), fmt.Sprintf("5:%d input/date.none %s", 14+len([]rune(key)), document.Pointer("sources", key, "date")))
	}
}

// The library leaves an empty key out of the way to a value, and copies long ones for each value.
func TestKeysThatNeverReachTheLibrary(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("k", 300)
	expect(t, check(t, head+"sources:\n  \"\": {x: 1}\n  "+long+": {x: 1}\n\"\": 1\n"+long+":\n"),
		"5:3 input/key-length.empty /sources", "6:3 input/key-length /sources",
		"7:1 input/key-length.empty ", "8:1 input/key-length ")
}

// Trap 5: what is missing or too much is only named in an English text, at the mapping around it.
func TestMissingAndUnknownKeysHaveTheirOwnPlaces(t *testing.T) {
	t.Parallel()
	expect(t, check(t, "a: 1\nsubject:\n  nam: x\n  it's, 'quoted': y\n"),
		"1:1 input/required.country /country",
		"1:1 input/required.eifcheck /eifcheck",
		"1:1 input/required.year /year",
		"1:1 input/unknown-key /a",
		"3:3 input/unknown-key.suggest /subject/nam",
		"4:3 input/unknown-key /subject/it's, 'quoted'")
}

// Trap 6: errors carry no data; ours come from keyword, schema and value.
func TestFindingsCarryArguments(t *testing.T) {
	t.Parallel()
	d := document.Parse("x.yaml", []byte(head+"scope: contry\nareas: {P3: 7}\n"))
	got := Check(d)
	if len(got) != 2 {
		t.Fatalf("got %v, want two findings", got)
	}
	word, score := got[0].Message.Args, got[1].Message.Args
	if diff := cmp.Diff([]string{"country", "region", "organisation", "service"}, word["allowed"]); diff != "" {
		t.Error(diff)
	}
	if word["suggestion"] != "country" || word["found"] != "contry" || word["key"] != "scope" {
		t.Errorf("got %v", word)
	}
	if score["owner"] != "P3" || score["key"] != "score" || score["found"] != "7" {
		t.Errorf("got %v", score)
	}
}

// Trap 7: of a choice, the errors of every branch are reported.
func TestAChoiceIsOneViolation(t *testing.T) {
	t.Parallel()
	for _, choice := range []string{"anyOf", "oneOf"} {
		schema := `{"$id": "http://example.org/s", "` + choice + `": [{"type": "string"}, {"type": "object", "required": ["a", "b"], "properties": {"c": {"type": "string"}}}]}`
		tree := document.Parse("x.yaml", []byte("c: 3\n")).Root
		list, err := validate(t, schema, tree)
		if err != nil {
			t.Fatal(err)
		}
		if len(list) != 1 || list[0].keyword != choice {
			t.Errorf("got %v, want the choice alone", list)
		}
	}
	expect(t, check(t, head+"claims:\n  - {text: a}\n"), "5:5 input/claim /claims/0")
}

// Trap 8: formats are not asserted by default, and of ours the library knows nothing.
func TestFormatsAreAsserted(t *testing.T) {
	t.Parallel()
	expect(t, check(t, head+"language: none-such\nreference_date: 2020-02-30\nareas: {P1: 3.0}\n"),
		"4:11 input/language /language", "5:17 input/date.none /reference_date", "6:13 input/score.digit /areas/P1")
}

// Trap 9: a reference to a file is read from the disk.
func TestReferencesLeadNowhere(t *testing.T) {
	t.Parallel()
	for _, url := range []string{"file:///etc/hostname", "http://example.org/other", "other.json"} {
		_, err := compile([]byte(`{"$id": "http://example.org/s", "$ref": "` + url + `"}`))
		if err == nil || !strings.Contains(err.Error(), "not part of eifcheck") {
			t.Errorf("%s: got %v, want a refusal", url, err)
		}
	}
}

// Trap 10: a pattern may not compile.
func TestEverySchemaCompiles(t *testing.T) {
	t.Parallel()
	for _, name := range Names() {
		source, ok := Source(name)
		if !ok {
			t.Fatalf("no schema %s", name)
		}
		if _, err := compile(source); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := compile([]byte(`{"$id": "http://example.org/s", "pattern": "(?=a)b"}`)); err == nil {
		t.Error("a look-ahead compiles, want an error")
	}
	if source, ok := Source("none"); ok || source != nil {
		t.Error("there is a schema called none")
	}
}

// Trap 11: behind a reference, the plain location is a path through references.
func TestPlacesBehindReferences(t *testing.T) {
	t.Parallel()
	schema := `{"$id": "http://example.org/s", "properties": {"a": {"$ref": "#/$defs/x%20y"}},
		"$defs": {"x y": {"$ref": "#/$defs/z"}, "z": {"type": "string", "x-code": "input/z"}}}`
	list, err := validate(t, schema, document.Parse("x.yaml", []byte("a: 3\n")).Root)
	if err != nil {
		t.Fatal(err)
	}
	if len(list) != 1 || list[0].keyword != "type" || list[0].code("") != "input/z" {
		t.Errorf("got %v, want the type beside x-code", list)
	}
}

// Trap 12: titles and descriptions are dropped unless asked for.
func TestAnnotationsAreKept(t *testing.T) {
	t.Parallel()
	r, err := shape()
	if err != nil {
		t.Fatal(err)
	}
	if got := r.compiled.Properties["year"].Title; got != "Year" {
		t.Errorf("got title %q, want Year", got)
	}
}
