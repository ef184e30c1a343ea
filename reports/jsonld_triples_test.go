package reports

import (
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/piprate/json-gold/ld"
)

// asLines are the triples of a document in order.
func asLines(t failer, doc map[string]any) []string {
	t.Helper()
	var lines []string
	for _, q := range quadsOf(t, doc) {
		line := q.Subject.GetValue() + " " + q.Predicate.GetValue() + " " + q.Object.GetValue()
		if l, ok := q.Object.(ld.Literal); ok {
			line += " " + l.Datatype + " " + l.Language
		}
		lines = append(lines, line)
	}
	slices.Sort(lines)
	return lines
}

func quadsOf(t failer, doc map[string]any) []*ld.Quad {
	t.Helper()
	data, err := ld.NewJsonLdProcessor().ToRDF(doc, ldOptions())
	if err != nil {
		t.Fatal(err)
	}
	var list []*ld.Quad
	for name, quads := range data.(*ld.RDFDataset).Graphs {
		if name != "@default" && len(quads) > 0 {
			t.Errorf("a graph of its own: %s", name)
		}
		list = append(list, quads...)
	}
	return list
}

// lexical says how values of a type are written, as XML Schema has it.
func lexical(datatype, value string) error {
	switch strings.TrimPrefix(datatype, ld.XSDNS) {
	case "integer":
		_, err := strconv.Atoi(value)
		return err
	case "decimal":
		return matches(`^-?\d+(\.\d+)?$`, value)
	case "date":
		_, err := time.Parse(time.DateOnly, value)
		return err
	case "gYear":
		return matches(`^\d{4}$`, value)
	case "hexBinary":
		return matches(`^([0-9A-F]{2})+$`, value)
	case "string":
		return nil
	}
	if datatype == ld.RDFLangString {
		return nil
	}
	return errors.New("unexpected type")
}

func matches(pattern, value string) error {
	if !regexp.MustCompile(pattern).MatchString(value) {
		return errors.New("want " + pattern)
	}
	return nil
}

// absolute is what an IRI looks like that means the same everywhere.
var absolute = regexp.MustCompile("^(https?://[^/]|urn:uuid:)[^\\x00-\\x20<>\"{}|\\\\^`]*$")

// wantValidTriples refuses relative IRIs, blank predicates and values that their type does not allow.
func wantValidTriples(t failer, text []byte) {
	t.Helper()
	literals := 0
	for _, q := range quadsOf(t, ldDocument(t, text)) {
		if ld.IsBlankNode(q.Subject) || ld.IsBlankNode(q.Object) {
			t.Errorf("%s: a node without a name", q.Predicate.GetValue())
		}
		if !ld.IsIRI(q.Predicate) {
			t.Errorf("the predicate %s is no IRI", q.Predicate.GetValue())
		}
		for _, node := range []ld.Node{q.Subject, q.Predicate, q.Object} {
			if ld.IsIRI(node) && !absolute.MatchString(node.GetValue()) {
				t.Errorf("%q is no absolute IRI", node.GetValue())
			}
		}
		if l, ok := q.Object.(ld.Literal); ok {
			literals++
			if err := lexical(l.Datatype, l.Value); err != nil {
				t.Errorf("%s: %q is no %s: %v", q.Predicate.GetValue(), l.Value, l.Datatype, err)
			}
		}
	}
	if literals == 0 {
		t.Errorf("no values were looked at")
	}
}
