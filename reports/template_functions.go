package reports

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"html"
	"strings"
	"text/template"
)

// maxTemplateText is the longest text that a function of a template makes, in bytes. It keeps a
// template that joins a text with itself over and over from using up the memory.
const maxTemplateText = 16 << 20

var errTemplateText = errors.New("the text would be longer than 16 MiB")

// templateFunctions are what a template can call besides the functions of text/template. printf, print
// and println take the place of those, and do the same within a limit.
func templateFunctions() template.FuncMap {
	return template.FuncMap{
		"json":           templateJSON,
		"escapeHTML":     func(v any) (string, error) { return limited(html.EscapeString(textOf(v))) },
		"escapeXML":      func(v any) (string, error) { return limited(escapeXML(textOf(v))) },
		"escapeMarkdown": func(v any) (string, error) { return limited(escapeMarkdown(textOf(v))) },
		"join":           templateJoin,
		"indent":         templateIndent,
		"printf":         templatePrintf,
		"print":          func(args ...any) (string, error) { return sprintLimited("%s", fmt.Sprint, args) },
		"println":        func(args ...any) (string, error) { return sprintLimited("%s", fmt.Sprintln, args) },
	}
}

func limited(text string) (string, error) {
	if len(text) > maxTemplateText {
		return "", errTemplateText
	}
	return text, nil
}

// textOf is a value as text; nothing for null.
func textOf(v any) string {
	if v == nil {
		return ""
	}
	return fmt.Sprint(v)
}

// templateJSON writes a value as JSON in one line.
func templateJSON(v any) (string, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(v); err != nil {
		return "", err
	}
	if b.Len() > maxTemplateOutput {
		return "", errTemplateOutput
	}
	return strings.TrimSuffix(b.String(), "\n"), nil
}

// escapeXML makes text safe in XML, in content and in attributes; characters that XML does not know
// become U+FFFD.
func escapeXML(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a strings.Builder takes everything
	return b.String()
}

// templateJoin puts a separator between the elements of a list: {{join ", " .recommendations}}.
func templateJoin(separator string, list any) (string, error) {
	elements, ok := list.([]any)
	if !ok {
		return "", fmt.Errorf("join wants a list, not %T", list)
	}
	words := make([]string, len(elements))
	size := 0
	for i, element := range elements {
		words[i] = textOf(element)
		if size += len(words[i]) + len(separator); size > maxTemplateText {
			return "", errTemplateText
		}
	}
	return strings.Join(words, separator), nil
}

// templateIndent puts spaces before every line but the first: {{indent 4 .message}}.
func templateIndent(spaces int, v any) (string, error) {
	const most = 200
	if spaces < 0 || spaces > most {
		return "", fmt.Errorf("indent wants 0 to %d spaces, not %d", most, spaces)
	}
	text := textOf(v)
	if len(text)+spaces*strings.Count(text, "\n") > maxTemplateText {
		return "", errTemplateText
	}
	return strings.ReplaceAll(text, "\n", "\n"+strings.Repeat(" ", spaces)), nil
}

func templatePrintf(format string, args ...any) (string, error) {
	return sprintLimited(format, func(args ...any) string { return fmt.Sprintf(format, args...) }, args)
}

// sprintLimited prints when what each verb can make of the longest argument is within the limit.
func sprintLimited(format string, sprint func(...any) string, args []any) (string, error) {
	longest, total := len(format), 0
	for _, arg := range args {
		if text, ok := arg.(string); ok {
			longest = max(longest, len(text))
			total += len(text)
		}
	}
	if total > maxTemplateText || strings.Count(format, "%")*longest > 4*maxTemplateText {
		return "", errTemplateText
	}
	return limited(sprint(args...))
}
