package document

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"github.com/eifcheck/eifcheck/internal/messages"
)

// mistake is a syntax error of the library, and where it happened in the source.
type mistake struct {
	*yaml.LoadError
	doc     *Document
	at      int // where the library gave up
	context int // where what it was reading began
}

// finding is what eifcheck says of a mistake, and of which bytes.
type finding struct {
	code       string
	start, end int
	args       messages.Args
}

// explain puts the library's word about the first mistake in plain words.
func (d *Document) explain(err error) {
	if d.isTable() {
		d.report("input/root.table", nil)
		return
	}
	var failure *yaml.LoadError
	if !errors.As(err, &failure) {
		d.report("input/syntax", messages.Args{"detail": err.Error()})
		return
	}
	m := mistake{LoadError: failure, doc: d, at: d.offsetOf(failure.Mark), context: d.offsetOf(failure.ContextMark)}
	f := m.finding()
	d.reportAt(d.span(f.start, f.end), "", f.code, f.args)
}

func (d *Document) offsetOf(mark yaml.Mark) int {
	return d.Offset(Position{Line: mark.Line, Column: mark.Column})
}

// finding chooses the explanation. The library's words are compared in full: the tests have one
// example of each, and would show a release that words one differently.
func (m mistake) finding() finding {
	if start, end, ok := m.conflict(); ok {
		return finding{"input/syntax.conflict", start, end, nil}
	}
	if f, ok := m.hardSpace(); ok {
		return f
	}
	if f, ok := m.typographic(); ok {
		return f
	}
	if m.noAnswer() {
		return m.char("input/syntax.no-answer", m.at)
	}
	switch m.ContextMsg {
	case "while scanning a quoted scalar":
		return m.quoted()
	case "while scanning a block scalar":
		if !strings.Contains(m.Message, "tab") {
			return m.char("input/syntax.block-text", m.context)
		}
	case "while scanning an anchor", "while scanning an alias", "while scanning a tag", "while parsing a tag",
		"while parsing a node":
		return m.char("input/syntax.special", m.context)
	case "while scanning a directive", "while scanning a %YAML directive", "while scanning a %TAG directive",
		"while parsing a %TAG directive":
		return m.line("input/syntax.directive", m.context)
	}
	return m.byMessage()
}

func (m mistake) byMessage() finding {
	switch m.Message {
	case errTooDeep.Error():
		return finding{"input/limit.depth", m.at, m.at, messages.Args{"limit": MaxDepth}}
	case "found character that cannot start any token":
		if m.byte(m.at) == '\t' {
			return m.char("input/syntax.tab", m.at)
		}
		return m.char("input/syntax.special", m.at)
	case "mapping keys are not allowed in this context":
		return m.char("input/syntax.special", m.at)
	case "found a tab character that violates indentation",
		"found a tab character where an indentation space is expected":
		return m.char("input/syntax.tab", m.at)
	case "mapping values are not allowed in this context":
		return m.colon()
	case "could not find expected ':'":
		return m.noColon()
	case "did not find expected key", "did not find expected '-' indicator":
		return m.misplaced()
	case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
		return m.bracket()
	}
	return m.rare()
}

func (m mistake) rare() finding {
	switch m.Message {
	case "did not find expected node content":
		if m.at >= len(m.doc.Source) {
			return m.line("input/syntax.end", m.at)
		}
		return m.char("input/syntax.unexpected", m.at)
	case "block sequence entries are not allowed in this context":
		return m.char("input/syntax.dash-inline", m.at)
	case "found a comment without preceding whitespace":
		return m.char("input/syntax.comment", m.at)
	case "did not find expected <document start>", "found unexpected content after document-end marker":
		return m.leftover()
	case "found incompatible YAML document", "found duplicate %YAML directive", "found duplicate %TAG directive",
		"did not find expected <document end> before directive":
		return m.line("input/syntax.directive", m.at)
	}
	f := m.line("input/syntax", m.at)
	f.args = messages.Args{"detail": m.Message}
	return f
}

// conflict finds what an unfinished git merge leaves in a file.
func (m mistake) conflict() (start, end int, ok bool) {
	src := m.doc.Source
	for n := range m.doc.places.lines {
		start, end = int(m.doc.places.lines[n]), m.doc.lineEnd(n+1)
		line := src[start:end]
		if bytes.HasPrefix(line, []byte("<<<<<<< ")) || bytes.HasPrefix(line, []byte(">>>>>>> ")) {
			return start, end, true
		}
	}
	return 0, 0, false
}

func (m mistake) quoted() finding {
	switch m.Message {
	case "found unexpected end of stream", "found unexpected document indicator":
		f := m.char("input/syntax.quote", m.context)
		return f
	case "found invalid Unicode character escape code":
		return m.escape("input/syntax.half")
	}
	return m.escape("input/syntax.escape")
}

// escape points at a backslash and the sign after it; the library can be up to two signs further.
func (m mistake) escape(code string) finding {
	start := m.at
	for back := 0; back < 2 && start > 0 && m.byte(start) != '\\'; back++ {
		start--
	}
	end := min(start+1, len(m.doc.Source))
	if end < len(m.doc.Source) {
		_, size := utf8.DecodeRune(m.doc.Source[end:])
		end += size
	}
	if code == "input/syntax.half" {
		end = min(start+len(`\ud83d`), len(m.doc.Source))
	}
	return finding{code, start, end, messages.Args{"text": string(m.doc.Source[start:end])}}
}

// colon explains a colon that makes a key where none can be: inside unquoted text, or in a line
// that is indented further than the keys before it.
func (m mistake) colon() finding {
	before := bytes.TrimLeft(m.before(), " \t-?")
	if bytes.HasPrefix(m.doc.Source[m.doc.places.lines[0]:], []byte("%")) {
		return m.line("input/syntax.directive", int(m.doc.places.lines[0]))
	}
	if bytes.Contains(before, []byte(": ")) || bytes.Contains(before, []byte(":\t")) {
		return m.char("input/syntax.colon", m.at)
	}
	return m.indentation()
}

// noColon explains a line that should be a key with its value.
func (m mistake) noColon() finding {
	f := m.line("input/syntax.colon-missing", m.context)
	text := m.doc.Source[f.start:f.end]
	if key, _, ok := bytes.Cut(text, []byte(":")); ok {
		f.code = "input/syntax.colon-space"
		f.args = messages.Args{"key": string(key)}
	} else {
		f.args = messages.Args{"text": string(text)}
	}
	return f
}

// misplaced explains what stands where the next key or the next item of a list should.
func (m mistake) misplaced() finding {
	if len(bytes.TrimSpace(m.before())) == 0 {
		return m.outOfLine(m.byte(m.at))
	}
	return m.leftover()
}

// leftover explains text behind a value that is complete.
func (m mistake) leftover() finding {
	before := bytes.TrimRight(m.before(), " \t")
	last := byte(0)
	if len(before) > 0 {
		last = before[len(before)-1]
	}
	switch c := m.byte(m.at); {
	case c == ']' || c == '}':
		return m.char("input/syntax.bracket-extra", m.at)
	case last == '"' || last == '\'':
		return m.line("input/syntax.after-quote", m.at)
	case last == ']' || last == '}':
		return m.line("input/syntax.after-bracket", m.at)
	}
	word := bytes.LastIndexAny(before, " \t") + 1
	if word < len(before) && before[word] == '*' {
		return m.char("input/syntax.special", m.at-len(m.before())+word)
	}
	return m.line("input/syntax.leftover", m.at)
}

// outOfLine explains a line whose start fits to no line above.
func (m mistake) outOfLine(c byte) finding {
	aligned := m.Mark.Column == m.ContextMark.Column
	dash := c == '-' && (m.at+1 == len(m.doc.Source) || isWhite(m.doc.Source[m.at+1]))
	switch keyed := m.Message == "did not find expected key"; {
	case aligned && keyed && dash:
		return m.char("input/syntax.dash-among-keys", m.at)
	case aligned && !keyed && !dash:
		return m.line("input/syntax.key-among-dashes", m.at)
	}
	return m.indentation()
}

func (m mistake) indentation() finding {
	start := m.at - len(bytes.TrimLeft(m.before(), " \t"))
	return m.line("input/syntax.indentation", start)
}

// bracket explains brackets that lack their end, or a comma in between.
func (m mistake) bracket() finding {
	open := m.char("input/syntax.bracket", m.context)
	bracket := string(m.byte(m.context))
	open.args = messages.Args{"bracket": bracket, "closing": closingOf(bracket)}
	if m.at >= len(m.doc.Source) || m.Mark.Line > m.ContextMark.Line && m.depth(m.at) <= m.depth(m.context) {
		return open
	}
	return finding{
		"input/syntax.comma", m.at, m.charEnd(m.at),
		messages.Args{"bracket": bracket, "closing": closingOf(bracket), "line": m.ContextMark.Line},
	}
}

// depth is the indentation of the line that holds an offset.
func (m mistake) depth(offset int) int {
	start := int(m.doc.places.lines[m.doc.places.line(offset)])
	depth, _ := indentation(m.doc.Source[start:])
	return depth
}

// before is the part of the line before the place where the library gave up.
func (m mistake) before() []byte {
	return m.doc.Source[m.doc.places.lines[m.doc.places.line(m.at)]:m.at]
}

func (m mistake) byte(i int) byte {
	if i < len(m.doc.Source) {
		return m.doc.Source[i]
	}
	return 0
}

func (m mistake) charEnd(i int) int {
	if i >= len(m.doc.Source) {
		return len(m.doc.Source)
	}
	_, size := utf8.DecodeRune(m.doc.Source[i:])
	return i + size
}

// char is a finding about one character.
func (m mistake) char(code string, i int) finding {
	end := m.charEnd(i)
	return finding{code, i, end, messages.Args{"character": string(m.doc.Source[i:end])}}
}

// line is a finding about the rest of a line.
func (m mistake) line(code string, i int) finding {
	end := max(i, m.doc.lineEnd(m.doc.places.line(i)+1))
	text := bytes.TrimRight(m.doc.Source[i:end], " \t")
	return finding{code, i, i + len(text), nil}
}
