package document_test

import (
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/eifcheck/eifcheck/internal/document"
)

// A tree that is written and read again is the same tree.
func TestEncodeParse(t *testing.T) {
	t.Parallel()

	ignorePlaces := cmpopts.IgnoreTypes(document.Span{})
	rapid.Check(t, func(rt *rapid.T) {
		tree := &document.Node{Kind: document.Mapping, Members: drawMembers(rt, 0)}
		source := document.Encode(tree)
		d := document.Parse("a.yaml", source)
		if len(d.Problems) > 0 {
			rt.Fatalf("problems %v in\n%s", d.Problems, source)
		}
		if diff := cmp.Diff(tree, d.Root, ignorePlaces, cmpopts.EquateEmpty()); diff != "" {
			rt.Fatalf("read again, the tree differs (-want +got):\n%s\nfrom\n%s", diff, source)
		}
	})
}

// drawTree draws any value.
func drawTree(rt *rapid.T, level int) *document.Node {
	kinds := []document.Kind{document.Null, document.Bool, document.Number, document.String, document.String}
	if level < 5 {
		kinds = append(kinds, document.Sequence, document.Mapping, document.Mapping)
	}
	n := &document.Node{Kind: rapid.SampledFrom(kinds).Draw(rt, "kind")}
	switch n.Kind {
	case document.Bool:
		n.Text = strconv.FormatBool(rapid.Bool().Draw(rt, "bool"))
	case document.Number:
		n.Text = rapid.StringMatching(`-?(0|[1-9][0-9]{0,4})(\.[0-9]{1,3})?`).Draw(rt, "number")
	case document.String:
		n.Text = drawText(rt)
	case document.Sequence:
		for range rapid.IntRange(0, 4).Draw(rt, "items") {
			n.Items = append(n.Items, drawTree(rt, level+1))
		}
	case document.Mapping:
		n.Members = drawMembers(rt, level+1)
	case document.Null:
	}
	return n
}

// drawMembers draws the members of a map.
func drawMembers(rt *rapid.T, level int) []document.Member {
	var members []document.Member
	for _, key := range rapid.SliceOfNDistinct(rapid.Custom(drawText), 0, 4, rapid.ID).Draw(rt, "keys") {
		members = append(members, document.Member{Key: key, Value: drawTree(rt, level+1)})
	}
	return members
}

// drawText draws strings that YAML could take for something else, and others.
func drawText(rt *rapid.T) string {
	return rapid.OneOf(
		rapid.SampledFrom([]string{
			"", "a", "y", "NO", "null", "~", "03", "1e3", "12:30", "2020-12-31", "2020.1", "- x", "a: b", "a #b", "#", "'", "\"", "\\", "a\nb",
			"a\tb", " a", "a ", "<<", "*a", "&a", "!t", "%", "@", "`", "|", ">", "[", "{", ",", "é\u00a0b", "---", "...", "?", "a\u2028b", "🙂",
		}),
		rapid.StringMatching(`[a-z #:,{}\[\]'"\\-]{0,60}`),
		rapid.StringMatching(`[\p{L}\p{P} ]{0,20}`),
	).Draw(rt, "text")
}
