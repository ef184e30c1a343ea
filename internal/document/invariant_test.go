package document

import "unicode/utf8"

// reporter is a test, or one try of a random one.
type reporter interface {
	Helper()
	Errorf(format string, args ...any)
	Fatalf(format string, args ...any)
}

// checkTree checks what holds for every document: spans lie in the source, start before they end,
// and hold the spans of what is in them; parts follow each other.
func checkTree(t reporter, d *Document) {
	t.Helper()
	for _, p := range d.Problems {
		if p.Message.Code == "" {
			t.Errorf("problem without code: %+v", p)
		}
		if len(d.Source) > 0 {
			checkSpan(t, d, p.Span, "problem "+p.Message.Code)
		}
	}
	last := Position{}
	for _, c := range d.Comments {
		checkSpan(t, d, c.Span, "comment")
		if got := textOf(d, c.Span); got != c.Text {
			t.Errorf("comment %q has the span of %q", c.Text, got)
		}
		if c.Span.Start.Compare(last) < 0 {
			t.Errorf("comment %q at %v comes after one that ends at %v", c.Text, c.Span.Start, last)
		}
		last = c.Span.End
	}
	if d.Root != nil {
		if d.Root.Kind != Mapping {
			t.Errorf("got a root of kind %d, want a mapping", d.Root.Kind)
		}
		whole := Span{Start: d.Position(0), End: d.Position(len(d.Source))}
		checkNode(t, d, d.Root, whole, 1)
	}
}

func checkNode(t reporter, d *Document, n *Node, within Span, level int) {
	t.Helper()
	if n == nil {
		t.Fatalf("nil node within %s", showSpan(within))
	}
	if level > MaxDepth+1 {
		t.Fatalf("level %d at %s", level, showSpan(n.Span))
	}
	checkSpan(t, d, n.Span, "value")
	if !inside(n.Span, within) {
		t.Errorf("value %s is not inside %s", showSpan(n.Span), showSpan(within))
	}
	at := n.Span.Start
	follows := func(s Span) {
		t.Helper()
		if s.Start.Compare(at) < 0 && !n.Shared {
			t.Errorf("%s comes after %v", showSpan(s), at)
		}
		at = s.End
	}
	seen := map[string]bool{}
	for _, m := range n.Members {
		if seen[m.Key] {
			t.Errorf("key %q twice", m.Key)
		}
		seen[m.Key] = true
		checkSpan(t, d, m.KeySpan, "key")
		if !inside(m.KeySpan, n.Span) {
			t.Errorf("key %s is not inside %s", showSpan(m.KeySpan), showSpan(n.Span))
		}
		follows(m.KeySpan)
		checkNode(t, d, m.Value, n.Span, level+1)
		follows(m.Value.Span)
	}
	for _, item := range n.Items {
		checkNode(t, d, item, n.Span, level+1)
		follows(item.Span)
	}
}

func inside(a, b Span) bool { return a.Start.Compare(b.Start) >= 0 && a.End.Compare(b.End) <= 0 }

func checkSpan(t reporter, d *Document, s Span, what string) {
	t.Helper()
	for _, p := range []Position{s.Start, s.End} {
		if p.Line < 1 || p.Column < 1 || d.Position(d.Offset(p)) != p {
			t.Errorf("%s: position %v is not in the source", what, p)
		}
	}
	if s.Start.Compare(s.End) > 0 {
		t.Errorf("%s: %s ends before it starts", what, showSpan(s))
	}
	if text := textOf(d, s); utf8.Valid(d.Source) && !utf8.ValidString(text) {
		t.Errorf("%s: %s cuts a character in two", what, showSpan(s))
	}
}

func textOf(d *Document, s Span) string {
	start, end := d.Offset(s.Start), d.Offset(s.End)
	return string(d.Source[start:max(start, end)])
}
