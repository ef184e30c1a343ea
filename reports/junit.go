package reports

import (
	"encoding/xml"
	"io"
	"strconv"
	"strings"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/rules"
	"github.com/eifcheck/eifcheck/scoring"
)

// junitReport writes a test suite a file: a test of its gate, one a finding, and one for each of the 47
// recommendations that has no gap.
type junitReport struct {
	elements xmlElements
	wording  eifcheck.Wording
	asOf     string
}

func newJUnit(w io.Writer, o Options) Report {
	return &junitReport{
		elements: xmlElements{w: w, name: "testsuites", attributes: ` name="eifcheck"`},
		wording:  o.Wording, asOf: o.Header.AsOf,
	}
}

// noTime is how long everything takes: a result does not depend on how fast it was made.
const noTime = "0"

type junitSuite struct {
	XMLName   xml.Name    `xml:"testsuite"`
	Name      string      `xml:"name,attr"`
	Tests     int         `xml:"tests,attr"`
	Failures  int         `xml:"failures,attr"`
	Errors    int         `xml:"errors,attr"`
	Skipped   int         `xml:"skipped,attr"`
	Time      string      `xml:"time,attr"`
	Timestamp string      `xml:"timestamp,attr,omitempty"`
	Cases     []junitCase `xml:"testcase"`
}

// junitCase is a test. Without any of skipped, error and failure it passed.
type junitCase struct {
	Name string `xml:"name,attr"`
	// Class is the path and a word for the kind of test, which readers split at the last dot.
	Class string `xml:"classname,attr"`
	Time  string `xml:"time,attr"`
	// Skipped is a plain text: Jenkins' schema allows no attribute.
	Skipped *string       `xml:"skipped"`
	Error   *junitOutcome `xml:"error"`
	Failure *junitOutcome `xml:"failure"`
	Output  string        `xml:"system-out,omitempty"`
}

type junitOutcome struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr"`
	Text    string `xml:",chardata"`
}

// Assessment writes the suite of a file.
func (r *junitReport) Assessment(a *eifcheck.Assessment) error {
	suite := r.suite(clean(slashed(a.Input.Path)))
	suite.add(r.gate(suite.Name, a))
	for _, c := range r.cases(suite.Name, findingsOf(a), a) {
		suite.add(c)
	}
	for _, c := range r.recommendations(suite.Name, a) {
		suite.add(c)
	}
	return r.elements.element(suite)
}

// Close writes the findings about the run, each in a suite of its file.
func (r *junitReport) Close(c eifcheck.Closing) error {
	entries := runEntries(c)
	for start := 0; start < len(entries); {
		end := start
		for end < len(entries) && entries[end].path == entries[start].path {
			end++
		}
		suite := r.suite(entries[start].name())
		for _, c := range r.cases(suite.Name, entries[start:end], &eifcheck.Assessment{Assessed: true}) {
			suite.add(c)
		}
		if err := r.elements.element(suite); err != nil {
			return err
		}
		start = end
	}
	return r.elements.end()
}

func (r *junitReport) suite(name string) *junitSuite {
	s := &junitSuite{Name: name, Time: noTime}
	if r.asOf != "" {
		s.Timestamp = r.asOf + "T00:00:00"
	}
	return s
}

func (s *junitSuite) add(c junitCase) {
	s.Tests++
	switch {
	case c.Skipped != nil:
		s.Skipped++
	case c.Error != nil:
		s.Errors++
	case c.Failure != nil:
		s.Failures++
	}
	s.Cases = append(s.Cases, c)
}

// gate is the test that says whether the file passed, and all reasons why not.
func (r *junitReport) gate(file string, a *eifcheck.Assessment) junitCase {
	c := junitCase{Name: r.wording.Say("junit/gate", nil), Class: file + ".gate", Time: noTime}
	if a.Gate.Passed {
		return c
	}
	reasons := make([]string, len(a.Gate.Reasons))
	for i, reason := range a.Gate.Reasons {
		reasons[i] = oneLine(reason.Message)
	}
	outcome := &junitOutcome{Message: strings.Join(reasons, " "), Type: "gate", Text: strings.Join(reasons, "\n")}
	if a.Assessed {
		c.Failure = outcome
	} else {
		c.Error = outcome
	}
	return c
}

// cases are the tests of findings. The name of a test is what a reader sees first, and what tells it from others
// between two runs: no line number is in it, and that of a recommendation is the same when it passes.
func (r *junitReport) cases(file string, entries []entry, a *eifcheck.Assessment) []junitCase {
	names := map[string]int{}
	for i := range entries {
		names[entries[i].rule+entries[i].message]++
	}
	titles := map[string]string{}
	for i := range a.Recommendations {
		titles[ruleOf(&a.Recommendations[i])] = oneLine(a.Recommendations[i].Title)
	}
	list := make([]junitCase, 0, len(entries))
	for i := range entries {
		e := &entries[i]
		c := r.test(e, a.Assessed)
		c.Class = file + "." + rules.Family(e.rule)
		switch title, ok := titles[e.rule]; {
		case ok:
			c.Name = e.rule + ": " + title
		case names[e.rule+e.message] > 1:
			c.Name = e.rule + " " + clean(e.pointer) + ": " + e.message
		default:
			c.Name = e.rule + ": " + e.message
		}
		list = append(list, c)
	}
	return list
}

// test is the outcome of a finding: an error where the file could not be assessed, skipped where it is accepted, and
// passed with a note where it is only good to know.
func (r *junitReport) test(e *entry, assessed bool) junitCase {
	c := junitCase{Time: noTime}
	outcome := &junitOutcome{Message: e.message, Type: string(e.severity), Text: detail(e)}
	switch {
	case e.waived != nil:
		words := e.message + " [" + justification(r.wording, e.waived) + "]"
		c.Skipped = &words
	case !assessed:
		c.Error = outcome
	case e.severity == rules.Info:
		c.Output = outcome.Message + "\n" + outcome.Text
	default:
		c.Failure = outcome
	}
	return c
}

func ruleOf(rec *eifcheck.Recommendation) string { return "eif/" + string(rec.ID) }

// detail is where a finding stands, its line of the file, and what to do.
func detail(e *entry) string {
	lines := []string{e.name() + ":" + strconv.Itoa(e.place.Line) + ":" + strconv.Itoa(max(1, e.place.Column))}
	if e.excerpt != "" {
		lines = append(lines, clean(strings.ReplaceAll(e.excerpt, "\t", " ")))
	}
	if e.help != "" {
		lines = append(lines, e.help)
	}
	return strings.Join(lines, "\n")
}

// recommendations are the tests of those that no finding says to be below the average: passed with a score, else
// skipped, with the reason.
func (r *junitReport) recommendations(file string, a *eifcheck.Assessment) []junitCase {
	found := map[string]bool{}
	for i := range a.Findings {
		found[a.Findings[i].Rule] = true
	}
	var list []junitCase
	for i := range a.Recommendations {
		rec := &a.Recommendations[i]
		rule := ruleOf(rec)
		if found[rule] {
			continue
		}
		c := junitCase{Name: rule + ": " + oneLine(rec.Title), Class: file + ".eif", Time: noTime}
		if words := r.untested(rec); words != "" {
			c.Skipped = &words
		}
		list = append(list, c)
	}
	return list
}

// untested says why a recommendation was not held to anything, "" where it was.
func (r *junitReport) untested(rec *eifcheck.Recommendation) string {
	switch rec.Outcome {
	case scoring.Full, scoring.Met, scoring.ScoredOnly:
		return ""
	case scoring.Lagging:
		return r.wording.Say("junit/rule-off", messages.Args{"rule": ruleOf(rec)})
	case scoring.OutcomePartial, scoring.OutcomeNoData, scoring.OutcomeNotApplicable:
	}
	return r.wording.Say("status."+string(rec.Status), nil)
}
