package rules_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/rules"
)

// unshown are the rules that no snippet of a file can show, with the reason.
func unshown() map[string]string {
	return map[string]string{
		"input/unreadable": "is about a file that cannot be read",
		"input/no-files":   "is about a name that leads to no file",
		"input/limit":      "is about files larger than any page",
		"input/more":       "is about hundreds of mistakes",
		"claims/more":      "is about hundreds of mistakes",
	}
}

// nothingToMend are the rules that say something a reader must know and nobody can change.
func nothingToMend() []string { return []string{"reference/average-year"} }

// Every rule has an example: the wrong snippet has its finding, the right one has not, and differs.
// An example that does not hold would teach somebody a mistake.
func TestExamplesHold(t *testing.T) {
	t.Parallel()
	for _, rule := range rules.NewRegistry().Rules() {
		t.Run(rule.ID, func(t *testing.T) {
			t.Parallel()
			example, ok := rules.ExampleOf(rule.ID)
			if reason := unshown()[rule.ID]; ok == (reason != "") {
				t.Fatalf("has an example: %v; named as a rule without: %q", ok, reason)
			}
			if !ok {
				return
			}
			if !slices.Contains(fires(t, example.Whole(example.Wrong)), rule.ID) {
				t.Errorf("does not fire on its wrong example:\n%s", example.Wrong)
			}
			if bare := slices.Contains(nothingToMend(), rule.ID); bare || example.Right == "" {
				if !bare || example.Right != "" {
					t.Errorf("is named as one with nothing to mend: %v; its right example: %q", bare, example.Right)
				}
				return
			}
			found := fires(t, example.Whole(example.Right))
			if slices.Contains(found, rule.ID) {
				t.Errorf("fires on its right example:\n%s", example.Right)
			}
			for _, other := range found {
				if unwelcome(other) && rules.Family(rule.ID) != "coverage" {
					t.Errorf("the right example has a finding of %s:\n%s", other, example.Right)
				}
			}
		})
	}
}

// unwelcome tells whether a finding makes a right example a bad one. That a snippet leaves most of
// the framework unanswered, or has no evidence, is not its subject.
func unwelcome(rule string) bool {
	return slices.Contains([]string{"input", "consistency", "waiver"}, rules.Family(rule))
}

func fires(t *testing.T, source string) []string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "example.yaml")
	if err := os.WriteFile(name, []byte(source), 0o600); err != nil {
		t.Fatal(err)
	}
	var fired []string
	for _, f := range assess(t, name) {
		if f.Waived == nil {
			fired = append(fired, f.Rule)
		}
	}
	return fired
}

// Examples are read in a terminal, behind an indent, and show which line is meant. An ignore must be
// one line, however long.
func TestExamplesAreNarrow(t *testing.T) {
	t.Parallel()
	for _, rule := range rules.NewRegistry().Rules() {
		example, _ := rules.ExampleOf(rule.ID)
		for line := range strings.Lines(example.Wrong + example.Right) {
			if len(line) > 78 && !strings.Contains(line, "eifcheck:ignore=") {
				t.Errorf("%s: a line of %d signs: %s", rule.ID, len(line), line)
			}
		}
	}
}

// An example of a rule that is gone is one that nobody runs.
func TestExamplesAreOfRules(t *testing.T) {
	t.Parallel()
	for _, name := range glob(t, "examples/*.yaml") {
		d := document.Read(t.Context(), name)
		if len(d.Problems) > 0 {
			t.Fatalf("%s: %+v", name, d.Problems)
		}
		for _, m := range d.Root.Members {
			shared := strings.HasSuffix(m.Key, "/*")
			if rules.NewRegistry().Find(m.Key) == nil && !shared || rules.Family(m.Key)+".yaml" != filepath.Base(name) {
				t.Errorf("%s: %s is no rule of this family", name, m.Key)
			}
		}
	}
}
