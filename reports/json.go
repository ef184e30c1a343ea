package reports

import (
	"bytes"
	"encoding/json"
	"io"

	"github.com/eifcheck/eifcheck"
)

// jsonReport writes the whole [eifcheck.Result] as encoding/json would indent it, but a file at a time.
type jsonReport struct {
	w      io.Writer
	header eifcheck.Header
	begun  bool
	// buf collects what the next write takes; encoder appends to it.
	buf     bytes.Buffer
	encoder *json.Encoder
}

const indent = "  "

func newJSON(w io.Writer, o Options) Report {
	r := &jsonReport{w: w, header: o.Header}
	r.encoder = json.NewEncoder(&r.buf)
	r.encoder.SetEscapeHTML(false)
	return r
}

// Assessment writes the next element of the list.
func (r *jsonReport) Assessment(a *eifcheck.Assessment) error {
	separator := ",\n"
	if !r.begun {
		if err := r.begin(); err != nil {
			return err
		}
		separator = "\n"
	}
	r.buf.WriteString(separator + indent + indent)
	if err := r.encode(a, indent+indent); err != nil {
		return err
	}
	return r.flush()
}

// Close ends the list and writes what stands after it.
func (r *jsonReport) Close(c eifcheck.Closing) error {
	end := "\n" + indent + "]"
	if !r.begun {
		if err := r.begin(); err != nil {
			return err
		}
		end = "]"
	}
	r.buf.WriteString(end + ",")
	start := r.buf.Len()
	if err := r.encode(c, ""); err != nil {
		return err
	}
	// What was encoded is an object of its own; its opening brace is that of the whole.
	copy(r.buf.Bytes()[start:], r.buf.Bytes()[start+1:])
	r.buf.Truncate(r.buf.Len() - 1)
	r.buf.WriteByte('\n')
	return r.flush()
}

// begin writes everything before the first element; the header's object stays open.
func (r *jsonReport) begin() error {
	r.begun = true
	if err := r.encode(r.header, ""); err != nil {
		return err
	}
	r.buf.Truncate(r.buf.Len() - len("\n}"))
	r.buf.WriteString(",\n" + indent + `"assessments": [`)
	return nil
}

// encode appends a value, indented under a prefix, without a line break at its end.
func (r *jsonReport) encode(v any, prefix string) error {
	r.encoder.SetIndent(prefix, indent)
	if err := r.encoder.Encode(v); err != nil {
		return err
	}
	r.buf.Truncate(r.buf.Len() - 1)
	return nil
}

// flush writes what was made so far, so that a reader of a pipe sees each file when it is done.
func (r *jsonReport) flush() error {
	_, err := r.w.Write(r.buf.Bytes())
	r.buf.Reset()
	return err
}
