package reports

import (
	"bytes"
	"encoding/json"
	"io"
)

// jsonLines writes JSON a list element a line: a reader sees each when it is made, and a difference of two outputs is
// one of lines.
type jsonLines struct {
	w       io.Writer
	buf     bytes.Buffer
	encoder *json.Encoder
	// count is the number of elements of the list that is open.
	count int
}

func newJSONLines(w io.Writer) *jsonLines {
	l := &jsonLines{w: w}
	l.encoder = json.NewEncoder(&l.buf)
	l.encoder.SetEscapeHTML(false)
	return l
}

// text writes what is no element.
func (l *jsonLines) text(s string) { l.buf.WriteString(s) }

// value writes one value in the line.
func (l *jsonLines) value(v any) error {
	if err := l.encoder.Encode(v); err != nil {
		return err
	}
	l.buf.Truncate(l.buf.Len() - 1) // the encoder's line break
	return nil
}

// open starts a list.
func (l *jsonLines) open() {
	l.count = 0
	l.text("[")
}

// element writes the next element of the list on a line of its own.
func (l *jsonLines) element(v any) error {
	if l.count > 0 {
		l.text(",")
	}
	l.text("\n")
	l.count++
	return l.value(v)
}

// end ends the list.
func (l *jsonLines) end() {
	if l.count > 0 {
		l.text("\n")
	}
	l.text("]")
}

// flush hands on what was made so far.
func (l *jsonLines) flush() error {
	_, err := l.w.Write(l.buf.Bytes())
	l.buf.Reset()
	return err
}
