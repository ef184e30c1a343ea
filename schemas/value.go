package schemas

import (
	"slices"
	"strconv"
	"strings"

	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/internal/messages"
)

// wrongValue reports a value that a keyword refuses.
func (c *checker) wrongValue(v violation) {
	if v.onKey {
		c.atKey(v.place, v.code("input/type.form"), messages.Args{"found": shorten(v.member.Key)})
		return
	}
	code := v.code(general(v))
	if isBlank(v.node) && code != "input/reason.blank" {
		c.atValue(v.place, emptyCode(v.place), nil)
		return
	}
	code, args := v.variant(code)
	c.atValue(v.place, code, args)
}

// isBlank tells whether nothing is written that could be seen.
func isBlank(n *document.Node) bool {
	return n.Kind == document.Null || n.Kind == document.String && strings.TrimSpace(n.Text) == ""
}

const requiredRule = "input/required"

// emptyCode is the message for a key without the value that it needs.
func emptyCode(p place) string {
	if len(p.path) == 1 {
		switch p.path[0] {
		case "eifcheck", "country", "year":
			return requiredRule + "." + p.path[0]
		}
	}
	return "input/no-value"
}

// general is the code for a keyword beside which the schema names none.
func general(v violation) string {
	switch v.keyword {
	case "type":
		return typeCode(v)
	case "enum":
		return "input/word"
	case "minimum", "maximum", "format":
		return "input/number"
	case "minLength", "minProperties", "pattern":
		return "input/no-value"
	}
	return "input/type.form"
}

// typeCode says what kind of value belongs here.
func typeCode(v violation) string {
	expected, _ := v.schema["type"].(string)
	if list := words(v.schema["type"]); len(list) > 0 {
		expected = list[0]
	}
	switch expected {
	case "string":
		return "input/type.text"
	case "integer", "number":
		return "input/type.number"
	case "boolean":
		return "input/type.yes-no"
	case "array":
		return "input/type.list"
	}
	return "input/type.group"
}

// variant chooses the sentence that fits the value best.
func (v violation) variant(code string) (string, messages.Args) {
	if own, args := v.spellingVariant(); own != "" {
		return own, args
	}
	switch code {
	case "input/score":
		return scoreVariant(v.place)
	case "input/share":
		return shareVariant(v)
	case "input/date":
		return dateVariant(v.node.Text)
	case "input/word":
		return v.wordVariant()
	case "input/number":
		return code, messages.Args{"low": number(v.schema["minimum"]), "high": number(v.schema["maximum"])}
	case "input/year":
		return code + numberVariant(v.node, ".early", ".late", v.keyword), nil
	case "input/count":
		return countVariant(v)
	case "input/type.list", "input/type.group":
		return v.kindVariant(code)
	case "input/recommendation.form":
		return v.recommendationVariant(code)
	}
	return v.plainVariant(code)
}

// spellingVariant recognises texts that would be right but for a sign: in typographic quotation
// marks, or a key and its value without a space.
func (v violation) spellingVariant() (string, messages.Args) {
	if v.node.Kind != document.String {
		return "", nil
	}
	if args, ok := typographic(v.node.Text); ok && v.keyword != "pattern" {
		return "input/type.typographic", args
	}
	if before := keyBeforeColon(v.node.Text); before != "" && v.keyword == "type" && v.takesKeys() {
		return "input/syntax.colon-space", messages.Args{"key": before}
	}
	return "", nil
}

// takesKeys tells whether keys with values could stand in the place of the value.
func (v violation) takesKeys() bool {
	return v.schema["type"] == "object" || slices.Contains(words(v.schema["type"]), "object")
}

// recommendationVariant says what a recommendation takes instead of a bare value.
func (v violation) recommendationVariant(code string) (string, messages.Args) {
	switch text := v.node.Text; {
	case v.node.Kind == document.Number && plainDigit(text) == text:
		return code, nil
	case v.node.Kind == document.String && saysNothing(text):
		return "input/score.status", nil
	}
	return v.kindVariant("input/type.group")
}

func countVariant(v violation) (string, messages.Args) {
	variant := numberVariant(v.node, ".low", ".high", v.keyword)
	if variant != "" || v.node.Kind != document.String && v.node.Kind != document.Number {
		return "input/count" + variant, nil
	}
	if meant := plainWhole(v.node.Text); meant != "" {
		return "input/count.written", messages.Args{"suggestion": meant}
	}
	if saysNothing(v.node.Text) {
		return "input/count.status", nil
	}
	return "input/count", nil
}

// plainVariant goes by the kind of value alone.
func (v violation) plainVariant(code string) (string, messages.Args) {
	kind := v.node.Kind
	switch {
	case code == "input/type.text" && (kind == document.Number || kind == document.Bool):
		return "input/type.quote", nil
	case code == "input/published" && kind == document.Number && v.node.Text == "0":
		return "input/score.zero", messages.Args{"key": "score"}
	}
	return code, nil
}

// scoreVariant says why something is no score. A bare answer is spoken of as the score or level it is.
func scoreVariant(p place) (string, messages.Args) {
	form := scoreForm(p.node)
	switch form {
	case ".digit":
		return "input/score.digit", messages.Args{"suggestion": plainDigit(p.node.Text)}
	case ".status":
		if key := p.key(); key != "score" && key != "level" && key != p.owner() {
			form = ".word" // a target, or a score in a claim, has no status
		}
	case ".quoted":
	default:
		if code, args := bareAnswer(p); code != "" {
			return code, args
		}
	}
	args := messages.Args{}
	if len(p.path) > 1 {
		switch p.path[len(p.path)-2] {
		case "areas":
			args["key"] = "score"
		case "indicators":
			args["key"] = "level"
		}
	}
	return "input/score" + form, args
}

func scoreForm(n *document.Node) string {
	switch n.Kind {
	case document.Number:
		return numberForm(n.Text)
	case document.String:
		return textForm(n.Text)
	default:
		return ".form"
	}
}

func numberForm(text string) string {
	switch {
	case strings.Trim(text, "-0.") == "":
		return ".zero"
	case plainDigit(text) != "" && plainDigit(text) != text:
		return ".digit"
	case strings.Contains(text, "."):
		return ".half"
	}
	return ".range"
}

func textForm(text string) string {
	switch {
	case plainDigit(text) == text:
		return ".quoted"
	case plainDigit(text) != "":
		return ".digit"
	case strings.Contains(text, ",") && isDecimal(strings.Replace(text, ",", ".", 1)):
		return ".half"
	case saysNothing(text):
		return ".status"
	}
	return ".word"
}

// numberVariant tells a number that is too small or too large from what is no whole number.
func numberVariant(n *document.Node, low, high, keyword string) string {
	switch {
	case keyword == "minimum":
		return low
	case keyword == "maximum":
		return high
	case n.Kind == document.String && !n.Odd && isDecimal(n.Text):
		return ".quoted"
	}
	return ""
}

func shareVariant(v violation) (string, messages.Args) {
	number, percent := strings.CutSuffix(strings.TrimSpace(v.node.Text), "%")
	number = strings.Replace(strings.TrimSpace(number), ",", ".", 1)
	switch {
	case v.keyword != "type":
		return "input/share.range", nil
	case v.node.Kind == document.String && isFraction(number):
		return fractionCode(number)
	case v.node.Kind == document.String && !v.node.Odd && isDecimal(v.node.Text):
		return "input/share.quoted", nil
	case v.node.Kind == document.String && isDecimal(number) && (percent || number != v.node.Text):
		return "input/share.suggest", messages.Args{"suggestion": number}
	}
	if v.node.Kind == document.String && saysNothing(v.node.Text) {
		return "input/share.status", nil
	}
	return "input/share", nil
}

func (v violation) wordVariant() (string, messages.Args) {
	allowed := words(v.schema["enum"])
	args := messages.Args{"allowed": allowed}
	switch {
	case len(allowed) == 1:
		return "input/word.only", args
	case v.node.Text == "":
		return "input/word.form", args
	}
	if meant := suggest(v.node.Text, allowed, v.schema); meant != "" {
		args["suggestion"] = meant
		return "input/word.suggest", args
	}
	return "input/word", args
}

// number prints a limit of a schema, all of which are whole.
func number(limit any) string {
	f, _ := limit.(float64)
	return strconv.FormatFloat(f, 'f', -1, 64)
}
