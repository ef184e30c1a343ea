package document

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestPieces reads files put together at random from pieces of YAML. Most break a rule; whatever
// comes of it, places and source agree.
func TestPieces(t *testing.T) {
	t.Parallel()
	pieces := []string{
		"a: ", "b: ", "- ", "? ", ": ", "\n", "\n", "\n  ", "\n    ", "\n\n", " ", "[", "]", "{", "}", ", ", "x", "é y", "1", "0.5",
		"\"q\\\"é\"", "'it''s'", "''", "\"two\n   lines\"", "two\n   lines", "|\n   text\n   more", ">-\n    folded\n\n    x\n", "|2\n     x",
		"&a ", "*a", "&b ", "*b", "!t ", "!!str ", "# comment", " # comment\n", "null", "~", "true", "---\n", "...\n", "<<: ", "é: ", "\r\n", "\t",
		"k: v\n", "  k: v\n", "- i\n", "  - i\n", "a: &a {x: [1, 2]}\n", "'q': ", "\"q\": ", "[a, b]", "{a: 1, b}", "[a: b]", "[? a : b]",
		"\u00a0", "\u00a0 ", "a:\u00a0b", "-\u00a0b\n", "b\u202f: ", "{a:\u00a01}", "“x”", "“x: ", "1\u00a0\n",
	}
	rapid.Check(t, func(rt *rapid.T) {
		src := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 14).Draw(rt, "pieces"), "")
		checkRandom(rt, src)
	})
}

// TestNested reads right YAML of every style, nested at random: there must be a tree and no problem.
func TestNested(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		src := drawBlock(rt, "", 0)
		checkRandom(rt, src)
		if d := Parse("a.yaml", []byte(src)); d.Root == nil || len(d.Problems) > 0 {
			rt.Fatalf("problems in %q: %s", src, dump(d))
		}
	})
}

func checkRandom(rt *rapid.T, src string) {
	d := Parse("a.yaml", []byte(src))
	checkTree(rt, d)
	checkScalars(rt, d, d.Root)
	if d.Root == nil && len(d.Problems) == 0 {
		rt.Errorf("neither a tree nor a problem")
	}
}

// drawBlock draws keys in block style.
func drawBlock(rt *rapid.T, indent string, level int) string {
	var b strings.Builder
	for i := range rapid.IntRange(1, 3).Draw(rt, "keys") {
		key := rapid.SampledFrom([]string{"a", "é b", `"q\u00e9"`, "'it''s'", "&k k", "? x\n" + indent}).Draw(rt, "key")
		if strings.HasPrefix(key, "?") {
			b.WriteString(indent + "? x" + string(rune('0'+i)) + "\n" + indent + ":")
		} else {
			b.WriteString(indent + strings.TrimRight(key, `"'`) + string(rune('0'+i)) + key[len(strings.TrimRight(key, `"'`)):] + ":")
		}
		b.WriteString(drawBlockValue(rt, indent, level))
	}
	return b.String()
}

func drawBlockValue(rt *rapid.T, indent string, level int) string {
	comment := rapid.SampledFrom([]string{"", "", " # c"}).Draw(rt, "comment")
	anchor := rapid.SampledFrom([]string{"", "", " &a"}).Draw(rt, "anchor")
	kinds := 6
	if level < 4 {
		kinds = 8
	}
	inner := indent + "  "
	switch rapid.IntRange(0, kinds-1).Draw(rt, "style") {
	case 0:
		return anchor + comment + "\n"
	case 1:
		text := rapid.SampledFrom([]string{"x", "1", "two words", "a#b", "http://x", "it's", "é", "-1", "- x"[:1] + "x"}).Draw(rt, "text")
		return anchor + " " + text + comment + "\n"
	case 2:
		sign := rapid.SampledFrom([]string{"|", ">", "|-", ">+", "|+"}).Draw(rt, "sign")
		lines := rapid.SampledFrom([]string{"x\n", "x\n" + inner + "  y\n\n" + inner + "z\n", "# no comment\n\n"}).Draw(rt, "lines")
		return anchor + " " + sign + comment + "\n" + inner + lines
	case 3:
		return anchor + " " + rapid.SampledFrom([]string{`"a"`, `"a \"b\" #"`, "\"two\n" + inner + "lines\"", "'it''s'", "''"}).Draw(rt, "quoted") + comment + "\n"
	case 4:
		return anchor + " " + drawFlow(rt, inner, 0) + comment + "\n"
	case 5:
		return " two\n" + inner + "lines" + comment + "\n"
	case 6:
		return anchor + comment + "\n" + drawBlock(rt, inner, level+1)
	}
	return anchor + comment + "\n" + drawDashes(rt, indent, level)
}

func drawDashes(rt *rapid.T, indent string, level int) string {
	var b strings.Builder
	indent += rapid.SampledFrom([]string{"", "  "}).Draw(rt, "list indent")
	for range rapid.IntRange(1, 3).Draw(rt, "dashes") {
		b.WriteString(indent + "-")
		if level < 4 && rapid.Bool().Draw(rt, "compact") {
			inner := indent + "  "
			b.WriteString(" " + strings.TrimPrefix(drawBlock(rt, inner, level+1), inner))
		} else {
			b.WriteString(drawBlockValue(rt, indent, level+1))
		}
	}
	return b.String()
}

func drawFlow(rt *rapid.T, indent string, level int) string {
	space := rapid.SampledFrom([]string{"", " ", "\n" + indent, " # c\n" + indent}).Draw(rt, "space")
	if level > 2 {
		return rapid.SampledFrom([]string{"1", "x", `"q"`, "'q'", "two words", "~"}).Draw(rt, "flow text")
	}
	switch rapid.IntRange(0, 4).Draw(rt, "flow") {
	case 0:
		return "[" + space + drawFlow(rt, indent, level+1) + "," + space + " " + drawFlow(rt, indent, level+1) + space + "]"
	case 1:
		return "{" + space + "a: " + drawFlow(rt, indent, level+1) + ", " + `"b":` + drawFlow(rt, indent, level+1) + ", c" + space + "}"
	case 2:
		return "[a: " + drawFlow(rt, indent, level+1) + ", ? b : c]"
	case 3:
		return "[]"
	}
	return drawFlow(rt, indent, 3)
}
