package reports

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"github.com/eifcheck/eifcheck"
)

// tabStop is how far apart tabs are drawn in an excerpt.
const tabStop = 4

// excerpt prints the line of the file that a finding starts on, with its number, and below it a mark
// under what is meant. A line that is too long is cut around the mark.
func (r *textReport) excerpt(f *eifcheck.Finding) {
	if f.Excerpt == "" || f.Location.Line == 0 {
		return
	}
	lineNumber := strconv.Itoa(f.Location.Line)
	gutter := columnGap + len(lineNumber) + len(" | ")
	from, to := f.Location.Column-1, f.Location.EndColumn-1
	if f.Location.EndLine > f.Location.Line {
		to = utf8.RuneCountInString(f.Excerpt)
	}
	shown := draw(f.Excerpt, from, max(to, from+1), r.width-gutter)
	r.line(columnGap, 1, cell{text: lineNumber, tone: faint}, cell{text: "|", tone: faint}, cell{text: shown.text})
	r.line(columnGap, 1, cell{width: len(lineNumber)}, cell{text: "|", tone: faint},
		cell{text: strings.Repeat(" ", shown.start) + strings.Repeat("^", shown.end-shown.start), tone: caution})
}

// drawn is a line as it is shown, and the columns of it that are marked.
type drawn struct {
	text       string
	start, end int
}

// draw prepares a line: what a terminal must not get is shown as an escape, a tab as spaces, and the
// marked characters, given by number, are followed through all of that to the columns they end up in.
func draw(line string, from, to, width int) drawn {
	cutBefore := from > 4*width
	if cutBefore { // a file can be one line of millions of characters: look only at what can be shown
		skip := from - 2*width
		line, from, to = dropRunes(line, skip), from-skip, to-skip
	}
	before, column := expand(line, from, 0)
	marked, column := expand(dropRunes(line, from), to-from, column)
	after, _ := expand(dropRunes(line, to), 4*width, column)
	d := drawn{text: strings.TrimRight(before+marked+after, " "), start: widthOf(before)}
	d.end = max(d.start+1, widthOf(before+marked))
	return d.within(width, cutBefore)
}

// expand shows the first n characters of a line that start at a column.
func expand(line string, n, column int) (text string, end int) {
	var b strings.Builder
	for _, character := range line {
		if n == 0 {
			break
		}
		n--
		shown := string(character)
		switch {
		case character == '\t':
			shown = strings.Repeat(" ", tabStop-column%tabStop)
		default:
			shown = clean(shown)
		}
		b.WriteString(shown)
		column += widthOf(shown)
	}
	return b.String(), column
}

// within cuts a line that is wider than the page around its mark, and the mark at the edge.
func (d drawn) within(width int, cutBefore bool) drawn {
	if !cutBefore && widthOf(d.text) <= width {
		return d
	}
	// A third of the room before the mark tells where it is, the rest shows what follows.
	skip := max(0, min(d.start-width/3, widthOf(d.text)-width+1))
	if cutBefore {
		skip = max(skip, 1)
	}
	column, state, rest := 0, -1, d.text
	var b strings.Builder
	shift := 0
	for rest != "" {
		var cluster string
		var columns int
		cluster, rest, columns, state = uniseg.FirstGraphemeClusterInString(rest, state)
		switch {
		case column < skip:
			column += columns
			shift = column - 1
			continue
		case b.Len() == 0 && skip > 0:
			b.WriteString("…")
		}
		if column-shift+columns > width-1 && rest != "" {
			b.WriteString("…")
			break
		}
		b.WriteString(cluster)
		column += columns
	}
	d.text = b.String()
	d.start, d.end = max(0, d.start-shift), min(d.end-shift, width)
	d.end = max(d.end, d.start+1)
	return d
}
