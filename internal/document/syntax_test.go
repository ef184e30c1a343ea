package document

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

type syntaxTest struct {
	name, source string
	code, span   string
}

// syntaxTests has an example of each mistake that is explained, and of each way the library words it.
var syntaxTests = []syntaxTest{
	{"no colon", "a: 1\nb\nc: 2\n", "input/syntax.colon-missing", "2:1-2:2"},
	{"no space after the colon", "a: 1\nb:2\nc: 3\n", "input/syntax.colon-space", "2:1-2:4"},
	{"colon in text", "title: France: the report\n", "input/syntax.colon", "1:14-1:15"},
	{"colon in text, space before", "title: France : report\n", "input/syntax.colon", "1:15-1:16"},
	{"colon after quotes", "a: 'x': y\n", "input/syntax.colon", "1:7-1:8"},
	{"colon in a list item", "- a: b: c\n", "input/syntax.colon", "1:7-1:8"},
	{"indented too little", "a:\n  b: 1\n c: 2\n", "input/syntax.indentation", "3:2-3:6"},
	{"indented too far", "a: 1\n  b: 2\n", "input/syntax.indentation", "2:3-2:7"},
	{"indented between", "r:\n  R01:\n    score: 3\n   comment: x\n", "input/syntax.indentation", "4:4-4:14"},
	{"item indented too little", "- - a\n - b\n", "input/syntax.indentation", "2:2-2:5"},
	{"block text indented too little", "a: |\n  x\n y\n", "input/syntax.indentation", "3:2-3:3"},
	{"tab before a key", "a:\n\tb: 1\n", "input/syntax.tab", "2:1-2:2"},
	{"tab before a second key", "a:\n  b: 1\n\tc: 2\n", "input/syntax.tab", "3:1-3:2"},
	{"tab before more text", "a: b\n\tc\n", "input/syntax.tab", "2:1-2:2"},
	{"tab in block text", "a:\n  b: |\n\tx\n", "input/syntax.tab", "3:1-3:2"},
	{"tab after a dash", "a:\n- \tb: 1\n  c: 1\n", "input/syntax.tab", "2:3-2:4"},
	{"open double quotes", "a: \"unclosed\nb: 2\n", "input/syntax.quote", "1:4-1:5"},
	{"open single quotes", "a: 'b\n", "input/syntax.quote", "1:4-1:5"},
	{"open quotes at a new document", "a: \"x\n---\nb: 1\n", "input/syntax.quote", "1:4-1:5"},
	{"apostrophe in single quotes", "a: 'it's'\n", "input/syntax.after-quote", "1:8-1:10"},
	{"text after quotes", "a: \"x\" y\n", "input/syntax.after-quote", "1:8-1:9"},
	{"text after quotes at the root", "\"a\" b\n", "input/syntax.after-quote", "1:5-1:6"},
	{"open bracket", "a: [1, 2\nb: 3\n", "input/syntax.bracket", "1:4-1:5"},
	{"open brace", "a: {x: 1\nb: 3\n", "input/syntax.bracket", "1:4-1:5"},
	{"open bracket at the end", "a: [1 2", "input/syntax.bracket", "1:4-1:5"},
	{"open bracket and nothing", "a: [", "input/syntax.end", "1:5-1:5"},
	{"open brace and nothing", "a: {b:", "input/syntax.end", "1:7-1:7"},
	{"one bracket too many", "a: [1, 2]]\n", "input/syntax.bracket-extra", "1:10-1:11"},
	{"one bracket too many at the root", "[1]\n]\n", "input/syntax.bracket-extra", "2:1-2:2"},
	{"text after a bracket", "a: [1, 2] x\n", "input/syntax.after-bracket", "1:11-1:12"},
	{"text after a bracket at the root", "{a: 1} b\n", "input/syntax.after-bracket", "1:8-1:9"},
	{"no comma between pairs", "a: {x: 1 y: 2}\n", "input/syntax.comma", "1:11-1:12"},
	{"no comma at the line end", "a: {x: 1\n  y: 2}\n", "input/syntax.comma", "2:4-2:5"},
	{"no comma in a list", "c: [d\n e: f\n", "input/syntax.comma", "2:3-2:4"},
	{"no colon in braces", "a: {\"x\" 1}\n", "input/syntax.comma", "1:9-1:10"},
	{"two commas", "a: [a,,b]\n", "input/syntax.unexpected", "1:7-1:8"},
	{"comma as value", "a: , b\n", "input/syntax.unexpected", "1:4-1:5"},
	{"bracket as value", "a: ]\n", "input/syntax.unexpected", "1:4-1:5"},
	{"at sign", "a: @foo\n", "input/syntax.special", "1:4-1:5"},
	{"back quote", "a: `foo`\n", "input/syntax.special", "1:4-1:5"},
	{"percent", "a: %foo\n", "input/syntax.special", "1:4-1:5"},
	{"star and text", "a: *foo bar\n", "input/syntax.special", "1:4-1:5"},
	{"star alone", "a: * foo\n", "input/syntax.special", "1:4-1:5"},
	{"ampersand", "a: & co\n", "input/syntax.special", "1:4-1:5"},
	{"exclamation mark", "a: !important, text\n", "input/syntax.special", "1:4-1:5"},
	{"exclamation mark handle", "a: !e!foo x\n", "input/syntax.special", "1:4-1:5"},
	{"exclamation mark open", "a: !<foo x\n", "input/syntax.special", "1:4-1:5"},
	{"question mark", "a: ? b\n", "input/syntax.special", "1:4-1:5"},
	{"dash on the key's line", "a: - b\n", "input/syntax.dash-inline", "1:4-1:5"},
	{"dash among keys", "a: 1\n- b\n", "input/syntax.dash-among-keys", "2:1-2:2"},
	{"key among dashes", "- a\nb: 1\n", "input/syntax.key-among-dashes", "2:1-2:5"},
	{"key among dashes below", "a:\n  - b\n  c: 1\n", "input/syntax.key-among-dashes", "3:3-3:7"},
	{"text behind |", "a: |text\n", "input/syntax.block-text", "1:4-1:5"},
	{"text behind >", "a: > text\n", "input/syntax.block-text", "1:4-1:5"},
	{"zero behind |", "a: |0\n  x\n", "input/syntax.block-text", "1:4-1:5"},
	{"backslash", `a: "C:\Users"`, "input/syntax.escape", "1:7-1:9"},
	{"unknown escape", `a: "\q"`, "input/syntax.escape", "1:5-1:7"},
	{"short escape", `a: "\u12"`, "input/syntax.escape", "1:5-1:7"},
	{"halves of a character", `a: "\ud83d\ude00"`, "input/syntax.half", "1:5-1:11"},
	{"merge conflict", "a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> x\n", "input/syntax.conflict", "2:1-2:13"},
	{"merge conflict at the start", "<<<<<<< HEAD\na: 1\n=======\n", "input/syntax.conflict", "1:1-1:13"},
	{"hard space as indentation", "a:\n  b: 1\n\u00a0 c: 2\n", "input/character.hard-space", "3:1-3:2"},
	{"hard space after a colon", "a:\u00a01\nb: 2\n", "input/character.hard-space", "1:3-1:4"},
	{"hard space after the second colon", "a: 1\nb:\u202f2\n", "input/character.hard-space", "2:3-2:4"},
	{"hard space after a dash", "a:\n-\u00a0b: 1\n", "input/character.hard-space", "2:2-2:3"},
	{"hard space after the only colon", "r:\n  a:\u00a01\n", "input/character.hard-space", "2:5-2:6"},
	{"hard space before a key", "\u00a0 a: 1\n", "input/character.hard-space", "1:1-1:2"},
	{"hard space before a colon", "a\u00a0: 1\n", "input/character.hard-space", "1:2-1:3"},
	{"hard space before a value", "a: \u00a0 1\n", "input/character.hard-space", "1:4-1:5"},
	{"hard space after a value", "a: 1\u2007 \nb: 2\n", "input/character.hard-space", "1:5-1:6"},
	{"hard space alone", "a: \u00a0\n", "input/character.hard-space", "1:4-1:5"},
	{"hard space in braces", "a: {b:\u00a01}\n", "input/character.hard-space", "1:7-1:8"},
	{"typographic quotes around a colon", "a: “b: c”\n", "input/syntax.typographic", "1:4-1:5"},
	{"typographic quotes in a list", "a:\n  - «\u00a0b: c: d\u00a0»\n", "input/syntax.typographic", "2:5-2:6"},
	{"typographic quotes that are closed", "a: “b” c: d\n", "input/syntax.colon", "1:9-1:10"},
	{"dash as answer", "score: -\n", "input/syntax.no-answer", "1:8-1:9"},
	{"dash as answer in braces", "R01: {score: -}\n", "input/syntax.no-answer", "1:14-1:15"},
	{"question mark as answer", "R14-1: ? # open\n", "input/syntax.no-answer", "1:8-1:9"},
	{"dash that starts a list", "score: - b\n", "input/syntax.dash-inline", "1:8-1:9"},
	{"comment without space", "a: \"x\"#c\n", "input/syntax.comment", "1:7-1:8"},
	{"unknown directive", "%FOO bar\na: 1\n", "input/syntax.directive", "1:1-1:9"},
	{"directive without a name", "%\n", "input/syntax.directive", "1:1-1:2"},
	{"YAML of the future", "%YAML 2.0\n---\na: 1\n", "input/syntax.directive", "1:1-1:10"},
	{"YAML without a version", "%YAML a\n---\n", "input/syntax.directive", "1:1-1:8"},
	{"directive without an end", "%YAML 1.2\na: 1\n", "input/syntax.directive", "1:1-1:10"},
	{"directive twice", "%YAML 1.1\n%YAML 1.1\n---\na: 1\n", "input/syntax.directive", "2:1-2:10"},
	{"tag directive", "# c\n%TAG ! x\n---\na: 1\n", "input/syntax.directive", "2:1-2:9"},
	{"two anchors", "a: &x &y b\n", "input/syntax.leftover", "1:7-1:11"},
	{"text after the end", "a: 1\n... x\n", "input/syntax.leftover", "2:5-2:6"},
	{"second document", "a: 1\n---\nb: 1\n", "input/several-documents", "2:1-2:4"},
	{"text after dots", "a: 1\n...\nb: 1\n", "input/several-documents", "3:1-3:5"},
	{"flow too deep", "a: " + repeat("[", 65), "input/limit.depth", "1:68-1:68"},
	{"flow too deep, closed", "a: " + repeat("[", 64) + repeat("]", 64), "input/limit.depth", "1:67-1:67"},
	{"root is a list", "- a\n", "input/root", "1:1-1:4"},
	{"table with semicolons", "id;score\nR01;3\n", "input/root.table", "1:1-2:6"},
	{"table that is no YAML", "id\tscore\nR01\t\"3\nR02\t4\n", "input/root.table", "1:1-3:6"},
	{"table that cannot be read as YAML", "id;score\nR01;3: a: b\n", "input/root.table", "1:1-1:1"},
	{"two sentences", "Hello, you.\nHello, all.\n", "input/root", "1:1-2:12"},
	{"list with commas", "- a,b\n- c,d\n", "input/root", "1:1-2:6"},
	{"root is text", "hello\n", "input/root", "1:1-1:6"},
	{"only white space", " \n\t\n", "input/empty", "1:1-1:1"},
	{"nothing", "", "input/empty", "1:1-1:1"},
	{"only comments", "# a\n# b\n", "input/empty", "1:1-1:1"},
	{"only a byte order mark", "\ufeff", "input/empty", "1:1-1:1"},
	{"only a marker", "---\n", "input/empty", "1:1-1:1"},
	{"only null", "null\n", "input/root", "1:1-1:5"},
	{"marker and null", "--- ~\n", "input/root", "1:5-1:6"},
	{"two markers", "---\n---\na: 1\n", "input/several-documents", "2:1-2:4"},
	{"Excel", "PK\x03\x04\x14\x00", "input/encoding.office", "1:1-1:1"},
	{"old Word", "\xd0\xcf\x11\xe0\xa1\xb1", "input/encoding.office", "1:1-1:1"},
	{"rich text", "{\\rtf1 a}", "input/encoding.office", "1:1-1:1"},
	{"PDF", "%PDF-1.7\n", "input/encoding.pdf", "1:1-1:1"},
	{"web page", "\ufeff\n<!DOCTYPE html>\n", "input/encoding.html", "1:1-1:1"},
	{"web page without a type", "<HTML lang=en>", "input/encoding.html", "1:1-1:1"},
	{"picture", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "input/encoding.binary", "1:1-1:1"},
	{"UTF-16 with mark", "\xff\xfea\x00:\x00", "input/encoding.wide", "1:1-1:1"},
	{"UTF-16 big-endian with mark", "\xfe\xff\x00a", "input/encoding.wide", "1:1-1:1"},
	{"UTF-16 without mark", "a\x00:\x00 \x001\x00", "input/encoding.wide", "1:1-1:1"},
	{"UTF-16 big-endian without mark", "\x00a\x00:", "input/encoding.wide", "1:1-1:1"},
	{"UTF-32 with mark", "\xff\xfe\x00\x00a\x00\x00\x00", "input/encoding.wide", "1:1-1:1"},
	{"UTF-32 without mark", "\x00\x00\x00a", "input/encoding.wide", "1:1-1:1"},
	{"Latin-1", "a: caf\xe9\n", "input/encoding", "1:7-1:8"},
	{"Latin-1 after UTF-8", "a: é\nb: \xe9t\xe9\n", "input/encoding", "2:4-2:5"},
	{"cut character", "a: \xc3", "input/encoding", "1:4-1:5"},
	{"NUL", "a: x\x00y\n", "input/character", "1:5-1:6"},
	{"control character", "a: é\x1b[31m\n", "input/character", "1:5-1:6"},
	{"line separator", "a: x\u2028y\n", "input/character", "1:5-1:6"},
	{"byte order mark inside", "a: 1\n\ufeffb: 2\n", "input/character", "2:1-2:2"},
}

func TestSyntax(t *testing.T) {
	t.Parallel()
	for _, test := range syntaxTests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			checkProblem(t, Parse("a.yaml", []byte(test.source)), test)
		})
	}
}

func checkProblem(t *testing.T, d *Document, test syntaxTest) {
	t.Helper()
	checkTree(t, d)
	if len(d.Problems) != 1 {
		t.Fatalf("got %d problems, want 1 for %q:\n%s", len(d.Problems), test.source, dump(d))
	}
	p := d.Problems[0]
	got := syntaxTest{test.name, test.source, p.Message.Code, showSpan(p.Span)}
	if diff := cmp.Diff(test, got, cmp.AllowUnexported(syntaxTest{})); diff != "" {
		t.Errorf("problem differs (-want +got):\n%s", diff)
	}
}

var jsonTests = []syntaxTest{
	{"text after the end", `{"a": 1} x`, "input/syntax.json-leftover", "1:10-1:11"},
	{"no colon", `{"a" 1}`, "input/syntax.json-colon", "1:6-1:7"},
	{"no comma", "{\"a\": 1\n\"b\": 2}", "input/syntax.json-comma", "2:1-2:2"},
	{"no comma in a list", `{"a": [1 2]}`, "input/syntax.json-comma", "1:10-1:11"},
	{"wrong bracket", `{"a": [1}`, "input/syntax.json-comma", "1:9-1:10"},
	{"comma left", `{"a": 1,}`, "input/syntax.json-comma-left", "1:9-1:10"},
	{"comma left in a list", `{"a": [1,]}`, "input/syntax.json-comma-left", "1:10-1:11"},
	{"comma first", `{,"a": 1}`, "input/syntax.json-comma-left", "1:2-1:3"},
	{"key without quotes", `{a: 1}`, "input/syntax.json-key", "1:2-1:3"},
	{"key in single quotes", `{'a': 1}`, "input/syntax.json-key", "1:2-1:5"},
	{"word", `{"a": yes}`, "input/syntax.json-value", "1:7-1:10"},
	{"capital", `{"a": True}`, "input/syntax.json-value", "1:7-1:11"},
	{"single quotes", `{"a": 'b'}`, "input/syntax.json-value", "1:7-1:10"},
	{"comma as value", `{"a": ,}`, "input/syntax.json-value", "1:7-1:8"},
	{"zero in front", `{"a": 03}`, "input/syntax.json-number", "1:7-1:9"},
	{"point at the end", `{"a": 3.}`, "input/syntax.json-number", "1:7-1:9"},
	{"minus alone", `{"a": -}`, "input/syntax.json-number", "1:7-1:8"},
	{"exponent alone", `{"a": 1e}`, "input/syntax.json-number", "1:7-1:9"},
	{"exponent sign alone", `{"a": 1e+}`, "input/syntax.json-number", "1:7-1:10"},
	{"date", `{"a": 2020-12-31}`, "input/syntax.json-number", "1:7-1:17"},
	{"comment", "{\n// c\n\"a\": 1}", "input/syntax.json-comment", "2:1-2:2"},
	{"comment behind", "{\"a\": 1 // c\n}", "input/syntax.json-comment", "1:9-1:10"},
	{"comment as value", "{\"a\": # c\n1}", "input/syntax.json-comment", "1:7-1:8"},
	{"open text", `{"a": "b}`, "input/syntax.json-text", "1:7-1:10"},
	{"open key", `{"a: 1}`, "input/syntax.json-text", "1:2-1:8"},
	{"line break in text", "{\"a\": \"b\nc\"}", "input/syntax.json-text", "1:7-1:9"},
	{"tab in text", "{\"a\": \"b\tc\"}", "input/syntax.json-tab", "1:9-1:10"},
	{"unknown escape", `{"a": "C:\Users"}`, "input/syntax.escape", "1:10-1:12"},
	{"unknown escape, accent", `{"a": "\é"}`, "input/syntax.escape", "1:8-1:10"},
	{"short escape", `{"a": "\u12"}`, "input/syntax.escape", "1:8-1:10"},
	{"escape at the end", `{"a": "\`, "input/syntax.escape", "1:8-1:9"},
	{"escape cut at the end", `{"a": "\u12`, "input/syntax.escape", "1:8-1:10"},
	{"half a character", `{"a": "\ud83d"}`, "input/syntax.json-half", "1:8-1:14"},
	{"two wrong halves", `{"a": "\ud83dA"}`, "input/syntax.json-half", "1:8-1:14"},
	{"open object", `{"a": 1`, "input/syntax.bracket", "1:1-1:2"},
	{"open list", `{"a": [1`, "input/syntax.bracket", "1:7-1:8"},
	{"open list, comma", `{"a": [1,`, "input/syntax.json-end", "1:10-1:10"},
	{"open object, comma", `{"a": 1,`, "input/syntax.bracket", "1:1-1:2"},
	{"no value", `{"a":`, "input/syntax.json-end", "1:6-1:6"},
	{"no value or colon", `{"a"`, "input/syntax.json-colon", "1:5-1:5"},
	{"nothing", " \n", "input/empty", "1:1-1:1"},
	{"root is a list", `[1]`, "input/root", "1:1-1:4"},
	{"root is text", `"a"`, "input/root", "1:1-1:4"},
	{"YAML", "eifcheck: 1\n", "input/syntax.json-value", "1:1-1:9"},
	{"too deep", `{"a": ` + repeat("[", 64), "input/limit.depth", "1:70-1:70"},
	{"duplicate", `{"a": 1, "a": 2}`, "input/duplicate-key", "1:10-1:13"},
	{"hard space", "{\"a\":\u00a01}", "input/character.hard-space", "1:6-1:7"},
	{"hard space after a comma", "{\"a\": 1,\u00a0\"b\": 2}", "input/character.hard-space", "1:9-1:10"},
	{"typographic key", "{“a”: 1}", "input/syntax.typographic", "1:2-1:3"},
	{"typographic value", "{\"a\": „b“}", "input/syntax.typographic", "1:7-1:8"},
	{"table", "id;score\nR01;3\n", "input/syntax.json-value", "1:1-1:9"},
	{"non-character", "{\"a\": \"\uffff\"}", "input/character", "1:8-1:9"},
	{"byte order mark inside", "{\ufeff\"a\": 1}", "input/syntax.json-key", "1:2-1:3"},
}

func TestJSONSyntax(t *testing.T) {
	t.Parallel()
	for _, test := range jsonTests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			checkProblem(t, Parse("a.JSON", []byte(test.source)), test)
		})
	}
}
