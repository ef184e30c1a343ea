package document

import (
	"bytes"
	"unicode/utf8"

	"github.com/eifcheck/eifcheck/internal/pattern"
)

// foreign recognises files that are no text for eifcheck at all, and names the message that says so; "" for any other.
func foreign(src []byte) string {
	head := bytes.TrimLeft(bytes.TrimPrefix(src[:min(len(src), headBytes)], []byte(bom)), " \t\r\n")
	lower := bytes.ToLower(head) // of text alone: it changes bytes that are none
	for _, kind := range []struct{ start, code string }{
		{"PK\x03\x04", "input/encoding.office"},
		{"\xd0\xcf\x11\xe0", "input/encoding.office"},
		{`{\rtf`, "input/encoding.office"},
		{"%PDF-", "input/encoding.pdf"},
		{"<!doctype", "input/encoding.html"},
		{"<html", "input/encoding.html"},
	} {
		if bytes.HasPrefix(head, []byte(kind.start)) || bytes.HasPrefix(lower, []byte(kind.start)) {
			return kind.code
		}
	}
	if bytes.IndexByte(head, 0) >= 0 && wideEncoding(src) == "" && !utf8.Valid(src) {
		return "input/encoding.binary"
	}
	return ""
}

// keyed matches a line that begins with a key.
var keyed = pattern.Lazy(`^[ \t-]*["']?[A-Za-z0-9_-]+["']?:(?:[ \t]|$)`)

// isTable tells whether a file looks like one exported from a spreadsheet: its first lines have no
// keys, but as many separators each.
func (d *Document) isTable() bool {
	var first, second []byte
	for n := 1; n <= len(d.places.lines) && second == nil; n++ {
		line := d.Source[d.places.lines[n-1]:d.lineEnd(n)]
		switch {
		case len(bytes.TrimSpace(line)) == 0:
		case keyed().Match(line) || bytes.IndexByte([]byte("#-[{"), line[0]) >= 0 || bytes.Contains(line, []byte(", ")):
			return false
		case first == nil:
			first = line
		default:
			second = line
		}
	}
	for _, separator := range []string{";", "\t", ","} {
		if n := bytes.Count(first, []byte(separator)); n > 0 && n == bytes.Count(second, []byte(separator)) {
			return true
		}
	}
	return false
}

// rootCode says what a file is that is not made of keys and values.
func (d *Document) rootCode() string {
	if d.isTable() {
		return "input/root.table"
	}
	return "input/root"
}
