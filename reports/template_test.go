package reports

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
)

// ran runs a template over the fixtures.
func ran(t *testing.T, source string) (string, error) {
	t.Helper()

	parsed, err := ParseTemplate("test.tmpl", source)
	if err != nil {
		return "", err
	}
	var out bytes.Buffer
	r := newTemplate(&out, Options{Header: header(), Wording: wording(t), Template: parsed})
	err = run(r, france(), norway(), broken())
	return out.String(), err
}

func TestTemplate(t *testing.T) {
	t.Parallel()

	for source, want := range map[string]string{
		`{{range .assessments}}{{.input.file}} {{end}}`:                                              "fr.yaml countries/no.yaml broken.yaml ",
		`{{if gt .totals.files 3}}many{{end}} {{.tool.version}} {{.as_of}}`:                          "many 1.0.0 2026-11-22",
		`{{with index .assessments 0}}{{.summary.coverage.areas}} {{.country}}{{end}}`:               "0.96 FR",
		`{{json (index .assessments 2).summary}} {{json .gate.passed}} {{json "<a>"}}`:               `null false "<a>"`,
		`{{escapeHTML "<a>"}} {{escapeXML "<a>\x00"}} {{escapeMarkdown "*a*"}}`:                      "&lt;a&gt; &lt;a&gt;\uFFFD \\*a\\*",
		`{{join ", " (index (index (index .assessments 0).scoreboards 0).areas 0).recommendations}}`: "R01",
		`{{indent 2 "a\nb"}} {{printf "%03d %s" 7 "x"}} {{print 1 "a"}}`:                             "a\n  b 007 x 1a",
	} {
		if got, err := ran(t, source); err != nil || got != want {
			t.Errorf("%s: got %q, %v, want %q", source, got, err, want)
		}
	}
}

// A mistake names the line; what would use up the memory is refused.
func TestTemplateMistakes(t *testing.T) {
	t.Parallel()

	for source, want := range map[string]string{
		"a\n{{.nothing}}":              "test.tmpl:2:",
		"a\n\n{{if}}":                  "test.tmpl:3",
		"{{readFile \"/etc/passwd\"}}": "test.tmpl:1",
		`{{define "a"}}{{template "a" .}}{{end}}{{template "a" .}}`:                                                                               "test.tmpl:1",
		`{{$x := "0123456789abcdef"}}{{range .assessments}}{{range .recommendations}}{{$x = printf "%s%s" $x $x}}{{end}}{{end}}`:                  "test.tmpl:1",
		`{{range .assessments}}{{range .recommendations}}{{range $.assessments}}{{range .recommendations}}{{json $}}{{end}}{{end}}{{end}}{{end}}`: "",
		`{{join ", " 7}}`:     "test.tmpl:1",
		`{{indent 9999 "a"}}`: "test.tmpl:1",
	} {
		got, err := ran(t, source)
		wrong, ok := errors.AsType[TemplateError](err)
		if !ok || !strings.HasPrefix(wrong.Place(), want) || wrong.Detail() == "" {
			t.Errorf("%s: got %.100q, %v, want a mistake at %q", source, got, err, want)
		}
		if got != "" {
			t.Errorf("%s: printed %.100q before it failed", source, got)
		}
	}
}

// A template that runs in circles is left when the run is cancelled.
func TestTemplateIsInterrupted(t *testing.T) {
	t.Parallel()

	const circles = `{{range .assessments}}{{range .recommendations}}{{range $.assessments}}{{range .recommendations}}` +
		`{{range $.assessments}}{{range .recommendations}}{{end}}{{end}}{{end}}{{end}}{{end}}{{end}}`
	parsed, err := ParseTemplate("circles", circles)
	if err != nil {
		t.Fatal(err)
	}
	interrupt := make(chan struct{})
	close(interrupt)
	r := newTemplate(&bytes.Buffer{}, Options{Header: header(), Wording: wording(t), Template: parsed, Interrupt: interrupt})
	if err := run(r, france(), norway()); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want %v", err, context.Canceled)
	}
}
