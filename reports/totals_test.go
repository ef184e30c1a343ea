package reports

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/rules"
)

// tally counts findings by severity, the waived ones apart.
type tally struct{ Errors, Warnings, Infos, Waived int }

func tallyOf(list []eifcheck.Finding) tally {
	var t tally
	for i := range list {
		t.add(string(list[i].Severity), list[i].Waived != nil)
	}
	return t
}

func (t *tally) add(severity string, waived bool) {
	switch {
	case waived:
		t.Waived++
	case severity == "error":
		t.Errors++
	case severity == "warning":
		t.Warnings++
	case severity == "info":
		t.Infos++
	}
}

// readers say how to count the findings in what each format prints. A format that shows no infos or
// waived findings beside the code shows them on its page, which is counted.
func readers() map[string]func(t *rapid.T, out, page []byte) tally {
	return map[string]func(t *rapid.T, out, page []byte) tally{
		"text":          func(t *rapid.T, out, _ []byte) tally { return textTally(t, out) },
		"json":          func(t *rapid.T, out, _ []byte) tally { return jsonTally(t, out) },
		"ndjson":        func(t *rapid.T, out, _ []byte) tally { return ndjsonTally(t, out) },
		"sarif":         func(t *rapid.T, out, _ []byte) tally { return sarifTally(t, out) },
		"code-scanning": func(t *rapid.T, out, _ []byte) tally { return codeScanningTally(t, out) },
		"junit":         func(t *rapid.T, out, _ []byte) tally { return junitTally(t, out) },
		"gitlab":        func(t *rapid.T, out, _ []byte) tally { return gitlabTally(t, out) },
		"checkstyle":    func(t *rapid.T, out, _ []byte) tally { return checkstyleTally(t, out) },
		"markdown":      func(_ *rapid.T, out, _ []byte) tally { return markdownTally(out) },
		"github":        githubTally,
		"template":      func(t *rapid.T, out, _ []byte) tally { return jsonTally(t, out) },
	}
}

// Whatever is found, and whatever of it is waived, every format says the same numbers.
func TestEveryFormatCountsAlike(t *testing.T) {
	t.Parallel()
	for _, f := range Formats() {
		if readers()[f.Name] == nil {
			t.Fatalf("nothing counts the findings of %s", f.Name)
		}
	}
	rapid.Check(t, func(rt *rapid.T) {
		list, closing := consistentRun(rt)
		want := tally{closing.Totals.Errors, closing.Totals.Warnings, closing.Totals.Infos, closing.Totals.Waived}
		for _, f := range Formats() {
			var out, page bytes.Buffer
			r := f.New(&out, Options{Header: header(), Wording: wording(t), Summary: &page, SummaryRoom: 1 << 20})
			for _, a := range list {
				if err := r.Assessment(a); err != nil {
					rt.Fatal(err)
				}
			}
			if err := r.Close(closing); err != nil {
				rt.Fatal(err)
			}
			if diff := cmp.Diff(want, readers()[f.Name](rt, out.Bytes(), page.Bytes())); diff != "" {
				rt.Errorf("%s (-result +format):\n%s", f.Name, diff)
			}
		}
	})
}

// consistentRun makes a run of any findings whose summaries and totals are those of its findings.
func consistentRun(t *rapid.T) ([]*eifcheck.Assessment, eifcheck.Closing) {
	list, closing := drawRun(t)
	for i := range closing.Findings {
		closing.Findings[i].Waived = nil // what is wrong with waivers cannot be waived
	}
	sum := tallyOf(closing.Findings)
	closing.Gate.Passed = len(list) == 0
	for _, a := range list {
		own := tallyOf(a.Findings)
		if a.Summary != nil {
			a.Summary.Errors, a.Summary.Warnings, a.Summary.Infos, a.Summary.Waived =
				own.Errors, own.Warnings, own.Infos, own.Waived
		}
		sum = tally{sum.Errors + own.Errors, sum.Warnings + own.Warnings, sum.Infos + own.Infos, sum.Waived + own.Waived}
	}
	// One file alone has no numbers but its own, and none if it could not be assessed.
	if len(list) == 1 {
		list = append(list, agency())
		list[1].Findings = []eifcheck.Finding{}
	}
	closing.Totals = eifcheck.Totals{
		Files: len(list), Errors: sum.Errors, Warnings: sum.Warnings, Infos: sum.Infos, Waived: sum.Waived,
	}
	return list, closing
}

// textTally reads the last line of numbers, which is that of the run.
func textTally(t *rapid.T, out []byte) tally {
	numbers := regexp.MustCompile(`(\d+)[\s\x{a0}]errors?,[\s\x{a0}]+(\d+)[\s\x{a0}]warnings?,[\s\x{a0}]+(\d+)[\s\x{a0}]infos?(?:,[\s\x{a0}]+(\d+)[\s\x{a0}]waived)?`)
	all := numbers.FindAllStringSubmatch(string(out), -1)
	if len(all) == 0 {
		t.Fatalf("no numbers in:\n%s", out)
	}
	last := all[len(all)-1]
	n := make([]int, 4)
	for i := range n {
		n[i], _ = strconv.Atoi(last[i+1])
	}
	return tally{n[0], n[1], n[2], n[3]}
}

func jsonTally(t *rapid.T, out []byte) tally {
	var result eifcheck.Result
	if err := json.Unmarshal(out, &result); err != nil {
		t.Fatal(err)
	}
	findings := result.Findings
	for _, a := range result.Assessments {
		findings = append(findings, a.Findings...)
	}
	return agreed(t, tallyOf(findings), result.Totals)
}

func ndjsonTally(t *rapid.T, out []byte) tally {
	lines := bytes.Split(bytes.TrimSpace(out), []byte("\n"))
	var closing eifcheck.Closing
	if err := json.Unmarshal(lines[len(lines)-1], &closing); err != nil {
		t.Fatal(err)
	}
	findings := closing.Findings
	for _, line := range lines[:len(lines)-1] {
		var a eifcheck.Assessment
		if err := json.Unmarshal(line, &a); err != nil {
			t.Fatal(err)
		}
		findings = append(findings, a.Findings...)
	}
	return agreed(t, tallyOf(findings), closing.Totals)
}

// agreed holds the findings to the totals beside them.
func agreed(t *rapid.T, got tally, totals eifcheck.Totals) tally {
	if want := (tally{totals.Errors, totals.Warnings, totals.Infos, totals.Waived}); got != want {
		t.Errorf("the findings are %+v, the totals beside them %+v", got, want)
	}
	return got
}

func sarifTally(t *rapid.T, out []byte) tally {
	var n tally
	for _, result := range readSARIF(t, out).Runs[0].Results {
		if rules.Family(result.RuleID) != "gate" {
			n.add(strings.Replace(result.Level, "note", "info", 1), len(result.Suppressions) > 0)
		}
	}
	return n
}

// codeScanningTally reads how many are accepted, which are not in the log, in what it says of itself.
func codeScanningTally(t *rapid.T, out []byte) tally {
	n := sarifTally(t, out)
	if n.Waived > 0 {
		t.Errorf("%d accepted findings are in the log", n.Waived)
	}
	left := regexp.MustCompile(`^(\d+) accepted findings? `)
	for _, note := range readSARIF(t, out).Runs[0].Invocations[0].Notifications {
		if m := left.FindStringSubmatch(note.Message.Text); m != nil {
			n.Waived, _ = strconv.Atoi(m[1])
		}
	}
	return n
}

func junitTally(t *rapid.T, out []byte) tally {
	var log junitLog
	if err := xml.Unmarshal(out, &log); err != nil {
		t.Fatal(err)
	}
	var n tally
	for _, suite := range log.Suites {
		for _, c := range suite.Cases {
			switch {
			case strings.HasSuffix(c.Class, ".gate"):
			case c.Skipped != nil:
				n.add("", strings.HasSuffix(*c.Skipped, "]"))
			case c.Failure != nil:
				n.add(c.Failure.Type, false)
			case c.Error != nil:
				n.add(c.Error.Type, false)
			case c.Output != "":
				n.add("info", false)
			}
		}
	}
	return n
}

func gitlabTally(t *rapid.T, out []byte) tally {
	var issues []gitlabIssue
	if err := json.Unmarshal(out, &issues); err != nil {
		t.Fatal(err)
	}
	words := map[string]string{"blocker": "error", "critical": "error", "major": "warning", "minor": "info"}
	var n tally
	for _, issue := range issues {
		if rules.Family(issue.CheckName) != "gate" {
			n.add(words[issue.Severity], issue.Severity == "info")
		}
	}
	return n
}

func checkstyleTally(t *rapid.T, out []byte) tally {
	var log checkstyleLog
	if err := xml.Unmarshal(out, &log); err != nil {
		t.Fatal(err)
	}
	var n tally
	for _, file := range log.Files {
		for _, e := range file.Errors {
			if rules.Family(e.Source) != "gate" {
				n.add(e.Severity, e.Severity == "ignore")
			}
		}
	}
	return n
}

// markdownTally counts the entries of its lists; what was waived stands behind a heading of its own.
func markdownTally(page []byte) tally {
	var n tally
	waived := false
	entry := regexp.MustCompile(`^- \*\*(error|warning|info)\*\*`)
	for line := range strings.Lines(string(page)) {
		if strings.HasPrefix(line, "<summary>") {
			waived = strings.Contains(line, "waived")
		}
		if m := entry.FindStringSubmatch(line); m != nil {
			n.add(m[1], waived)
		}
	}
	return n
}

// githubTally counts the annotations of rules; infos and waived findings are on the page of the job.
func githubTally(t *rapid.T, out, page []byte) tally {
	var n tally
	annotation := regexp.MustCompile(`^::(error|warning) .*title=[^:]*\([a-z]+/[A-Za-z0-9-]+\)::`)
	for line := range strings.Lines(string(out)) {
		if m := annotation.FindStringSubmatch(line); m != nil {
			n.add(m[1], false)
		}
	}
	all := markdownTally(page)
	if all.Errors != n.Errors || all.Warnings != n.Warnings {
		t.Errorf("github: annotations %+v, page %+v", n, all)
	}
	return all
}
