package config

import (
	"slices"
	"strconv"
	"strings"

	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/schemas"
)

// Read takes a configuration out of a parsed file.
func Read(d *document.Document, r Rules) *File {
	f := &File{Path: d.Name}
	for _, p := range d.Problems {
		f.Problems = append(f.Problems, document.Problem{Message: ofConfiguration(p.Message), Span: p.Span})
	}
	if d.Root == nil {
		return f
	}
	if f.outdated(d.Root, r) {
		return f
	}
	f.version(d.Root)
	for i := range d.Root.Members {
		f.member(&d.Root.Members[i], r)
	}
	slices.SortStableFunc(f.Problems, func(a, b document.Problem) int { return a.Span.Start.Compare(b.Span.Start) })
	return f
}

// ofConfiguration replaces what would tell the writer of a configuration how to write an assessment.
func ofConfiguration(m messages.Message) messages.Message {
	switch m.Rule() {
	case "input/root", "input/empty":
		return messages.New("config/root", nil)
	}
	return m
}

// version holds the file to the one form there is.
func (f *File) version(root *document.Node) {
	m := root.Member(VersionKey)
	switch {
	case m == nil:
		start := document.Position{Line: 1, Column: 1}
		f.report(document.Span{Start: start, End: start}, "config/version.missing", nil)
	case m.Value.Kind != document.Number || m.Value.Text != strconv.Itoa(Format):
		f.report(m.Value.Span, "config/version", messages.Args{"found": m.Value.Text})
	}
}

// outdated tells that the file asks for another eifcheck than this one. It is then the only thing to
// say: a key that a newer version has would be no mistake.
func (f *File) outdated(root *document.Node, r Rules) bool {
	m := root.Member(RequiredKey)
	if m == nil {
		return false
	}
	args := messages.Args{"found": m.Value.Text, "version": r.Version}
	wanted, ok := parseRequirement(m.Value)
	switch {
	case !ok:
		f.report(m.Value.Span, "config/required-version.unknown", args)
		return false
	case isDevelopment(r.Version):
		f.Unchecked = m.Value.Text
		return false
	case wanted.holds(r.Version):
		return false
	}
	f.report(m.Value.Span, "config/required-version", args)
	return true
}

// member reads one key.
func (f *File) member(m *document.Member, r Rules) {
	if m.Key == VersionKey || m.Key == RequiredKey {
		return
	}
	i := slices.IndexFunc(r.Keys, func(k Key) bool { return k.Name == m.Key })
	if i < 0 {
		f.unknown(m, r)
		return
	}
	entry := Entry{Key: r.Keys[i], Span: m.KeySpan}
	if values, ok := f.values(m, r.Keys[i]); ok {
		entry.Values = values
		f.Entries = append(f.Entries, entry)
	}
}

// unknown says of a key that there is none, and which one may be meant.
func (f *File) unknown(m *document.Member, r Rules) {
	if code, ok := r.Elsewhere[m.Key]; ok {
		f.report(m.KeySpan, code, messages.Args{"key": m.Key})
		return
	}
	names := []string{VersionKey, RequiredKey}
	for _, k := range r.Keys {
		names = append(names, k.Name)
	}
	args := messages.Args{"found": m.Key}
	if near := schemas.Nearest(strings.TrimLeft(m.Key, "-"), names); near != "" {
		args["suggestion"] = near
		f.report(m.KeySpan, "config/key.near", args)
		return
	}
	f.report(m.KeySpan, "config/key", args)
}

// values reads what stands under a key as the flag takes it.
func (f *File) values(m *document.Member, k Key) ([]Value, bool) {
	switch {
	case m.Value.Kind == document.Null:
		f.wrong(m.Value, m.KeySpan, "config/value.empty", k)
	case k.Kind == Switch && m.Value.Kind == document.Bool, k.Kind == Text && isScalar(m.Value):
		return []Value{single(m.Value)}, true
	case k.Kind == Switch:
		f.wrong(m.Value, m.Value.Span, "config/value.switch", k)
	case k.Kind == Text:
		f.wrong(m.Value, m.KeySpan, "config/value.text", k)
	case k.Kind == List && isScalar(m.Value):
		return []Value{single(m.Value)}, true
	case k.Kind == List && m.Value.Kind == document.Sequence:
		return f.items(m.Value, k)
	case k.Kind == List:
		f.wrong(m.Value, m.KeySpan, "config/value.list", k)
	case m.Value.Kind == document.Mapping:
		return f.pairs(m.Value, k)
	default:
		f.wrong(m.Value, m.KeySpan, "config/value.pairs", k)
	}
	return nil, false
}

func (f *File) items(list *document.Node, k Key) (values []Value, ok bool) {
	ok = true
	for _, item := range list.Items {
		if !isScalar(item) {
			f.wrong(item, item.Span, "config/value.list", k)
			ok = false
			continue
		}
		values = append(values, single(item))
	}
	return values, ok
}

func (f *File) pairs(table *document.Node, k Key) (values []Value, ok bool) {
	ok = true
	for _, m := range table.Members {
		if !isScalar(m.Value) {
			f.wrong(m.Value, m.KeySpan, "config/value.pairs", k)
			ok = false
			continue
		}
		values = append(values, Value{
			Text: m.Key + "=" + m.Value.Text, Written: m.Key + ": " + m.Value.Text, Span: m.KeySpan,
		})
	}
	return values, ok
}

func single(n *document.Node) Value { return Value{Text: n.Text, Written: n.Text, Span: n.Span} }

// isScalar tells a single value from a list, a group of keys and nothing at all.
func isScalar(n *document.Node) bool {
	return n.Kind == document.Bool || n.Kind == document.Number || n.Kind == document.String
}

// wrong reports a value of another kind than the key takes; nothing at all stands nowhere, so it is
// reported at its key.
func (f *File) wrong(n *document.Node, at document.Span, code string, k Key) {
	f.report(at, code, messages.Args{"key": k.Name, "found": n.Text, "example": k.Example})
}
