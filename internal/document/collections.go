package document

import (
	"go.yaml.in/yaml/v4"

	"github.com/eifcheck/eifcheck/internal/messages"
)

func (w *walker) blockSequence(n *yaml.Node, at place) *Node {
	node := w.open(Sequence)
	if node == nil {
		return nil
	}
	below := place{indent: node.Span.Start.Column - 1, level: at.level + 1}
	node.Items = make([]*Node, 0, len(n.Content))
	for i, child := range n.Content {
		w.space()
		w.take('-')
		if !w.item(node, i, child, below) {
			return nil
		}
	}
	return w.close(node)
}

func (w *walker) flowSequence(n *yaml.Node, at place) *Node {
	node := w.open(Sequence)
	if node == nil {
		return nil
	}
	w.take('[')
	below := place{indent: at.indent, level: at.level + 1}
	node.Items = make([]*Node, 0, len(n.Content))
	for i, child := range n.Content {
		w.separator()
		if !w.item(node, i, child, below) {
			return nil
		}
	}
	w.separator()
	w.take(']')
	return w.close(node)
}

// item adds an item to a list.
func (w *walker) item(node *Node, i int, child *yaml.Node, at place) bool {
	w.pushItem(i)
	item := w.value(child, at)
	w.pop()
	if item == nil {
		return false
	}
	node.Items = append(node.Items, item)
	return true
}

func (w *walker) blockMapping(n *yaml.Node, at place) *Node {
	node := w.open(Mapping)
	if node == nil {
		return nil
	}
	below := place{indent: node.Span.Start.Column - 1, level: at.level + 1}
	return w.pairs(node, n, below, false)
}

// flowMapping reads {a: 1} and also the bare pair of [a: 1], which is a mapping without braces.
func (w *walker) flowMapping(n *yaml.Node, at place) *Node {
	node := w.open(Mapping)
	if node == nil {
		return nil
	}
	below := place{indent: at.indent, level: at.level + 1}
	if isPair(n) || !w.next('{') {
		return w.pairs(node, n, below, false)
	}
	w.take('{')
	if w.pairs(node, n, below, true) == nil {
		return nil
	}
	w.separator()
	w.take('}')
	return w.close(node)
}

// isPair tells a bare pair, which starts where its key starts, from a mapping in braces.
func isPair(n *yaml.Node) bool {
	return len(n.Content) > 0 && n.Line == n.Content[0].Line && n.Column == n.Content[0].Column
}

// pairs reads the keys and values of a mapping.
func (w *walker) pairs(node *Node, n *yaml.Node, at place, braces bool) *Node {
	var seen keys
	node.Members = make([]Member, 0, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		if braces {
			w.separator()
		} else {
			w.space()
		}
		if w.next('?') && w.blankAt(w.cursor+1) {
			w.take('?')
		}
		member, ok := w.key(n.Content[i], at)
		if w.over {
			return nil
		}
		w.pushKey(member.Key)
		w.colon()
		member.Value = w.value(n.Content[i+1], at)
		w.pop()
		if member.Value == nil {
			return nil
		}
		if ok {
			seen.add(&w.builder, node, member)
		}
	}
	return w.close(node)
}

// colon steps over the colon after a key; a key without one has an empty value right behind it.
func (w *walker) colon() {
	w.space()
	w.take(':')
}

// key reads a key and tells whether it can be used as one.
func (w *walker) key(n *yaml.Node, at place) (Member, bool) {
	if isBlank(n) {
		w.end = w.cursor
	}
	start := w.cursor
	node := w.value(n, at)
	if node == nil {
		return Member{}, false
	}
	if n.Kind != yaml.AliasNode {
		w.nodes-- // a key is no node of the tree
	}
	member := Member{Key: node.Text, KeySpan: node.Span}
	if node.Kind == Null && n.Kind == yaml.ScalarNode {
		member.Key = n.Value // "null" and "~" are keys like any other
	}
	if code := badKey(n, node); code != "" {
		var args messages.Args
		if member.Key != "" {
			args = messages.Args{"key": member.Key}
		}
		w.problem(node.Span, code, args)
		return member, false
	}
	if n.Style&^yaml.TaggedStyle == 0 && w.misspaced(n, start) {
		return member, false // reported already
	}
	// An alias that leads nowhere is reported already.
	return member, n.Kind != yaml.AliasNode || node.Kind != Null
}

// badKey tells why a value cannot be a key, or "".
func badKey(n *yaml.Node, node *Node) string {
	if node.Kind == Sequence || node.Kind == Mapping {
		return "input/key.complex"
	}
	unquoted := n.Kind == yaml.ScalarNode && n.Style&^yaml.TaggedStyle == 0
	switch {
	case unquoted && n.Value == "":
		return "input/key.empty"
	case unquoted && n.Value == "<<":
		return "input/key.merge"
	}
	return ""
}

// open starts a list or a mapping at the cursor.
func (w *walker) open(kind Kind) *Node {
	at := w.pos(w.cursor)
	if !w.count(at) {
		return nil
	}
	return w.node(Node{Kind: kind, Span: Span{Start: at}})
}

// close ends a list or a mapping at its bracket or, without one, at the end of its last part.
func (w *walker) close(node *Node) *Node {
	node.Span.End = w.pos(w.end)
	return node
}
