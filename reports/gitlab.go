package reports

import (
	"io"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/rules"
)

// gitlabReport writes the list that GitLab's Code Quality reads, a finding a line.
type gitlabReport struct {
	lines   *jsonLines
	wording eifcheck.Wording
	seen    fingerprints
	begun   bool
}

func newGitLab(w io.Writer, o Options) Report {
	return &gitlabReport{lines: newJSONLines(w), wording: o.Wording, seen: fingerprints{}}
}

// gitlabIssue is an element of the list. The path is relative to the root of the repository, without "./".
type gitlabIssue struct {
	Description string         `json:"description"`
	CheckName   string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string      `json:"path"`
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"`
}

// Assessment writes the findings of a file.
func (r *gitlabReport) Assessment(a *eifcheck.Assessment) error {
	return r.issues(entriesOf(a), a.Assessed)
}

// Close writes the findings about the run and ends the list; without any it is [].
func (r *gitlabReport) Close(c eifcheck.Closing) error {
	if err := r.issues(runEntries(c), true); err != nil {
		return err
	}
	r.lines.end()
	r.lines.text("\n")
	return r.lines.flush()
}

func (r *gitlabReport) issues(entries []entry, assessed bool) error {
	if !r.begun {
		r.lines.open()
		r.begun = true
	}
	for i := range entries {
		e := &entries[i]
		issue := gitlabIssue{
			Description: e.sentence(r.wording), CheckName: e.rule, Fingerprint: r.seen.next(e.fingerprint),
			Severity: gitlabSeverity(e, assessed),
			Location: gitlabLocation{Path: e.name(), Lines: gitlabLines{Begin: e.place.Line}},
		}
		if err := r.lines.element(issue); err != nil {
			return err
		}
	}
	return r.lines.flush()
}

// gitlabSeverity chooses of GitLab's five. It has no state for what is accepted, so that becomes the lightest, with a
// mark in the description; the heaviest is kept for a file that could not be assessed.
func gitlabSeverity(e *entry, assessed bool) string {
	switch {
	case e.waived != nil:
		return "info"
	case !assessed:
		return "blocker"
	case e.severity == rules.Error:
		return "critical"
	case e.severity == rules.Warning:
		return "major"
	}
	return "minor"
}
