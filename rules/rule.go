package rules

import (
	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/scoring"
)

// Rule is one entry of the registry. Its title and its reason are the catalogue entries ID.title
// and ID.why; those of the 47 eif rules and of gap are the framework's own texts.
type Rule struct {
	// ID is family/name, stable for ever.
	ID       string
	Severity Severity
	// Waivable is false for rules whose findings must be mended.
	Waivable bool

	check func(*Subject, *reporter)
	// configured tells that Severity was chosen by the user: it holds for every case.
	configured bool
}

// Subject is what rules look at: one file that could be read.
type Subject struct {
	Document   *document.Document
	Assessment *assessment.Assessment
	Card       *scoring.Scorecard
	// Reference the card was compared with, nil without one.
	Reference *scoring.Reference
}

// Registry is the set of all rules.
type Registry struct{ rules []Rule }

// NewRegistry lists every rule this build has, by family in the order of the documentation.
func NewRegistry() Registry {
	families := [][]Rule{
		inputRules(), consistencyRules(), coverageRules(), eifRules(), gapRules(), referenceRules(),
	}
	var r Registry
	for _, family := range families {
		r.rules = append(r.rules, family...)
	}
	return r
}

// Rules lists the rules. The slice is shared: read only.
func (r Registry) Rules() []Rule { return r.rules }

// Find returns a rule by its id, or nil.
func (r Registry) Find(id string) *Rule {
	for i := range r.rules {
		if r.rules[i].ID == id {
			return &r.rules[i]
		}
	}
	return nil
}

// Run lets every rule look at a subject and returns the findings in the order of the file.
func (r Registry) Run(s *Subject) []Finding {
	out := reporter{document: s.Document, fingerprints: newFingerprints(s.Document)}
	for i := range r.rules {
		if rule := &r.rules[i]; rule.check != nil {
			out.rule = rule
			rule.check(s, &out)
		}
	}
	return sortFindings(out.findings)
}

// reporter collects findings and gives each its place and its fingerprint.
type reporter struct {
	document     *document.Document
	fingerprints fingerprints
	rule         *Rule
	findings     []Finding
}

// detail is what a check may add to a finding.
type detail struct {
	help    []messages.Message
	outcome string
	// severity replaces the rule's own when it is not empty and the user chose none.
	severity Severity
}

// at reports a finding at a place in the file. A place that does not exist is shown at the nearest
// key above it; a list or a map is shown at its key, because its value can be long.
func (r *reporter) at(pointer string, message messages.Message, d detail) {
	place := r.document.Locate(pointer)
	span := place.Nearest
	if n := place.Node; n != nil && place.Key.Known() && (n.Kind == document.Mapping || n.Kind == document.Sequence) {
		span = place.Key
	}
	severity := r.rule.Severity
	if d.severity != "" && !r.rule.configured {
		severity = d.severity
	}
	text, start := excerpt(r.document, span.Start)
	r.findings = append(r.findings, Finding{
		Rule: r.rule.ID, Severity: severity, Message: message, Help: d.help,
		Pointer: pointer, Span: span, Excerpt: text, ExcerptStart: start, Outcome: d.outcome,
		Fingerprint: r.fingerprints.of(r.rule.ID, pointer, d.outcome),
	})
}

// say builds a message from a code and pairs of argument and value.
func say(code string, args messages.Args) messages.Message { return messages.New(code, args) }
