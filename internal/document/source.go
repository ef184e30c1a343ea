package document

import (
	"bytes"

	"go.yaml.in/yaml/v4"
)

// next tells whether the cursor stands before a byte.
func (w *walker) next(c byte) bool { return w.cursor < len(w.src) && w.src[w.cursor] == c }

// take steps over a byte if it is there.
func (w *walker) take(c byte) bool {
	if !w.next(c) {
		return false
	}
	w.cursor++
	w.end = w.cursor
	return true
}

// blankAt tells whether white space, a line end or the end of the file stands at an offset.
func (w *walker) blankAt(i int) bool { return i >= len(w.src) || isWhite(w.src[i]) }

func isWhite(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// space steps over white space and comments.
func (w *walker) space() {
	for w.cursor < len(w.src) {
		switch {
		case isWhite(w.src[w.cursor]):
			w.cursor++
		case w.atComment():
			w.comment()
		default:
			return
		}
	}
}

// separator steps over white space, comments and the comma between two parts in brackets.
func (w *walker) separator() {
	w.space()
	if w.take(',') {
		w.space()
	}
}

// gap goes to the start of a value, over all that stands before it.
func (w *walker) gap(to int) {
	for w.cursor < to {
		if w.atComment() {
			w.comment()
		} else {
			w.cursor++
		}
	}
}

func (w *walker) atComment() bool {
	if w.src[w.cursor] != '#' {
		return false
	}
	return w.cursor == int(w.doc.places.lines[0]) || isWhite(w.src[w.cursor-1])
}

// comment keeps a comment and goes to the end of its line.
func (w *walker) comment() {
	start := w.cursor
	w.cursor = w.lineEnd()
	w.doc.Comments = append(w.doc.Comments, Comment{
		Text:  string(w.src[start:w.cursor]),
		Span:  w.spanOf(start, w.cursor),
		Alone: len(bytes.TrimLeft(w.src[w.doc.places.lines[w.place.Line-1]:start], " \t")) == 0,
	})
}

// lineEnd is the offset of the end of the line the cursor is in.
func (w *walker) lineEnd() int {
	if i := bytes.IndexAny(w.src[w.cursor:], "\r\n"); i >= 0 {
		return w.cursor + i
	}
	return len(w.src)
}

// tagEnd is where a tag such as !!str ends.
func tagEnd(src []byte, start int) int {
	if bytes.HasPrefix(src[start:], []byte("!<")) {
		if i := bytes.IndexByte(src[start:], '>'); i >= 0 {
			return start + i + 1
		}
	}
	if i := bytes.IndexAny(src[start:], " \t\r\n,[]{}"); i >= 0 {
		return start + i
	}
	return len(src)
}

// scalarEnd finds where text that starts at an offset ends.
func (w *walker) scalarEnd(n *yaml.Node, start int, at place) int {
	if start >= len(w.src) {
		return len(w.src)
	}
	switch n.Style &^ yaml.TaggedStyle {
	case yaml.DoubleQuotedStyle:
		return doubleQuotedEnd(w.src, start)
	case yaml.SingleQuotedStyle:
		return singleQuotedEnd(w.src, start)
	case yaml.LiteralStyle, yaml.FoldedStyle:
		return w.blockTextEnd(start, at.indent)
	}
	return plainEnd(w.src, start, n.Value)
}

func doubleQuotedEnd(src []byte, start int) int {
	for i := start + 1; i < len(src); i++ {
		switch src[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return len(src)
}

func singleQuotedEnd(src []byte, start int) int {
	for i := start + 1; i < len(src); i++ {
		if src[i] != '\'' {
			continue
		}
		if i+1 == len(src) || src[i+1] != '\'' {
			return i + 1
		}
		i++
	}
	return len(src)
}

// plainEnd follows unquoted text. Nothing in it is escaped; only its white space may differ from
// the source, where it can run over several lines.
func plainEnd(src []byte, start int, text string) int {
	i, j := start, 0
	for j < len(text) && i < len(src) {
		switch {
		case src[i] == text[j]:
			i++
			j++
		case isWhite(text[j]) || isWhite(src[i]):
			for j < len(text) && isWhite(text[j]) {
				j++
			}
			for i < len(src) && isWhite(src[i]) {
				i++
			}
		default:
			return i
		}
	}
	return i
}

// blockTextEnd finds the end of text after | or >: the end of its last line that is not blank.
func (w *walker) blockTextEnd(start, parent int) int {
	end, explicit := header(w.src, start)
	w.cursor = end
	w.headerComment()
	lines := w.doc.places.lines
	indent := -1
	if explicit > 0 {
		indent = max(parent, 0) + explicit
	}
	least := parent + 1
	for line := w.pos(w.cursor).Line; line < len(lines); line++ {
		from, to := int(lines[line]), w.doc.lineEnd(line+1)
		depth, blank := indentation(w.src[from:to])
		if blank {
			least = max(least, depth) // leading blank lines can push the text to the right
			continue
		}
		if indent < 0 {
			indent = max(least, depth)
		}
		if depth < indent {
			break
		}
		end = to
	}
	return end
}

// header reads the signs after | or >: where they end, and the indentation they ask for, or 0.
func header(src []byte, start int) (end, indent int) {
	for end = start + 1; end < len(src) && !isWhite(src[end]); end++ {
		if c := src[end]; c >= '1' && c <= '9' {
			indent = int(c - '0')
		}
	}
	return end, indent
}

// headerComment keeps the comment that can stand behind | or >.
func (w *walker) headerComment() {
	for w.next(' ') || w.next('\t') {
		w.cursor++
	}
	if w.next('#') {
		w.comment()
	}
}

// indentation counts the spaces a line starts with and tells whether nothing but white space follows.
func indentation(line []byte) (depth int, blank bool) {
	for depth < len(line) && line[depth] == ' ' {
		depth++
	}
	return depth, len(bytes.TrimLeft(line[depth:], " \t")) == 0
}
