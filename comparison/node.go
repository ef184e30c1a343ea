package comparison

import (
	"cmp"
	"slices"
	"strings"

	"github.com/eifcheck/eifcheck/internal/document"
)

// isBlank tells that a value says nothing. An empty list can be an answer: nothing of it holds.
func isBlank(n *document.Node) bool {
	return n == nil || n.Kind == document.Null || n.Kind == document.String && n.Text == ""
}

func mapping() *document.Node { return &document.Node{Kind: document.Mapping} }

// add gives a map one more member, unless there is no value.
func add(n *document.Node, key string, value *document.Node) {
	if value != nil {
		n.Members = append(n.Members, document.Member{Key: key, Value: value})
	}
}

// under are the values that voices give for a key.
func under(voices []voice, key string) []voice {
	var found []voice
	for _, v := range voices {
		if n := v.node.Get(key); n != nil {
			found = append(found, voice{part: v.part, node: n})
		}
	}
	return found
}

// arrange leaves out what says nothing and puts keys in order; nil when nothing is left.
func (f *form) arrange(n *document.Node) *document.Node {
	if isBlank(n) {
		return nil
	}
	arranged := *n
	arranged.Members, arranged.Items = nil, nil
	inner := &form{}
	for _, member := range n.Members {
		add(&arranged, member.Key, inner.arrange(member.Value))
	}
	for _, item := range n.Items {
		if item = inner.arrange(item); item != nil {
			arranged.Items = append(arranged.Items, item)
		}
	}
	isEmpty := len(arranged.Members) == 0 && len(arranged.Items) == 0
	if isEmpty && (n.Kind == document.Mapping || n.Kind == document.Sequence) {
		return nil
	}
	slices.SortStableFunc(arranged.Members, func(a, b document.Member) int {
		return cmp.Or(cmp.Compare(f.place(a.Key), f.place(b.Key)), strings.Compare(a.Key, b.Key))
	})
	return &arranged
}

// place is where a key stands in the format; keys it does not name come last.
func (f *form) place(key string) int {
	if i := slices.Index(f.keys, key); i >= 0 {
		return i
	}
	return len(f.keys)
}

// sortedItems puts the ticked items of a checklist in order: it is a set.
func sortedItems(n *document.Node) *document.Node {
	sorted := *n
	sorted.Items = slices.SortedFunc(slices.Values(n.Items), byMeaning)
	return &sorted
}

// meaning is what a value says however it is written: 3 and 3.0 are one number.
func meaning(n *document.Node) string { return document.Flow(plainNumbers(n)) }

func plainNumbers(n *document.Node) *document.Node {
	plain := *n
	if n.Kind == document.Number && strings.Contains(n.Text, ".") {
		plain.Text = strings.TrimSuffix(strings.TrimRight(n.Text, "0"), ".")
	}
	plain.Members = slices.Clone(n.Members)
	for i := range plain.Members {
		plain.Members[i].Value = plainNumbers(plain.Members[i].Value)
	}
	plain.Items = slices.Clone(n.Items)
	for i := range plain.Items {
		plain.Items[i] = plainNumbers(plain.Items[i])
	}
	return &plain
}

// byMeaning sorts values that can be written in several ways, always alike.
func byMeaning(a, b *document.Node) int {
	return cmp.Or(strings.Compare(meaning(a), meaning(b)), strings.Compare(document.Flow(a), document.Flow(b)))
}

// first is the one of two equal values that is written, whatever their order; a may be nil.
func first(a, b *document.Node) *document.Node {
	if a == nil || byMeaning(b, a) < 0 {
		return b
	}
	return a
}
