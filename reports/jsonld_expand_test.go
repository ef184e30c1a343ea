package reports

import (
	"strings"

	"github.com/google/go-cmp/cmp"
	"github.com/piprate/json-gold/ld"
)

// wantNothingDropped counts what is said before and after expansion, which leaves out what it cannot map.
func wantNothingDropped(t failer, text []byte) {
	t.Helper()
	doc := ldDocument(t, text)
	known, graph := doc["@context"].(map[string]any), doc["@graph"].([]any)
	for key := range keysOf(graph) {
		if _, ok := known[key]; !ok {
			t.Errorf("the key %q is not in the context", key)
		}
	}
	want := 0
	for _, node := range graph {
		want += countWritten(node.(map[string]any), known)
	}
	expanded, err := ld.NewJsonLdProcessor().Expand(ldDocument(t, text), ldOptions())
	if err != nil {
		t.Fatal(err)
	}
	if got := countExpanded(expanded); got != want {
		t.Errorf("%d statements are left of %d", got, want)
	}
}

// keysOf are the keys of all nodes; those of language maps and the keywords left out.
func keysOf(list []any) map[string]bool {
	keys := map[string]bool{}
	for _, item := range list {
		node, ok := item.(map[string]any)
		if !ok {
			continue
		}
		for key, value := range node {
			if key[0] != '@' {
				keys[key] = true
			}
			for k := range keysOf(asList(value)) {
				if _, isNode := node["@type"]; isNode && !isTexts(value) {
					keys[k] = true
				}
			}
		}
	}
	return keys
}

func asList(value any) []any {
	if list, ok := value.([]any); ok {
		return list
	}
	return []any{value}
}

// isTexts tells a map by language from a node: nodes have a type.
func isTexts(value any) bool {
	m, ok := value.(map[string]any)
	return ok && m["@type"] == nil && m["@value"] == nil
}

func countWritten(node map[string]any, context map[string]any) int {
	n := 0
	for key, value := range node {
		if key == "@id" {
			continue
		}
		if term, ok := context[key].(map[string]any); ok && term["@container"] == "@language" {
			for _, list := range value.(map[string]any) {
				n += len(asList(list))
			}
			continue
		}
		for _, item := range asList(value) {
			n++
			if inner, ok := item.(map[string]any); ok && inner["@value"] == nil {
				n += countWritten(inner, context)
			}
		}
	}
	return n
}

func countExpanded(list []any) int {
	n := 0
	for _, item := range list {
		node, ok := item.(map[string]any)
		if !ok || node["@value"] != nil {
			continue
		}
		for key, value := range node {
			if key != "@id" {
				n += len(asList(value)) + countExpanded(asList(value))
			}
		}
	}
	return n
}

// wantCompactsBack expands, compacts with the document's own context, and compares the graphs.
func wantCompactsBack(t failer, text []byte) {
	t.Helper()
	p := ld.NewJsonLdProcessor()
	expanded, err := p.Expand(ldDocument(t, text), ldOptions())
	if err != nil {
		t.Fatal(err)
	}
	compacted, err := p.Compact(expanded, ldDocument(t, text), ldOptions())
	if err != nil {
		t.Fatal(err)
	}
	for key := range keysOf(asList(compacted["@graph"])) {
		if strings.Contains(key, ":") {
			t.Errorf("%s has no short name", key)
		}
	}
	if diff := cmp.Diff(asLines(t, ldDocument(t, text)), asLines(t, compacted)); diff != "" {
		t.Errorf("compacted back (-before +after):\n%s", diff)
	}
}
