package reports

import (
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"github.com/eifcheck/eifcheck/internal/messages"
)

// widthOf is the number of columns that text takes on a terminal. The library's rules are fixed: no
// locale and no environment variable makes the same text wider.
func widthOf(text string) int {
	if isASCII(text) {
		return len(text)
	}
	return uniseg.StringWidth(text)
}

// isASCII tells that every byte of text is a printable ASCII character: one column each, nothing to clean.
func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] < ' ' || text[i] > '~' {
			return false
		}
	}
	return true
}

// clean makes text safe for a terminal: nothing in it can move the cursor, change the direction of
// writing or start a line. It is not cut.
func clean(text string) string {
	if isASCII(text) {
		return text
	}
	return messages.CleanLine(text)
}

// within tells whether text fits a width. It looks no further than that: a word of a megabyte is broken
// into many lines, and measuring all that is left of it for each would take hours.
func within(text string, width int) bool {
	if len(text) <= width { // no character is wider than its bytes are many
		return true
	}
	head, rest := cut(text, width)
	return rest == "" && widthOf(head) <= width
}

// oneLine makes a text of several lines one, and safe.
func oneLine(text string) string { return clean(strings.Join(strings.Fields(text), " ")) }

// shorten cuts text that is wider than a width and marks the cut.
func shorten(text string, width int) string {
	if widthOf(text) <= width {
		return text
	}
	head, _ := cut(text, width-1)
	return strings.TrimRight(head, " ") + "…"
}

// cut splits text after the last character that ends within a width. At least one character is in
// the first part, so that who cuts again and again comes to an end.
func cut(text string, width int) (head, rest string) {
	taken, state := 0, -1
	for rest = text; rest != ""; {
		var cluster string
		var columns int
		cluster, next, columns, nextState := uniseg.FirstGraphemeClusterInString(rest, state)
		if taken+columns > width && len(rest) < len(text) {
			break
		}
		taken, state, rest = taken+columns, nextState, next
		head = text[:len(head)+len(cluster)]
	}
	return head, rest
}

// unbroken is a space at which no line is broken: "96 %".
const unbroken = "\u00a0"

// wrap breaks text into lines of at most a width, at spaces. What unbroken spaces hold together is
// broken only when it is wider than a line.
func wrap(text string, width int) []string {
	var lines []string
	line := ""
	for word := range strings.SplitSeq(text, " ") {
		for word != "" {
			switch {
			case line == "" && within(word, width):
				line, word = word, ""
			case line == "":
				var head string
				head, word = breakWord(word, width)
				lines = append(lines, head)
			case within(word, width-widthOf(line)-1):
				line, word = line+" "+word, ""
			default:
				lines, line = append(lines, line), ""
			}
		}
	}
	if line != "" || len(lines) == 0 {
		lines = append(lines, line)
	}
	for i := range lines {
		lines[i] = strings.ReplaceAll(lines[i], unbroken, " ")
	}
	return lines
}

// together keeps a phrase on one line, such as a command that a reader copies.
func together(text, phrase string) string {
	return strings.ReplaceAll(text, phrase, strings.ReplaceAll(phrase, " ", unbroken))
}

// breakWord splits a word that is wider than a line: at an unbroken space, else anywhere.
func breakWord(word string, width int) (head, rest string) {
	head, rest = cut(word, width)
	if after, ok := strings.CutPrefix(rest, unbroken); ok {
		return head, after
	}
	if i := strings.LastIndex(head, unbroken); i > 0 {
		return word[:i], word[i+len(unbroken):]
	}
	return head, rest
}

// dropRunes returns text without its first n characters.
func dropRunes(text string, n int) string {
	for ; n > 0 && text != ""; n-- {
		_, size := utf8.DecodeRuneInString(text)
		text = text[size:]
	}
	return text
}
