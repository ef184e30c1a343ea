package document

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func repeat(s string, n int) string { return strings.Repeat(s, n) }

// agreeWithStandard checks that what this reader takes for JSON, encoding/json does too, and the
// other way round, but for what is refused on purpose.
func agreeWithStandard(t *testing.T, d *Document) {
	t.Helper()
	refused := len(d.Problems) > 0
	for _, p := range d.Problems {
		switch rule := p.Message.Rule(); {
		case rule == "input/limit" || rule == "input/duplicate-key" || rule == "input/root" || rule == "input/character",
			rule == "input/encoding", p.Message.Code == "input/syntax.json-half":
			return
		}
	}
	if !utf8.Valid(d.Source) {
		return
	}
	if valid := json.Valid(bytes.TrimPrefix(d.Source, []byte(bom))); valid == refused {
		t.Errorf("encoding/json says valid=%t, got problems %v for %q", valid, d.Problems, d.Source)
	}
}

// TestReadersAgree reads random JSON with both readers: tree, positions and duplicate keys are the same.
func TestReadersAgree(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		src := drawObject(rt, 0)
		asJSON, asYAML := Parse("a.json", []byte(src)), Parse("a.yaml", []byte(src))
		checkTree(rt, asJSON)
		checkTree(rt, asYAML)
		if asJSON.Root == nil {
			rt.Fatalf("no tree for %q: %s", src, dump(asJSON))
		}
		if diff := cmp.Diff(dump(asJSON), dump(asYAML)); diff != "" {
			rt.Fatalf("readers differ for %q (-JSON +YAML):\n%s", src, diff)
		}
	})
}

func drawObject(rt *rapid.T, level int) string {
	var b strings.Builder
	b.WriteString("{" + drawSpace(rt))
	for i := range rapid.IntRange(0, 4).Draw(rt, "keys") {
		if i > 0 {
			b.WriteString("," + drawSpace(rt))
		}
		b.WriteString(drawText(rt) + rapid.SampledFrom([]string{"", " ", "\t"}).Draw(rt, "before colon") + ":" + drawSpace(rt))
		b.WriteString(drawValue(rt, level+1) + drawSpace(rt))
	}
	return b.String() + "}"
}

func drawList(rt *rapid.T, level int) string {
	items := make([]string, rapid.IntRange(0, 4).Draw(rt, "items"))
	for i := range items {
		items[i] = drawSpace(rt) + drawValue(rt, level+1) + drawSpace(rt)
	}
	return "[" + strings.Join(items, ",") + drawSpace(rt) + "]"
}

func drawValue(rt *rapid.T, level int) string {
	kinds := 4
	if level < 5 {
		kinds = 6
	}
	switch rapid.IntRange(0, kinds-1).Draw(rt, "kind") {
	case 0:
		return rapid.SampledFrom([]string{"null", "true", "false"}).Draw(rt, "word")
	case 1:
		return rapid.SampledFrom([]string{"0", "-1", "2020", "0.5", "-0.25", "1e3", "1.5E-2", "-0", "10"}).Draw(rt, "number")
	case 2, 3:
		return drawText(rt)
	case 4:
		return drawList(rt, level)
	}
	return drawObject(rt, level)
}

func drawText(rt *rapid.T) string {
	parts := []string{
		"a", "b", "key", "é", "😀", "ß", " ", "  ", "#", " # ", ": ", "- ", "'", ",", "]", "}", "\u00a0", "\u007f",
		`\"`, `\\`, `\/`, `\b`, `\f`, `\n`, `\r`, `\t`, `\u00e9`, `\u0000`, `\uFFFD`, "%", "@", "`", "<<", "~", "null", "1",
	}
	return `"` + strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts), 0, 5).Draw(rt, "text"), "") + `"`
}

func drawSpace(rt *rapid.T) string {
	return rapid.SampledFrom([]string{"", "", " ", "\n", "\r\n", "\n  ", "\t", "\n\t", "   "}).Draw(rt, "space")
}

func TestNumbers(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"0": true, "-0": true, "10": true, "0.0": true, "1.50": true, "": false, "-": false, "01": false, "-01": false,
		"1.": false, ".1": false, "1.2.3": false, "1e3": false, "+1": false, "--1": false, "1_0": false, "0x1": false,
	} {
		if got := isNumber(text); got != want {
			t.Errorf("isNumber(%q): got %t, want %t", text, got, want)
		}
	}
}
