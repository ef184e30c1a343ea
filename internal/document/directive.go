package document

import (
	"bytes"

	"github.com/eifcheck/eifcheck/internal/pattern"
)

// directives gives the lines that begin with % at the start of a file.
func (d *Document) directives() (starts []int) {
	for n := range d.places.lines {
		start := int(d.places.lines[n])
		line := d.Source[start:d.lineEnd(n+1)]
		if bytes.HasPrefix(line, []byte("%")) {
			starts = append(starts, start)
			continue
		}
		if text := bytes.TrimLeft(line, " \t"); len(text) > 0 && text[0] != '#' {
			break
		}
	}
	return starts
}

// checkDirectives refuses %TAG lines. They only serve tags, which are refused too, and the library
// compares each of them with all others.
func (d *Document) checkDirectives() bool {
	for _, start := range d.directives() {
		if bytes.HasPrefix(d.Source[start:], []byte("%TAG")) {
			end := d.lineEnd(d.places.line(start) + 1)
			d.reportAt(d.span(start, end), "", "input/syntax.directive", nil)
			return false
		}
	}
	return true
}

var version = pattern.Lazy(`^%YAML[ \t]+1\.[0-9][ \t\r\n]`)

// forLibrary is the source as the library accepts it: it reads YAML 1.2, but refuses a file that
// says so in a line "%YAML 1.2". Nothing moves: one digit is another.
func (d *Document) forLibrary() []byte {
	src := d.Source
	for _, start := range d.directives() {
		if found := version().Find(src[start:]); found != nil {
			src = bytes.Clone(src)
			src[start+len(found)-2] = '1'
			return src
		}
	}
	return src
}
