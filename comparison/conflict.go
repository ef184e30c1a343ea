package comparison

import (
	"fmt"
	"strings"

	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/internal/messages"
)

// shownWidth is the most characters of a value that a message repeats.
const shownWidth = 60

// conflict says that two parts do not agree, and where each says what.
func conflict(path []string, one, other voice) messages.Message {
	if one.silent() {
		one, other = other, one
	}
	args := messages.Args{
		"what": called(path), "place": place(one), "found": shown(one.node),
		"other": place(other), "other_found": shown(other.node),
	}
	if other.silent() {
		return messages.New("merge/conflict.default", args)
	}
	return messages.New("merge/conflict", args)
}

// called names what a path leads to, as briefly as is clear: "R14-1, comment".
func called(path []string) string {
	if len(path) > 3 && path[2] == "indicators" {
		path = path[3:]
	} else if len(path) > 1 && path[0] == "recommendations" {
		path = path[1:]
	}
	return strings.Join(path, ", ")
}

// place is where a value begins; of one that is not there, its file.
func place(v voice) string {
	if v.silent() {
		return v.part.Name
	}
	start := v.node.Span.Start
	return fmt.Sprintf("%s:%d:%d", v.part.Name, start.Line, start.Column)
}

// shown is a value on one line, cut when it is long.
func shown(n *document.Node) string {
	text := document.Flow(n)
	if n.Kind == document.Mapping {
		text = strings.TrimSuffix(strings.TrimPrefix(text, "{"), "}")
	}
	if runes := []rune(text); len(runes) > shownWidth {
		return string(runes[:shownWidth-1]) + "…"
	}
	return text
}
