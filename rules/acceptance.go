package rules

import (
	"cmp"
	"slices"
	"sync"

	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/internal/messages"
)

// Acceptance says of a finding that it is accepted: by what, why, who answers for it, and the last
// day. A finding accepted by a baseline has none of the last three.
type Acceptance struct {
	By     AcceptedBy
	Reason string
	Owner  string
	// Until is the last ISO day on which the finding is accepted.
	Until string
}

// AcceptedBy is what accepts a finding.
type AcceptedBy string

// What can accept a finding, the strongest first: where several do, the first one is named.
const (
	// Inline: a comment in the file, at the finding.
	Inline AcceptedBy = "inline"
	// WaiverFile: an entry of the waiver file.
	WaiverFile AcceptedBy = "file"
	// InBaseline: the finding was there when the baseline was written, and is not worse since.
	InBaseline AcceptedBy = "baseline"
)

// waiverRules judge what accepts findings. What they find cannot be accepted itself.
func waiverRules() []Rule {
	return []Rule{
		{ID: "waiver/expired", Severity: Error},
		{ID: "waiver/incomplete", Severity: Error},
		{ID: "waiver/not-waivable", Severity: Error},
		{ID: "waiver/unknown-rule", Severity: Error},
		{ID: "waiver/unused", Severity: Warning},
	}
}

// Acceptances accept the findings of one run. [Acceptances.Accept] may be called from several
// goroutines, and [Acceptances.Close] once, after the last of them. On a nil one nothing is accepted
// and no ignore, waiver or baseline entry is judged.
type Acceptances struct {
	// all lists every rule, made when an ignore or a waiver is first judged; ran are those of the run.
	all     func() Registry
	ran     Registry
	asOf    string
	waivers []*waiver
	// placed are the waivers without a mistake, by what they accept.
	placed   map[place][]*waiver
	file     *Waivers  // the waiver file, nil without one
	troubles []Finding // what is wrong with entries of the waiver file
	baseline *Baseline

	mu sync.Mutex
	// seen are the files that were assessed, by path: only their entries can be called unused.
	seen map[string]bool
}

// NewAcceptances starts a run. The rules are those that run: an ignore or waiver of another rule is
// not called unused. AsOf is the ISO day of the run: what ends before it accepts nothing. The waivers
// and the baseline may be nil.
func NewAcceptances(ran Registry, asOf string, w *Waivers, b *Baseline) *Acceptances {
	a := &Acceptances{all: sync.OnceValue(NewRegistry), ran: ran, asOf: asOf, baseline: b, seen: map[string]bool{}}
	if w != nil {
		a.open(w)
	}
	return a
}

// Accept marks the findings of one file that are accepted, and adds what is wrong with the ignores
// in it. It returns them in the order of the file.
func (a *Acceptances) Accept(s *Subject, findings []Finding) []Finding {
	if a == nil {
		return findings
	}
	a.saw(s.Path)
	out := newReporter(s.Document, s.Path)
	ignores := a.readIgnores(s.Document, &out)
	for i := range findings {
		f := &findings[i]
		if rule := a.ran.Find(f.Rule); rule == nil || !rule.Waivable {
			continue
		}
		// Each is asked, whatever the others say: what is doubly accepted is not unused.
		for _, accept := range []func(string, *Finding) *Acceptance{ignores.accept, a.waived, a.baseline.accept} {
			if accepted := accept(s.Path, f); f.Waived == nil {
				f.Waived = accepted
			}
		}
	}
	a.unusedIgnores(&ignores, &out)
	return sortFindings(append(findings, out.findings...))
}

// report prepares a reporter for a finding of a waiver rule.
func (a *Acceptances) report(out *reporter, code string) *reporter {
	out.rule = a.ran.Find(messages.New(code, nil).Rule())
	return out
}

func (a *Acceptances) saw(path string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.seen[path] = true
}

// judgeable tells whether an entry about a rule in a file can be called unused: both were looked at.
func (a *Acceptances) judgeable(rule, path string) bool {
	return a.seen[path] && a.ran.Find(rule) != nil
}

// Filed are findings about a file that is no assessment.
type Filed struct {
	Document *document.Document
	// Path of the file from the root of the repository.
	Path     string
	Findings []Finding
}

// Close returns what is wrong with the waiver file and with the baseline, each in the order of its lines.
func (a *Acceptances) Close() []Filed {
	if a == nil {
		return nil
	}
	var all []Filed
	if a.file != nil {
		all = append(all, Filed{
			Document: a.file.document, Path: a.file.path, Findings: append(a.troubles, a.unusedWaivers()...),
		})
	}
	if a.baseline != nil {
		all = append(all, Filed{
			Document: a.baseline.document, Path: a.baseline.path, Findings: a.unusedEntries(),
		})
	}
	for i := range all {
		slices.SortStableFunc(all[i].Findings, func(x, y Finding) int {
			return cmp.Compare(x.Span.Start.Line, y.Span.Start.Line)
		})
	}
	return all
}
