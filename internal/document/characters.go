package document

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/eifcheck/eifcheck/internal/messages"
)

// checkEncoding refuses what is not UTF-8 and names the encoding when the file shows it.
func (d *Document) checkEncoding() bool {
	if code := foreign(d.Source); code != "" {
		d.report(code, nil)
		return false
	}
	if wide := wideEncoding(d.Source); wide != "" {
		d.report("input/encoding.wide", messages.Args{"encoding": wide})
		return false
	}
	if utf8.Valid(d.Source) {
		return true
	}
	i := 0
	for {
		r, size := utf8.DecodeRune(d.Source[i:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		i += size
	}
	args := messages.Args{"byte": fmt.Sprintf("0x%02X", d.Source[i])}
	d.reportAt(d.span(i, i+1), "", "input/encoding", args)
	return false
}

// wideEncoding recognises UTF-16 and UTF-32 by their byte order mark, or by the zero bytes that
// plain letters have there.
func wideEncoding(src []byte) string {
	for _, mark := range []struct{ bytes, encoding string }{
		{"\xff\xfe\x00\x00", "UTF-32"}, // before UTF-16, whose mark is the start of this one
		{"\x00\x00\xfe\xff", "UTF-32"},
		{"\xff\xfe", "UTF-16"},
		{"\xfe\xff", "UTF-16"},
	} {
		if bytes.HasPrefix(src, []byte(mark.bytes)) {
			return mark.encoding
		}
	}
	if len(src) < 4 {
		return ""
	}
	var zeros strings.Builder
	for _, c := range src[:4] {
		if c == 0 {
			zeros.WriteString("0")
		} else {
			zeros.WriteString("x")
		}
	}
	switch zeros.String() {
	case "000x", "x000":
		return "UTF-32"
	case "0x0x", "x0x0":
		return "UTF-16"
	}
	return ""
}

// checkCharacters refuses characters that no text file holds, at the first of them. In YAML it also
// refuses the rare ones that YAML 1.1, and so the library, takes for line breaks or skips: there they would cut
// a sentence in two without anybody seeing why.
func (d *Document) checkCharacters(json bool) bool {
	src := d.Source
	first, found, count := -1, utf8.RuneError, 0
	for i := int(d.places.lines[0]); i < len(src); {
		r, size := rune(src[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(src[i:])
		}
		if forbidden(r, json) {
			if count++; first < 0 {
				first, found = i, r
			}
		}
		i += size
	}
	if first < 0 {
		return true
	}
	args := messages.Args{"character": fmt.Sprintf("U+%04X", found), "count": count}
	d.reportAt(d.span(first, first+utf8.RuneLen(found)), "", "input/character", args)
	return false
}

func forbidden(r rune, json bool) bool {
	switch r {
	case '\t', '\n', '\r':
		return false
	case 0xFFFE, 0xFFFF:
		return true
	case 0x85, 0x2028, 0x2029, 0xFEFF:
		return !json
	}
	return r < ' '
}
