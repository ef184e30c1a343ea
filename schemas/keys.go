package schemas

import (
	"strings"

	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/internal/messages"
)

// oddKeys reports keys that are too long to be meant, or empty. They are left out of everything
// else, and of the pointer too. A key that is not written at all is the reader's business.
func (c *checker) oddKeys(p place) {
	for i := range p.node.Items {
		c.oddKeys(p.item(i))
	}
	for i := range p.node.Members {
		m := &p.node.Members[i]
		switch {
		case usable(m.Key):
			c.oddKeys(p.child(m))
		case m.Key != "":
			c.oddKey(p, m, "input/key-length")
		case m.KeySpan.Start != m.KeySpan.End:
			c.oddKey(p, m, "input/key-length.empty")
		}
	}
}

func (c *checker) oddKey(p place, m *document.Member, code string) {
	c.add(m.KeySpan, code, "", func() document.Problem {
		message := describe(p, code, messages.Args{"found": shorten(m.Key), "limit": maxKey})
		return document.Problem{Message: message, Pointer: p.pointer(), Span: m.KeySpan}
	})
}

// emptyKeys reports unknown keys without a value. A known one counts as not there, so that a form
// can be filled in bit by bit; an unknown one is as wrong as with a value, and often the header of
// lines that are indented too little.
func (c *checker) emptyKeys(p place, schema, root map[string]any) {
	schema = resolve(schema, root)
	items, _ := schema["items"].(map[string]any)
	for i := range p.node.Items {
		c.emptyKeys(p.item(i), items, root)
	}
	known, _ := schema["properties"].(map[string]any)
	others, open := schema["additionalProperties"].(map[string]any)
	for i := range p.node.Members {
		m := &p.node.Members[i]
		own, ok := known[m.Key].(map[string]any)
		switch {
		case !usable(m.Key):
		case ok:
			c.emptyKeys(p.child(m), own, root)
		case open:
			c.emptyKeys(p.child(m), others, root)
		case known != nil && m.Value.Kind == document.Null:
			c.unknownKey(violation{place: p, schema: schema}, m)
		}
	}
}

// resolve follows a reference to a definition of the same schema.
func resolve(schema, root map[string]any) map[string]any {
	ref, ok := schema["$ref"].(string)
	if !ok {
		return schema
	}
	definitions, _ := root["$defs"].(map[string]any)
	definition, _ := definitions[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any)
	return definition
}
