package reports

import (
	"bytes"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/eifcheck/eifcheck/rules"
)

func TestDraw(t *testing.T) {
	t.Parallel()

	long := strings.Repeat("abcdefghij", 20)
	tests := []struct {
		name      string
		line      string
		from, to  int
		cutBefore bool
		want      string
	}{
		{name: "plain", line: "  P1: 9", from: 6, to: 7, want: "" +
			"  P1: 9\n" +
			"      ^"},
		{name: "wide characters", line: "日本: 語語 x", from: 4, to: 6, want: "" +
			"日本: 語語 x\n" +
			"      ^^^^"},
		{name: "combining", line: "e\u0301e\u0301: x", from: 6, to: 7, want: "" +
			"e\u0301e\u0301: x\n" +
			"    ^"},
		{name: "tabs", line: "\ta\tb", from: 3, to: 4, want: "" +
			"    a   b\n" +
			"        ^"},
		{name: "escapes move the mark", line: "\x1b[0m\u202ex: y", from: 5, to: 6, want: "" +
			"\\u001B[0m\\u202Ex: y\n" +
			"               ^"},
		{name: "an escape is marked whole", line: "a\x00b", from: 1, to: 2, want: "" +
			"a\\u0000b\n" +
			" ^^^^^^"},
		{name: "past the end", line: "year:", from: 5, to: 9, want: "" +
			"year:\n" +
			"     ^"},
		{name: "far past the end", line: "year:", from: 90, to: 95, want: "" +
			"…\n" +
			" ^"},
		{name: "empty span", line: "year: x", from: 6, to: 6, want: "" +
			"year: x\n" +
			"      ^"},
		{name: "cut at the end", line: long, from: 2, to: 4, want: "" +
			"abcdefghijabcdefghijabcdefghi…\n" +
			"  ^^"},
		{name: "cut at both ends", line: long, from: 100, to: 103, want: "" +
			"…abcdefghijabcdefghijabcdefgh…\n" +
			"           ^^^"},
		{name: "cut at the start", line: long, from: 195, to: 200, want: "" +
			"…bcdefghijabcdefghijabcdefghij\n" +
			"                         ^^^^^"},
		{name: "part of a line", line: "defghij: x", from: 9, to: 10, cutBefore: true, want: "" +
			"…efghij: x\n" +
			"         ^"},
		{name: "the mark is cut", line: long, from: 100, to: 180, want: "" +
			"…abcdefghijabcdefghijabcdefgh…\n" +
			"           ^^^^^^^^^^^^^^^^^^^"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()

			d := draw(test.line, test.from, test.to, 30, test.cutBefore)
			got := d.text + "\n" + strings.Repeat(" ", d.start) + strings.Repeat("^", d.end-d.start)
			if got != test.want {
				t.Errorf("draw(%q, %d, %d) =\n%s\nwant\n%s", test.line, test.from, test.to, got, test.want)
			}
		})
	}
}

// TestExcerptStart: columns are those of the file's line, also when the excerpt is only a part of it.
func TestExcerptStart(t *testing.T) {
	t.Parallel()

	for _, width := range []int{40, 80, 120} {
		line := strings.Repeat("x", 1999) + "MARK" + strings.Repeat("y", 3000)
		f := finding("input/score", rules.Error, 7, 2000, 2004, line[1799:2199], "", "", nil)
		f.ExcerptStart = 1800
		var out bytes.Buffer
		r := &textReport{page: newPage(&out, Options{Width: width})}
		r.excerpt(&f, plain)
		if err := r.flush(); err != nil {
			t.Fatal(err)
		}
		shown, marks, _ := strings.Cut(out.String(), "\n")
		start, end := strings.Index(marks, "^"), strings.LastIndex(marks, "^")+1
		// "…" is three bytes and one column.
		shown = strings.Replace(shown, "…", ".", 1)
		if !strings.HasPrefix(shown, "  7 | .x") || shown[start:end] != "MARK" || !strings.HasSuffix(shown, "y…") {
			t.Errorf("width %d:\n%s", width, out.String())
		}
	}
}

// TestDrawnLinesFit: whatever the line and the mark, both fit and the mark is there.
func TestDrawnLinesFit(t *testing.T) {
	t.Parallel()

	rapid.Check(t, func(t *rapid.T) {
		line := rapid.StringN(0, 300, -1).Draw(t, "line")
		from := rapid.IntRange(0, 320).Draw(t, "from")
		to := from + rapid.IntRange(0, 320).Draw(t, "length")
		width := rapid.IntRange(20, 120).Draw(t, "width")
		d := draw(line, from, to, width, rapid.Bool().Draw(t, "cut before"))
		switch {
		case widthOf(d.text) > width:
			t.Fatalf("%d columns, want at most %d: %q", widthOf(d.text), width, d.text)
		case d.start < 0 || d.end <= d.start || d.end > width+1:
			t.Fatalf("marked from %d to %d of %d columns", d.start, d.end, width)
		case strings.ContainsFunc(d.text, dangerous):
			t.Fatalf("dangerous: %q", d.text)
		}
	})
}

// TestMarkedText: in a line that is not cut, what is marked is what was meant.
func TestMarkedText(t *testing.T) {
	t.Parallel()

	rapid.Check(t, func(t *rapid.T) {
		words := rapid.StringOfN(rapid.RuneFrom([]rune("ab 日ü.")), 0, 20, -1)
		before, marked, after := words.Draw(t, "before"), words.Draw(t, "marked")+"x", words.Draw(t, "after")
		from := len([]rune(before))
		d := draw(before+marked+after, from, from+len([]rune(marked)), 200, false)
		if d.start != widthOf(before) || d.end != widthOf(before+marked) {
			t.Fatalf("marked %d to %d, want %d to %d", d.start, d.end, widthOf(before), widthOf(before+marked))
		}
	})
}

func TestWrap(t *testing.T) {
	t.Parallel()

	rapid.Check(t, func(t *rapid.T) {
		text := clean(rapid.StringN(0, 200, -1).Draw(t, "text"))
		width := rapid.IntRange(10, 80).Draw(t, "width")
		lines := wrap(text, width)
		for _, line := range lines {
			if widthOf(line) > width {
				t.Fatalf("%d columns, want at most %d: %q", widthOf(line), width, line)
			}
		}
		squeeze := func(s string) string { return strings.NewReplacer(" ", "", unbroken, "").Replace(s) }
		if got, want := squeeze(strings.Join(lines, "")), squeeze(text); got != want {
			t.Fatalf("wrapped %q holds %q", want, got)
		}
	})
}

func TestShorten(t *testing.T) {
	t.Parallel()

	tests := []struct {
		text  string
		width int
		want  string
	}{
		{"Openness", 8, "Openness"},
		{"Openness", 7, "Openne…"},
		{"日本語", 5, "日本…"},
		{"日本語", 4, "日…"},
		{"a b c", 3, "a…"},
	}
	for _, test := range tests {
		if got := shorten(test.text, test.width); got != test.want {
			t.Errorf("shorten(%q, %d) = %q, want %q", test.text, test.width, got, test.want)
		}
	}
}
