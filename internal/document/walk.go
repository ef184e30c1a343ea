package document

import (
	"go.yaml.in/yaml/v4"

	"github.com/eifcheck/eifcheck/internal/messages"
)

// walker goes through the library's nodes and the source side by side. Its cursor moves forwards
// only: all before it is accounted for, as a value, a comment, white space or punctuation. That
// gives every value its end, and each comment, without a second parser.
type walker struct {
	builder
	src     []byte
	cursor  int
	end     int                  // of the last part of a value: behind it there was only space so far
	missing map[*yaml.Node]bool  // what aliases without an anchor lead to
	shared  map[*yaml.Node]*Node // finished values with an anchor; nil while being read
}

// place is what a value needs to know of the ones around it.
type place struct {
	indent int // column, from 0, of the innermost block list or mapping; -1 at the top
	level  int
}

// value makes a value and everything below it. It returns nil when a limit is passed.
func (w *walker) value(n *yaml.Node, at place) *Node {
	if isBlank(n) {
		return w.scalar(n, w.end, at)
	}
	w.gap(w.seek(Position{Line: n.Line, Column: n.Column}))
	if n.Kind == yaml.AliasNode {
		return w.alias(n, at)
	}
	w.properties(n)
	if n.Anchor == "" {
		return w.content(n, at)
	}
	w.shared[n] = nil
	node := w.content(n, at)
	if node != nil {
		share(node)
		w.shared[n] = node
	}
	return node
}

func (w *walker) content(n *yaml.Node, at place) *Node {
	switch {
	case n.Kind == yaml.ScalarNode:
		return w.scalar(n, w.cursor, at)
	case !w.deeper(at.level, w.pos(w.cursor)):
		return nil
	case n.Kind == yaml.SequenceNode && n.Style&yaml.FlowStyle != 0:
		return w.flowSequence(n, at)
	case n.Kind == yaml.SequenceNode:
		return w.blockSequence(n, at)
	case n.Style&yaml.FlowStyle != 0:
		return w.flowMapping(n, at)
	}
	return w.blockMapping(n, at)
}

// isBlank tells whether a value is not written at all, as after "key:".
func isBlank(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Value == "" && n.Style&^yaml.TaggedStyle == 0 && !hasProperties(n)
}

func hasProperties(n *yaml.Node) bool { return n.Anchor != "" || hasTag(n) }

func hasTag(n *yaml.Node) bool { return n.Tag == "!" || n.Style&yaml.TaggedStyle != 0 }

// properties steps over the anchor and the tag before a value. Tags are refused: they would change
// what a value means, and none is needed here.
func (w *walker) properties(n *yaml.Node) {
	anchor, tag := n.Anchor != "", hasTag(n)
	for anchor || tag {
		w.space()
		switch {
		case anchor && w.next('&'):
			w.cursor += len("&") + len(n.Anchor)
			anchor = false
		case tag && w.next('!'):
			end := tagEnd(w.src, w.cursor)
			text := string(w.src[w.cursor:end])
			w.problem(w.spanOf(w.cursor, end), "input/tag", messages.Args{"tag": text})
			w.cursor = end
			tag = false
		default:
			return
		}
	}
	if n.Value != "" || n.Kind != yaml.ScalarNode || n.Style&^yaml.TaggedStyle != 0 {
		w.space()
	}
}

// scalar makes text, a number, true, false or nothing.
func (w *walker) scalar(n *yaml.Node, start int, at place) *Node {
	if !w.count(w.pos(start)) {
		return nil
	}
	w.end = w.scalarEnd(n, start, at)
	w.cursor = max(w.cursor, w.end)
	node := Node{Kind: String, Text: n.Value}
	if n.Style&^yaml.TaggedStyle == 0 {
		node, start = w.unquoted(n, start)
	}
	node.Span = w.spanOf(start, w.end)
	return w.node(node)
}

// alias puts a copy of what it repeats in its place, so that nothing after this has to know of
// aliases. Each copy counts, which bounds what a few lines can grow to.
func (w *walker) alias(n *yaml.Node, at place) *Node {
	start := w.cursor
	w.cursor = min(start+len("*")+len(n.Value), len(w.src))
	w.end = w.cursor
	span := w.spanOf(start, w.cursor)
	target, seen := w.shared[n.Alias]
	switch {
	case target != nil:
		return w.repeat(target, span, at.level)
	case w.missing[n.Alias]:
		w.problem(span, "input/alias.unknown", messages.Args{"name": n.Value})
	case seen:
		w.problem(span, "input/alias.loop", messages.Args{"name": n.Value})
	}
	if !w.count(span.Start) {
		return nil
	}
	return w.node(Node{Kind: Null, Span: span})
}

func (w *walker) repeat(n *Node, span Span, level int) *Node {
	if !w.count(span.Start) {
		return nil
	}
	node := *n
	node.Span, node.Shared = span, true
	if n.Kind != Mapping && n.Kind != Sequence {
		return w.node(node)
	}
	if !w.deeper(level, span.Start) {
		return nil
	}
	node.Members = make([]Member, len(n.Members))
	for i, m := range n.Members {
		node.Members[i] = Member{Key: m.Key, KeySpan: span, Value: w.repeat(m.Value, span, level+1)}
		if w.over {
			return nil
		}
	}
	node.Items = make([]*Node, len(n.Items))
	for i, item := range n.Items {
		node.Items[i] = w.repeat(item, span, level+1)
		if w.over {
			return nil
		}
	}
	return w.node(node)
}

// share marks a value with an anchor and all below it.
func share(n *Node) {
	if n.Shared {
		return
	}
	n.Shared = true
	for _, m := range n.Members {
		share(m.Value)
	}
	for _, item := range n.Items {
		share(item)
	}
}
