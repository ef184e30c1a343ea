package rules

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/internal/messages"
)

// ignore is a comment that accepts findings of one or several rules on one line:
//
//	# eifcheck:ignore=RULE owner=WHO until=YYYY-MM-DD reason="WHY"
//
// It holds for the line it stands on, or, alone on its line, for the next line that is no comment.
type ignore struct {
	terms
	rules   []string
	comment document.Comment
	line    int
	// trouble is the code of what is wrong with the way it is written, "" for nothing.
	trouble string
	found   string
}

// maxIgnored is how many rules one ignore may name, so that no comment makes work without end. A line that needs more
// is better put right.
const maxIgnored = 50

// ignores are those of one file.
type ignores struct {
	list []*ignore
	// sound are those without a mistake, by what they accept.
	sound map[ignored]*sound
}

// ignored is what an ignore accepts: the findings of a rule on a line.
type ignored struct {
	line int
	rule string
}

// sound is the first ignore of something, and whether there is such a finding.
type sound struct {
	ignore *ignore
	used   bool
}

// ignoreMark opens an ignore; whatever else begins with ignorePrefix was meant as one.
const (
	ignorePrefix = "eifcheck:"
	ignoreMark   = "ignore="
)

// readIgnores reads the ignores of a file and reports what is wrong with them; those accept nothing.
func (a *Acceptances) readIgnores(d *document.Document, out *reporter) ignores {
	found := ignores{sound: map[ignored]*sound{}}
	ids := &speller{}
	below := 0 // the line under the block of comments that was last looked at
	for i, comment := range d.Comments {
		text := strings.TrimSpace(strings.TrimLeft(comment.Text, "#"))
		rest, meant := strings.CutPrefix(text, ignorePrefix)
		if !meant {
			continue
		}
		if ids.words == nil {
			ids.words = a.all().ids()
		}
		g := parseIgnore(strings.TrimSpace(rest))
		g.comment, g.line = comment, comment.Span.Start.Line
		if comment.Alone {
			if g.line >= below {
				below = lineBelow(d.Comments[i:])
			}
			g.line = below
		}
		a.judgeIgnore(g, ids, out)
		found.add(g)
	}
	return found
}

func (list *ignores) add(g *ignore) {
	list.list = append(list.list, g)
	for _, rule := range g.rules {
		if at := (ignored{g.line, rule}); !g.void && list.sound[at] == nil {
			list.sound[at] = &sound{ignore: g}
		}
	}
}

func (a *Acceptances) judgeIgnore(g *ignore, ids *speller, out *reporter) {
	if g.trouble != "" {
		g.void = true
		a.aboutIgnore(g, out, g.trouble, messages.Args{"found": g.found, "limit": maxIgnored})
		return
	}
	a.judge(&g.terms, g.rules, ids, func(code string, args messages.Args) { a.aboutIgnore(g, out, code, args) })
}

// lineBelow is the line under a block of comments that begins with the first one.
func lineBelow(comments []document.Comment) int {
	line := comments[0].Span.Start.Line
	for _, c := range comments {
		if !c.Alone || c.Span.Start.Line != line {
			break
		}
		line++
	}
	return line
}

// parseIgnore reads what follows the prefix.
func parseIgnore(text string) *ignore {
	g := &ignore{}
	rest, ok := strings.CutPrefix(text, ignoreMark)
	if !ok {
		g.trouble, g.found = "waiver/incomplete.form", text
		return g
	}
	list, rest := cutField(rest)
	for rule := range strings.SplitSeq(list, ",") {
		if rule = strings.TrimSpace(rule); slices.Contains(g.rules, rule) {
			continue
		}
		if len(g.rules) == maxIgnored {
			g.trouble = "waiver/incomplete.rules"
			return g
		}
		g.rules = append(g.rules, rule)
	}
	for rest != "" && g.trouble == "" {
		var field string
		field, rest = cutField(rest)
		g.field(field)
	}
	return g
}

// field reads one NAME=VALUE.
func (g *ignore) field(field string) {
	name, value, ok := strings.Cut(field, "=")
	value, closed := unquote(value)
	target := map[string]*string{"owner": &g.owner, "until": &g.until, "reason": &g.reason}[name]
	switch {
	case !ok || target == nil:
		g.trouble, g.found = "waiver/incomplete.field", field
	case !closed:
		g.trouble, g.found = "waiver/incomplete.quote", name
	case *target != "":
		g.trouble, g.found = "waiver/incomplete.twice", name
	default:
		*target = strings.TrimSpace(value)
	}
}

// cutField cuts at the first blank that is not inside quotation marks.
func cutField(text string) (field, rest string) {
	quoted, escaped := false, false
	for i, r := range text {
		switch {
		case escaped:
			escaped = false
		case quoted && r == '\\':
			escaped = true
		case r == '"':
			quoted = !quoted
		case !quoted && unicode.IsSpace(r):
			return text[:i], strings.TrimSpace(text[i:])
		}
	}
	return text, ""
}

// unquote takes a value out of its quotation marks; ok is false where they do not match.
func unquote(value string) (text string, ok bool) {
	if !strings.HasPrefix(value, `"`) {
		return value, !strings.Contains(value, `"`)
	}
	text, err := strconv.Unquote(value)
	return text, err == nil
}

// aboutIgnore reports something about an ignore; of several findings about one, what is said tells them apart.
func (a *Acceptances) aboutIgnore(g *ignore, out *reporter, code string, args messages.Args) {
	found, _ := args["found"].(string)
	rule, _ := args["rule"].(string)
	outcome := strings.Join([]string{code, found, rule}, " ")
	a.report(out, code).on(g.comment.Span, g.comment.Text, outcome, say(code, args))
}

// accept returns the acceptance of a finding, nil without one.
func (list *ignores) accept(_ string, f *Finding) *Acceptance {
	s := list.sound[ignored{f.Span.Start.Line, f.Rule}]
	if s == nil {
		return nil
	}
	s.used = true
	return s.ignore.acceptance(Inline)
}

// unusedIgnores reports each rule of an ignore that has nothing to ignore.
func (a *Acceptances) unusedIgnores(list *ignores, out *reporter) {
	for _, g := range list.list {
		for _, rule := range g.rules {
			if !g.void && !list.sound[ignored{g.line, rule}].used && a.ran.Find(rule) != nil {
				a.aboutIgnore(g, out, "waiver/unused", messages.Args{"rule": rule, "line": strconv.Itoa(g.line)})
			}
		}
	}
}

// IgnoreComment is a comment that accepts the findings of a rule, as it is written in a file.
func IgnoreComment(rule, owner, until, reason string) string {
	return "# eifcheck:ignore=" + rule + " owner=" + owner + " until=" + until + ` reason="` + reason + `"`
}
