package reports

import (
	"bytes"
	"io"

	"github.com/eifcheck/eifcheck"
)

// writePDF writes the page on paper: what a reader gets who prints it, with page numbers, outline and tags.
func writePDF(files Files, a *eifcheck.Assessment, o DocumentOptions) error {
	var page bytes.Buffer
	if err := writeHTML(func(string) (io.Writer, error) { return &page, nil }, a, o); err != nil {
		return err
	}
	document, err := o.Print(page.Bytes())
	if err != nil {
		return err
	}
	out, err := files("")
	if err != nil {
		return err
	}
	_, err = out.Write(document)
	return err
}
