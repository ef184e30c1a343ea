package comparison

import (
	"maps"
	"slices"
)

// Keys are the keys of each record of the forms, sorted, by the path that leads there.
func Keys() map[string][]string {
	found := map[string][]string{}
	assessmentForm().collect("", found)
	return found
}

func (f *form) collect(path string, found map[string][]string) {
	if len(f.keys) > 0 {
		found[path] = slices.Sorted(slices.Values(f.keys))
	}
	for key, part := range f.parts {
		part.collect(path+"/"+key, found)
	}
	if f.each != nil {
		f.each.collect(path+"/*", found)
	}
}

// KeysOf are the same of a schema.
func KeysOf(schema map[string]any) map[string][]string {
	found := map[string][]string{}
	definitions, _ := schema["$defs"].(map[string]any)
	collectSchema(schema, definitions, "", found)
	return found
}

func collectSchema(schema, definitions map[string]any, path string, found map[string][]string) {
	if ref, ok := schema["$ref"].(string); ok {
		schema, _ = definitions[ref[len("#/$defs/"):]].(map[string]any)
	}
	if properties, ok := schema["properties"].(map[string]any); ok {
		found[path] = slices.Sorted(maps.Keys(properties))
		for key, value := range properties {
			if part, ok := value.(map[string]any); ok {
				collectSchema(part, definitions, path+"/"+key, found)
			}
		}
	}
	for _, keyword := range []string{"additionalProperties", "items"} {
		if each, ok := schema[keyword].(map[string]any); ok {
			collectSchema(each, definitions, path+"/*", found)
		}
	}
}
