package schemas

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/internal/pattern"
)

// What people write instead of an answer, and what they mean.

// saysNothing tells whether a text is a way to say that there is no answer: n/a, TBD, k. A., a dash.
func saysNothing(text string) bool {
	letters := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
	switch letters {
	case "":
		return strings.TrimSpace(text) != ""
	case "na", "nodata", "nd", "none", "nil", "null", "unknown", "notknown", "dontknow", "unclear", "notapplicable",
		"notavailable", "notassessed", "noanswer", "missing", "pending", "open", "tbd", "tbc", "tba", "todo",
		"ka", "keineangabe", "keineangaben", "keinedaten", "unbekannt", "offen", "entfällt", "nichtzutreffend",
		"so", "sansobjet", "inconnu", "inconnue", "nc", "nsp", "nonconcerné", "nonapplicable", "nonrenseigné",
		"aucune", "aucun", "pasdedonnées", "desconocido", "noaplica", "sindatos", "sconosciuto", "nonnoto",
		"onbekend", "nvt", "nieznane", "brakdanych":
		return true
	}
	return false
}

// oneDigit matches a score from 1 to 4 that is not written as one digit: 3.0, +3, 03, 3., 3;, 3/4.
var oneDigit = pattern.Lazy(`^\+?0*([1-4])(?:[.,]0*)?\s*[;,.]?(?:\s*/\s*4|\s+points?|\s*\(.*\))?$`)

// plainDigit is the digit from 1 to 4 that is meant, or "".
func plainDigit(text string) string {
	if found := oneDigit().FindStringSubmatch(strings.TrimSpace(text)); found != nil {
		return found[1]
	}
	return ""
}

var (
	thousands = pattern.Lazy(`^[0-9]{1,3}(?:[ .,'’\x{a0}\x{202f}][0-9]{3})+$`)
	oddWhole  = pattern.Lazy(`^\+?0*([0-9]+)(?:[.,]0*)?$`)
	ratio     = pattern.Lazy(`^([0-9]+)\s*(?:/|of|out of|von|sur|de|di|van)\s*([0-9]+)$`)
	percent   = pattern.Lazy(`^([0-9]{1,3}(?:[.,][0-9]{1,2})?)\s*(?:%|percent|per cent)?$`)
)

// plainWhole is the whole number that is meant by 1 000, 1.000 or +13, or "".
func plainWhole(text string) string {
	text = strings.TrimSpace(text)
	if thousands().MatchString(text) {
		return strings.Map(func(r rune) rune {
			if unicode.IsDigit(r) {
				return r
			}
			return -1
		}, text)
	}
	if found := oddWhole().FindStringSubmatch(text); found != nil {
		return found[1]
	}
	return ""
}

// bareAnswer says how a question is answered that was answered with a bare value, which only a level may be.
func bareAnswer(p place) (string, messages.Args) {
	if len(p.path) != 4 || p.path[2] != "indicators" || p.node == nil {
		return "", nil
	}
	indicator, _ := eif.IndicatorByID(eif.IndicatorID(p.path[3]))
	switch {
	case indicator == nil:
		return "", nil
	case indicator.Kind == eif.ShareAnswer:
		return "input/answer.share-bare", messages.Args{"suggestion": likelyShare(p.node.Text)}
	case indicator.Kind == eif.ChecklistAnswer:
		return "input/answer.items-bare", messages.Args{"suggestion": "{items: " + likelyItems(p.node, indicator) + "}"}
	}
	return "", nil
}

// likelyShare is the finished form of a share written as 62, 62 %, 13/21 or 13 of 21.
func likelyShare(text string) string {
	text = strings.ToLower(strings.TrimSpace(text))
	if found := ratio().FindStringSubmatch(text); found != nil {
		return "{done: " + found[1] + ", of: " + found[2] + "}"
	}
	if found := percent().FindStringSubmatch(text); found != nil {
		share := strings.Replace(found[1], ",", ".", 1)
		value, err := strconv.ParseFloat(share, 64)
		if err == nil && value <= 100 && isDecimal(share) && !isFraction(share) {
			return "{share: " + share + "}"
		}
	}
	return "{done: 13, of: 21} or {share: 62}"
}

// likelyItems is the list of letters that is meant by a, c or ac or [a, c]; an example where none is.
func likelyItems(n *document.Node, indicator *eif.Indicator) string {
	var all []string
	if n.Kind == document.Sequence {
		for _, item := range n.Items {
			all = append(all, lettersIn(item.Text, indicator.Items)...)
		}
	} else {
		all = lettersIn(n.Text, indicator.Items)
	}
	if len(all) == 0 {
		all = []string{indicator.Items[0], indicator.Items[min(2, len(indicator.Items)-1)]}
	}
	return "[" + strings.Join(all, ", ") + "]"
}

// lettersIn takes a text apart that holds nothing but letters of a checklist; nil for any other.
func lettersIn(text string, items []string) []string {
	var letters []string
	for _, r := range strings.ToLower(text) {
		switch letter := string(r); {
		case slices.Contains(items, letter):
			letters = append(letters, letter)
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			return nil
		}
	}
	return letters
}

// typographic tells the quotation marks of a text that begins with one of those that word processors make.
func typographic(text string) (args messages.Args, ok bool) {
	text = strings.TrimSpace(text)
	first, _ := utf8.DecodeRuneInString(text)
	meant := strings.TrimFunc(text, func(r rune) bool { return unicode.IsSpace(r) || isCurly(r) })
	if !isCurly(first) || meant == "" {
		return nil, false
	}
	return messages.Args{"suggestion": inFlow(meant)}, true
}

func isCurly(r rune) bool { return strings.ContainsRune("“”„‟«»‘’‚", r) }

var plainWord = pattern.Lazy(`^[\p{L}0-9_./@][\p{L}\p{M}0-9_./@%+' :-]*$`)

// inFlow writes a text so that it can stand in brackets.
func inFlow(text string) string {
	if plainWord().MatchString(text) && !strings.Contains(text, ": ") && !strings.HasSuffix(text, ":") {
		return text
	}
	return strconv.Quote(text)
}
