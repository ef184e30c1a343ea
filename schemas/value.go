package schemas

import (
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
	if v.node.Kind == document.Null {
		c.atValue(v.place, "input/no-value", nil)
		return
	}
	code, args := v.variant(v.code(general(v)))
	c.atValue(v.place, code, args)
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
		return code + numberVariant(v.node, ".low", ".high", v.keyword), nil
	}
	return v.plainVariant(code)
}

// plainVariant goes by the kind of value alone.
func (v violation) plainVariant(code string) (string, messages.Args) {
	kind := v.node.Kind
	switch {
	case code == "input/type.text" && (kind == document.Number || kind == document.Bool):
		return "input/type.quote", nil
	case code == "input/published" && kind == document.Number && v.node.Text == "0":
		return "input/score.zero", messages.Args{"key": "score"}
	case code == "input/recommendation.form" && kind != document.Number:
		return "input/type.group", nil
	}
	return code, nil
}

// scoreVariant says why something is no score. A bare answer is spoken of as the score or level it is.
func scoreVariant(p place) (string, messages.Args) {
	args := messages.Args{}
	if len(p.path) > 1 {
		switch p.path[len(p.path)-2] {
		case "areas":
			args["key"] = "score"
		case "indicators":
			args["key"] = "level"
		}
	}
	return "input/score" + scoreForm(p.node), args
}

func scoreForm(n *document.Node) string {
	switch {
	case n.Kind == document.Number && strings.Trim(n.Text, "-0.") == "":
		return ".zero"
	case n.Kind == document.Number && strings.Contains(n.Text, "."):
		return ".half"
	case n.Kind == document.Number:
		return ".range"
	case n.Kind != document.String:
		return ".form"
	case len(n.Text) == 1 && n.Text >= "1" && n.Text <= "4":
		return ".quoted"
	}
	switch simplify(n.Text) {
	case "nodata", "notapplicable":
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
	case v.node.Kind == document.String && isDecimal(number) && (percent || number != v.node.Text):
		return "input/share.suggest", messages.Args{"suggestion": number}
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
