package rules

import (
	"unicode/utf8"

	"github.com/eifcheck/eifcheck/internal/document"
)

// excerptWidth is the most characters of a line that a finding repeats. A file can be one line of
// megabytes with hundreds of findings.
const excerptWidth = 400

// excerpt is the line a place starts on, of a long one the part around the place, and the column of
// its first character.
func excerpt(d *document.Document, at document.Position) (text string, start int) {
	if at.Line < 1 {
		return "", 1
	}
	first := d.Offset(document.Position{Line: at.Line, Column: 1})
	if end := lineEnd(d.Source, first, excerptWidth); end == len(d.Source) || isBreak(d.Source[end]) {
		return string(d.Source[first:end]), 1
	}
	start = max(1, at.Column-excerptWidth/2)
	first = d.Offset(document.Position{Line: at.Line, Column: start})
	return string(d.Source[first:lineEnd(d.Source, first, excerptWidth)]), start
}

// lineEnd is where a line ends, or where its first n characters do.
func lineEnd(source []byte, at, n int) int {
	for ; n > 0 && at < len(source) && !isBreak(source[at]); n-- {
		_, size := utf8.DecodeRune(source[at:])
		at += size
	}
	return at
}

func isBreak(c byte) bool { return c == '\n' || c == '\r' }
