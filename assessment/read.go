package assessment

import (
	"strconv"

	"github.com/eifcheck/eifcheck/internal/document"
)

// The readers below take a value of the tree as what the format says it is; nil and other shapes
// give the zero value.

func members(n *document.Node) []document.Member {
	if n == nil {
		return nil
	}
	return n.Members
}

func items(n *document.Node) []*document.Node {
	if n == nil {
		return nil
	}
	return n.Items
}

func text(n *document.Node) string {
	if n == nil || n.Kind == document.Null {
		return ""
	}
	return n.Text
}

func word(n *document.Node) Word { return Word(text(n)) }

func textOr(n *document.Node, fallback string) string {
	if s := text(n); s != "" {
		return s
	}
	return fallback
}

func texts(n *document.Node) []string {
	words := make([]string, 0, len(items(n)))
	for _, item := range items(n) {
		words = append(words, text(item))
	}
	return words
}

func whole(n *document.Node) int {
	i, err := strconv.Atoi(text(n))
	if err != nil {
		return 0
	}
	return i
}

func wholeOrNone(n *document.Node) *int {
	if n == nil || n.Kind != document.Number {
		return nil
	}
	i := whole(n)
	return &i
}

func freeText(n *document.Node) Text {
	if n == nil || n.Kind != document.Mapping {
		return Text{Plain: text(n)}
	}
	t := Text{Translations: make([]Translation, 0, len(n.Members))}
	for _, m := range n.Members {
		t.Translations = append(t.Translations, Translation{Language: m.Key, Text: text(m.Value)})
	}
	return t
}
