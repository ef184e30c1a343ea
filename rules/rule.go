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
	Document *document.Document
	// Path names the file from the root of the repository, however the command was called.
	Path       string
	Assessment *assessment.Assessment
	Card       *scoring.Scorecard
	// Reference the card was compared with, nil without one.
	Reference *scoring.Reference
	// AsOf is the day of the run, ISO. Nothing else tells a rule what day it is; without it no deadline has passed.
	AsOf string

	// known is what the claims family has read, nil until one of its rules runs.
	known *knowledge
	// proof is what the rules on evidence have found, likewise.
	proof *evidence
}

// Registry is the set of all rules.
type Registry struct{ rules []Rule }

// NewRegistry lists every rule this build has, by family in the order of the documentation.
func NewRegistry() Registry {
	families := [][]Rule{
		inputRules(), consistencyRules(), evidenceRules(), plausibilityRules(), planRules(), eifRules(), gapRules(),
		coverageRules(), claimRules(), waiverRules(), referenceRules(),
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
	out := newReporter(s.Document, s.Path)
	for i := range r.rules {
		if rule := &r.rules[i]; rule.check != nil {
			out.rule = rule
			rule.check(s, &out)
		}
	}
	return sortFindings(out.findings)
}

// newReporter reports on a file that is known by a path from the root of the repository.
func newReporter(d *document.Document, path string) reporter {
	return reporter{document: d, fingerprints: newFingerprints(d, path)}
}

// reporter collects findings and gives each its place and its fingerprint.
type reporter struct {
	document     *document.Document
	fingerprints fingerprints
	rule         *Rule
	findings     []Finding
	// room is how many findings a check may still report, where it has a limit; dropped counts those beyond it.
	limited       bool
	room, dropped int
}

// detail is what a check may add to a finding.
type detail struct {
	help    []messages.Message
	outcome string
	// severity replaces the rule's own when it is not empty and the user chose none.
	severity Severity
	measure  *Measure
}

// at reports a finding at a place in the file. A place that does not exist is shown at the nearest
// key above it; a list or a map is shown at its key, because its value can be long.
func (r *reporter) at(pointer string, message messages.Message, d detail) {
	if r.limited && r.room == 0 {
		r.dropped++
		return
	}
	r.room--
	place := r.document.Locate(pointer)
	span := place.Nearest
	if n := place.Node; n != nil && place.Key.Known() && (n.Kind == document.Mapping || n.Kind == document.Sequence) {
		span = place.Key
	}
	r.add(span, pointer, r.fingerprints.stable(pointer), message, d)
}

// on reports a finding about what no pointer leads to, such as a comment; place and outcome identify it.
func (r *reporter) on(span document.Span, place, outcome string, message messages.Message) {
	r.add(span, "", place, message, detail{outcome: outcome, help: helpOf(messages.English(), message)})
}

// add gives a finding its rule, its excerpt and its fingerprint, which is made of a place that does
// not change when lines move.
func (r *reporter) add(span document.Span, pointer, place string, message messages.Message, d detail) {
	text, start := excerpt(r.document, span.Start)
	severity := r.rule.Severity
	if d.severity != "" && !r.rule.configured {
		severity = d.severity
	}
	id, fingerprint := r.fingerprints.of(r.rule.ID, place, d.outcome)
	r.findings = append(r.findings, Finding{
		Rule: r.rule.ID, Severity: severity, Message: message, Help: d.help,
		Pointer: pointer, Span: span, Excerpt: text, ExcerptStart: start, Outcome: d.outcome, Measure: d.measure,
		Place: id, Fingerprint: fingerprint,
	})
}

// limit runs a check that may report only so many findings, and returns how many more there were.
func (r *reporter) limit(most int, check func()) (more int) {
	r.limited, r.room, r.dropped = true, most, 0
	check()
	r.limited = false
	return r.dropped
}

// say builds a message from a code and pairs of argument and value.
func say(code string, args messages.Args) messages.Message { return messages.New(code, args) }
