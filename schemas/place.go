package schemas

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/eifcheck/eifcheck/internal/document"
)

// place is a value of the tree with the way to it.
type place struct {
	node *document.Node
	// member is the entry that holds the value; nil for the root and for items of a list.
	member *document.Member
	// above is the entry before it in the same table; only eachMember sets it.
	above *document.Member
	// path are the keys and, for lists, the numbers from 0, from the root on.
	path []string
}

// child is the place of a member of this place's mapping.
func (p place) child(m *document.Member) place {
	return place{node: m.Value, member: m, path: p.below(m.Key)}
}

// item is the place of an item of this place's list.
func (p place) item(i int) place {
	return place{node: p.node.Items[i], path: p.below(strconv.Itoa(i))}
}

// get is the place of a key's value, or one without a node where the key is not there or empty.
func (p place) get(key string) place {
	if m := p.node.Member(key); m != nil && m.Value.Kind != document.Null {
		return p.child(m)
	}
	return place{}
}

// has tells whether a key is there with a value: what is not filled in counts as not there.
func has(n *document.Node, key string) bool {
	m := n.Member(key)
	return m != nil && m.Value.Kind != document.Null
}

// below makes a longer path, never sharing memory with its siblings.
func (p place) below(key string) []string {
	path := make([]string, len(p.path)+1)
	copy(path, p.path)
	path[len(p.path)] = key
	return path
}

func (p place) pointer() string { return document.Pointer(p.path...) }

// holder is where to show that something is missing: at the key that should hold it, or at the
// value where there is no key, or at the start of the file.
func (p place) holder() document.Span {
	switch {
	case p.member != nil:
		return p.member.KeySpan
	case len(p.path) == 0:
		return document.Span{Start: p.node.Span.Start, End: p.node.Span.Start}
	}
	return p.node.Span
}

// key is the nearest key: the value's own, or the list's that holds it.
func (p place) key() string {
	if p.member != nil {
		return p.member.Key
	}
	for _, key := range slices.Backward(p.path) {
		if !isIndex(key) {
			return key
		}
	}
	return ""
}

// owner is the name of what the value belongs to, as people speak of it: R14, R14-1, P3, the id of a
// source, or else the key above; "" at the top of the file.
func (p place) owner() string {
	for i := len(p.path) - 1; i > 0; i-- {
		switch p.path[i-1] {
		case "areas", "cross_border", "recommendations", "indicators", "sources", "populations":
			return p.path[i]
		case "claims", "context", "evidence", "actions":
			return p.path[i-1] + " " + ordinal(p.path[i])
		}
	}
	if len(p.path) > 1 {
		return p.path[len(p.path)-2]
	}
	return ""
}

// ordinal counts from 1, as people do.
func ordinal(index string) string {
	i, err := strconv.Atoi(index)
	if err != nil {
		return index
	}
	return strconv.Itoa(i + 1)
}

func isIndex(token string) bool {
	_, err := strconv.Atoi(token)
	return err == nil
}

// finder follows the library's locations in the tree. It remembers the keys of large mappings, so
// that many locations in one of them do not each search it.
type finder struct {
	root *document.Node
	keys map[*document.Node]map[string]int
}

// large is the number of members from which on a mapping's keys are remembered.
const large = 32

// find follows a location, keys escaped as in a JSON Pointer and then as in a URL.
func (f *finder) find(location string) (place, bool) {
	at := place{node: f.root}
	if location == "" {
		return at, true
	}
	for token := range strings.SplitSeq(strings.TrimPrefix(location, "/"), "/") {
		key, ok := unescape(token)
		if !ok {
			return place{}, false
		}
		if at, ok = f.step(at, key); !ok {
			return place{}, false
		}
	}
	return at, true
}

func (f *finder) step(at place, key string) (place, bool) {
	if at.node.Kind == document.Sequence {
		i, err := strconv.Atoi(key)
		if err != nil || i < 0 || i >= len(at.node.Items) {
			return place{}, false
		}
		return at.item(i), true
	}
	m := f.member(at.node, key)
	if m == nil {
		return place{}, false
	}
	return at.child(m), true
}

func (f *finder) member(n *document.Node, key string) *document.Member {
	if len(n.Members) < large {
		return n.Member(key)
	}
	index := f.keys[n]
	if index == nil {
		index = make(map[string]int, len(n.Members))
		for i := range n.Members {
			index[n.Members[i].Key] = i
		}
		f.keys[n] = index
	}
	if i, ok := index[key]; ok {
		return &n.Members[i]
	}
	return nil
}

// unescape undoes what the library does to a key: first as in a URL, then as in a JSON Pointer.
func unescape(token string) (string, bool) {
	key, err := url.PathUnescape(token)
	if err != nil {
		return "", false
	}
	return strings.ReplaceAll(strings.ReplaceAll(key, "~1", "/"), "~0", "~"), true
}
