package document

import (
	"bytes"
	"sort"
	"unicode/utf8"
)

// block is the number of bytes between two entries of index.points: the most that has to be counted
// to find a column, however long the line is.
const block = 256

const bom = "\xef\xbb\xbf"

// index finds lines and columns. A line ends with LF, CRLF or a lone CR, as YAML has it.
type index struct {
	lines  []int32 // offset of each line's first byte; a byte order mark belongs to no line
	points []int32 // number of code points before each block of bytes; nil when all is ASCII
}

func newIndex(src []byte) index {
	start := 0
	if bytes.HasPrefix(src, []byte(bom)) {
		start = len(bom)
	}
	x := index{lines: make([]int32, 1, 1+bytes.Count(src, []byte{'\n'}))}
	x.lines[0] = int32(start)
	ascii := true
	for i := start; i < len(src); i++ {
		switch c := src[i]; {
		case c == '\n', c == '\r' && (i+1 == len(src) || src[i+1] != '\n'):
			x.lines = append(x.lines, int32(i+1))
		case c >= utf8.RuneSelf:
			ascii = false
		}
	}
	if !ascii {
		x.points = countPoints(src)
	}
	return x
}

func countPoints(src []byte) []int32 {
	points := make([]int32, 0, len(src)/block+1)
	n := int32(0)
	for i := 0; i < len(src); i += block {
		points = append(points, n)
		n += int32(starts(src[i:min(i+block, len(src))])) //nolint:gosec // at most a block
	}
	return points
}

// starts counts the bytes that begin a code point.
func starts(b []byte) int {
	n := 0
	for _, c := range b {
		if c&0xC0 != 0x80 {
			n++
		}
	}
	return n
}

// before is the number of code points before an offset.
func (x index) before(src []byte, offset int) int {
	if x.points == nil {
		return offset
	}
	b := min(offset/block, len(x.points)-1)
	return int(x.points[b]) + starts(src[b*block:offset])
}

// line is the number, from 0, of the line that holds an offset.
func (x index) line(offset int) int {
	return max(0, sort.Search(len(x.lines), func(i int) bool { return int(x.lines[i]) > offset })-1)
}

// Position tells the line and column of a byte offset of the source. Offsets outside of it count as its start or end.
func (d *Document) Position(offset int) Position {
	if len(d.places.lines) == 0 {
		return Position{Line: 1, Column: 1}
	}
	offset = max(int(d.places.lines[0]), min(offset, len(d.Source)))
	line := d.places.line(offset)
	start := int(d.places.lines[line])
	return Position{
		Line:   line + 1,
		Column: 1 + d.places.before(d.Source, offset) - d.places.before(d.Source, start),
	}
}

// Offset is the reverse of [Document.Position]: the byte offset of a line and column. What lies
// beyond the end of a line or of the file counts as that end.
func (d *Document) Offset(p Position) int {
	lines := d.places.lines
	switch {
	case len(lines) == 0 || p.Line < 1:
		return 0
	case p.Line > len(lines):
		return len(d.Source)
	}
	start, end := int(lines[p.Line-1]), d.lineEnd(p.Line)
	if d.places.points == nil {
		return min(start+max(0, p.Column-1), end)
	}
	want := d.places.before(d.Source, start) + max(0, p.Column-1)
	b := max(0, sort.Search(len(d.places.points), func(i int) bool { return int(d.places.points[i]) > want })-1)
	offset, n := b*block, int(d.places.points[b])
	for ; offset < end; offset++ {
		if d.Source[offset]&0xC0 != 0x80 {
			if n == want {
				break
			}
			n++
		}
	}
	return min(max(offset, start), end)
}

// Line is the text of a line, counted from 1, without its line end; "" when there is no such line.
func (d *Document) Line(n int) string {
	if n < 1 || n > len(d.places.lines) {
		return ""
	}
	return string(d.Source[d.places.lines[n-1]:d.lineEnd(n)])
}

// lineEnd is the offset of the end of a line, before its line break.
func (d *Document) lineEnd(n int) int {
	if n == len(d.places.lines) {
		return len(d.Source)
	}
	end := int(d.places.lines[n])
	if d.Source[end-1] == '\n' && end-2 >= int(d.places.lines[n-1]) && d.Source[end-2] == '\r' {
		return end - 2
	}
	return end - 1
}
