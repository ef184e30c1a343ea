package rules_test

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/rules"
)

// assess runs the house over one file with fixed surroundings and returns its findings.
func assess(tb testing.TB, name string) []eifcheck.Finding {
	tb.Helper()
	wording, ok := eifcheck.NewWording("en")
	if !ok {
		tb.Fatal("no English")
	}
	var findings []eifcheck.Finding
	_, err := eifcheck.Assess(tb.Context(), []string{name}, eifcheck.Options{
		Version: "test", AsOf: "2026-11-22", Wording: wording, Rules: rules.NewRegistry(),
	}, func(a *eifcheck.Assessment) error {
		findings = a.Findings
		return nil
	})
	if err != nil {
		tb.Fatalf("assess %s: %v", name, err)
	}
	return findings
}

// Files under testdata/ok give no finding at all. A new case is a new file.
func TestOKFilesAreSilent(t *testing.T) {
	t.Parallel()
	for _, name := range glob(t, "../testdata/ok/*") {
		t.Run(filepath.Base(name), func(t *testing.T) {
			t.Parallel()
			for _, f := range assess(t, name) {
				t.Errorf("%s:%d: %s: %s", name, f.Location.Line, f.Rule, f.Message)
			}
		})
	}
}

// Files under testdata/err say beside each wrong line which finding stands there, as a comment
// "# want RULE-OR-CODE …"; where a comment has no place, a file of the same name with .want added
// holds lines "LINE RULE-OR-CODE". A finding without a want fails, and a want without a finding.
func TestErrFilesGiveTheirFindings(t *testing.T) {
	t.Parallel()
	for _, name := range glob(t, "../testdata/err/*") {
		if strings.HasSuffix(name, ".want") {
			continue
		}
		t.Run(filepath.Base(name), func(t *testing.T) {
			t.Parallel()
			want := wanted(t, name)
			var got []string
			for _, f := range assess(t, name) {
				line := fmt.Sprintf("%d %s", f.Location.Line, f.Code)
				if rule := fmt.Sprintf("%d %s", f.Location.Line, f.Rule); slices.Contains(want, rule) && !slices.Contains(want, line) {
					line = rule
				}
				got = append(got, line)
			}
			slices.Sort(got)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s: findings (-want +got):\n%s", name, diff)
			}
		})
	}
}

// Every rule fires on a fixture: a rule that nothing can trigger is no rule.
func TestEveryRuleFires(t *testing.T) {
	t.Parallel()
	fired := map[string]bool{}
	for _, name := range glob(t, "../testdata/err/*") {
		if strings.HasSuffix(name, ".want") {
			continue
		}
		for _, f := range assess(t, name) {
			fired[f.Rule] = true
		}
	}
	known := map[string]bool{}
	for _, rule := range rules.NewRegistry().Rules() {
		known[rule.ID] = true
		if !fired[rule.ID] && !onlyOutsideFiles(rule.ID) {
			t.Errorf("no file of testdata/err triggers %s", rule.ID)
		}
	}
	for id := range fired {
		if !known[id] {
			t.Errorf("%s fires, but is not in the registry", id)
		}
	}
}

// onlyOutsideFiles names the rules that no file of testdata can trigger, each with the test that does.
func onlyOutsideFiles(id string) bool {
	return slices.Contains([]string{
		"input/unreadable", // internal/document: no such file, directory, device, permission
		"input/no-files",   // internal/document: arguments that lead nowhere
	}, id)
}

var wantComment = regexp.MustCompile(`# want ([a-zA-Z0-9/. -]+)$`)

// wanted reads what a fixture promises, sorted lines "LINE CODE".
func wanted(t *testing.T, name string) []string {
	t.Helper()
	want := promised(t, name)
	if len(want) == 0 {
		t.Fatalf("%s promises no finding", name)
	}
	return want
}

// promised reads the comments "# want RULE-OR-CODE …" of a file and the lines of the file beside it, if there is one.
func promised(t *testing.T, name string) []string {
	t.Helper()
	var want []string
	source, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	scanner := bufio.NewScanner(bytes.NewReader(source))
	scanner.Buffer(nil, 1<<20)
	for line := 1; scanner.Scan(); line++ {
		if m := wantComment.FindStringSubmatch(strings.TrimRight(scanner.Text(), "\r")); m != nil {
			for code := range strings.FieldsSeq(m[1]) {
				want = append(want, fmt.Sprintf("%d %s", line, code))
			}
		}
	}
	if beside, err := os.ReadFile(name + ".want"); err == nil {
		for line := range strings.Lines(string(beside)) {
			if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
				want = append(want, line)
			}
		}
	}
	slices.Sort(want)
	return want
}

func glob(t *testing.T, pattern string) []string {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) == 0 {
		t.Fatalf("%s: %d files, %v", pattern, len(names), err)
	}
	for i := range names {
		names[i] = filepath.ToSlash(names[i])
	}
	return names
}
