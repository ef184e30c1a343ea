package document

import (
	"bytes"
	"strings"

	"github.com/eifcheck/eifcheck/internal/messages"
)

// jsonReader reads JSON (RFC 8259) itself: encoding/json tells neither where a token starts nor
// what a civil servant could do about a mistake, and turns broken text into U+FFFD without a word.
type jsonReader struct {
	builder
	src    []byte
	cursor int
}

func parseJSON(d *Document) {
	r := &jsonReader{builder: newBuilder(d), src: d.Source}
	r.cursor = r.offset
	r.space()
	if r.cursor == len(r.src) {
		d.report("input/empty", nil)
		return
	}
	root := r.value(1)
	if root == nil {
		return
	}
	r.space()
	if r.cursor < len(r.src) {
		r.fail(r.cursor, r.cursor+1, "input/syntax.json-leftover", nil)
		return
	}
	if root.Kind != Mapping {
		d.reportAt(root.Span, "", d.rootCode(), nil)
		return
	}
	d.Root = root
}

// fail reports a syntax error, which ends the reading.
func (r *jsonReader) fail(start, end int, code string, args messages.Args) {
	r.over = true
	if size, own, about := r.misprint(start); own != "" {
		end, code, args = start+size, own, about
	}
	r.problem(r.spanOf(start, min(end, len(r.src))), code, args)
}

func (r *jsonReader) space() {
	for r.cursor < len(r.src) && isWhite(r.src[r.cursor]) {
		r.cursor++
	}
}

// peek is the next byte after white space, or 0 at the end. The file holds no zero bytes.
func (r *jsonReader) peek() byte {
	r.space()
	if r.cursor == len(r.src) {
		return 0
	}
	return r.src[r.cursor]
}

func (r *jsonReader) value(level int) *Node {
	c := r.peek()
	start := r.cursor
	at := r.pos(start)
	if (c == '{' || c == '[') && !r.deeper(level, at) || !r.count(at) {
		return nil
	}
	node := r.node(Node{Span: Span{Start: at}})
	if !r.content(node, c, level) {
		return nil
	}
	node.Span.End = r.pos(r.cursor)
	return node
}

func (r *jsonReader) content(node *Node, first byte, level int) (ok bool) {
	switch {
	case first == '{':
		return r.object(node, level)
	case first == '[':
		return r.array(node, level)
	case first == '"':
		node.Kind = String
		node.Text, ok = r.text()
		return ok
	case first == '-' || first >= '0' && first <= '9':
		return r.number(node)
	}
	return r.word(node)
}

func (r *jsonReader) object(node *Node, level int) bool {
	node.Kind = Mapping
	open := r.cursor
	r.cursor++
	if r.peek() == '}' {
		r.cursor++
		return true
	}
	var seen keys
	for {
		member, ok := r.member(open, level)
		if !ok {
			return false
		}
		seen.add(&r.builder, node, member)
		more, ok := r.more(open, '}')
		if !more || !ok {
			return ok
		}
	}
}

func (r *jsonReader) member(open, level int) (m Member, ok bool) {
	if c := r.peek(); c != '"' {
		r.badKey(open, c)
		return m, false
	}
	m.KeySpan.Start = r.pos(r.cursor)
	if m.Key, ok = r.text(); !ok {
		return m, false
	}
	m.KeySpan.End = r.pos(r.cursor)
	if r.peek() != ':' {
		r.fail(r.cursor, r.cursor+1, "input/syntax.json-colon", messages.Args{"key": m.Key})
		return m, false
	}
	r.cursor++
	r.pushKey(m.Key)
	m.Value = r.value(level + 1)
	r.pop()
	return m, m.Value != nil
}

// badKey says what stands where a key in double quotation marks should.
func (r *jsonReader) badKey(open int, c byte) {
	switch c {
	case 0:
		r.unclosed(open)
	case '}', ',':
		r.fail(r.cursor, r.cursor+1, "input/syntax.json-comma-left", nil)
	case '/', '#':
		r.fail(r.cursor, r.cursor+1, "input/syntax.json-comment", nil)
	default:
		r.fail(r.cursor, r.wordEnd(), "input/syntax.json-key", nil)
	}
}

func (r *jsonReader) array(node *Node, level int) bool {
	node.Kind = Sequence
	open := r.cursor
	r.cursor++
	if r.peek() == ']' {
		r.cursor++
		return true
	}
	for i := 0; ; i++ {
		if r.peek() == ']' {
			r.fail(r.cursor, r.cursor+1, "input/syntax.json-comma-left", nil)
			return false
		}
		r.pushItem(i)
		item := r.value(level + 1)
		r.pop()
		if item == nil {
			return false
		}
		node.Items = append(node.Items, item)
		more, ok := r.more(open, ']')
		if !more || !ok {
			return ok
		}
	}
}

// more steps over a comma, and then there is more, or over the closing bracket.
func (r *jsonReader) more(open int, closing byte) (more, ok bool) {
	switch c := r.peek(); c {
	case ',', closing:
		r.cursor++
		return c == ',', true
	case 0:
		r.unclosed(open)
	case '/', '#':
		r.fail(r.cursor, r.cursor+1, "input/syntax.json-comment", nil)
	default:
		r.fail(r.cursor, r.cursor+1, "input/syntax.json-comma", messages.Args{"bracket": string(closing)})
	}
	return false, false
}

func (r *jsonReader) unclosed(open int) {
	bracket := string(r.src[open])
	r.fail(open, open+1, "input/syntax.bracket", messages.Args{"bracket": bracket, "closing": closingOf(bracket)})
}

func closingOf(bracket string) string {
	if bracket == "{" {
		return "}"
	}
	return "]"
}

func (r *jsonReader) number(node *Node) bool {
	start := r.cursor
	end := r.wordEnd()
	text := string(r.src[start:end])
	switch {
	case isNumber(text):
		node.Kind = Number
	case isJSONNumber(text):
		node.Kind, node.Odd = String, true
	default:
		r.fail(start, end, "input/syntax.json-number", messages.Args{"text": text})
		return false
	}
	node.Text = text
	r.cursor = end
	return true
}

// isJSONNumber recognises the numbers with an exponent that JSON has beside the plain decimals.
func isJSONNumber(text string) bool {
	i := strings.IndexAny(text, "eE")
	if i < 0 || !isNumber(text[:i]) {
		return false
	}
	exponent := text[i+1:]
	if exponent != "" && (exponent[0] == '-' || exponent[0] == '+') {
		exponent = exponent[1:]
	}
	return digits(exponent)
}

func (r *jsonReader) word(node *Node) bool {
	start, end := r.cursor, r.wordEnd()
	switch text := string(r.src[start:end]); text {
	case "null":
		node.Kind = Null
	case "true", "false":
		node.Kind, node.Text = Bool, text
	default:
		return r.badValue(start, end, text)
	}
	r.cursor = end
	return true
}

func (r *jsonReader) badValue(start, end int, text string) bool {
	switch {
	case start == len(r.src):
		r.fail(start, start, "input/syntax.json-end", nil)
	case text[0] == '/' || text[0] == '#':
		r.fail(start, start+1, "input/syntax.json-comment", nil)
	default:
		r.fail(start, end, "input/syntax.json-value", messages.Args{"text": text})
	}
	return false
}

// wordEnd is where the run of characters ends that could belong to one word or number. It holds
// at least one.
func (r *jsonReader) wordEnd() int {
	if i := bytes.IndexAny(r.src[r.cursor:], " \t\r\n,:[]{}\""); i > 0 {
		return r.cursor + i
	} else if i == 0 {
		return r.cursor + 1
	}
	return len(r.src)
}
