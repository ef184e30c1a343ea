package rules

import (
	"embed"
	"strings"

	"github.com/eifcheck/eifcheck/internal/document"
)

// The examples are one file a family, beside the rules; read only when one is shown. For each rule they
// have the smallest part of a file that it reports as "wrong", and the same put right as "right". Their
// day is 2026-11-22.
//
//go:embed examples/*.yaml
var exampleFiles embed.FS

// Example shows a rule by two snippets of an assessment file: one in which it finds something, and
// the same put right. Right is "" where there is nothing to put right, only something to know.
type Example struct {
	Wrong, Right string
	// Alone tells that the wrong snippet is all there is of its file.
	Alone bool
}

// exampleHead are the lines that a snippet leaves out.
const exampleHead = "eifcheck: 1\ncountry: FR\nyear: 2022\n"

// Whole makes a file of a snippet: the first three lines, unless it has them itself or is shown
// without them.
func (e Example) Whole(snippet string) string {
	if e.Alone || strings.HasPrefix(snippet, "eifcheck:") || strings.Contains(snippet, "\neifcheck:") {
		return snippet
	}
	return exampleHead + snippet
}

// ExampleHeadings are the catalogue entries that stand over the two snippets: only an error is wrong,
// everything else is worth knowing.
func ExampleHeadings(s Severity) (wrong, right string) {
	if s == Error {
		return "explain/example.wrong", "explain/example.right"
	}
	return "explain/example.reported", "explain/example.silent"
}

// writtenFor is the id that the shared example of a family of like rules is written for.
func writtenFor(family string) string {
	if family == "eif" {
		return "R05"
	}
	return "P2"
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
	if alike(family) {
		e, ok = exampleAt(root.Get(family + "/*"))
		swap := strings.NewReplacer(writtenFor(family), name)
		e.Wrong, e.Right = swap.Replace(e.Wrong), swap.Replace(e.Right)
		return e, ok
	}
	return exampleAt(root.Get(id))
}

func exampleAt(n *document.Node) (Example, bool) {
	if n.Get("wrong") == nil {
		return Example{}, false
	}
	return Example{Wrong: rawText(n, "wrong"), Right: rawText(n, "right"), Alone: n.Get("whole") != nil}, true
}

// rawText is the text of a key with its line ends, "" where there is none.
func rawText(n *document.Node, key string) string {
	if value := n.Get(key); value != nil {
		return value.Text
	}
	return ""
}
