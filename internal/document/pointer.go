package document

import (
	"strconv"
	"strings"
)

// Pointer joins keys into a JSON Pointer (RFC 6901).
func Pointer(keys ...string) string {
	var b strings.Builder
	for _, key := range keys {
		b.WriteByte('/')
		b.WriteString(escape(key))
	}
	return b.String()
}

func escape(key string) string {
	if !strings.ContainsAny(key, "~/") {
		return key
	}
	return strings.ReplaceAll(strings.ReplaceAll(key, "~", "~0"), "/", "~1")
}

func unescape(key string) string {
	if !strings.Contains(key, "~") {
		return key
	}
	return strings.ReplaceAll(strings.ReplaceAll(key, "~1", "/"), "~0", "~")
}

// Place is where a pointer leads.
type Place struct {
	// Node is the value, nil when the pointer leads nowhere.
	Node *Node
	// Key is the span of the member's key; unknown for the root and for items of a list.
	Key Span
	// Found is the part of the pointer that exists.
	Found string
	// Nearest is the span to show: the value's, or, when the pointer leads nowhere, that of the
	// nearest key above it that exists (of the value where there is no key).
	Nearest Span
}

// Locate follows a JSON Pointer as far as it leads.
func (d *Document) Locate(pointer string) Place {
	if d.Root == nil {
		return Place{Nearest: Span{Start: Position{1, 1}, End: Position{1, 1}}}
	}
	place := Place{Node: d.Root, Nearest: Span{Start: d.Root.Span.Start, End: d.Root.Span.Start}}
	if pointer == "" {
		return place
	}
	for raw := range strings.SplitSeq(pointer[1:], "/") {
		next, key := part(place.Node, unescape(raw))
		if next == nil {
			if place.Key.Known() {
				place.Nearest = place.Key
			}
			place.Node = nil
			return place
		}
		place = Place{Node: next, Key: key, Found: place.Found + "/" + raw, Nearest: next.Span}
	}
	return place
}

// part goes from a value to one of its parts.
func part(n *Node, key string) (*Node, Span) {
	if m := n.Member(key); m != nil {
		return m.Value, m.KeySpan
	}
	if n.Kind != Sequence {
		return nil, Span{}
	}
	i, err := strconv.Atoi(key)
	if err != nil || i < 0 || i >= len(n.Items) {
		return nil, Span{}
	}
	return n.Items[i], Span{}
}
