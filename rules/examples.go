package rules

import (
	"embed"
	"strings"

	"github.com/eifcheck/eifcheck/internal/document"
)

// The examples are one file a family, beside the rules; read only when one is shown.
//
//go:embed examples/*.yaml
var exampleFiles embed.FS

// Example shows a rule by two snippets of an assessment file: one in which it finds something, and
// the same put right.
type Example struct{ Wrong, Right string }

// exampleHead are the lines that a snippet leaves out.
const exampleHead = "eifcheck: 1\ncountry: FR\nyear: 2022\n"

// Whole makes a file of a snippet: the first three lines, unless it has them itself.
func (Example) Whole(snippet string) string {
	if strings.HasPrefix(snippet, "eifcheck:") || strings.Contains(snippet, "\neifcheck:") {
		return snippet
	}
	return exampleHead + snippet
}

// The families whose rules differ in nothing but the id they are about share one example, written
// for the id named here.
func sharedExample(family string) (key, writtenFor string) {
	switch family {
	case "eif":
		return "eif/*", "R05"
	case "gap":
		return "gap/*", "P2"
	}
	return "", ""
}

// ExampleOf returns the example of a rule; ok is false for a rule that no snippet can show, such as
// one about a file that cannot be read.
func ExampleOf(id string) (e Example, ok bool) {
	family, name, _ := strings.Cut(id, "/")
	source, err := exampleFiles.ReadFile("examples/" + family + ".yaml")
	if err != nil {
		return Example{}, false
	}
	root := document.Parse(family+".yaml", source).Root
	if key, writtenFor := sharedExample(family); key != "" {
		e, ok = exampleAt(root.Get(key))
		swap := strings.NewReplacer(writtenFor, name)
		return Example{Wrong: swap.Replace(e.Wrong), Right: swap.Replace(e.Right)}, ok
	}
	return exampleAt(root.Get(id))
}

func exampleAt(n *document.Node) (Example, bool) {
	wrong, right := n.Get("wrong"), n.Get("right")
	if wrong == nil || right == nil {
		return Example{}, false
	}
	return Example{Wrong: wrong.Text, Right: right.Text}, true
}
