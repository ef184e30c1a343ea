package document

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/internal/pattern"
)

// hardSpaces are the non-breaking spaces of word processors. They look like spaces, but YAML takes
// them for letters. Within a text they are right: in French they stand before : ; ! and ?.
const hardSpaces = "\u00a0\u2007\u202f"

// anySpaces are what is trimmed where a hard space was found.
const anySpaces = hardSpaces + " \t"

// hardAfterSign matches a line, or an entry in braces, where a hard space took the place of the
// space after a colon or a dash, or of the indentation.
var hardAfterSign = pattern.Lazy(`^([A-Za-z0-9_-]+:|-)[` + hardSpaces + `]`)

func isHardSpace(r rune) bool { return strings.ContainsRune(hardSpaces, r) }

// hardSpaceAt is the length of the hard space at an offset, 0 where there is none.
func hardSpaceAt(src []byte, at int) int {
	if at >= len(src) || src[at] < utf8.RuneSelf {
		return 0
	}
	if r, size := utf8.DecodeRune(src[at:]); isHardSpace(r) {
		return size
	}
	return 0
}

// unquoted makes a value of text without quotation marks. Hard spaces around it are reported and
// left out.
func (w *walker) unquoted(n *yaml.Node, start int) (Node, int) {
	if isASCII(n.Value) {
		return plain(n.Value), start
	}
	if w.signLost(n, start) {
		at := start + bytes.IndexAny(w.src[start:], hardSpaces)
		w.hardSpace(at)
		return Node{Kind: Null}, start
	}
	text := strings.Trim(n.Value, anySpaces)
	source := w.src[start:w.end]
	first, _ := utf8.DecodeRuneInString(n.Value)
	last, _ := utf8.DecodeLastRuneInString(n.Value)
	if !isHardSpace(first) && !isHardSpace(last) {
		return plain(n.Value), start
	}
	front := len(source) - len(bytes.TrimLeft(source, anySpaces))
	if text == "" {
		w.hardSpace(start)
		return Node{Kind: Null}, start
	}
	end := w.end - (len(source) - len(bytes.TrimRight(source, anySpaces)))
	at := start
	if !isHardSpace(first) {
		at = end + bytes.IndexAny(w.src[end:], hardSpaces)
	}
	w.hardSpace(at)
	w.end = end
	return plain(text), start + front
}

func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// signLost tells whether text is a key and its value, or an item with its dash, that a hard space
// made one word of. It must stand where a key could.
func (w *walker) signLost(n *yaml.Node, start int) bool {
	if !hardAfterSign().MatchString(n.Value) {
		return false
	}
	before := bytes.TrimLeft(w.src[w.doc.places.lines[w.doc.places.line(start)]:start], " \t-?")
	before = bytes.TrimRight(before, " \t")
	return len(before) == 0 || before[len(before)-1] == '{' || before[len(before)-1] == ','
}

// misspaced tells whether a hard space before or in a key leaves open where the key belongs.
func (w *walker) misspaced(n *yaml.Node, start int) bool {
	if isASCII(n.Value) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(n.Value)
	return isHardSpace(first) || w.signLost(n, start)
}

func (w *walker) hardSpace(at int) {
	size := max(1, hardSpaceAt(w.src, at))
	w.problem(w.doc.span(at, at+size), "input/character.hard-space", nil)
}

// nearLines is how far above the place where the library gave up the reason may stand.
const nearLines = 3

// hardSpace finds a hard space that may be the reason for a mistake: in the indentation, or after a colon or a dash.
func (m mistake) hardSpace() (f finding, ok bool) {
	last := m.doc.places.line(m.at)
	lines := []int{m.doc.places.line(m.context)}
	for n := max(0, last-nearLines); n <= last; n++ {
		lines = append(lines, n)
	}
	for _, n := range lines {
		if at, found := m.hardSpaceIn(n); found {
			return m.char("input/character.hard-space", at), true
		}
	}
	return f, false
}

func (m mistake) hardSpaceIn(n int) (at int, found bool) {
	start, end := int(m.doc.places.lines[n]), m.doc.lineEnd(n+1)
	line := m.doc.Source[start:end]
	text := bytes.TrimLeft(line, " \t")
	at = start + len(line) - len(text)
	if size := hardSpaceAt(m.doc.Source, at); size > 0 && len(bytes.Trim(text, anySpaces)) > 0 {
		return at, true
	}
	if sign := hardAfterSign().FindSubmatch(text); sign != nil {
		return at + len(sign[1]), true
	}
	return 0, false
}

// curly are the quotation marks of word processors, which mean nothing in YAML and JSON.
const curly = "“”„‟«»‘’‚"

var curlyValue = pattern.Lazy(`(?:^|[:,\[{-])[ \t]*([` + curly + `])[^` + curly + `]*$`)

// typographic finds a text in typographic quotation marks that hold nothing together.
func (m mistake) typographic() (f finding, ok bool) {
	before := m.before()
	found := curlyValue().FindSubmatchIndex(before)
	if found == nil {
		return f, false
	}
	return m.char("input/syntax.typographic", m.at-len(before)+found[2]), true
}

var (
	answerKey = pattern.Lazy(`(?:^|[{,\s])(?:score|level|share|done|of|[A-Z]{1,4}[0-9]*(?:-[0-9]+)?):[ \t]+$`)
	openMark  = pattern.Lazy(`^[-?][ \t]*(?:$|[#},\r\n])`)
)

// noAnswer recognises a dash or a question mark in the place of an answer.
func (m mistake) noAnswer() bool {
	return answerKey().Match(m.before()) && openMark().Match(m.doc.Source[min(m.at, len(m.doc.Source)):])
}

// misprint replaces what would be said of a sign in JSON that a word processor made.
func (r *jsonReader) misprint(start int) (size int, code string, args messages.Args) {
	char, size := utf8.DecodeRune(r.src[min(start, len(r.src)):])
	switch {
	case isHardSpace(char):
		return size, "input/character.hard-space", nil
	case strings.ContainsRune(curly, char):
		return size, "input/syntax.typographic", messages.Args{"character": string(char)}
	}
	return 0, "", nil
}
