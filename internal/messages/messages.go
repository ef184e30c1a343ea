// Package messages is the catalogue of every sentence eifcheck says.
//
// A sentence is an entry: a code, an English text with named arguments in braces
// and, where a number decides, a singular and a plural form. Code that wants to say something carries a [Message]
// (code and arguments) and leaves the wording to whoever prints it, so that a finding can be shown
// in any language later. The English entries are the YAML files in en/, made into a Go table by
// internal/generate: nothing is parsed at start.
package messages

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
)

// Args are the named arguments of a message. Values are strings, whole numbers, lists of strings,
// or anything that prints itself with a String method. The argument "count" chooses the plural form.
type Args map[string]any

// Message is something to say: the code of a catalogue entry and its arguments, not yet worded.
type Message struct {
	Code string
	Args Args
}

// New builds a message. Args may be nil for an entry without arguments.
func New(code string, args Args) Message { return Message{Code: code, Args: args} }

// Rule is the id of the rule that a message code belongs to: the code up to its first dot
// ("input/score.zero" belongs to "input/score").
func (m Message) Rule() string {
	rule, _, _ := strings.Cut(m.Code, ".")
	return rule
}

// entry is one generated catalogue line. One is empty when the text does not depend on a count.
type entry struct{ code, one, other string }

// Catalogue words messages in one language.
type Catalogue struct {
	language string
	entries  []entry // sorted by code
	fields   Fields
}

// Fields words a placeholder with a dot: {area.title} asks for the field "title" of the argument
// "area". It lets an argument stay an id while the sentence shows its name in the reader's language.
type Fields func(value any, field string) (text string, ok bool)

// WithFields returns a catalogue that knows the fields of some arguments.
func (c Catalogue) WithFields(fields Fields) Catalogue {
	c.fields = fields
	return c
}

// English is the catalogue every other language is translated from.
func English() Catalogue { return Catalogue{language: "en", entries: english[:]} }

// Language is the BCP 47 tag of the catalogue.
func (c Catalogue) Language() string { return c.language }

// Codes lists every code of the catalogue in order.
func (c Catalogue) Codes() []string {
	codes := make([]string, len(c.entries))
	for i, e := range c.entries {
		codes[i] = e.code
	}
	return codes
}

// Has tells whether the catalogue holds an entry.
func (c Catalogue) Has(code string) bool {
	_, ok := c.find(code)
	return ok
}

// Text words a message. A code that is not in the catalogue is shown as itself, so that a mistake
// of ours is visible and never hides a finding.
func (c Catalogue) Text(m Message) string {
	e, ok := c.find(m.Code)
	if !ok {
		return m.Code
	}
	text := e.other
	if e.one != "" && isOne(m.Args["count"]) {
		text = e.one
	}
	return c.fill(text, m.Args)
}

// Fills tells whether an entry exists and the arguments fill each of its placeholders: a message that
// another version of eifcheck wrote may have others.
func (c Catalogue) Fills(m Message) bool {
	e, ok := c.find(m.Code)
	if !ok {
		return false
	}
	for _, part := range strings.Split(e.one+e.other, "{")[1:] {
		name, _, closed := strings.Cut(part, "}")
		if !closed || strings.ContainsFunc(name, notOfName) {
			continue // shows what to write in a file: {share: 62}
		}
		if _, ok := c.placeholder(name, m.Args); !ok {
			return false
		}
	}
	return true
}

func notOfName(r rune) bool {
	return r != '.' && r != '_' && (r < 'a' || r > 'z') && (r < '0' || r > '9')
}

// Say words an entry directly, for texts that never become a finding.
func (c Catalogue) Say(code string, args Args) string { return c.Text(New(code, args)) }

func (c Catalogue) find(code string) (entry, bool) {
	i := sort.Search(len(c.entries), func(i int) bool { return c.entries[i].code >= code })
	if i < len(c.entries) && c.entries[i].code == code {
		return c.entries[i], true
	}
	return entry{}, false
}

// fill replaces every {name} by the argument of that name. Braces without a matching argument stay
// as they are: a text may show what to write in a file, {share: 62}, and a forgotten argument is seen.
// What an argument says is never filled in turn.
func (c Catalogue) fill(text string, args Args) string {
	if len(args) == 0 || !strings.Contains(text, "{") {
		return text
	}
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(text, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		text = rest
		name, after, _ := strings.Cut(rest, "}")
		if word, ok := c.placeholder(name, args); ok {
			b.WriteString(word)
			text = after
		} else {
			b.WriteByte('{')
		}
	}
}

// placeholder words what stands between braces: an argument, or a field of one. Texts of fields are
// ours and stay whole.
func (c Catalogue) placeholder(name string, args Args) (string, bool) {
	if value, ok := args[name]; ok {
		return c.word(value), true
	}
	argument, field, dotted := strings.Cut(name, ".")
	value, ok := args[argument]
	if !dotted || !ok || c.fields == nil {
		return "", false
	}
	return c.fields(value, field)
}

// word prints one argument. Text that may come from a file is cleaned: see [Clean].
func (c Catalogue) word(value any) string {
	switch v := value.(type) {
	case string:
		return Clean(v)
	case int:
		return strconv.Itoa(v)
	case []string:
		return c.List(v)
	case fmt.Stringer:
		return Clean(v.String())
	default:
		return Clean(fmt.Sprint(v))
	}
}

// List joins words the way a sentence does: "a", "a and b", "a, b and c".
func (c Catalogue) List(words []string) string {
	clean := make([]string, len(words))
	for i, w := range words {
		clean[i] = Clean(w)
	}
	if len(clean) < 2 {
		return strings.Join(clean, "")
	}
	last := len(clean) - 1
	and, ok := c.find("list.and")
	if !ok {
		return strings.Join(clean, ", ")
	}
	head := strings.Join(clean[:last], ", ")
	return strings.NewReplacer("{head}", head, "{last}", clean[last]).Replace(and.other)
}

func isOne(count any) bool {
	n, ok := count.(int)
	return ok && n == 1
}
