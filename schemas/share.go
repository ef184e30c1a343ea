package schemas

import (
	"strconv"
	"strings"

	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/internal/messages"
)

// maxCount keeps the arithmetic of shares within whole numbers; the schema refuses more.
const maxCount = 1_000_000_000

// checkCounts holds the numbers of a share against each other: no more done than there are, and a
// percentage that is what the two counts give, to the decimals it has.
func (c *checker) checkCounts(p place) {
	share := p.get("share")
	if isFraction(share.text()) && share.node.Kind == document.Number && !has(p.node, "done") && !has(p.node, "of") {
		code, args := fractionCode(share.node.Text)
		c.atValue(share, code, args)
		return
	}
	decimals, percent := wholePercent(share.node)
	if decimals > 2 {
		c.atValue(share, "input/share.decimals", nil)
		return
	}
	done, of := p.get("done"), p.get("of")
	d, okDone := count(done.node)
	n, okOf := count(of.node)
	if !okDone || !okOf || n == 0 {
		return
	}
	if d > n {
		c.atValue(done, "input/count.more", messages.Args{"of": int(n)})
		return
	}
	if right := percentage(d, n, decimals); percent && share.node.Text != right {
		c.atValue(share, "input/share.disagree", messages.Args{"done": int(d), "of": int(n), "suggestion": right})
	}
}

// isFraction tells a number above 0 and under 1: as a share it would be less than one in a hundred.
func isFraction(text string) bool {
	fraction, ok := strings.CutPrefix(text, "0.")
	return ok && isDecimal(text) && strings.Trim(fraction, "0") != ""
}

// fractionCode says which percentage may be meant by a fraction, if it is one that may be written.
func fractionCode(text string) (string, messages.Args) {
	value, err := strconv.ParseFloat(text, 64)
	if err != nil || value < 0.01 {
		return "input/share.fraction-small", messages.Args{"found": text}
	}
	meant := strconv.FormatFloat(100*value, 'f', 2, 64)
	meant = strings.TrimSuffix(strings.TrimRight(meant, "0"), ".")
	return "input/share.fraction", messages.Args{"found": text, "suggestion": meant}
}

// wholePercent tells how many decimals a percentage from 0 to 100 is written with.
func wholePercent(n *document.Node) (decimals int, ok bool) {
	if n == nil || n.Kind != document.Number || !isDecimal(n.Text) {
		return 0, false
	}
	units, fraction, _ := strings.Cut(n.Text, ".")
	whole, err := strconv.Atoi(units)
	inRange := err == nil && !strings.HasPrefix(units, "-") &&
		(whole < 100 || whole == 100 && strings.Trim(fraction, "0") == "")
	return len(fraction), inRange
}

// count reads a whole number that the schema accepts.
func count(n *document.Node) (int64, bool) {
	if n == nil || n.Kind != document.Number {
		return 0, false
	}
	i, err := strconv.ParseInt(n.Text, 10, 64)
	return i, err == nil && i >= 0 && i <= maxCount
}

// percentage is done of all in percent, rounded half up.
func percentage(done, of int64, decimals int) string {
	scale := int64(1)
	for range decimals {
		scale *= 10
	}
	rounded := (2*100*scale*done + of) / (2 * of)
	text := strconv.FormatInt(rounded/scale, 10)
	if decimals == 0 {
		return text
	}
	rest := strconv.FormatInt(scale+rounded%scale, 10)
	return text + "." + rest[1:]
}
