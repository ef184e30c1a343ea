package schemas

import (
	"encoding/json"

	"github.com/eifcheck/eifcheck/internal/document"
)

// The library copies the keys on the way to a value for every value below it, and computes with
// numbers of any length; an empty key it leaves out of the way. None of these ever reaches it.
const (
	maxKey    = 256 // bytes
	maxDigits = 32
)

// converter turns the tree into what the library validates.
type converter struct {
	// oddKeys tells that some keys were left out because they are not usable, emptyKeys that some were
	// because they have no value.
	oddKeys, emptyKeys bool
}

// plain converts a value. Only plain decimals become numbers: the library panics on .nan and on
// anything else that json.Number cannot hold.
func (c *converter) plain(n *document.Node) any {
	switch n.Kind {
	case document.Bool:
		return n.Text == "true"
	case document.Number:
		if isDecimal(n.Text) {
			return json.Number(n.Text)
		}
		return n.Text
	case document.String:
		return n.Text
	case document.Sequence:
		items := make([]any, len(n.Items))
		for i, item := range n.Items {
			items[i] = c.plain(item)
		}
		return items
	case document.Mapping:
		return c.mapping(n)
	default:
		return nil
	}
}

// mapping leaves out keys without a value: what is not filled in is the same as not there.
func (c *converter) mapping(n *document.Node) map[string]any {
	members := make(map[string]any, len(n.Members))
	for i := range n.Members {
		m := &n.Members[i]
		switch {
		case !usable(m.Key):
			c.oddKeys = true
		case m.Value.Kind == document.Null:
			c.emptyKeys = true
		default:
			members[m.Key] = c.plain(m.Value)
		}
	}
	return members
}

// usable tells whether a key can be a name at all.
func usable(key string) bool { return key != "" && len(key) <= maxKey }

// isDecimal tells whether text is -?(0|[1-9][0-9]*)(\.[0-9]+)? and not too long.
func isDecimal(text string) bool {
	if len(text) > maxDigits {
		return false
	}
	if text != "" && text[0] == '-' {
		text = text[1:]
	}
	whole := leadingDigits(text)
	if whole == 0 || whole > 1 && text[0] == '0' {
		return false
	}
	if whole == len(text) {
		return true
	}
	rest := text[whole:]
	return rest[0] == '.' && len(rest) > 1 && leadingDigits(rest[1:]) == len(rest)-1
}

func leadingDigits(text string) int {
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return i
		}
	}
	return len(text)
}
