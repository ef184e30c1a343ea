package document

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"slices"
	"strings"

	"github.com/eifcheck/eifcheck/internal/messages"
)

// Parse reads the bytes of a file. A name that ends in .json chooses JSON, every other one YAML. It
// never fails: whatever is wrong is in the document's Problems.
func Parse(name string, src []byte) *Document {
	d := &Document{Name: name}
	if len(src) > MaxBytes {
		d.report("input/limit.bytes", messages.Args{"limit": MaxBytes >> 20})
		return d
	}
	d.Source = src
	sum := sha256.Sum256(src)
	d.SHA256 = hex.EncodeToString(sum[:])
	d.places = newIndex(src)
	json := isJSON(name)
	switch {
	case !d.checkEncoding() || !d.checkCharacters(json) || !d.checkStarts():
	case json:
		parseJSON(d)
	case d.checkDirectives():
		parseYAML(d)
	}
	slices.SortStableFunc(d.Problems, func(a, b Problem) int { return a.Span.Start.Compare(b.Span.Start) })
	if d.hidden > 0 {
		d.Problems = append(d.Problems, Problem{
			Message: messages.New("input/limit.problems", messages.Args{"count": d.hidden, "limit": MaxProblems}),
			Span:    d.span(len(src), len(src)),
		})
	}
	return d
}

func isJSON(name string) bool { return strings.EqualFold(path.Ext(name), ".json") }

// report notes a problem of the file as a whole, at its start.
func (d *Document) report(code string, args messages.Args) {
	d.reportAt(d.span(0, 0), "", code, args)
}

func (d *Document) reportAt(span Span, pointer, code string, args messages.Args) {
	if len(d.Problems) == MaxProblems {
		d.hidden++
		return
	}
	d.Problems = append(d.Problems, Problem{Message: messages.New(code, args), Pointer: pointer, Span: span})
}

func (d *Document) span(start, end int) Span {
	return Span{Start: d.Position(start), End: d.Position(end)}
}

// Compare orders positions as they stand in the source.
func (p Position) Compare(q Position) int {
	if p.Line != q.Line {
		return p.Line - q.Line
	}
	return p.Column - q.Column
}

// checkStarts refuses a file that could hold more values than are ever needed, before anything is
// built from it: the YAML library takes 20 s and 7 GB for 16 MiB of "[1,1,…".
func (d *Document) checkStarts() bool {
	n := 0
	for i, c := range d.Source {
		switch c {
		case '\n', ',', '[', '{', ':', '*':
			if n++; n > MaxStarts {
				d.reportAt(d.span(i, i+1), "", "input/limit.starts", messages.Args{"limit": MaxStarts})
				return false
			}
		}
	}
	return true
}
