// Package document turns the bytes of an assessment file, YAML or JSON, into one positioned tree.
//
// Everything after it (shape, model, rules, reports) reads the tree and never the bytes, so that
// both syntaxes behave alike. Each key and each value knows where it starts and ends. What is wrong
// with the file as a file (encoding, syntax, duplicate keys, limits) is reported as [Problem] values,
// all at once, and never as a panic, a hang or unbounded memory.
package document

// Kind says what a node of the tree is.
type Kind uint8

// The kinds. A scalar is a string unless YAML 1.2 or JSON makes it something else; a number that is
// not a plain decimal (0x3, 1_000, .inf, 03, 1e3) is kept as a string with Odd set, so that nobody computes with it.
const (
	Null Kind = iota + 1
	Bool
	Number
	String
	Sequence
	Mapping
)

// Position is a place in the source: 1-based line, 1-based column counted in code points.
// The zero value means "unknown".
type Position struct{ Line, Column int }

// Span is a stretch of the source; End is exclusive.
type Span struct{ Start, End Position }

// Known tells whether the span points anywhere.
func (s Span) Known() bool { return s.Start.Line > 0 }

// Node is a value of the tree with its place.
type Node struct {
	Kind Kind
	// Text is the value of a scalar: the decoded string, the number as written, "true" or "false".
	Text string
	// Odd marks a string that YAML would read as a number, but that is not a plain decimal.
	Odd bool
	// Shared marks a value that stands at several places of the tree: one with an anchor (&name), one that an
	// alias (*name) repeats, and all below them. Changing it in the source changes every one of these places.
	Shared bool
	// Span covers the value as it stands in the source, without its anchor. A value repeated by an
	// alias, and all below it, has the span of the alias.
	Span Span
	// Members of a mapping, in source order; of a duplicate key the first one.
	Members []Member
	// Items of a sequence, in source order.
	Items []*Node
}

// Member is a key of a mapping with its value.
type Member struct {
	Key     string
	KeySpan Span
	Value   *Node
}

// Get returns the value of a key, or nil when the node is no mapping or lacks the key. It is safe
// on a nil node, so that lookups can be chained.
func (n *Node) Get(key string) *Node {
	if m := n.Member(key); m != nil {
		return m.Value
	}
	return nil
}

// Member returns a key with its place, or nil.
func (n *Node) Member(key string) *Member {
	if n == nil {
		return nil
	}
	for i := range n.Members {
		if n.Members[i].Key == key {
			return &n.Members[i]
		}
	}
	return nil
}
