package document

import (
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/eifcheck/eifcheck/internal/messages"
)

// text reads a JSON string, from its opening quotation mark to behind the closing one.
func (r *jsonReader) text() (string, bool) {
	start := r.cursor
	r.cursor++
	from := r.cursor
	var decoded []byte
	for r.cursor < len(r.src) {
		switch c := r.src[r.cursor]; {
		case c == '"':
			decoded = append(decoded, r.src[from:r.cursor]...)
			r.cursor++
			return string(decoded), true
		case c == '\\':
			decoded = append(decoded, r.src[from:r.cursor]...)
			char, ok := r.escape()
			if !ok {
				return "", false
			}
			decoded = utf8.AppendRune(decoded, char)
			from = r.cursor
		case c == '\n' || c == '\r':
			r.fail(start, r.cursor, "input/syntax.json-text", nil)
			return "", false
		case c < ' ':
			r.fail(r.cursor, r.cursor+1, "input/syntax.json-tab", nil)
			return "", false
		default:
			r.cursor++
		}
	}
	r.fail(start, r.cursor, "input/syntax.json-text", nil)
	return "", false
}

// escape reads what follows a backslash.
func (r *jsonReader) escape() (rune, bool) {
	start := r.cursor
	r.cursor += 2
	if r.cursor > len(r.src) {
		return r.badEscape(start, len(r.src))
	}
	switch c := r.src[r.cursor-1]; c {
	case '"', '\\', '/':
		return rune(c), true
	case 'b':
		return '\b', true
	case 'f':
		return '\f', true
	case 'n':
		return '\n', true
	case 'r':
		return '\r', true
	case 't':
		return '\t', true
	case 'u':
		return r.unicode(start)
	}
	_, size := utf8.DecodeRune(r.src[r.cursor-1:])
	return r.badEscape(start, r.cursor-1+size)
}

// unicode reads \u0041, and the two halves of characters above U+FFFF. A half alone is no
// character; it is reported and replaced, and reading goes on.
func (r *jsonReader) unicode(start int) (rune, bool) {
	first, ok := r.hex(r.cursor)
	if !ok {
		return r.badEscape(start, r.cursor)
	}
	r.cursor += 4
	if !utf16.IsSurrogate(first) {
		return first, true
	}
	if r.cursor+2 <= len(r.src) && r.src[r.cursor] == '\\' && r.src[r.cursor+1] == 'u' {
		if second, ok := r.hex(r.cursor + 2); ok {
			if char := utf16.DecodeRune(first, second); char != utf8.RuneError {
				r.cursor += 6
				return char, true
			}
		}
	}
	text := string(r.src[start:r.cursor])
	r.problem(r.doc.span(start, r.cursor), "input/syntax.json-half", messages.Args{"text": text})
	return utf8.RuneError, true
}

func (r *jsonReader) hex(at int) (rune, bool) {
	if at+4 > len(r.src) {
		return 0, false
	}
	for _, c := range r.src[at : at+4] {
		if !(c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F') {
			return 0, false
		}
	}
	n, err := strconv.ParseUint(string(r.src[at:at+4]), 16, 16)
	return rune(n), err == nil
}

func (r *jsonReader) badEscape(start, end int) (rune, bool) {
	r.fail(start, end, "input/syntax.escape", messages.Args{"text": string(r.src[start:end])})
	return 0, false
}
