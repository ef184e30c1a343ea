package schemas

import (
	"strings"

	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/internal/messages"
)

// kindVariant says what belongs in the place of a value of the wrong kind, with a finished example
// that holds what was written.
func (v violation) kindVariant(code string) (string, messages.Args) {
	args := messages.Args{"example": v.example()}
	if len(v.path) > 0 && isIndex(v.path[len(v.path)-1]) && code == "input/type.group" {
		return "input/type.entry", args
	}
	return code, args
}

// example is a line with the key and a value of the right form.
func (v violation) example() string {
	text := ""
	if v.node.Kind == document.String || v.node.Kind == document.Number {
		text = strings.TrimSpace(v.node.Text)
	}
	if len(text) > maxKey {
		text = ""
	}
	key := v.key()
	if v.member == nil && len(v.path) > 0 {
		return "- " + filled(entryForm(key, text), text)
	}
	form := v.form(key, text)
	if form == "" && len(v.path) > 1 {
		form = entryForm(v.path[len(v.path)-2], text)
	}
	return key + ": " + filled(form, text)
}

// blank stands in a form for the text that was written.
const blank = "…"

func filled(form, text string) string {
	if text == "" {
		return form
	}
	return strings.Replace(form, blank, inFlow(text), 1)
}

// form is the right form for a key; blank is what the text stands for.
func (v violation) form(key, text string) string {
	switch key {
	case "indicators":
		return "{" + v.path[len(v.path)-2] + "-1: 3}"
	case "areas", "recommendations":
		return tableForm(key, text, len(v.path) == 1)
	case "items":
		if letters := lettersIn(text, strings.Split("abcdefghijklmnopqrstuvwxyz", "")); len(letters) > 0 {
			return "[" + strings.Join(letters, ", ") + "]"
		}
		return "[a, c]"
	case "scores":
		return listForm(text, "[3, 4]")
	case "evidence", "claims", "context":
		return "[" + entryForm(key, text) + "]"
	}
	return singleForm(key, text)
}

// tableForm is for the keys that are tables at the top of the file, and lists in claims.
func tableForm(key, text string, top bool) string {
	switch {
	case top && key == "areas":
		return "{P1: 3}"
	case top:
		return "{R14: {score: 3}}"
	case key == "areas":
		return listForm(text, "[P1, P2]")
	}
	return listForm(text, "[R01, R02]")
}

func listForm(text, example string) string {
	if text == "" {
		return example
	}
	return "[" + blank + "]"
}

// singleForm is for the keys that hold a few others.
func singleForm(key, text string) string {
	switch key {
	case "organisation", "subject", "respondent":
		return "{name: …}"
	case "contact":
		if strings.Contains(text, "@") {
			return "{email: …}"
		}
		return "{name: …}"
	case "plan":
		return "{target: 4, by: 2027-12-31, actions: […]}"
	case "actions":
		return "[…]"
	case "reviewed":
		return "{by: …}"
	case "published":
		return "{areas: {P1: 3}}"
	case "populations":
		return "{key-services: {count: 21}}"
	case "sources":
		return "{report: {title: …}}"
	}
	return ""
}

// entryForm is for the entries of lists and of tables with free keys.
func entryForm(key, text string) string {
	switch key {
	case "sources", "evidence":
		switch {
		case strings.Contains(text, "://"):
			return "{title: A title, url: …}"
		case key == "evidence" && text != "" && !strings.Contains(text, " "): // the name of a source
			return "{source: …}"
		}
		return "{title: …}"
	case "claims":
		return "{text: …, areas: [P12]}"
	case "context":
		return "{dataset: …, value: 75}"
	case "populations":
		return "{count: 21}"
	}
	return "{score: 3}"
}
