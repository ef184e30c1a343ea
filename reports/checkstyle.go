package reports

import (
	"encoding/xml"
	"io"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/rules"
)

// checkstyleReport writes what Checkstyle writes: an element a file, with an error a finding.
type checkstyleReport struct {
	elements xmlElements
	wording  eifcheck.Wording
}

// checkstyleVersion is the form of the document, which all its readers know.
const checkstyleVersion = "4.3"

func newCheckstyle(w io.Writer, o Options) Report {
	return &checkstyleReport{
		elements: xmlElements{w: w, name: "checkstyle", attributes: ` version="` + checkstyleVersion + `"`},
		wording:  o.Wording,
	}
}

type checkstyleFile struct {
	XMLName xml.Name          `xml:"file"`
	Name    string            `xml:"name,attr"`
	Errors  []checkstyleError `xml:"error"`
}

type checkstyleError struct {
	Line int `xml:"line,attr"`
	// Column is left out where a finding is about the whole file.
	Column   int    `xml:"column,attr,omitempty"`
	Severity string `xml:"severity,attr"`
	Message  string `xml:"message,attr"`
	Source   string `xml:"source,attr"`
}

// Assessment writes a file, also one without findings.
func (r *checkstyleReport) Assessment(a *eifcheck.Assessment) error {
	file := checkstyleFile{Name: clean(slashed(a.Input.Path))}
	entries := entriesOf(a)
	for i := range entries {
		file.Errors = append(file.Errors, r.fault(&entries[i]))
	}
	return r.elements.element(file)
}

// Close writes the findings about the run, each in its file.
func (r *checkstyleReport) Close(c eifcheck.Closing) error {
	entries := runEntries(c)
	for i := 0; i < len(entries); {
		file := checkstyleFile{Name: entries[i].name()}
		for ; i < len(entries) && entries[i].name() == file.Name; i++ {
			file.Errors = append(file.Errors, r.fault(&entries[i]))
		}
		if err := r.elements.element(file); err != nil {
			return err
		}
	}
	return r.elements.end()
}

func (r *checkstyleReport) fault(e *entry) checkstyleError {
	return checkstyleError{
		Line: e.place.Line, Column: e.place.Column, Severity: checkstyleSeverity(e),
		Message: e.sentence(r.wording), Source: e.rule,
	}
}

// checkstyleSeverity chooses of Checkstyle's four. What is accepted has the one that readers pass over.
func checkstyleSeverity(e *entry) string {
	switch {
	case e.waived != nil:
		return "ignore"
	case e.severity == rules.Error:
		return "error"
	case e.severity == rules.Warning:
		return "warning"
	}
	return "info"
}
