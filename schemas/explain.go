package schemas

import (
	"slices"
	"strings"

	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/internal/messages"
)

// explain turns a violation into findings of our own, from the keyword, what the schema says beside
// it, and the value.
func (c *checker) explain(v violation) {
	if !v.foreign && misplaced(v.path) {
		return
	}
	keyword, asking, _ := strings.Cut(v.keyword, "/")
	switch keyword {
	case "additionalProperties":
		c.unknownKeys(v)
	case "required":
		c.missingKeys(v, words(v.schema["required"]))
	case "dependentRequired":
		c.missingPartners(v, asking)
	case "anyOf", "oneOf", "not", "dependentSchemas":
		c.wrongForm(v)
	case "uniqueItems":
		c.repeatedItems(v)
	default:
		c.wrongValue(v)
	}
}

// code is the message that the schema names for a keyword, or the general one.
func (v violation) code(general string) string {
	switch code := v.schema["x-code"].(type) {
	case string:
		return code
	case map[string]any:
		if own, ok := code[v.keyword].(string); ok {
			return own
		}
	}
	return general
}

// unknownKeys reports each key that the schema does not know. Those without a value never reach the
// library: see [checker.emptyKeys].
func (c *checker) unknownKeys(v violation) {
	known, _ := v.schema["properties"].(map[string]any)
	for i := range v.node.Members {
		m := &v.node.Members[i]
		if _, ok := known[m.Key]; !ok && usable(m.Key) && m.Value.Kind != document.Null {
			c.unknownKey(v, m)
		}
	}
}

func (c *checker) unknownKey(v violation, m *document.Member) {
	at := v.child(m)
	if before := keyBeforeColon(m.Key); before != "" {
		c.atKey(at, "input/syntax.colon-space", messages.Args{"key": before})
		return
	}
	c.add(m.KeySpan, "input/unknown-key", "", func() document.Problem {
		code, args := v.unknownVariant(m)
		return document.Problem{Message: describe(at, code, args), Pointer: at.pointer(), Span: m.KeySpan}
	})
}

// unknownVariant says what may be meant by a key that is not known, or where it belongs.
func (v violation) unknownVariant(m *document.Member) (string, messages.Args) {
	if code, args := v.afterComma(m); code != "" {
		return code, args
	}
	if meant := v.meant(m.Key); meant != "" {
		return "input/unknown-key.suggest", messages.Args{"suggestion": meant}
	}
	if !v.foreign && isKnownAnywhere(m.Key) {
		return v.elsewhere(m.Key)
	}
	return "input/unknown-key", messages.Args{"allowed": keys(properties(v.schema))}
}

// afterComma recognises the second half of a number with a decimal comma: {share: 62,5} is read as
// share: 62 and a key 5.
func (v violation) afterComma(m *document.Member) (string, messages.Args) {
	for i := range v.node.Members {
		if &v.node.Members[i] != m || i == 0 {
			continue
		}
		before := &v.node.Members[i-1]
		number := before.Value.Kind == document.Number && m.Value.Kind == document.Null &&
			leadingDigits(m.Key) == len(m.Key)
		end, start := before.Value.Span.End, m.KeySpan.Start
		if number && start.Line == end.Line && start.Column == end.Column+1 {
			return commaCode(before.Key, before.Value.Text, m.Key)
		}
	}
	return "", nil
}

func commaCode(key, left, right string) (string, messages.Args) {
	args := messages.Args{"given": key, "found": left + "," + right, "suggestion": left}
	switch {
	case key == "share" || key == "value":
		args["suggestion"] = left + "." + right
		return "input/unknown-key.comma", args
	case len(right) == 3:
		args["suggestion"] = left + right
	}
	return "input/unknown-key.comma-whole", args
}

// meant is the key that somebody who wrote another one may have meant.
func (v violation) meant(key string) string {
	known := properties(v.schema)
	meant := suggest(key, keys(known), v.schema)
	synonyms, _ := v.schema["x-synonyms"].(map[string]any)
	if !v.foreign && isKnownAnywhere(key) && synonyms[key] == nil && !plural(meant, key) {
		return "" // it belongs elsewhere
	}
	return meant
}

// suggest looks a word up among the synonyms of a schema, then among similar words.
func suggest(written string, allowed []string, schema map[string]any) string {
	synonyms, _ := schema["x-synonyms"].(map[string]any)
	if word, ok := synonyms[strings.ToLower(strings.TrimSpace(written))].(string); ok {
		return word
	}
	return Nearest(written, allowed)
}

// missingKeys reports each key that is not there, save one that is only misspelt.
func (c *checker) missingKeys(v violation, required []string) {
	for _, key := range required {
		c.missingKey(v, key, v.code("input/required")+"."+key, nil)
	}
}

// missingKey reports a key that is not there, at the key that should hold it, or one that is there
// without a value, at the empty value. One that is only misspelt is reported already.
func (c *checker) missingKey(v violation, key, code string, args messages.Args) {
	switch m := v.node.Member(key); {
	case has(v.node, key):
	case m != nil:
		c.atValue(v.child(m), emptyCode(v.child(m)), nil)
	case !v.misspelt(key):
		c.atHolder(v.place, key, code, args)
	}
}

// missingPartners reports keys that another key asks for. Which of two ways to answer holds is said
// first; what the wrong one would need is not.
func (c *checker) missingPartners(v violation, asking string) {
	if asking == "status" && answers(v.node) > 1 {
		return
	}
	dependent, _ := v.schema["dependentRequired"].(map[string]any)
	code := v.code("input/required")
	for _, key := range words(dependent[asking]) {
		if asking != "reason" {
			c.missingKey(v, key, code, messages.Args{"given": asking})
		} else if !v.misspelt(key) {
			c.atKey(v.get(asking), code, nil)
		}
	}
}

// answers counts the ways in which a mapping gives an answer.
func answers(n *document.Node) int {
	count := 0
	for _, ways := range [][]string{{"score"}, {"level"}, {"share", "done", "of"}, {"items"}, {"status"}} {
		if slices.ContainsFunc(ways, func(key string) bool { return has(n, key) }) {
			count++
		}
	}
	return count
}

// wrongForm reports keys that do not go together, or that none of those is there of which one is
// needed, unless it is only misspelt.
func (c *checker) wrongForm(v violation) {
	if slices.ContainsFunc(demanded(v.schema), v.misspelt) {
		return
	}
	code := v.code("input/type.form")
	if key, ok := v.schema["x-at"].(string); ok && has(v.node, key) {
		c.atKey(v.get(key), code, nil)
		return
	}
	c.atHolder(v.place, "", code, nil)
}

// demanded lists the keys that the branches of a choice ask for.
func demanded(schema map[string]any) []string {
	list := words(schema["required"])
	for _, choice := range []string{"oneOf", "anyOf"} {
		branches, _ := schema[choice].([]any)
		for _, branch := range branches {
			if b, ok := branch.(map[string]any); ok {
				list = append(list, demanded(b)...)
			}
		}
	}
	return list
}

// maxSpelling bounds the unknown keys of one mapping that are compared with a missing one.
const maxSpelling = 50

// misspelt tells whether a missing key is there under a name that is reported as unknown.
func (v violation) misspelt(key string) bool {
	known, _ := v.schema["properties"].(map[string]any)
	for i := range min(len(v.node.Members), maxSpelling) {
		written := v.node.Members[i].Key
		if _, ok := known[written]; !ok && v.meant(written) == key {
			return true
		}
	}
	return false
}

// repeatedItems reports each item of a list that stands there before.
func (c *checker) repeatedItems(v violation) {
	seen := make(map[string]bool, len(v.node.Items))
	for i, item := range v.node.Items {
		if item.Kind == document.String && seen[item.Text] {
			c.atValue(v.item(i), v.code("input/type.form"), nil)
		}
		seen[item.Text] = seen[item.Text] || item.Kind == document.String
	}
}

// words reads a list of strings of a schema.
func words(list any) []string {
	items, _ := list.([]any)
	words := make([]string, 0, len(items))
	for _, item := range items {
		if word, ok := item.(string); ok {
			words = append(words, word)
		}
	}
	return words
}

// keys lists the keys of a part of a schema in order.
func keys(schema map[string]any) []string {
	list := make([]string, 0, len(schema))
	for key := range schema {
		list = append(list, key)
	}
	slices.Sort(list)
	return list
}
