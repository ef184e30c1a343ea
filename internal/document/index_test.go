package document

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestLine(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ src, want string }{
		{"", ""},
		{"a", "a"},
		{"a\n", "a|"},
		{"a\r\nb\rc\n\nd", "a|b|c||d"},
		{"\ufeffa\nb", "a|b"},
		{"\r\n\r\n", "||"},
		{"\n\r", "||"},
		{"é\r", "é|"},
	} {
		d := Parse("a.yaml", []byte(test.src))
		var lines []string
		for n := range d.places.lines {
			lines = append(lines, d.Line(n+1))
		}
		if got := strings.Join(lines, "|"); got != test.want {
			t.Errorf("%q: got lines %q, want %q", test.src, got, test.want)
		}
		if d.Line(0) != "" || d.Line(len(lines)+1) != "" || d.Line(-1) != "" {
			t.Errorf("%q: there is a line outside of the file", test.src)
		}
	}
}

// TestPosition compares the index with counting from the start.
func TestPosition(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		parts := []string{"a", "é", "😀", "\n", "\r\n", "\r", " ", strings.Repeat("x", 300), strings.Repeat("é", 200)}
		src := strings.Join(rapid.SliceOf(rapid.SampledFrom(parts)).Draw(rt, "source"), "")
		if rapid.Bool().Draw(rt, "mark") {
			src = bom + src
		}
		d := &Document{Source: []byte(src), places: newIndex([]byte(src))}
		b := newBuilder(d)
		want := Position{Line: 1, Column: 1}
		for i := len(src) - len(strings.TrimPrefix(src, bom)); i <= len(src); i++ {
			if i < len(src) && !utf8.RuneStart(src[i]) {
				continue
			}
			if i < len(src) && i > 0 && src[i] == '\n' && src[i-1] == '\r' {
				want.Column++
				continue // between CR and LF is no place to name
			}
			if got := d.Position(i); got != want {
				rt.Fatalf("%q: offset %d: got %v, want %v", src, i, got, want)
			}
			if got := d.Offset(want); got != i {
				rt.Fatalf("%q: %v: got offset %d, want %d", src, want, got, i)
			}
			if got := b.seek(want); got != i {
				rt.Fatalf("%q: seek %v: got offset %d, want %d", src, want, got, i)
			}
			if got := b.pos(i); got != want {
				rt.Fatalf("%q: pos %d: got %v, want %v", src, i, got, want)
			}
			if i < len(src) {
				want = after(src, i, want)
			}
		}
	})
}

func after(src string, i int, p Position) Position {
	if src[i] == '\n' || src[i] == '\r' && !strings.HasPrefix(src[i+1:], "\n") {
		return Position{Line: p.Line + 1, Column: 1}
	}
	if src[i] == '\r' {
		return Position{Line: p.Line + 1, Column: 0}
	}
	return Position{Line: p.Line, Column: p.Column + 1}
}

func TestOffsetOutside(t *testing.T) {
	t.Parallel()
	d := Parse("a.yaml", []byte("ab: é\nc: 1\n"))
	for _, test := range []struct {
		p    Position
		want int
	}{
		{Position{0, 5}, 0}, {Position{1, 0}, 0}, {Position{1, 99}, 6}, {Position{2, 99}, 11}, {Position{3, 1}, 12}, {Position{9, 9}, 12},
	} {
		if got := d.Offset(test.p); got != test.want {
			t.Errorf("%v: got offset %d, want %d", test.p, got, test.want)
		}
	}
	for _, offset := range []int{-1, 99} {
		if p := d.Position(offset); p.Line < 1 || p.Column < 1 {
			t.Errorf("offset %d: got %v", offset, p)
		}
	}
}

func TestLocate(t *testing.T) {
	t.Parallel()
	d := Parse("a.yaml", []byte("a:\n  - b/c~: 1\nd: 2\n"))
	for _, test := range []struct{ pointer, found, nearest string }{
		{"", "", "1:1-1:1"},
		{"/d", "/d", "3:4-3:5"},
		{Pointer("a", "0", "b/c~"), "/a/0/b~1c~0", "2:11-2:12"},
		{"/a/0/x", "/a/0", "2:5-2:12"},
		{"/a/1", "/a", "1:1-1:2"},
		{"/a/x", "/a", "1:1-1:2"},
		{"/d/x", "/d", "3:1-3:2"},
		{"/x", "", "1:1-1:1"},
	} {
		got := d.Locate(test.pointer)
		if got.Found != test.found || showSpan(got.Nearest) != test.nearest {
			t.Errorf("%q: got %q and %s, want %q and %s", test.pointer, got.Found, showSpan(got.Nearest), test.found, test.nearest)
		}
	}
	empty := Parse("a.yaml", nil)
	if got := empty.Locate("/a"); got.Node != nil || !got.Nearest.Known() {
		t.Errorf("got %v in an empty file, want the start of the file", got)
	}
	if (*Node)(nil).Get("a") != nil || d.Root.Get("none").Get("b") != nil {
		t.Error("a key of nothing leads somewhere")
	}
}
