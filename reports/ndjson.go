package reports

import (
	"encoding/json"
	"io"

	"github.com/eifcheck/eifcheck"
)

// ndjsonReport writes an assessment a line, and on the last line the rest of the result.
type ndjsonReport struct {
	encoder *json.Encoder
	header  eifcheck.Header
}

// lastLine is a result without its assessments.
type lastLine struct {
	eifcheck.Header
	eifcheck.Closing
}

func newNDJSON(w io.Writer, o Options) Report {
	// An encoder makes one write of each line, so that lines stay whole in a pipe.
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return &ndjsonReport{encoder: e, header: o.Header}
}

// Assessment writes a line.
func (r *ndjsonReport) Assessment(a *eifcheck.Assessment) error { return r.encoder.Encode(a) }

// Close writes the last line.
func (r *ndjsonReport) Close(c eifcheck.Closing) error {
	return r.encoder.Encode(lastLine{Header: r.header, Closing: c})
}
