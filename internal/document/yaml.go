package document

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"
)

// parseYAML reads the first YAML document of a file. The library knows the structure, the decoded
// text and where each value starts; the walker finds in the source where each one ends.
func parseYAML(d *Document) {
	anchors := &anchorTable{missing: map[*yaml.Node]bool{}}
	root, err := loadYAML(d.forLibrary(), anchors)
	switch {
	case errors.Is(err, io.EOF):
		d.report("input/empty", nil)
		return
	case err != nil:
		d.explain(err)
		return
	}
	w := &walker{builder: newBuilder(d), src: d.Source, missing: anchors.missing, shared: map[*yaml.Node]*Node{}}
	w.cursor = w.offset
	w.document(root)
}

// errTooDeep is what the library passes on as text.
var errTooDeep = errors.New("too many levels")

func loadYAML(src []byte, anchors *anchorTable) (root *yaml.Node, err error) {
	// The library panics on states that it thinks impossible. No file may crash eifcheck.
	defer func() {
		if r := recover(); r != nil {
			root, err = nil, fmt.Errorf("read YAML: %v", r)
		}
	}()
	limits := loaderlimits.New(loaderlimits.DepthFunc(func(depth int, _ *yaml.DepthContext) error {
		if depth > MaxDepth {
			return errTooDeep
		}
		return nil
	}))
	loader, err := yaml.NewLoader(bytes.NewReader(src), yaml.WithPlugin(limits, anchors))
	if err != nil {
		return nil, fmt.Errorf("prepare the YAML reader: %w", err)
	}
	var node yaml.Node
	if err := loader.Load(&node); err != nil {
		return nil, err //nolint:wrapcheck // the caller reads its place and its message
	}
	return &node, nil
}

// anchorTable keeps the anchors of one file. In place of the library's own table it lets an
// alias without an anchor pass, so that all of them, and everything else, can be reported in one go.
type anchorTable struct {
	named   map[string]*yaml.Node
	missing map[*yaml.Node]bool
}

// NewAliasDataContext is called by the library, once a stream.
func (a *anchorTable) NewAliasDataContext(yaml.AliasDataServices) (yaml.AliasDataContext, error) {
	return a, nil
}

// BeginDocument forgets the anchors of the document before.
func (a *anchorTable) BeginDocument() error {
	a.named = map[string]*yaml.Node{}
	return nil
}

// EndDocument does nothing.
func (a *anchorTable) EndDocument() error { return nil }

// DefineAnchor notes an anchor; a later one of the same name takes its place.
func (a *anchorTable) DefineAnchor(name string, node *yaml.Node) error {
	a.named[name] = node
	return nil
}

// ResolveAlias finds what an alias repeats.
func (a *anchorTable) ResolveAlias(name string) (*yaml.Node, bool, error) {
	if node := a.named[name]; node != nil {
		return node, true, nil
	}
	node := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!null"}
	a.missing[node] = true
	return node, true, nil
}

// document makes the tree of the whole file.
func (w *walker) document(doc *yaml.Node) {
	if doc.Kind != yaml.DocumentNode || len(doc.Content) == 0 {
		w.doc.report("input/empty", nil)
		return
	}
	w.head()
	content := doc.Content[0]
	root := w.value(content, place{indent: -1, level: 1})
	if !w.over {
		w.rest()
	}
	switch {
	case w.over || root == nil:
	case isBlank(content):
		// With "---" twice it is enough to say that a second document starts.
		if len(w.doc.Problems) == 0 {
			w.doc.report("input/empty", nil)
		}
	case root.Kind != Mapping:
		w.doc.reportAt(root.Span, "", w.doc.rootCode(), nil)
	default:
		w.doc.Root = root
	}
}

// head steps over the lines that begin with % and the --- that ends them.
func (w *walker) head() {
	for w.space(); w.next('%'); w.space() {
		w.gap(w.lineEnd())
	}
	if w.marker("---") {
		w.cursor += len("---")
	}
}

// marker tells whether the cursor stands before the sign that starts or ends a document.
func (w *walker) marker(sign string) bool {
	return bytes.HasPrefix(w.src[w.cursor:], []byte(sign)) && w.blankAt(w.cursor+len(sign)) &&
		w.cursor == int(w.doc.places.lines[w.doc.places.line(w.cursor)])
}

// rest looks at what follows the first document. A second one is refused; anything else is text
// after the end, which the library would only notice when asked for another document.
func (w *walker) rest() {
	w.space()
	if w.marker("...") {
		w.cursor += len("...")
		w.space()
		if w.cursor < len(w.src) {
			w.second()
		}
		return
	}
	switch {
	case w.cursor == len(w.src):
	case w.marker("---"):
		w.second()
	default:
		w.problem(w.spanOf(w.cursor, w.lineEnd()), "input/syntax.leftover", nil)
	}
}

func (w *walker) second() {
	w.problem(w.spanOf(w.cursor, w.lineEnd()), "input/several-documents", nil)
}
