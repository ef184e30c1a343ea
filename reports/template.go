package reports

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"text/template"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/internal/pattern"
)

// Template is a text/template of Go that somebody wrote for a result. What it gets is the result as
// -f json writes it, so its fields are the keys of the JSON: {{range .assessments}}{{.input.file}}{{end}}.
// It cannot read files, run programs or change anything.
type Template struct{ parsed *template.Template }

// ParseTemplate reads a template; an error names it and the line.
func ParseTemplate(name, source string) (*Template, error) {
	parsed, err := template.New(name).Option("missingkey=error").Funcs(templateFunctions()).Parse(source)
	if err != nil {
		return nil, TemplateError{err}
	}
	return &Template{parsed: parsed}, nil
}

// TemplateError is a mistake in a template.
type TemplateError struct{ error }

// templateMistake takes apart what text/template says.
var templateMistake = pattern.Lazy(`(?s)^template: (.*?:[0-9]+(?::[0-9]+)?): (?:executing ".*?" at )?(.*)$`)

// Place is the template's name, line and, where it is known, column; "" for a mistake of the whole.
func (e TemplateError) Place() string {
	if parts := templateMistake().FindStringSubmatch(e.Error()); parts != nil {
		return parts[1]
	}
	return ""
}

// Detail says what is wrong there.
func (e TemplateError) Detail() string {
	if parts := templateMistake().FindStringSubmatch(e.Error()); parts != nil {
		return parts[2]
	}
	return e.Error()
}

// maxTemplateOutput is the most that a template may print, in bytes.
const maxTemplateOutput = 64 << 20

var errTemplateOutput = errors.New("the template prints more than 64 MiB")

// templateReport runs a template when all results are there.
type templateReport struct {
	w         io.Writer
	template  *Template
	header    eifcheck.Header
	interrupt <-chan struct{}
	// assessments are kept as values of JSON.
	assessments []any
}

func newTemplate(w io.Writer, o Options) Report {
	t := o.Template
	if t == nil {
		t = &Template{parsed: template.Must(template.New("json").Funcs(templateFunctions()).Parse("{{json .}}\n"))}
	}
	return &templateReport{w: w, template: t, header: o.Header, interrupt: o.Interrupt, assessments: []any{}}
}

// Assessment keeps a result.
func (r *templateReport) Assessment(a *eifcheck.Assessment) error {
	value, err := plainValue(a)
	r.assessments = append(r.assessments, value)
	return err
}

// Close runs the template. What it printed is written when it came to its end, so that a mistake in
// the last line leaves nothing half done.
func (r *templateReport) Close(c eifcheck.Closing) error {
	value, err := plainValue(lastLine{Header: r.header, Closing: c})
	if err != nil {
		return err
	}
	result, _ := value.(map[string]any)
	result["assessments"] = r.assessments
	out := &limitedBuffer{interrupt: r.interrupt}
	done := make(chan error, 1)
	// A template can run in circles without printing anything, and text/template cannot be stopped:
	// it is left alone then, with nothing that anybody else reads.
	go func() { done <- r.template.parsed.Execute(out, result) }()
	select {
	case err = <-done:
	case <-r.interrupt:
		return context.Canceled
	}
	if err != nil {
		return TemplateError{err}
	}
	_, err = r.w.Write(out.Bytes())
	return err
}

// limitedBuffer takes so much and no more, and nothing after an interrupt.
type limitedBuffer struct {
	bytes.Buffer
	interrupt <-chan struct{}
}

func (b *limitedBuffer) Write(p []byte) (int, error) {
	select {
	case <-b.interrupt:
		return 0, context.Canceled
	default:
	}
	if b.Len()+len(p) > maxTemplateOutput {
		return 0, errTemplateOutput
	}
	b.Buffer.Write(p) // it cannot fail
	return len(p), nil
}

// plainValue is what JSON makes of a value: maps, lists, strings, numbers, true, false and nil.
func plainValue(v any) (any, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(v); err != nil {
		return nil, err
	}
	var value any
	if err := json.Unmarshal(b.Bytes(), &value); err != nil {
		return nil, err
	}
	return wholeNumbers(value), nil
}

// wholeNumbers makes int of every number that is whole, so that a template can count with it.
func wholeNumbers(value any) any {
	switch v := value.(type) {
	case map[string]any:
		for key, element := range v {
			v[key] = wholeNumbers(element)
		}
	case []any:
		for i, element := range v {
			v[i] = wholeNumbers(element)
		}
	case float64:
		if whole := int(v); float64(whole) == v {
			return whole
		}
	}
	return value
}
