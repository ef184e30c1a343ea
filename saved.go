package eifcheck

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strconv"

	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/schemas"
)

// MaxSaved is the largest saved result that is read, in bytes: some thousand files.
const MaxSaved = 256 << 20

// RefusalError says why something is not a saved result.
type RefusalError struct{ messages.Message }

func (r RefusalError) Error() string { return r.Code }

func refuse(code string, args messages.Args) error { return RefusalError{messages.New(code, args)} }

// Saved is a result that was written as JSON or NDJSON and read back. Its form was checked, its
// assessments are decoded when they are asked for: however many there are, one is held.
type Saved struct {
	Header      Header
	Closing     Closing
	data        []byte
	assessments []piece
}

// piece is a part of the data: where it begins, and the pointer of its place in the result, "" for a
// line of NDJSON.
type piece struct {
	start   int
	raw     json.RawMessage
	pointer string
}

// envelope is a result whose assessments are still text.
type envelope struct {
	Header
	Assessments []json.RawMessage `json:"assessments"`
	Closing
}

// ReadSaved reads a result of -f json or -f ndjson. An error of kind [RefusalError] says what is wrong
// with it; any other is one of the reader.
func ReadSaved(r io.Reader) (*Saved, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxSaved+1))
	if err != nil {
		return nil, err
	}
	if len(data) > MaxSaved {
		return nil, refuse("convert/too-large", messages.Args{"limit": MaxSaved >> 20})
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	s := &Saved{data: data}
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, refuse("convert/empty", nil)
	}
	if isLines(data) {
		err = s.readLines()
	} else {
		err = s.readWhole()
	}
	if err == nil {
		err = s.checkCount()
	}
	return s, err
}

// isLines tells whether the first line is an object of its own and not a whole result.
func isLines(data []byte) bool {
	line, _, _ := bytes.Cut(bytes.TrimLeft(data, " \t\r\n"), []byte("\n"))
	keys := map[string]json.RawMessage{}
	if json.Unmarshal(line, &keys) != nil {
		return false
	}
	_, whole := keys["assessments"]
	_, assessment := keys["assessed"]
	_, last := keys["totals"]
	return !whole && (assessment || last)
}

// readWhole reads what -f json writes.
func (s *Saved) readWhole() error {
	if err := s.syntax(s.data, 0); err != nil {
		return err
	}
	if err := checkKind(s.data); err != nil {
		return err
	}
	var rest map[string]json.RawMessage
	if err := json.Unmarshal(s.data, &rest); err != nil {
		return refuse("convert/not-a-result", nil)
	}
	var list []json.RawMessage
	if json.Unmarshal(rest["assessments"], &list) != nil || rest["assessments"] == nil {
		return s.misfit(piece{raw: s.data}, []string{"assessments"}, rest)
	}
	rest["assessments"] = json.RawMessage("[]")
	if err := s.readRest(piece{raw: s.data}, rest); err != nil {
		return err
	}
	for i, raw := range list {
		p := piece{raw: raw, pointer: "/assessments/" + strconv.Itoa(i)}
		if err := s.checkAssessment(p); err != nil {
			return err
		}
		s.assessments = append(s.assessments, p)
	}
	return nil
}

// readLines reads what -f ndjson writes: assessments, and on the last line the rest.
func (s *Saved) readLines() error {
	var last piece
	at := 0
	for line := range bytes.Lines(s.data) {
		p := piece{start: at, raw: bytes.TrimSpace(line)}
		at += len(line)
		if len(p.raw) == 0 {
			continue
		}
		p.start += bytes.Index(line, p.raw)
		if err := s.syntax(p.raw, p.start); err != nil {
			return err
		}
		if last.raw != nil {
			if err := s.checkAssessment(last); err != nil {
				return err
			}
			s.assessments = append(s.assessments, last)
		}
		last = p
	}
	var rest map[string]json.RawMessage
	if json.Unmarshal(last.raw, &rest) != nil || rest["totals"] == nil {
		return refuse("convert/no-last-line", nil)
	}
	if err := checkKind(last.raw); err != nil {
		return err
	}
	rest["assessments"] = json.RawMessage("[]")
	return s.readRest(last, rest)
}

// readRest reads everything but the assessments.
func (s *Saved) readRest(p piece, rest map[string]json.RawMessage) error {
	text, err := json.Marshal(rest)
	if err != nil {
		return err
	}
	if pointer, ok := schemas.MisfitOfResult(text); ok {
		return s.misfit(p, pointer, rest)
	}
	var e envelope
	if err := json.Unmarshal(text, &e); err != nil {
		return s.misfit(p, nil, rest)
	}
	s.Header, s.Closing = e.Header, e.Closing
	return nil
}

// checkAssessment holds an assessment against the schema, and against what the schema cannot say.
func (s *Saved) checkAssessment(p piece) error {
	if pointer, ok := schemas.MisfitOfAssessment(p.raw); ok {
		return s.misfit(p, pointer, nil)
	}
	var a Assessment
	if err := json.Unmarshal(p.raw, &a); err != nil {
		return s.misfit(p, nil, nil)
	}
	if key := a.missing(); key != "" {
		return s.misfit(p, []string{key}, nil)
	}
	return nil
}

// missing names what an assessed file must have and does not, or nothing.
func (a *Assessment) missing() string {
	switch {
	case !a.Assessed:
		return ""
	case a.Document == nil:
		return "document"
	case a.Country == nil:
		return "country"
	case a.Year == nil:
		return "year"
	case a.Methodology == nil:
		return "methodology"
	case a.Summary == nil:
		return "summary"
	case a.Scoreboards == nil:
		return "scoreboards"
	case a.Recommendations == nil:
		return "recommendations"
	}
	return ""
}

// checkCount refuses a result from which assessments were taken: its totals would contradict it.
func (s *Saved) checkCount() error {
	if s.Closing.Totals.Files == len(s.assessments) {
		return nil
	}
	return refuse("convert/count", messages.Args{"files": s.Closing.Totals.Files, "found": len(s.assessments)})
}

// Each hands on every assessment, in order, worded anew. An error is one of emit.
func (s *Saved) Each(w Wording, emit func(*Assessment) error) error {
	for _, p := range s.assessments {
		a := &Assessment{}
		if err := json.Unmarshal(p.raw, a); err != nil {
			return err
		}
		a.reword(w)
		if err := emit(a); err != nil {
			return err
		}
	}
	return nil
}

// Reword words what stands after the assessments anew.
func (s *Saved) Reword(w Wording) {
	rewordFindings(s.Closing.Findings, w)
	s.Closing.Gate.reword(w)
}

// checkKind refuses what is JSON and no result of this version.
func checkKind(raw []byte) error {
	var kind struct {
		Result   *json.Number    `json:"result"`
		Eifcheck json.RawMessage `json:"eifcheck"`
		Tool     struct {
			Version string `json:"version"`
		} `json:"tool"`
	}
	err := json.Unmarshal(raw, &kind)
	switch {
	case kind.Eifcheck != nil:
		return refuse("convert/assessment", nil)
	case err != nil || kind.Result == nil:
		return refuse("convert/not-a-result", nil)
	case kind.Result.String() != strconv.Itoa(Format):
		return refuse("convert/version", messages.Args{
			"found": kind.Result.String(), "format": Format, "version": kind.Tool.Version,
		})
	}
	return nil
}

// syntax refuses what is no JSON, with the place.
func (s *Saved) syntax(raw []byte, start int) error {
	if json.Valid(raw) {
		return nil
	}
	var nothing json.RawMessage
	err := json.Unmarshal(raw, &nothing)
	wrong, ok := errors.AsType[*json.SyntaxError](err)
	if !ok {
		return refuse("convert/not-a-result", nil)
	}
	line, column := s.place(start + int(wrong.Offset) - 1)
	if int(wrong.Offset) >= len(bytes.TrimRight(raw, " \t\r\n")) && wrong.Error() == "unexpected end of JSON input" {
		return refuse("convert/truncated", messages.Args{"line": line, "column": column})
	}
	return refuse("convert/syntax", messages.Args{"line": line, "column": column})
}
