package reports

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/eifcheck/eifcheck"
)

// tabStop is how far apart tabs are drawn in an excerpt.
const tabStop = 4

// excerpt prints the line of the file that a finding starts on, with its number, and below it a mark
// under what is meant. A line that is too long is cut around the mark.
func (r *textReport) excerpt(f *eifcheck.Finding, t tone) {
	if f.Excerpt == "" || f.Location.Line == 0 {
		return
	}
	lineNumber := strconv.Itoa(f.Location.Line)
	gutter := columnGap + len(lineNumber) + len(" | ")
	from, to := f.Location.Column-f.ExcerptStart, f.Location.EndColumn-f.ExcerptStart
	if f.Location.EndLine > f.Location.Line {
		to = utf8.RuneCountInString(f.Excerpt)
	}
	shown := draw(f.Excerpt, from, max(to, from+1), r.width-gutter, f.ExcerptStart > 1)
	r.line(columnGap, 1, cell{text: lineNumber, tone: faint}, cell{text: "|", tone: faint}, cell{text: shown.text})
	r.line(columnGap, 1, cell{width: len(lineNumber)}, cell{text: "|", tone: faint},
		cell{text: strings.Repeat(" ", shown.start) + strings.Repeat("^", shown.end-shown.start), tone: t})
}

// drawn is a line as it is shown, and the columns of it that are marked.
type drawn struct {
	text       string
	start, end int
}

// draw prepares a line: what a terminal must not get is shown as an escape, a tab as spaces, and the
// marked characters, given by number, are followed through that to the columns they end up in. Of a
// line that was cut before, what begins it is not its first character.
func draw(line string, from, to, width int, cutBefore bool) drawn {
	// A file can be one line of millions of characters: only what can be shown is looked at.
	if from > 2*width {
		skipped := from - width
		line, from, to = dropRunes(line, skipped), width, to-skipped
		cutBefore = true
	}
	to = min(to, from+2*width)

	var b strings.Builder
	start, end, at := -1, -1, 0
	for _, character := range line {
		switch at {
		case from:
			start = b.Len()
		case to:
			end = b.Len()
		}
		if at++; at > to+2*width {
			break
		}
		if character == '\t' {
			b.WriteString(strings.Repeat(" ", tabStop-widthOf(b.String())%tabStop))
			continue
		}
		b.WriteString(clean(string(character)))
	}
	text := b.String()
	if start < 0 {
		start = len(text)
	}
	if end < 0 {
		end = len(text)
	}
	d := drawn{text: text, start: widthOf(text[:start]), end: widthOf(text[:end])}
	return d.within(width, cutBefore)
}

// within cuts a line that is wider than the page around its mark, and the mark at the edge. A third
// of the room before the mark tells where it is, the rest shows what follows.
func (d drawn) within(width int, cutBefore bool) drawn {
	wide := widthOf(d.text)
	skip := max(0, min(d.start-width/3, wide-width+1))
	if cutBefore {
		skip = max(skip, 1)
	}
	if skip > 0 && (cutBefore || wide > width) {
		head, rest := cut(d.text, skip)
		d.text = "…" + rest
		d.start -= widthOf(head) - 1
		d.end -= widthOf(head) - 1
	}
	d.text = strings.TrimRight(shorten(d.text, width), " ")
	d.start = max(0, min(d.start, width-1))
	d.end = max(d.start+1, min(d.end, width))
	return d
}
