package rules

import (
	"cmp"
	"slices"
	"strings"

	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/internal/messages"
)

// inputRules are the rules of the reader and of the schemas. They have no check of their own: what
// they found comes as problems. Their list is read off the catalogue, where each has a title.
func inputRules() []Rule {
	var rules []Rule
	for _, code := range messages.English().Codes() {
		if id, ok := strings.CutSuffix(code, ".title"); ok && Family(id) == "input" {
			rules = append(rules, Rule{ID: id, Severity: Error})
		}
	}
	slices.SortFunc(rules, func(a, b Rule) int { return cmp.Compare(a.ID, b.ID) })
	return rules
}

// FromProblems turns what the reader and the schemas found wrong into findings. Such a file is not
// assessed, and none of these findings can be waived.
func FromProblems(d *document.Document, path string, problems []document.Problem) []Finding {
	findings := make([]Finding, 0, len(problems))
	catalogue, prints := messages.English(), newFingerprints(d, path)
	for _, p := range problems {
		rule := p.Message.Rule()
		text, start := excerpt(d, p.Span.Start)
		place, fingerprint := prints.of(rule, prints.stable(p.Pointer), p.Message.Code)
		f := Finding{
			Rule: rule, Severity: Error, Message: p.Message, Pointer: p.Pointer, Span: p.Span,
			Excerpt: text, ExcerptStart: start, Outcome: p.Message.Code,
			Place: place, Fingerprint: fingerprint,
		}
		f.Help = helpOf(catalogue, p.Message)
		findings = append(findings, f)
	}
	return sortFindings(findings)
}

// helpOf is the help that the catalogue has beside a message, none where it has none.
func helpOf(catalogue messages.Catalogue, m messages.Message) []messages.Message {
	if help := m.Code + ".help"; catalogue.Has(help) {
		return []messages.Message{say(help, m.Args)}
	}
	return nil
}
