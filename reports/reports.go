// Package reports prints a result in one format a file.
//
// A report gets a writer and finished values, one [eifcheck.Assessment] after the other and the
// [eifcheck.Closing] at the end, and prints them as they come: however many files there are, it
// holds one. It never counts, sorts, filters or decides anything that a reader could take for a
// result; every number it shows stands in the result. What a file says of itself reaches an output
// only escaped for that output.
package reports

import (
	"io"

	"github.com/eifcheck/eifcheck"
)

// Report receives the results of one run as they come. An error is one of the writer's: the report
// is then incomplete, and nothing more must be sent.
type Report interface {
	// Assessment is called once a file, in order.
	Assessment(a *eifcheck.Assessment) error
	// Close is called once, after the last file.
	Close(c eifcheck.Closing) error
}

// Options are what a report depends on besides the results.
type Options struct {
	Header  eifcheck.Header
	Wording eifcheck.Wording
	// Width is the number of columns that text is laid out for, 0 for 80.
	Width int
	// Color colours text. Nothing is said by colour alone.
	Color bool
	// Verbose shows everything in full, Quiet only what failed and the verdict. Quiet wins.
	Verbose, Quiet bool
	// ByRespondent adds who answered what to the text.
	ByRespondent bool
	// ExitCode is what the command ends with at least, whatever the files are like: 2 where some that it was given
	// do not exist.
	ExitCode int
	// Template is what the format template runs, nil for one that prints the whole result as JSON.
	Template *Template
	// Interrupt is closed when the run is cancelled; nil for never.
	Interrupt <-chan struct{}
	// Summary takes the page that github writes besides its annotations, in one write of at most
	// SummaryRoom bytes; nil for none.
	Summary     io.Writer
	SummaryRoom int
}

// Format is a way to print a result.
type Format struct {
	// Name is what -f takes.
	Name string
	// Extension is that of a file in this format, with its dot.
	Extension string
	// About is the code of the catalogue entry that says what the format is for.
	About string
	// Whole tells that the report holds every file until the end.
	Whole bool
	// New starts a report.
	New func(w io.Writer, o Options) Report
}

// Formats lists every format, in the order in which help shows them. The help of the flag, completion
// and the message about an unknown name are made of it.
func Formats() []Format {
	return []Format{
		{Name: "text", Extension: ".txt", About: "format/text", New: newText},
		{Name: "json", Extension: ".json", About: "format/json", New: newJSON},
		{Name: "ndjson", Extension: ".ndjson", About: "format/ndjson", New: newNDJSON},
		{Name: "sarif", Extension: ".sarif", About: "format/sarif", New: newSARIF},
		{Name: "code-scanning", Extension: ".sarif", About: "format/code-scanning", New: newCodeScanning},
		{Name: "junit", Extension: ".xml", About: "format/junit", New: newJUnit},
		{Name: "gitlab", Extension: ".json", About: "format/gitlab", New: newGitLab},
		{Name: "checkstyle", Extension: ".xml", About: "format/checkstyle", New: newCheckstyle},
		{Name: "markdown", Extension: ".md", About: "format/markdown", New: newMarkdown},
		{Name: "github", Extension: ".txt", About: "format/github", New: newGitHub},
		{Name: "template", Extension: ".txt", About: "format/template", New: newTemplate, Whole: true},
	}
}

// Find finds a format by its name.
func Find(name string) (Format, bool) {
	for _, f := range Formats() {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}
