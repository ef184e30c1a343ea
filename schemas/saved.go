package schemas

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// resultRules are the result schema made ready, as a whole and for one assessment.
type resultRules struct{ whole, assessment *jsonschema.Schema }

var resultShape = sync.OnceValues(compileResult) //nolint:gochecknoglobals // compiled once, on first use

func compileResult() (*resultRules, error) {
	const name = "result.schema.json"
	compiler := jsonschema.NewCompiler()
	compiler.LoadURL = refuse
	if err := compiler.AddResource(name, bytes.NewReader(resultSource)); err != nil {
		return nil, fmt.Errorf("read schema: %w", err)
	}
	whole, err := compiler.Compile(name)
	if err != nil {
		return nil, fmt.Errorf("compile schema: %w", err)
	}
	assessment, err := compiler.Compile(name + "#/$defs/assessment")
	if err != nil {
		return nil, fmt.Errorf("compile schema: %w", err)
	}
	return &resultRules{whole: whole, assessment: assessment}, nil
}

// MisfitOfResult finds where a result is not what the result schema promises: the keys and indexes
// that lead there. ok is false where it is.
func MisfitOfResult(text []byte) (pointer []string, ok bool) {
	r, err := resultShape()
	if err != nil {
		return nil, true
	}
	return misfit(r.whole, text)
}

// MisfitOfAssessment does the same for one assessment of a result.
func MisfitOfAssessment(text []byte) (pointer []string, ok bool) {
	r, err := resultShape()
	if err != nil {
		return nil, true
	}
	return misfit(r.assessment, text)
}

func misfit(schema *jsonschema.Schema, text []byte) (pointer []string, ok bool) {
	var value any
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	if decoder.Decode(&value) != nil {
		return nil, true
	}
	err := schema.Validate(value)
	if err == nil {
		return nil, false
	}
	invalid, isInvalid := errors.AsType[*jsonschema.ValidationError](err)
	if !isInvalid {
		return nil, true
	}
	for token := range strings.SplitSeq(strings.TrimPrefix(deepest(invalid), "/"), "/") {
		if plain, err := url.PathUnescape(token); err == nil {
			token = plain
		}
		if token != "" {
			pointer = append(pointer, strings.NewReplacer("~1", "/", "~0", "~").Replace(token))
		}
	}
	return pointer, true
}

// deepest is the longest location among the causes of an error: of two readings of a value, the one
// that fits further is the one that was meant.
func deepest(e *jsonschema.ValidationError) string {
	location := e.InstanceLocation
	for _, cause := range e.Causes {
		if below := deepest(cause); strings.Count(below, "/") > strings.Count(location, "/") {
			location = below
		}
	}
	return location
}
