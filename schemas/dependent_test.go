package schemas

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/eifcheck/eifcheck/internal/document"
)

// The shape compiled as draft-07 with two keywords of ours finds in every file of the test data the
// same as the shape compiled by the library as what it is, 2020-12.
func TestOlderDraftFindsTheSame(t *testing.T) {
	t.Parallel()
	fast, err := shape()
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.Draft, compiler.AssertFormat = jsonschema.Draft2020, true
	compiler.Formats["language"], compiler.Formats["whole"] = isLanguage, isWhole
	if err := compiler.AddResource("shape.json", bytes.NewReader(shapeSource)); err != nil {
		t.Fatal(err)
	}
	exact, err := compiler.Compile("shape.json")
	if err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Glob("../testdata/*/*.yaml")
	if err != nil || len(names) < 20 {
		t.Fatalf("%d files, %v", len(names), err)
	}
	invalid := 0
	for _, name := range append(names, "testdata/forms.yaml") {
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		d := document.Parse(name, source)
		if d.Root == nil {
			continue
		}
		value := plainOf(t, d)
		want, got := found(t, exact.Validate(value)), found(t, fast.compiled.Validate(value))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-2020-12 +draft-07):\n%s", name, diff)
		}
		if len(want) > 0 {
			invalid++
		}
	}
	if invalid < 5 {
		t.Errorf("only %d files are invalid: too few to compare", invalid)
	}
}

// plainOf is a file as plain JSON without what is left empty.
func plainOf(t *testing.T, d *document.Document) any {
	t.Helper()
	var value any
	source, err := json.Marshal(simple(d.Root))
	if err != nil {
		t.Fatal(err)
	}
	decoder := json.NewDecoder(bytes.NewReader(source))
	decoder.UseNumber()
	if err := decoder.Decode(&value); err != nil {
		t.Fatal(err)
	}
	return value
}

func simple(n *document.Node) any {
	switch n.Kind {
	case document.Bool:
		return n.Text == "true"
	case document.Number:
		return json.Number(n.Text)
	case document.Sequence:
		items := []any{}
		for _, item := range n.Items {
			items = append(items, simple(item))
		}
		return items
	case document.Mapping:
		members := map[string]any{}
		for _, m := range n.Members {
			members[m.Key] = simple(m.Value)
		}
		return members
	case document.Null:
		return nil
	default:
		return n.Text
	}
}

// found lists the places of what a validation refused: which keyword, and of which value.
func found(t *testing.T, err error) []string {
	t.Helper()
	if err == nil {
		return nil
	}
	var invalid *jsonschema.ValidationError
	if !errors.As(err, &invalid) {
		t.Fatal(err)
	}
	var places []string
	var walk func(*jsonschema.ValidationError)
	walk = func(e *jsonschema.ValidationError) {
		for _, cause := range e.Causes {
			walk(cause)
		}
		if len(e.Causes) == 0 {
			_, keyword, _ := strings.Cut(e.AbsoluteKeywordLocation, "#")
			places = append(places, keyword+" of "+e.InstanceLocation)
		}
	}
	walk(invalid)
	slices.Sort(places)
	return slices.Compact(places)
}
