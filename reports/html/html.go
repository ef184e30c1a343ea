// Package html writes the report that a ministry reads: one page that needs nothing else, no network and
// no script. It prints an assessment's result and decides nothing.
//
// Free text of the file stays text: html/template escapes it by where it stands, control characters are made
// visible, and each piece keeps its own direction and language.
package html

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"strings"
	"sync"

	"github.com/eifcheck/eifcheck"
)

// Options are what a page depends on besides the assessment.
type Options struct {
	Header  eifcheck.Header
	Wording eifcheck.Wording
	// Settings say how the run departs from looking at everything, in sentences.
	Settings []string
	// Theme and Logo are the organisation's own; the zero values are none.
	Theme Theme
	Logo  Logo
	// LinkedData is the same assessment as JSON-LD, safe to stand in a script element, which is data there and
	// never runs; nil for none.
	LinkedData []byte
}

//go:embed templates/*.tmpl
var templates embed.FS

//go:embed templates/style.css
var style string

//go:embed templates/script.js
var script string

// parsed are the templates, read once and only when a page is written.
//
//nolint:gochecknoglobals // set once, by what the program was built with
var parsed = sync.OnceValues(func() (*template.Template, error) {
	return template.New("page.tmpl").ParseFS(templates, "templates/*.tmpl")
})

// Write writes the page about an assessment that could be assessed. An error is the writer's.
func Write(w io.Writer, a *eifcheck.Assessment, o Options) error {
	pages, err := parsed()
	if err != nil {
		return fmt.Errorf("read the templates: %w", err)
	}
	var b bytes.Buffer
	if err := pages.Execute(&b, newPage(a, o)); err != nil {
		return fmt.Errorf("fill the templates: %w", err)
	}
	_, err = w.Write(withoutMargin(b.Bytes()))
	return err
}

// withoutMargin drops the blank lines and the indentation that the templates are written with. No element of
// the page keeps its spaces, except free text, whose lines begin with none of ours.
func withoutMargin(page []byte) []byte {
	out := page[:0]
	for line := range bytes.Lines(page) {
		if line = bytes.TrimLeft(line, " \t"); len(bytes.TrimSpace(line)) > 0 {
			out = append(out, line...)
		}
	}
	return out
}

// tidy does the same to what is named by its digest, before that is computed.
func tidy(text string) string { return strings.TrimSpace(string(withoutMargin([]byte(text)))) }

// policy is the Content-Security-Policy of a page: nothing is loaded, and nothing runs but what is named by
// its digest. The linked data are named too: checkers of HTML want a digest for whatever stands in a script element.
func policy(styles []template.CSS, scripts []template.JS) string {
	var hashes, runs []string
	for _, s := range styles {
		hashes = append(hashes, digest(string(s)))
	}
	for _, s := range scripts {
		runs = append(runs, digest(string(s)))
	}
	return strings.Join([]string{
		"default-src 'none'", "style-src " + strings.Join(hashes, " "), "script-src " + strings.Join(runs, " "),
		"img-src data:", "base-uri 'none'", "form-action 'none'",
	}, "; ")
}

func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
