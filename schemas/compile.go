package schemas

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v5"
	"golang.org/x/text/language"
)

// rules is a schema made ready: what the library validates with, and the same as plain JSON, from
// which findings read what a keyword allows.
type rules struct {
	compiled *jsonschema.Schema
	raw      map[string]any
}

var shape = sync.OnceValues(func() (*rules, error) { //nolint:gochecknoglobals // compiled once, on first use
	return compile(shapeSource)
})

// Prepare makes the shape schema ready, which takes some milliseconds. A program that is about to
// check files calls it in a goroutine of its own, so that the schema is ready when the first file is read.
func Prepare() { _, _ = shape() } // Check reports an error itself

// compile makes a schema ready. Nothing outside of it is read: a reference that leads elsewhere, to
// a file or to the net, is refused.
func compile(source []byte) (*rules, error) {
	var raw map[string]any
	if err := json.Unmarshal(source, &raw); err != nil {
		return nil, fmt.Errorf("read schema: %w", err)
	}
	id, _ := raw["$id"].(string)
	compiler := jsonschema.NewCompiler()
	compiler.Draft = jsonschema.Draft7
	compiler.RegisterExtension("dependentRequired", nil, requiredCompiler{})
	compiler.RegisterExtension("dependentSchemas", nil, schemasCompiler{})
	compiler.AssertFormat = true // not asserted by default since draft 2019-09
	compiler.ExtractAnnotations = true
	compiler.LoadURL = refuse
	compiler.Formats["language"] = isLanguage
	compiler.Formats["whole"] = isWhole
	if err := compiler.AddResource(id, strings.NewReader(asDraft7(source))); err != nil {
		return nil, fmt.Errorf("read schema: %w", err)
	}
	compiled, err := compiler.Compile(id)
	if err != nil {
		return nil, fmt.Errorf("compile schema: %w", err)
	}
	return &rules{compiled: compiled, raw: raw}, nil
}

// refuse replaces the library's loader, which would open any file a reference names.
func refuse(url string) (io.ReadCloser, error) {
	return nil, fmt.Errorf("schema %q is not part of eifcheck", url)
}

// isLanguage is the format of language tags (BCP 47) that mean something.
func isLanguage(value any) bool {
	tag, ok := value.(string)
	if !ok {
		return true
	}
	_, err := language.Parse(tag)
	return err == nil && !strings.Contains(tag, "_")
}

// isWhole is the format of whole numbers written as such: JSON Schema takes 3.0 for an integer, but
// a person who writes it may have meant something finer.
func isWhole(value any) bool {
	number, ok := value.(json.Number)
	return !ok || !strings.Contains(string(number), ".")
}
