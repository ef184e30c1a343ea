package html

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/eifcheck/eifcheck/internal/messages"
)

// Theme is a style sheet of the organisation's own, checked. The zero value is none.
type Theme struct{ css string }

// maxTheme is the size of a theme in bytes.
const maxTheme = 100 << 10

var (
	cssEscape  = regexp.MustCompile(`\\(?:([0-9a-fA-F]{1,6})\s?|(.))`)
	cssComment = regexp.MustCompile(`(?s)/\*.*?\*/`)
	cssLoads   = regexp.MustCompile(`@import|@namespace|image-set\(|-moz-binding|expression\(|(?:^|[^a-z-])src\(`)
	cssAddress = regexp.MustCompile(`url\(\s*["']?\s*`)
)

// ReadTheme checks a style sheet: it must not load anything, nor end the element it stands in. What is wrong
// comes back as a message whose argument "path" the caller adds.
func ReadTheme(css []byte) (Theme, *messages.Message) {
	switch {
	case len(css) > maxTheme:
		return Theme{}, problem("html/theme.large", messages.Args{"limit": maxTheme >> 10})
	case !utf8.Valid(css) || bytes.IndexByte(css, 0) >= 0:
		return Theme{}, problem("html/theme.text", messages.Args{})
	}
	if found := loads(string(css)); found != "" {
		return Theme{}, problem("html/theme.loads", messages.Args{"found": found})
	}
	return Theme{css: strings.ReplaceAll(string(css), "\r\n", "\n")}, nil
}

func problem(code string, args messages.Args) *messages.Message {
	m := messages.New(code, args)
	return &m
}

// loads finds what would load something or leave the style sheet, with comments and escapes read as a
// browser reads them.
func loads(css string) string {
	plain := strings.ToLower(unescape(css))
	for _, forbidden := range []string{"</style", "<!--", "<script"} {
		if strings.Contains(plain, forbidden) || strings.Contains(strings.ToLower(css), forbidden) {
			return forbidden
		}
	}
	for _, text := range []string{plain, cssComment.ReplaceAllString(plain, "")} {
		if found := cssLoads.FindString(text); found != "" {
			return found
		}
		for _, at := range cssAddress.FindAllStringIndex(text, -1) {
			if rest := text[at[1]:]; !strings.HasPrefix(rest, "data:") && !strings.HasPrefix(rest, "#") {
				return "url(" + rest[:min(len(rest), 20)]
			}
		}
	}
	return ""
}

func unescape(css string) string {
	return cssEscape.ReplaceAllStringFunc(css, func(match string) string {
		parts := cssEscape.FindStringSubmatch(match)
		if parts[1] == "" {
			return parts[2]
		}
		n, err := strconv.ParseInt(parts[1], 16, 32)
		if err != nil || n > utf8.MaxRune {
			return ""
		}
		return string(rune(n))
	})
}
