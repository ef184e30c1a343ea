package document

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
)

// dump prints a document for golden tests: a line a value, comment or problem, with its place.
func dump(d *Document) string {
	var b strings.Builder
	if d.Root != nil {
		dumpNode(&b, d.Root, "", "")
	}
	for _, c := range d.Comments {
		fmt.Fprintf(&b, "comment %s alone=%t %q\n", showSpan(c.Span), c.Alone, c.Text)
	}
	for _, p := range d.Problems {
		fmt.Fprintf(&b, "problem %s %s %q %v\n", showSpan(p.Span), p.Message.Code, p.Pointer, p.Message.Args)
	}
	return b.String()
}

func showSpan(s Span) string {
	return fmt.Sprintf("%d:%d-%d:%d", s.Start.Line, s.Start.Column, s.End.Line, s.End.Column)
}

func dumpNode(b *strings.Builder, n *Node, indent, label string) {
	kind := map[Kind]string{Null: "null", Bool: "bool", Number: "number", String: "string", Sequence: "list", Mapping: "map"}[n.Kind]
	fmt.Fprintf(b, "%s%s%s %s", indent, label, kind, showSpan(n.Span))
	if n.Kind == String || n.Kind == Number || n.Kind == Bool {
		fmt.Fprintf(b, " %q", n.Text)
	}
	if n.Odd {
		b.WriteString(" odd")
	}
	if n.Shared {
		b.WriteString(" shared")
	}
	b.WriteByte('\n')
	for _, m := range n.Members {
		dumpNode(b, m.Value, indent+"  ", fmt.Sprintf("%s %q: ", showSpan(m.KeySpan), m.Key))
	}
	for _, item := range n.Items {
		dumpNode(b, item, indent+"  ", "- ")
	}
}

// jsonOf writes a tree as JSON.
func jsonOf(n *Node) []byte {
	var b bytes.Buffer
	writeJSON(&b, n)
	return b.Bytes()
}

func writeJSON(b *bytes.Buffer, n *Node) {
	switch n.Kind {
	case Null:
		b.WriteString("null")
	case Bool, Number:
		b.WriteString(n.Text)
	case String:
		text, _ := json.Marshal(n.Text)
		b.Write(text)
	case Sequence:
		b.WriteByte('[')
		for i, item := range n.Items {
			if i > 0 {
				b.WriteString(", ")
			}
			writeJSON(b, item)
		}
		b.WriteByte(']')
	case Mapping:
		b.WriteByte('{')
		for i, m := range n.Members {
			if i > 0 {
				b.WriteString(",\n")
			}
			key, _ := json.Marshal(m.Key)
			b.Write(key)
			b.WriteString(": ")
			writeJSON(b, m.Value)
		}
		b.WriteByte('}')
	}
}
