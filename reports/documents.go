package reports

import (
	"io"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/reports/html"
)

// Document is a way to write one assessment for people who read no terminal: a page, a text, a table.
type Document struct {
	// Name is what -f takes.
	Name string
	// Extension is that of a file in this format, with its dot.
	Extension string
	// About is the code of the catalogue entry that says what the format is for.
	About string
	// Parts are the endings of the files it consists of besides the document itself, such as
	// ".findings.csv"; a document with parts is written to files only.
	Parts []string
	// Write writes the document of one assessment that could be assessed. An error is one of a writer.
	Write func(files Files, a *eifcheck.Assessment, o DocumentOptions) error
}

// Files opens a file of a document: "" is the document itself, any other its part with that ending.
// What is opened is closed by whoever gave the function.
type Files func(part string) (io.Writer, error)

// DocumentOptions are what a document depends on besides the assessment.
type DocumentOptions struct {
	Header  eifcheck.Header
	Wording eifcheck.Wording
	// Theme and Logo are the organisation's own, for documents that have a look.
	Theme html.Theme
	Logo  html.Logo
	// Print prints a page of HTML to PDF. It may start a program.
	Print func(page []byte) ([]byte, error)
	// File is the name of the document's own file, without its folder; "" where it is not a file. Its parts
	// are named after it.
	File string
}

// Documents lists every document, in the order in which help shows them. The first is the default.
func Documents() []Document {
	return []Document{
		{Name: "html", Extension: ".html", About: "document/html", Write: writeHTML},
		{Name: "pdf", Extension: ".pdf", About: "document/pdf", Write: writePDF},
		csvDocument(),
		markdownDocument(),
		factsheetDocument(),
		jsonldDocument(),
	}
}

func writeHTML(files Files, a *eifcheck.Assessment, o DocumentOptions) error {
	graph, err := linkedData(a, o.Header, o.Wording)
	if err != nil {
		return err
	}
	w, err := files("")
	if err != nil {
		return err
	}
	return html.Write(w, a, html.Options{
		Header: o.Header, Wording: o.Wording, Settings: settingLines(o.Header.Settings, o.Wording),
		Theme: o.Theme, Logo: o.Logo, LinkedData: graph,
	})
}

// newDocumentText is the wording of the text report without its page, for documents that say the same.
func newDocumentText(o DocumentOptions) *textReport {
	return newMarkdownWords(Options{Header: o.Header, Wording: o.Wording}).text
}
