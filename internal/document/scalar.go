package document

import "strings"

// plain tells what unquoted YAML text is.
func plain(text string) Node {
	switch text {
	case "", "~", "null", "Null", "NULL":
		return Node{Kind: Null}
	case "true", "True", "TRUE":
		return Node{Kind: Bool, Text: "true"}
	case "false", "False", "FALSE":
		return Node{Kind: Bool, Text: "false"}
	}
	if strings.IndexByte("+-.0123456789", text[0]) < 0 {
		return Node{Kind: String, Text: text}
	}
	if isNumber(text) {
		return Node{Kind: Number, Text: text}
	}
	return Node{Kind: String, Text: text, Odd: isOdd(text)}
}

// isNumber tells whether text is a plain decimal: -?(0|[1-9][0-9]*)(\.[0-9]+)?
func isNumber(text string) bool {
	whole, fraction, dot := strings.Cut(strings.TrimPrefix(text, "-"), ".")
	if !digits(whole) || len(whole) > 1 && whole[0] == '0' {
		return false
	}
	return !dot || digits(fraction)
}

// isOdd tells whether YAML, 1.1 or 1.2, would take text that is no plain decimal for a number: 03,
// 0x3, 2_020, 1e3, +3, .5, 12:30, .inf. Nobody can be sure what was meant.
func isOdd(text string) bool {
	body := strings.ToLower(text)
	if body[0] == '-' || body[0] == '+' {
		body = body[1:]
	}
	switch {
	case body == "":
		return false
	case body == ".inf", body == ".nan":
		return true
	case strings.HasPrefix(body, "0x"):
		return only(body[2:], "0123456789abcdef_")
	case strings.HasPrefix(body, "0o"), strings.HasPrefix(body, "0b"):
		return only(body[2:], "01234567_")
	}
	return isFloat(body) || isSexagesimal(body)
}

func isFloat(text string) bool {
	mantissa, exponent, e := strings.Cut(text, "e")
	if e && !digits(strings.TrimLeft(exponent, "+-")) {
		return false
	}
	return strings.Count(mantissa, ".") <= 1 && only(mantissa, "0123456789_.") &&
		strings.ContainsAny(mantissa, "0123456789")
}

// isSexagesimal recognises YAML 1.1's base 60 numbers: 12:30 is 750 there.
func isSexagesimal(text string) bool {
	parts := strings.Split(text, ":")
	if len(parts) < 2 || len(parts) > 4 {
		return false
	}
	for i, part := range parts {
		if i == len(parts)-1 {
			part, _, _ = strings.Cut(part, ".")
		}
		if !digits(part) || i > 0 && (len(part) > 2 || len(part) == 2 && part[0] > '5') {
			return false
		}
	}
	return true
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

func only(s, set string) bool {
	for i := range len(s) {
		if strings.IndexByte(set, s[i]) < 0 {
			return false
		}
	}
	return s != ""
}
