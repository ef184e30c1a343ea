package reports

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/rules"
)

// machineFormats list what is wrong, an entry a finding.
func machineFormats() []string { return []string{"sarif", "junit", "gitlab", "checkstyle"} }

// machineFiles are files of every kind: passed, not assessed, waived and failed by a floor, compared with a base.
func machineFiles() []*eifcheck.Assessment {
	compared := france()
	compared.Findings[0].Since, compared.Findings[1].Since = new(eifcheck.SinceNew), new(eifcheck.SinceUnchanged)
	compared.Changes = &eifcheck.Changes{GoneFindings: []eifcheck.Finding{
		finding("gap/P12", rules.Warning, 70, 3, 6, "  P12:", "It was below.", "", messages.Args{}),
	}}
	floor := agency()
	floor.Gate = eifcheck.Gate{Reasons: []eifcheck.Reason{{
		Code: "gate/min-area.no-score", Args: messages.Args{"area": eif.AreaID("P3")},
		Message: "Transparency (P3) has no score (no data); the gate asks for 2 (min-area).",
	}}}
	list := []*eifcheck.Assessment{compared, broken(), norway(), floor}
	for _, a := range list {
		a.Input.Path = "./assessments/" + a.Input.File
	}
	return list
}

func machineClosing() eifcheck.Closing {
	c := several()
	unused := finding("waiver/unused", rules.Warning, 3, 5, 12, "  - rule: eif/R01", "This waiver silences nothing.", "Delete it.", messages.Args{})
	unused.Location.File = "eifcheck-waivers.yaml"
	c.Findings = []eifcheck.Finding{unused}
	return c
}

func TestMachineFormats(t *testing.T) {
	t.Parallel()

	for _, format := range machineFormats() {
		t.Run(format, func(t *testing.T) {
			t.Parallel()

			golden(t, format+"-many", withoutRules(printed(t, format, Options{}, machineClosing(), machineFiles()...)))
			passed := eifcheck.Closing{Gate: eifcheck.Gate{Passed: true}}
			golden(t, format+"-none", withoutRules(printed(t, format, Options{}, passed)))
		})
	}
}

// withoutRules leaves the rules and their numbers out of a SARIF log: a golden file changes with the report, not with
// a rule.
func withoutRules(log []byte) []byte {
	var kept []byte
	for line := range bytes.Lines(log) {
		if !bytes.HasPrefix(line, []byte(`{"id":`)) {
			kept = append(kept, regexp.MustCompile(`"ruleIndex":[0-9]+,`).ReplaceAll(line, nil)...)
		}
	}
	return kept
}

// sarifLog is what the tests read of a log.
type sarifLog struct {
	Runs []struct {
		Tool struct {
			Driver struct{ Rules []sarifRule }
		}
		Results     []sarifResult
		Invocations []sarifInvocation
		Artifacts   []sarifArtifact
	}
}

func readSARIF(t rapidOrTest, text []byte) sarifLog {
	t.Helper()
	var log sarifLog
	if err := json.Unmarshal(text, &log); err != nil || len(log.Runs) != 1 {
		t.Fatalf("%d runs, %v", len(log.Runs), err)
	}
	return log
}

type rapidOrTest interface {
	Helper()
	Fatalf(format string, args ...any)
}

type junitLog struct {
	Suites []junitSuite `xml:"testsuite"`
}

type checkstyleLog struct {
	Version string           `xml:"version,attr"`
	Files   []checkstyleFile `xml:"file"`
}

// What every format says of a run adds up to the run: an entry a finding and a floor, whoever is asked.
func TestTotalsAgree(t *testing.T) {
	t.Parallel()

	rapid.Check(t, func(rt *rapid.T) {
		list, closing := drawRun(rt)
		findings, floors := 0, 0
		for _, a := range list {
			findings += len(a.Findings)
			for _, reason := range a.Gate.Reasons {
				if !reason.AboutFindings() {
					floors++
				}
			}
		}
		findings += len(closing.Findings)

		log := readSARIF(rt, printed(t, "sarif", Options{}, closing, list...))
		wantPlaces(rt, log.Runs[0].Results, findings+floors)
		wantRules(rt, log)
		wantIssues(rt, printed(t, "gitlab", Options{}, closing, list...), findings+floors)
		var checked checkstyleLog
		if err := xml.Unmarshal(printed(t, "checkstyle", Options{}, closing, list...), &checked); err != nil {
			rt.Fatal(err)
		}
		n := 0
		for _, file := range checked.Files {
			n += len(file.Errors)
		}
		if n != findings+floors {
			rt.Errorf("checkstyle: %d errors for %d findings and %d floors", n, findings, floors)
		}
		var tests junitLog
		if err := xml.Unmarshal(printed(t, "junit", Options{}, closing, list...), &tests); err != nil {
			rt.Fatal(err)
		}
		wantTests(rt, tests, list, closing)
	})
}

// wantPlaces checks what GitHub rejects a log for.
func wantPlaces(t *rapid.T, results []sarifResult, want int) {
	if len(results) != want {
		t.Errorf("sarif: %d results, want %d", len(results), want)
	}
	seen := map[string]bool{}
	for _, result := range results {
		if len(result.Locations) == 0 || result.Locations[0].Physical.Artifact.URI == "" ||
			result.Locations[0].Physical.Region.StartLine < 1 {
			t.Errorf("no place: %+v", result)
		}
		if result.Message.Text == "" || result.RuleID == "" || seen[result.Fingerprints.Line] || result.Fingerprints.Line == "" {
			t.Errorf("no message, no rule or no fingerprint of its own: %+v", result)
		}
		seen[result.Fingerprints.Line] = true
	}
}

// wantRules checks that a number of a rule is that of the rule, and that only unknown rules have none.
func wantRules(t *rapid.T, log sarifLog) {
	all := log.Runs[0].Tool.Driver.Rules
	for _, result := range log.Runs[0].Results {
		known := slices.IndexFunc(all, func(r sarifRule) bool { return r.ID == result.RuleID })
		switch {
		case result.RuleIndex == nil && known >= 0:
			t.Errorf("%s has no number, want %d", result.RuleID, known)
		case result.RuleIndex != nil && *result.RuleIndex != known:
			t.Errorf("%s has number %d, want %d", result.RuleID, *result.RuleIndex, known)
		}
	}
}

func wantIssues(t *rapid.T, text []byte, want int) {
	var issues []gitlabIssue
	if err := json.Unmarshal(text, &issues); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, issue := range issues {
		if seen[issue.Fingerprint] {
			t.Errorf("gitlab: fingerprint %s twice: GitLab shows the first only", issue.Fingerprint)
		}
		seen[issue.Fingerprint] = true
	}
	if len(issues) != want {
		t.Errorf("gitlab: %d issues, want %d", len(issues), want)
	}
}

// wantTests counts what each suite holds, and holds the sums to the findings.
func wantTests(t *rapid.T, log junitLog, list []*eifcheck.Assessment, closing eifcheck.Closing) {
	got := map[string]int{}
	for _, suite := range log.Suites {
		var failures, errors, skipped int
		for _, c := range suite.Cases {
			switch {
			case strings.HasSuffix(c.Class, ".gate"):
			case c.Skipped != nil && strings.HasSuffix(*c.Skipped, "]"):
				got["waived"]++
			case c.Failure != nil:
				got[c.Failure.Type]++
			case c.Error != nil:
				got[c.Error.Type]++
			case c.Output != "":
				got["info"]++
			}
			failures, errors, skipped = failures+count(c.Failure != nil), errors+count(c.Error != nil), skipped+count(c.Skipped != nil)
		}
		if suite.Tests != len(suite.Cases) || suite.Failures != failures || suite.Errors != errors || suite.Skipped != skipped {
			t.Errorf("the numbers of %s do not add up: %+v", suite.Name, suite)
		}
	}
	want := map[string]int{}
	add := func(findings []eifcheck.Finding) {
		for i := range findings {
			if findings[i].Waived != nil {
				want["waived"]++
			} else {
				want[string(findings[i].Severity)]++
			}
		}
	}
	for _, a := range list {
		add(a.Findings)
	}
	add(closing.Findings)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("junit (-findings +tests):\n%s", diff)
	}
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// drawRun makes a run of any findings in any files.
func drawRun(t *rapid.T) ([]*eifcheck.Assessment, eifcheck.Closing) {
	var list []*eifcheck.Assessment
	for range rapid.IntRange(0, 4).Draw(t, "files") {
		a := broken()
		if rapid.Bool().Draw(t, "assessed") {
			a = agency()
			a.Findings = drawFindings(t)
			a.Gate = eifcheck.Gate{Passed: rapid.Bool().Draw(t, "passed")}
			if !a.Gate.Passed {
				a.Gate.Reasons = drawReasons(t)
			}
		}
		a.Input.Path = rapid.SampledFrom([]string{"a.yaml", "./a b.yaml", "/tmp/c:d.yaml", "é:x/<stdin>", "-"}).Draw(t, "path")
		list = append(list, a)
	}
	return list, eifcheck.Closing{Findings: drawFindings(t)}
}

func drawReasons(t *rapid.T) []eifcheck.Reason {
	var list []eifcheck.Reason
	for range rapid.IntRange(1, 3).Draw(t, "reasons") {
		code := rapid.SampledFrom([]string{"gate/min-score.partial", "gate/max-gap", "gate/never-heard-of"}).Draw(t, "code")
		list = append(list, eifcheck.Reason{Code: code, Message: "It did not hold."})
	}
	return list
}

func drawFindings(t *rapid.T) []eifcheck.Finding {
	var list []eifcheck.Finding
	for range rapid.IntRange(0, 6).Draw(t, "findings") {
		severity := rapid.SampledFrom([]rules.Severity{rules.Error, rules.Warning, rules.Info}).Draw(t, "severity")
		f := finding(rapid.SampledFrom([]string{"coverage/partial", "evidence/missing", "future/rule"}).Draw(t, "rule"), severity,
			rapid.IntRange(0, 3).Draw(t, "line"), rapid.IntRange(0, 3).Draw(t, "column"), rapid.IntRange(0, 3).Draw(t, "end"),
			hostile().Draw(t, "excerpt"), "It says "+hostile().Draw(t, "message"), hostile().Draw(t, "help"), nil)
		f.Fingerprint = rapid.SampledFrom([]string{"", "0", "1", "2"}).Draw(t, "fingerprint")
		if rapid.Bool().Draw(t, "waived") {
			f.Waived = &eifcheck.Waiver{
				By:     rapid.SampledFrom([]string{"inline", "file", "baseline"}).Draw(t, "by"),
				Reason: assessment.Word(hostile().Draw(t, "reason")),
			}
		}
		list = append(list, f)
	}
	return list
}

func hostile() *rapid.Generator[string] {
	return rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{
		"]]>", "<script>", "\x00\x1b[31m\uFFFE", "\xff\xfe", "a\r\nb", "\u202e", "{0} [x](https://example.org)", `"'&`,
	}))
}

// Whatever a file says, it is text: no output is broken by it, and nothing that a terminal or a page would act on is left.
func TestHostileTextInMachineFormats(t *testing.T) {
	t.Parallel()

	a := norway()
	a.Input.Path = "a\x1b\u202e b&<\"#?%.yaml"
	for i := range a.Findings {
		f := &a.Findings[i]
		f.Message, f.Help, f.Excerpt = "\x1b[31m\u202e ]]> {0} [x](1)\n::error::\xff", "</failure>\x00", "\x07<![CDATA["
		if f.Waived != nil {
			f.Waived.Reason, f.Waived.Owner = "<!-- \x1b\u2028", "-->\u202e"
		}
	}
	for _, format := range machineFormats() {
		text := string(printed(t, format, Options{}, one(a), a))
		if !utf8.ValidString(text) {
			t.Errorf("%s: not UTF-8", format)
		}
		if i := strings.IndexAny(text, "\x00\x07\x1b\u202e\u2028"); i >= 0 {
			t.Errorf("%s: %q", format, text[max(0, i-40):i+1])
		}
		for line := range strings.Lines(text) {
			if strings.HasPrefix(line, "::error::") {
				t.Errorf("%s: a line of the file's own", format)
			}
		}
	}
	log := readSARIF(t, printed(t, "sarif", Options{}, one(a), a))
	if got, want := log.Runs[0].Artifacts[0].Location.URI, "a%1B%E2%80%AE%20b&%3C%22%23%3F%25.yaml"; got != want {
		t.Errorf("uri %s, want %s", got, want)
	}
	if got := log.Runs[0].Results[0].Message.Text; !strings.Contains(got, `{{0}} \[x\](1)`) {
		t.Errorf("a link or a placeholder is left: %s", got)
	}
}

func TestURI(t *testing.T) {
	t.Parallel()

	tests := map[string]string{
		"fr.yaml": "fr.yaml", "a b/ü.yaml": "a%20b/%C3%BC.yaml", "a:b.yaml": "a%3Ab.yaml", "../x.yaml": "../x.yaml",
		"/srv/x y.yaml": "file:///srv/x%20y.yaml", "C:/x.yaml": "file:///C:/x.yaml", "-": "-",
	}
	for name, want := range tests {
		if got := uri(name); got != want {
			t.Errorf("uri(%q) = %q, want %q", name, got, want)
		}
	}
}

// A gate that fails although nothing was found must not look like a pass anywhere.
func TestFloorsAreSeen(t *testing.T) {
	t.Parallel()

	a := machineFiles()[3]
	if len(a.Findings) > 0 || a.Gate.Passed {
		t.Fatal("want a file that fails without findings")
	}
	for _, format := range machineFormats() {
		if text := string(printed(t, format, Options{}, one(a), a)); !strings.Contains(text, a.Gate.Reasons[0].Message) {
			t.Errorf("%s does not say why the gate failed:\n%s", format, withoutRules([]byte(text)))
		}
	}
}

func TestSARIFRules(t *testing.T) {
	t.Parallel()

	const longest = 1024 // of a description, for GitHub
	seen := map[string]bool{}
	for _, rule := range sarifRules(wording(t)) {
		for _, text := range []string{rule.ID, rule.ShortDescription.Text, rule.FullDescription.Text, rule.Help.Text, rule.Help.Markdown} {
			if text == "" || utf8.RuneCountInString(text) > longest || strings.Contains(text, rule.ID+".") {
				t.Errorf("%s: %q", rule.ID, text)
			}
		}
		if seen[rule.ID] {
			t.Errorf("%s twice", rule.ID)
		}
		seen[rule.ID] = true
	}
	for _, rule := range rules.NewRegistry().Rules() {
		if !seen[rule.ID] {
			t.Errorf("no %s", rule.ID)
		}
	}
	for _, code := range wording(t).Codes() {
		reason := eifcheck.Reason{Code: code}
		floor := strings.HasPrefix(code, "gate/") && !strings.HasPrefix(code, "gate/files-") && !reason.AboutFindings()
		if rule := messages.New(code, nil).Rule(); floor && !seen[rule] {
			t.Errorf("%s is a reason of the gate, and no rule describes it: add it to floors", rule)
		}
	}
}

// Results that GitHub has no room for are counted, never dropped in silence.
func TestSARIFIsFull(t *testing.T) {
	t.Parallel()

	list := machineFiles()
	all := len(readSARIF(t, printed(t, "sarif", Options{}, machineClosing(), list...)).Runs[0].Results)
	var out bytes.Buffer
	r := newSARIF(&out, Options{Header: header(), Wording: wording(t)})
	r.(*sarifReport).most = 3
	for _, a := range list {
		if err := r.Assessment(a); err != nil {
			t.Fatal(err)
		}
	}
	if err := r.Close(machineClosing()); err != nil {
		t.Fatal(err)
	}
	run := readSARIF(t, out.Bytes()).Runs[0]
	notes := run.Invocations[0].Notifications
	if len(run.Results) != 3 || !strings.HasPrefix(notes[len(notes)-1].Message.Text, strconv.Itoa(all-3)+" more findings") {
		t.Errorf("%d results of %d, and %+v", len(run.Results), all, notes)
	}
}

// GitHub shows an alert for whatever is in the log: what is accepted or gone is not, and the log says how much it is.
func TestCodeScanningHasOnlyWhatIsOpen(t *testing.T) {
	t.Parallel()

	list := machineFiles()
	text := printed(t, "code-scanning", Options{}, machineClosing(), list...)
	golden(t, "code-scanning-many", withoutRules(text))
	golden(t, "code-scanning-none", withoutRules(printed(t, "code-scanning", Options{}, machineClosing())))
	var want []sarifResult
	accepted := 0
	for _, result := range readSARIF(t, printed(t, "sarif", Options{}, machineClosing(), list...)).Runs[0].Results {
		switch {
		case len(result.Suppressions) > 0:
			accepted++
		case result.BaselineState != "absent":
			want = append(want, result)
		}
	}
	run := readSARIF(t, text).Runs[0]
	// The number behind two equal fingerprints depends on what stands before.
	unnumbered := cmp.Transformer("unnumbered", func(f sarifFingerprints) string {
		first, _, _ := strings.Cut(f.Line, "-")
		return first
	})
	if diff := cmp.Diff(want, run.Results, unnumbered); diff != "" || accepted == 0 {
		t.Errorf("%d accepted; (-sarif without what is accepted or gone +code-scanning):\n%s", accepted, diff)
	}
	note := strconv.Itoa(accepted) + " accepted finding"
	if !slices.ContainsFunc(run.Invocations[0].Notifications, func(n sarifNotification) bool {
		return n.Level == "note" && strings.HasPrefix(n.Message.Text, note)
	}) {
		t.Errorf("no notification says %q: %+v", note, run.Invocations[0].Notifications)
	}
}

func TestSARIFExitCode(t *testing.T) {
	t.Parallel()

	france, norway, broken := france(), norway(), broken()
	tests := []struct {
		name    string
		least   int
		file    *eifcheck.Assessment
		closing eifcheck.Closing
		want    int
	}{
		{name: "passed", file: france, closing: one(france), want: 0},
		{name: "failed", file: norway, closing: one(norway), want: 1},
		{name: "not assessed", file: broken, closing: one(broken), want: 2},
		{name: "another file does not exist", least: 2, file: france, closing: one(france), want: 2},
		{name: "the run failed", file: france, closing: one(norway), want: 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()

			run := readSARIF(t, printed(t, "sarif", Options{ExitCode: test.least}, test.closing, test.file)).Runs[0]
			got := run.Invocations[0]
			if got.ExitCode != test.want || got.ExecutionSuccessful != (test.want < 2) {
				t.Errorf("got %+v, want exit code %d", got, test.want)
			}
		})
	}
}

// Alerts must not churn: what is inserted above a finding does not change what names it.
func TestFingerprintsStayThroughInsertions(t *testing.T) {
	t.Parallel()

	const head = "eifcheck: 1\ncountry: FR\nyear: 2024\nrecommendations:\n  R05:\n    score: 3\n    evidence:\n"
	const above = "      - {title: Plan, url: \"https://example.org/plan\", date: 2024-01-02}\n"
	for rule, item := range map[string]string{
		"input/date":       "      - {title: Report, date: 2024-13-01}\n",
		"evidence/undated": "      - {title: Report}\n",
	} {
		before := prints(t, rule, head+item)
		if len(before) != 1 {
			t.Errorf("%s: %d findings, want 1", rule, len(before))
		}
		for name, text := range map[string]string{
			"lines above":            "# a comment\n\n\n" + head + item,
			"an item of evidence":    head + above + item,
			"another recommendation": strings.Replace(head, "  R05:", "  R01: {score: 4}\n  R05:", 1) + item,
		} {
			if diff := cmp.Diff(before, prints(t, rule, text)); diff != "" {
				t.Errorf("%s, %s (-before +after):\n%s", rule, name, diff)
			}
		}
	}
}

// prints are the fingerprints of one rule's findings in a text, by their message.
func prints(t *testing.T, rule, text string) map[string]string {
	t.Helper()

	o := eifcheck.Options{
		Version: "1.0.0", AsOf: "2026-11-22", Wording: wording(t), Rules: rules.NewRegistry(),
		Stdin: strings.NewReader(text), StdinName: "a.yaml",
	}
	var out bytes.Buffer
	r := newSARIF(&out, Options{Header: o.Header(), Wording: o.Wording})
	closing, err := eifcheck.Assess(t.Context(), []string{"-"}, o, r.Assessment)
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Close(closing); err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for _, result := range readSARIF(t, out.Bytes()).Runs[0].Results {
		if result.RuleID == rule {
			found[result.Message.Text] = result.Fingerprints.Line
		}
	}
	return found
}
