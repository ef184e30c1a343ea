package reports

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/internal/pattern"
)

// longestText is how many characters of one text a Markdown page repeats.
const longestText = 1000

// plainText makes any text one line that is safe to print and of bounded length.
func plainText(text string) string {
	if len(text) > utf8.UTFMax*longestText { // so that what is dropped is not cleaned first
		text = string([]rune(text[:utf8.UTFMax*longestText]))
	}
	text = strings.ReplaceAll(oneLine(text), unbroken, " ")
	if utf8.RuneCountInString(text) > longestText {
		text = string([]rune(text)[:longestText-1]) + "…"
	}
	return messages.CleanLine(text)
}

// escapeMarkdown makes text mean itself in Markdown, wherever it stands: at the beginning of a line,
// in a list, in the cell of a table. Words that GitHub or GitLab would turn into a link, a mention or a
// reference (@name, #12, https://…) are set as code: there is no other way to keep them as they are
// that can also be read and copied.
func escapeMarkdown(text string) string {
	words := strings.Split(plainText(text), " ")
	for i, word := range words {
		if isReference(word) {
			words[i] = markdownCode(word)
			continue
		}
		words[i] = escapeWord(word)
	}
	escaped := strings.Join(words, " ")
	return blockStart().ReplaceAllString(escaped, `$1\$2$3`)
}

// blockStart finds what would begin a heading, a list or an underline; the backslash goes before the
// character without which it is none.
var blockStart = pattern.Lazy(`^([0-9]*)([#+=.)-])( |$|[#+=-])`)

// references finds what is linked without any mark-up.
var references = pattern.Lazy(`(?i)@|://|www\.|mailto:|xmpp:|gh-[0-9]|[#!&%$~^][0-9]|~[a-z"]|%"`)

func isReference(word string) bool { return references().MatchString(word) }

// escapeWord puts a backslash before what could begin or end mark-up. An underscore inside a word
// means nothing, and no_data is to be read as it is.
func escapeWord(word string) string {
	var b strings.Builder
	runes := []rune(word)
	for i, r := range runes {
		inside := i > 0 && i < len(runes)-1 && isWordRune(runes[i-1]) && isWordRune(runes[i+1])
		if strings.ContainsRune("\\`*[]<>&|~$", r) || r == '_' && !inside {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// markdownCode sets text as code, also in the cell of a table: a bar is told from the end of the cell
// by its backslash. Outside of tables the backslash would be seen, so a bar is written as ¦ there and here.
func markdownCode(text string) string {
	text = strings.ReplaceAll(plainText(text), "|", "¦")
	if text == "" {
		return ""
	}
	fence := "`"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	if strings.HasPrefix(text, "`") || strings.HasSuffix(text, "`") {
		text = " " + text + " "
	}
	return fence + text + fence
}
