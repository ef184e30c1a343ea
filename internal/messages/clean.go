package messages

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxWord is the number of characters of a file's own text that a sentence repeats.
const maxWord = 120

// Clean makes text from a file safe to print in a line of a terminal, a log or a page: control
// characters and those that turn the direction of writing are shown as escapes, line breaks too,
// and what is over 120 characters long is cut and marked.
func Clean(s string) string {
	if len(s) <= maxWord && isClean(s) {
		return s
	}
	var b strings.Builder
	n := 0
	for _, r := range s {
		if n == maxWord {
			b.WriteString("…")
			break
		}
		b.WriteString(visible(r))
		n++
	}
	return b.String()
}

// CleanLine does what [Clean] does without cutting, for source lines shown whole.
func CleanLine(s string) string {
	if isClean(s) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		b.WriteString(visible(r))
	}
	return b.String()
}

func isClean(s string) bool {
	for _, r := range s {
		if hidden(r) {
			return false
		}
	}
	return true
}

func visible(r rune) string {
	if !hidden(r) {
		return string(r)
	}
	switch r {
	case '\n':
		return `\n`
	case '\t':
		return `\t`
	case '\r':
		return `\r`
	case utf8.RuneError:
		return "\uFFFD"
	}
	return fmt.Sprintf(`\u%04X`, r)
}

// hidden tells which characters must never reach an output as they are: C0 and C1 controls,
// bidirectional and other format characters, line and paragraph separators, and what is no text.
func hidden(r rune) bool {
	return r == utf8.RuneError || unicode.IsControl(r) ||
		unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Co, unicode.Cs)
}
