package eifcheck_test

import (
	"bufio"
	"bytes"
	"context"
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

// assessFiles runs the house over files with fixed surroundings.
func assessFiles(t testing.TB, names ...string) (eifcheck.Closing, []*eifcheck.Assessment) {
	t.Helper()
	return assessWith(t, eifcheck.GateOptions{FailOn: rules.Error}, names...)
}

func assessWith(t testing.TB, gate eifcheck.GateOptions, names ...string) (eifcheck.Closing, []*eifcheck.Assessment) {
	t.Helper()
	wording, ok := eifcheck.NewWording("en")
	if !ok {
		t.Fatal("no English")
	}
	var results []*eifcheck.Assessment
	closing, err := eifcheck.Assess(context.Background(), names, eifcheck.Options{
		Version: "test", AsOf: "2026-11-22", Wording: wording, Rules: rules.NewRegistry(), Gate: gate,
	}, func(a *eifcheck.Assessment) error {
		results = append(results, a)
		return nil
	})
	if err != nil {
		t.Fatalf("assess %v: %v", names, err)
	}
	return closing, results
}

// Files under testdata/ok give no finding at all. A new case is a new file.
func TestOKFilesAreSilent(t *testing.T) {
	t.Parallel()
	for _, name := range glob(t, "testdata/ok/*") {
		t.Run(filepath.Base(name), func(t *testing.T) {
			t.Parallel()
			_, results := assessFiles(t, name)
			for _, f := range results[0].Findings {
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
	for _, name := range glob(t, "testdata/err/*") {
		if strings.HasSuffix(name, ".want") {
			continue
		}
		t.Run(filepath.Base(name), func(t *testing.T) {
			t.Parallel()
			_, results := assessFiles(t, name)
			want := wanted(t, name)
			var got []string
			for _, f := range results[0].Findings {
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
	for _, name := range glob(t, "testdata/err/*") {
		if strings.HasSuffix(name, ".want") {
			continue
		}
		_, results := assessFiles(t, name)
		for _, f := range results[0].Findings {
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
		"input/size",       // internal/document: files made by the test, too large to keep
	}, id)
}

var wantComment = regexp.MustCompile(`# want ([a-zA-Z0-9/. -]+)$`)

// wanted reads what a fixture promises, sorted lines "LINE CODE".
func wanted(t *testing.T, name string) []string {
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
			for _, code := range strings.Fields(m[1]) {
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
	if len(want) == 0 {
		t.Fatalf("%s promises no finding", name)
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
