package schemas

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// The library holds each schema against the metaschema of its draft first, and that of 2020-12 takes
// it several times as long as that of draft-07: a third of a short run. The shape therefore is
// compiled as draft-07, which knows all its keywords but two. Those two are added here; a test holds
// the result to what the library makes of the same schema as 2020-12.
const (
	newDraft = `"https://json-schema.org/draft/2020-12/schema"`
	oldDraft = `"http://json-schema.org/draft-07/schema#"`
)

// asDraft7 is the same schema under the older name.
func asDraft7(source []byte) string { return strings.Replace(string(source), newDraft, oldDraft, 1) }

// dependentRequired is the keyword of that name: keys that need others beside them.
type dependentRequired map[string][]string

// requiredCompiler finds the keyword in a schema.
type requiredCompiler struct{}

func (requiredCompiler) Compile(
	_ jsonschema.CompilerContext, schema map[string]any,
) (jsonschema.ExtSchema, error) {
	groups, ok := schema["dependentRequired"].(map[string]any)
	if !ok {
		return nil, nil //nolint:nilnil // the library's way of saying that the keyword is absent
	}
	needs := dependentRequired{}
	for key, list := range groups {
		needs[key] = words(list)
	}
	return needs, nil
}

// Validate reports each key that is missing beside another.
func (d dependentRequired) Validate(ctx jsonschema.ValidationContext, value any) error {
	object, ok := value.(map[string]any)
	if !ok {
		return nil
	}
	var causes []error
	for _, key := range slices.Sorted(maps.Keys(d)) {
		if _, asks := object[key]; !asks {
			continue
		}
		for i, needed := range d[key] {
			if _, there := object[needed]; !there {
				causes = append(causes, ctx.Error("dependentRequired/"+key+"/"+strconv.Itoa(i), "missing"))
			}
		}
	}
	return grouped(ctx, "dependentRequired", causes)
}

// dependentSchemas is the keyword of that name: what holds of a value that has a key.
type dependentSchemas map[string]*jsonschema.Schema

// schemasCompiler finds the keyword in a schema.
type schemasCompiler struct{}

func (schemasCompiler) Compile(
	ctx jsonschema.CompilerContext, schema map[string]any,
) (jsonschema.ExtSchema, error) {
	groups, ok := schema["dependentSchemas"].(map[string]any)
	if !ok {
		return nil, nil //nolint:nilnil // the library's way of saying that the keyword is absent
	}
	compiled := dependentSchemas{}
	for key := range groups {
		part, err := ctx.Compile("dependentSchemas/"+key, true)
		if err != nil {
			return nil, err //nolint:wrapcheck // the library words it with the place
		}
		compiled[key] = part
	}
	return compiled, nil
}

// Validate holds a value with a key to the schema of that key.
func (d dependentSchemas) Validate(ctx jsonschema.ValidationContext, value any) error {
	object, ok := value.(map[string]any)
	if !ok {
		return nil
	}
	var causes []error
	for _, key := range slices.Sorted(maps.Keys(d)) {
		if _, there := object[key]; !there {
			continue
		}
		if err := ctx.Validate(d[key], "dependentSchemas/"+key, value, ""); err != nil {
			causes = append(causes, err)
		}
	}
	return grouped(ctx, "dependentSchemas", causes)
}

// grouped is one error of several, nil of none.
func grouped(ctx jsonschema.ValidationContext, keyword string, causes []error) error {
	if len(causes) == 0 {
		return nil
	}
	parent := ctx.Error(keyword, "not held")
	return jsonschema.ValidationError{}.Group(parent, causes...) //nolint:wrapcheck // the library asks for its own
}
