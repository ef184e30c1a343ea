package reports

import (
	"bufio"
	"io"
	"strings"
)

// The widths that text is laid out for. Lines longer than the widest are hard to read; narrower than
// the narrowest no table fits, and the terminal breaks the lines.
const (
	defaultWidth   = 80
	narrowestWidth = 40
	widestWidth    = 120
)

// page lays out lines of text. Whatever is printed passes through it and is cleaned there, so that no
// text of a file can do anything to a terminal.
type page struct {
	w       *bufio.Writer
	palette palette
	width   int
}

func newPage(w io.Writer, o Options) *page {
	width := o.Width
	if width == 0 {
		width = defaultWidth
	}
	width = max(narrowestWidth, min(width, widestWidth))
	return &page{w: bufio.NewWriter(w), palette: newPalette(o.Color), width: width}
}

// flush hands on what was printed. The writer keeps its first error, so nothing before needs to look.
func (p *page) flush() error { return p.w.Flush() }

// cell is a piece of a line: text in a tone, padded to a width when it has one.
type cell struct {
	text  string
	tone  tone
	width int
	// right sets the text to the right of its width.
	right bool
}

// line prints cells beside each other, indented, gap columns apart. Nothing is printed after the last
// text: no line ends in spaces.
func (p *page) line(indent, gap int, cells ...cell) {
	spaces := indent
	for _, c := range cells {
		text := strings.TrimRight(clean(c.text), " ")
		padding := max(0, c.width-widthOf(text))
		if c.right {
			spaces += padding
			padding = 0
		}
		if text != "" {
			p.space(spaces)
			p.w.WriteString(p.palette[c.tone].on)
			p.w.WriteString(text)
			p.w.WriteString(p.palette[c.tone].off)
			spaces = 0
		}
		spaces += padding + gap
	}
	p.w.WriteByte('\n')
}

func (p *page) space(n int) {
	const spaces = "                                        "
	for ; n > len(spaces); n -= len(spaces) {
		p.w.WriteString(spaces)
	}
	p.w.WriteString(spaces[:max(0, n)])
}

func (p *page) blank() { p.w.WriteByte('\n') }

// text prints a paragraph, each line indented.
func (p *page) text(indent int, t tone, text string) { p.hang(indent, cell{}, t, text) }

// hang prints a paragraph after a leading cell; the lines after the first begin under its own text.
func (p *page) hang(indent int, lead cell, t tone, text string) {
	hanging := indent
	if lead.text != "" {
		lead.width = max(lead.width, widthOf(clean(lead.text)))
		hanging += lead.width
	}
	room := max(p.width-hanging, narrowestWidth/4)
	for i, part := range wrap(clean(text), room) {
		if i == 0 && lead.text != "" {
			p.line(indent, 0, lead, cell{text: part, tone: t})
			continue
		}
		p.line(hanging, 0, cell{text: part, tone: t})
	}
}

// rule prints a heading with a line drawn to the end of the page.
func (p *page) rule(stroke, heading string) {
	heading = shorten(clean(heading), p.width-6)
	rest := max(0, p.width-widthOf(heading)-4)
	p.line(0, 1,
		cell{text: strings.Repeat(stroke, 2), tone: faint},
		cell{text: heading, tone: strong},
		cell{text: strings.Repeat(stroke, rest), tone: faint})
}

// pad fills the text of a cell up to its width.
func pad(c cell) string {
	text := clean(c.text)
	return text + strings.Repeat(" ", max(0, c.width-widthOf(text)))
}
