package schemas

import (
	"strings"
	"sync"

	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/internal/pattern"
)

// format is what the shape says of keys, made ready for the question where a misplaced one belongs.
type format struct {
	root, recommendation, indicator, area map[string]any
	definitions                           map[string]any
	// all are the keys that are known anywhere.
	all map[string]bool
}

var keysOfFormat = sync.OnceValue(func() format { //nolint:gochecknoglobals // read once, on first use
	form, err := shape()
	if err != nil {
		return format{}
	}
	f := format{root: form.raw, definitions: form.raw, all: map[string]bool{}}
	definitions, _ := form.raw["$defs"].(map[string]any)
	f.recommendation, _ = definitions["recommendation"].(map[string]any)
	f.indicator, _ = definitions["indicator"].(map[string]any)
	f.area, _ = definitions["area"].(map[string]any)
	f.collect(form.raw)
	return f
})

// collect notes the keys of a part of the shape, and of all below it.
func (f format) collect(part any) {
	switch part := part.(type) {
	case []any:
		for _, p := range part {
			f.collect(p)
		}
	case map[string]any:
		for _, sub := range part {
			f.collect(sub)
		}
		for key := range properties(part) {
			f.all[key] = true
		}
	}
}

func properties(schema map[string]any) map[string]any {
	known, _ := schema["properties"].(map[string]any)
	return known
}

// holds tells whether a part of the shape, or the entries of a list or table, know a key.
func (f format) holds(part any, key string) bool {
	schema, ok := part.(map[string]any)
	if !ok {
		return false
	}
	schema = resolve(schema, f.definitions)
	if items, ok := schema["items"].(map[string]any); ok {
		schema = resolve(items, f.definitions)
	}
	return properties(schema)[key] != nil
}

// entriesHold is holds for the entries of a table with free keys.
func (f format) entriesHold(part any, key string) bool {
	schema, ok := part.(map[string]any)
	if !ok {
		return false
	}
	return f.holds(resolve(schema, f.definitions)["additionalProperties"], key)
}

// isKnownAnywhere tells whether a key belongs somewhere, if not where it stands.
func isKnownAnywhere(key string) bool {
	return keysOfFormat().all[key] || tableOf(key) != ""
}

// tableOf is the key under which an id belongs.
func tableOf(id string) string {
	indicator, _ := eif.IndicatorByID(eif.IndicatorID(id))
	switch {
	case eif.RecommendationByID(eif.RecommendationID(id)) != nil:
		return "recommendations"
	case indicator != nil:
		return "indicators"
	case eif.AreaByID(eif.AreaID(id)) != nil:
		return "areas"
	}
	return ""
}

// elsewhere says where a key belongs that is not known where it stands.
func (v violation) elsewhere(key string) (string, messages.Args) {
	if holder := v.holder(key); holder != "" {
		code := "input/unknown-key.elsewhere"
		if m := v.node.Member(holder); m != nil && m.Value.Kind == document.Null {
			code = "input/unknown-key.indent"
		}
		return code, messages.Args{"holder": holder}
	}
	f := keysOfFormat()
	switch {
	case properties(f.recommendation)[key] != nil:
		return "input/unknown-key.recommendation", nil
	case properties(f.indicator)[key] != nil:
		return "input/unknown-key.question", nil
	case properties(f.root)[key] != nil:
		return "input/unknown-key.top", nil
	}
	return "input/unknown-key.elsewhere", messages.Args{"holder": f.farHolder(key)}
}

// holder is the key beside or below which a misplaced key belongs: the table of an id, or a key of the same mapping.
func (v violation) holder(key string) string {
	if table := tableOf(key); table != "" {
		return table
	}
	return keysOfFormat().nearHolder(properties(v.schema), key)
}

func (f format) nearHolder(known map[string]any, key string) string {
	for _, name := range keys(known) {
		if f.holds(known[name], key) {
			return name
		}
	}
	return ""
}

// farHolder looks for the place of a key in the whole format.
func (f format) farHolder(key string) string {
	top := properties(f.root)
	for _, name := range keys(top) {
		if f.holds(top[name], key) || f.entriesHold(top[name], key) {
			return name
		}
	}
	return f.nearHolder(properties(f.recommendation), key)
}

// unspaced matches a key and its value without the space between them.
var unspaced = pattern.Lazy(`^([A-Za-z0-9_][A-Za-z0-9_-]*):[^\s/]`)

// keyBeforeColon is the key in "score:3"; "" in any other text.
func keyBeforeColon(text string) string {
	if found := unspaced().FindStringSubmatch(text); found != nil {
		return found[1]
	}
	return ""
}

// strayEntry says what stands among the ids of a table: a key that belongs into one of its entries
// ("score" beside "R14:"), or a key and its value in one ("R14:{"). With neither, the code is "".
func strayEntry(p place, entry map[string]any) (string, messages.Args) {
	key := p.member.Key
	if before := keyBeforeColon(key); before != "" {
		return "input/syntax.colon-space", messages.Args{"key": before}
	}
	if properties(entry)[key] == nil {
		return "", nil
	}
	if above := p.above; above != nil && above.Value.Kind == document.Null {
		return "input/unknown-key.indent", messages.Args{"holder": above.Key}
	}
	if p.path[0] == "recommendations" && len(p.path) == 2 {
		return "input/unknown-key.recommendation", nil
	}
	return "input/unknown-key.entry", messages.Args{"holder": p.path[len(p.path)-2]}
}

// misplaced tells whether a value stands under a key that is reported as being in the wrong place,
// or no key at all: what is wrong with the value is beside the point.
func misplaced(path []string) bool {
	f := keysOfFormat()
	for i := range path[:max(0, len(path)-1)] {
		var table string
		var entry map[string]any
		switch {
		case i == 0 && path[i] == "recommendations":
			table, entry = path[i], f.recommendation
		case i == 0 && path[i] == "areas":
			table, entry = path[i], f.area
		case i == 2 && path[0] == "recommendations" && path[i] == "indicators":
			table, entry = path[i], f.indicator
		default:
			continue
		}
		if isStray(path[i+1], table, entry) {
			return true
		}
	}
	return false
}

// isStray tells whether a key of a table is no id of it, but known otherwise.
func isStray(key, table string, entry map[string]any) bool {
	belongs := tableOf(key)
	return keyBeforeColon(key) != "" || properties(entry)[key] != nil || belongs != "" && belongs != table
}

// plural tells whether two words differ in an s at the end.
func plural(a, b string) bool { return strings.TrimSuffix(a, "s") == strings.TrimSuffix(b, "s") }
