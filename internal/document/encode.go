package document

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/eifcheck/eifcheck/internal/pattern"
)

// flowWidth is the longest line on which a small map or list stands whole.
const flowWidth = 100

// Encode writes a tree as YAML: maps and lists in blocks, small ones without maps inside on one line. Read again
// it is the same tree.
func Encode(n *Node) []byte {
	var e encoder
	switch {
	case n.Kind == Mapping && len(n.Members) > 0:
		e.mapping(n, "", "")
	case n.Kind == Sequence && len(n.Items) > 0:
		e.sequence(n, "")
	default:
		e.line(Flow(n))
	}
	return []byte(e.String())
}

// Flow writes a tree on one line, whatever its size.
func Flow(n *Node) string {
	var parts []string
	switch n.Kind {
	case Mapping:
		for _, m := range n.Members {
			parts = append(parts, Scalar(m.Key)+": "+Flow(m.Value))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case Sequence:
		for _, item := range n.Items {
			parts = append(parts, Flow(item))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case String:
		return Scalar(n.Text)
	case Bool, Number:
		return n.Text
	case Null:
	}
	return "null"
}

// encoder puts lines of YAML together.
type encoder struct{ strings.Builder }

func (e *encoder) line(s string) {
	e.WriteString(s)
	e.WriteByte('\n')
}

// mapping writes the members of a map, the first one behind lead, which may hold the dash of a list.
func (e *encoder) mapping(n *Node, lead, indent string) {
	for _, m := range n.Members {
		e.value(lead+Scalar(m.Key)+":", m.Value, indent)
		lead = indent
	}
}

// sequence writes the items of a list, each behind a dash.
func (e *encoder) sequence(n *Node, indent string) {
	for _, item := range n.Items {
		if item.Kind == Mapping && len(item.Members) > 0 && !fits(item, indent+"-") {
			e.mapping(item, indent+"- ", indent+"  ")
			continue
		}
		e.value(indent+"-", item, indent)
	}
}

// value writes what stands behind a key or a dash: on its line, or in a block below it.
func (e *encoder) value(lead string, n *Node, indent string) {
	switch inner := indent + "  "; {
	case fits(n, lead):
		e.line(lead + " " + Flow(n))
	case n.Kind == Mapping:
		e.line(lead)
		e.mapping(n, inner, inner)
	default:
		e.line(lead)
		e.sequence(n, inner)
	}
}

// fits tells whether a value stands on the line of its key: a scalar always does, a map or a list when it is short
// and holds no map.
func fits(n *Node, lead string) bool {
	return isScalar(n) || isLeaf(n) && utf8.RuneCountInString(lead)+1+utf8.RuneCountInString(Flow(n)) <= flowWidth
}

// isScalar tells that nothing is in a value.
func isScalar(n *Node) bool { return len(n.Members) == 0 && len(n.Items) == 0 }

// isLeaf tells that a list holds scalars, or a map scalars and such lists.
func isLeaf(n *Node) bool {
	for _, m := range n.Members {
		if len(m.Value.Members) > 0 || !isLeaf(m.Value) {
			return false
		}
	}
	return !slices.ContainsFunc(n.Items, func(item *Node) bool { return !isScalar(item) })
}

// unquoted matches strings that YAML reads as themselves without quotes, wherever they stand in a file.
var unquoted = pattern.Lazy(`^[A-Za-z][A-Za-z0-9 _./()-]*[A-Za-z0-9.)]$|^[A-Za-z]{1,2}$`)

// reserved are words that some YAML readers take for something else.
var reserved = pattern.Lazy(`^(?i:yes|no|on|off|true|false|null|y|n)$`)

// isoDay matches an ISO day.
var isoDay = pattern.Lazy(`^\d{4}-\d{2}-\d{2}$`)

// Scalar writes a string as YAML, in quotes where it must be, so that it is read as the same string.
func Scalar(s string) string {
	if isoDay().MatchString(s) || unquoted().MatchString(s) && !reserved().MatchString(s) {
		return s
	}
	return Quoted(s)
}

// Quoted writes a string in double quotes. What a reader of YAML would not take as it is, such as control
// characters, is escaped.
func Quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case unicode.IsPrint(r):
			b.WriteRune(r)
		case r > 0xFFFF:
			fmt.Fprintf(&b, `\U%08X`, r)
		default:
			fmt.Fprintf(&b, `\u%04X`, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
