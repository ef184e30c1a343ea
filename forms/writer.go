package forms

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/internal/document"
)

// writer puts lines of YAML together.
type writer struct {
	b strings.Builder
	// bare leaves comments and the blank lines between them out.
	bare bool
}

// commentWidth is the column at which comments wrap.
const commentWidth = 100

func (w *writer) line(s string) {
	w.b.WriteString(strings.TrimRight(s, " "))
	w.b.WriteByte('\n')
}

func (w *writer) blank() {
	if !w.bare {
		w.b.WriteByte('\n')
	}
}

// comment writes a text as wrapped comment lines; leading spaces of the text indent all of them, and
// the lines after the first of a list item begin under its text.
func (w *writer) comment(indent, text string) {
	if w.bare {
		return
	}
	body := strings.TrimLeft(text, " ")
	inner := strings.Repeat(" ", len(text)-len(body))
	prefix := indent + "# " + inner
	line, hanging := "", ""
	if strings.HasPrefix(body, "- ") {
		hanging = " "
	}
	for word := range strings.FieldsSeq(body) {
		if line != "" && utf8.RuneCountInString(prefix+line)+1+utf8.RuneCountInString(word) > commentWidth {
			w.line(prefix + line)
			line = hanging
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	if line != "" {
		w.line(prefix + line)
	}
}

// value writes a key with a string, nothing when the string is empty.
func (w *writer) value(key string, s assessment.Word) {
	if s != "" {
		w.line(key + ": " + document.Scalar(string(s)))
	}
}

// text writes a key with a free text, nothing when there is none.
func (w *writer) text(key string, t assessment.Text) {
	if !t.Empty() {
		w.line(key + ": " + freeText(t))
	}
}

// freeText is a text in one language, or a map on one line.
func freeText(t assessment.Text) string {
	if len(t.Translations) == 0 {
		return document.Scalar(t.Plain)
	}
	parts := make([]string, len(t.Translations))
	for i, tr := range t.Translations {
		parts[i] = document.Scalar(tr.Language) + ": " + document.Quoted(tr.Text)
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// pairs writes a small map on one line, without its empty values; nothing when all are empty.
func (w *writer) pairs(key string, keysAndValues ...assessment.Word) {
	var parts []string
	for i := 0; i+1 < len(keysAndValues); i += 2 {
		if keysAndValues[i+1] != "" {
			parts = append(parts, string(keysAndValues[i])+": "+document.Quoted(string(keysAndValues[i+1])))
		}
	}
	if len(parts) > 0 {
		w.line(key + ": {" + strings.Join(parts, ", ") + "}")
	}
}

// evidence writes a list of evidence behind an indent; nothing when there is none.
func (w *writer) evidence(indent string, list []assessment.Evidence) {
	if len(list) > 0 {
		w.line(indent + "evidence:")
	}
	for _, e := range list {
		w.evidenceItem(indent+"  ", e)
	}
}

func (w *writer) evidenceItem(indent string, e assessment.Evidence) {
	lead := indent + "- "
	write := func(key, value string) {
		if value != "" {
			w.line(lead + key + ": " + value)
			lead = indent + "  "
		}
	}
	word := func(key string, value, usual assessment.Word) {
		if value != "" && value != usual {
			write(key, document.Scalar(string(value)))
		}
	}
	text := func(key string, t assessment.Text) {
		if !t.Empty() {
			write(key, freeText(t))
		}
	}
	word("source", e.Source, "")
	word("locator", e.Locator, "")
	text("title", e.Title)
	word("kind", e.Kind, "")
	word("url", e.URL, "")
	word("date", assessment.Word(e.Date), "")
	text("note", e.Note)
	word("access", e.Access, "public")
	word("stance", e.Stance, "supports")
	if !e.Confirmed {
		write("status", "candidate")
	}
}

func (w *writer) plan(p *assessment.Plan) {
	w.line("    plan:")
	if p.Target.Known() {
		w.line("      target: " + strconv.Itoa(int(p.Target)))
	}
	w.value("      by", assessment.Word(p.By))
	w.value("      owner", p.Owner)
	if len(p.Actions) > 0 {
		w.line("      actions:")
	}
	for _, action := range p.Actions {
		w.line("        - " + freeText(action))
	}
}

func pad(s string, width int) string {
	if n := width - len(s); n > 0 {
		return s + strings.Repeat(" ", n)
	}
	return s + " "
}
