package reports

import "strings"

// sheet lays out the paragraphs of an explanation within a width.
type sheet struct {
	width int
	lines []string
}

func newSheet(width int) sheet {
	if width <= 0 {
		width = defaultWidth
	}
	return sheet{width: min(width, widestWidth)}
}

func (s *sheet) started() bool { return len(s.lines) > 0 }

func (s *sheet) blank() { s.lines = append(s.lines, "") }

// line writes a paragraph behind an indent.
func (s *sheet) line(indent int, words string) { s.item(indent, "", 0, words) }

// item writes a label and a paragraph beside it; gap is the width of the label's column.
func (s *sheet) item(indent int, label string, gap int, words string) {
	column := indent + gap
	if label != "" {
		column = indent + max(gap, widthOf(label)+2)
	}
	for i, line := range wrap(words, max(s.width-column, narrowestWidth/2)) {
		lead := strings.Repeat(" ", column)
		if i == 0 && label != "" {
			lead = strings.Repeat(" ", indent) + label + strings.Repeat(" ", column-indent-widthOf(label))
		}
		s.lines = append(s.lines, strings.TrimRight(lead+line, " "))
	}
}

// verbatim writes something that must not be broken, because a reader copies it: an address, a line of a file.
func (s *sheet) verbatim(indent int, text string) {
	s.lines = append(s.lines, strings.Repeat(" ", indent)+text)
}

func (s *sheet) bytes() []byte { return []byte(strings.Join(s.lines, "\n") + "\n") }
