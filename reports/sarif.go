package reports

import (
	"cmp"
	"io"
	"strings"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/internal/pattern"
)

// mostResults is how many GitHub takes of a run; it rejects the whole log beyond.
const mostResults = 25_000

// sarifReport writes a SARIF 2.1.0 log, results as they come. It keeps the names of the files.
type sarifReport struct {
	lines   *jsonLines
	wording eifcheck.Wording
	header  eifcheck.Header
	// index finds a rule among those of the log.
	index     map[string]int
	seen      fingerprints
	artifacts []sarifArtifact
	exitCode  int
	begun     bool
	// written and left count the results in the log, and those that it has no room for.
	written, left, most int
	// openOnly leaves out what asks nobody to act: what is accepted, which is counted, and what is gone.
	openOnly bool
	accepted int
}

func newSARIF(w io.Writer, o Options) Report {
	return &sarifReport{
		lines: newJSONLines(w), wording: o.Wording, header: o.Header, exitCode: o.ExitCode,
		index: map[string]int{}, seen: fingerprints{}, most: mostResults,
	}
}

// newCodeScanning starts a log for GitHub code scanning. It reads neither suppressions nor the state "absent", and
// would show an alert for each: see docs/formats.md.
func newCodeScanning(w io.Writer, o Options) Report {
	r := newSARIF(w, o).(*sarifReport)
	r.openOnly = true
	return r
}

// semantic is a version as semver.org wants it.
var semantic = pattern.Lazy(`^v?([0-9]+\.[0-9]+\.[0-9]+([-+][0-9A-Za-z.+-]+)?)$`)

// begin writes the tool and its rules; the list of results stays open.
func (r *sarifReport) begin() error {
	if r.begun {
		return nil
	}
	r.begun = true
	r.lines.text(`{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{` + "\n" +
		`"columnKind":"unicodeCodePoints","language":`)
	if err := r.lines.value(r.wording.Language()); err != nil {
		return err
	}
	r.lines.text(`,"tool":{"driver":`)
	driver := struct {
		Name            string `json:"name"`
		Version         string `json:"version,omitempty"`
		SemanticVersion string `json:"semanticVersion,omitempty"`
		InformationURI  string `json:"informationUri"`
	}{Name: "eifcheck", Version: r.header.Tool.Version, InformationURI: project}
	if match := semantic().FindStringSubmatch(driver.Version); match != nil {
		driver.SemanticVersion = match[1]
	}
	if err := r.lines.value(driver); err != nil {
		return err
	}
	r.lines.buf.Truncate(r.lines.buf.Len() - 1) // the driver's object stays open for its rules
	r.lines.text(`,"rules":`)
	r.lines.open()
	for i, rule := range sarifRules(r.wording) {
		r.index[rule.ID] = i
		if err := r.lines.element(rule); err != nil {
			return err
		}
	}
	r.lines.end()
	r.lines.text("}},\n" + `"results":`)
	r.lines.open()
	return nil
}

// Assessment writes the results of a file: its findings, the floors that did not hold, and what an earlier version
// had and this one has not.
func (r *sarifReport) Assessment(a *eifcheck.Assessment) error {
	if err := r.begin(); err != nil {
		return err
	}
	file := slashed(a.Input.Path)
	artifact := sarifArtifact{Location: sarifArtifactLocation{URI: uri(file)}}
	if a.Input.SHA256 != "" {
		artifact.Hashes = map[string]string{"sha-256": a.Input.SHA256}
	}
	r.artifacts = append(r.artifacts, artifact)
	r.exitCode = max(r.exitCode, a.ExitCode())
	if err := r.results(entriesOf(a), ""); err != nil {
		return err
	}
	if a.Changes != nil && !r.openOnly {
		var gone []entry
		for i := range a.Changes.GoneFindings {
			gone = append(gone, entryOf(&a.Changes.GoneFindings[i], file))
		}
		if err := r.results(gone, "absent"); err != nil {
			return err
		}
	}
	return r.lines.flush()
}

// Close writes the findings about the run, and after the results what the run was.
func (r *sarifReport) Close(c eifcheck.Closing) error {
	if err := r.begin(); err != nil {
		return err
	}
	if err := r.results(runEntries(c), ""); err != nil {
		return err
	}
	r.lines.end()
	r.lines.text(",\n" + `"invocations":`)
	r.lines.open()
	if err := r.lines.element(r.invocation(c)); err != nil {
		return err
	}
	r.lines.end()
	r.lines.text(",\n" + `"artifacts":`)
	r.lines.open()
	for _, artifact := range r.artifacts {
		if err := r.lines.element(artifact); err != nil {
			return err
		}
	}
	r.lines.end()
	r.lines.text("}]}\n")
	return r.lines.flush()
}

// results writes the entries that belong in the log, until it is full. A state, if given, is that of all of them.
func (r *sarifReport) results(entries []entry, state string) error {
	for i := range entries {
		switch {
		case r.openOnly && entries[i].waived != nil:
			r.accepted++
			continue
		case r.written == r.most:
			r.left++
			continue
		}
		r.written++
		if err := r.lines.element(r.result(&entries[i], state)); err != nil {
			return err
		}
	}
	return nil
}

func (r *sarifReport) result(e *entry, state string) sarifResult {
	result := sarifResult{
		RuleID: e.rule, Level: sarifLevel(e.severity),
		Message: sarifMessage{Text: plainMessage(strings.TrimSpace(e.message + " " + e.help))},
		Locations: []sarifLocation{{Physical: sarifPhysical{
			Artifact: sarifArtifactLocation{URI: uri(e.path)}, Region: region(e.place),
		}}},
		Fingerprints: sarifFingerprints{Line: r.seen.next(e.fingerprint)}, BaselineState: state,
	}
	if index, known := r.index[e.rule]; known {
		result.RuleIndex = &index
	}
	if e.since != nil && state == "" {
		result.BaselineState = string(*e.since)
	}
	if e.waived != nil {
		kind := "external"
		if e.waived.By == "inline" {
			kind = "inSource"
		}
		result.Suppressions = []sarifSuppression{{
			Kind: kind, Status: "accepted", Justification: justification(r.wording, e.waived),
		}}
	}
	return result
}

// region leaves out what is not known, and an end that is not after the start.
func region(at eifcheck.Location) sarifRegion {
	area := sarifRegion{StartLine: at.Line}
	if at.Column < 1 {
		return area
	}
	area.StartColumn = at.Column
	if at.EndColumn >= 1 && cmp.Or(cmp.Compare(at.EndLine, at.Line), cmp.Compare(at.EndColumn, at.Column)) > 0 {
		area.EndLine, area.EndColumn = at.EndLine, at.EndColumn
	}
	return area
}

// sarifPlaceholder is what SARIF fills in: a number in braces.
var sarifPlaceholder = pattern.Lazy(`\{([0-9]+)\}`)

// plainMessage keeps what stands in a message from being a link or a sarifPlaceholder: text of a file can be in it.
func plainMessage(text string) string {
	if strings.Contains(text, "](") {
		text = strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`).Replace(text)
	}
	return sarifPlaceholder().ReplaceAllString(text, "{{$1}}")
}

// invocation says how the run ended, why it did not pass, and whether results are missing.
func (r *sarifReport) invocation(c eifcheck.Closing) sarifInvocation {
	code := max(r.exitCode, c.ExitCode())
	run := sarifInvocation{ExecutionSuccessful: code < eifcheck.ExitUsage, ExitCode: code}
	for _, reason := range c.Gate.Reasons {
		run.Notifications = append(run.Notifications, sarifNotification{
			Level: "error", Message: sarifMessage{Text: plainMessage(oneLine(reason.Message))},
		})
	}
	if r.accepted > 0 {
		run.Notifications = append(run.Notifications, sarifNotification{
			Level:   "note",
			Message: sarifMessage{Text: r.wording.Say("sarif/accepted", messages.Args{"count": r.accepted})},
		})
	}
	if r.left > 0 {
		run.Notifications = append(run.Notifications, sarifNotification{
			Level:   "warning",
			Message: sarifMessage{Text: r.wording.Say("sarif/full", messages.Args{"count": r.left, "most": r.most})},
		})
	}
	return run
}
