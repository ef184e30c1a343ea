// Package rules judges an assessment: it turns what the reader, the schemas and the arithmetic saw
// into findings, each at its place in the file.
//
// A rule is one entry of the registry: an id family/name, a severity and a check. Checks are
// stateless and see one [Subject]; they say what they found through the catalogue of
// internal/messages and never print. A gap to the EU average is not a defect: it is a warning, and
// only a gate makes more of it.
package rules

import (
	"cmp"
	"slices"
	"strings"

	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/internal/messages"
)

// Severity is how much a finding weighs.
type Severity string

// The severities.
const (
	// Error: the file is wrong, or cannot be right.
	Error Severity = "error"
	// Warning: something to act on or to explain.
	Warning Severity = "warning"
	// Info: good to know.
	Info Severity = "info"
)

// Rank orders severities: the heavier, the higher. 0 is no severity.
func (s Severity) Rank() int {
	switch s {
	case Error:
		return 3
	case Warning:
		return 2
	case Info:
		return 1
	}
	return 0
}

// Finding is what a rule reports.
type Finding struct {
	// Rule is its id, family/name.
	Rule     string
	Severity Severity
	// Message says what is the matter; Help, in order, what to write or do, and where to read on.
	Message messages.Message
	Help    []messages.Message
	// Pointer is the place in the file as a JSON Pointer, "" for the whole file.
	Pointer string
	Span    document.Span
	// Excerpt is the source line the finding starts on, of a very long one the part around it, and
	// ExcerptStart the column of its first character.
	Excerpt      string
	ExcerptStart int
	// Outcome tells two findings of one rule at one place apart, and a worse one from the same; it
	// enters the fingerprint.
	Outcome string
	// Measure are the numbers of a gap, nil for anything else.
	Measure *Measure
	// Place stays the same when lines move, when a list is reordered, and when the value changes.
	Place string
	// Fingerprint is Place with the outcome: another one is another finding.
	Fingerprint string
	// Waived says why the finding is accepted, nil when it is not.
	Waived *Acceptance
}

// Measure are the numbers behind a finding about a gap: the score, and the gap to the average (score
// minus average, negative below).
type Measure struct {
	Score eif.Score
	Gap   eif.Hundredths
}

// worse tells whether a gap is wider, or its score lower, than another.
func (m *Measure) worse(than *Measure) bool { return m.Score < than.Score || m.Gap < than.Gap }

// Family is the part of a rule's id before the slash.
func Family(rule string) string {
	family, _, _ := strings.Cut(rule, "/")
	return family
}

// sortFindings orders by place, then rule, and drops equal ones. Findings of one rule at one place
// keep the order of the framework.
func sortFindings(findings []Finding) []Finding {
	slices.SortStableFunc(findings, func(a, b Finding) int {
		return cmp.Or(
			cmp.Compare(a.Span.Start.Line, b.Span.Start.Line),
			cmp.Compare(a.Span.Start.Column, b.Span.Start.Column),
			cmp.Compare(a.Rule, b.Rule),
		)
	})
	return slices.CompactFunc(findings, func(a, b Finding) bool {
		return a.Fingerprint == b.Fingerprint && a.Span == b.Span && a.Message.Code == b.Message.Code
	})
}
