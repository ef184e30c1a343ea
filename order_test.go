package eifcheck_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/eifcheck/eifcheck/eif"
)

// The order in which a file answers never matters.
func TestOrderOfAnswersDoesNotMatter(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	rapid.Check(t, func(rt *rapid.T) {
		var entries []string
		for i := range eif.Recommendations() {
			r := &eif.Recommendations()[i]
			lines := []string{}
			for _, q := range r.Indicators {
				if level := rapid.IntRange(0, 4).Draw(rt, string(q.ID)); level > 0 && q.AppliesTo.Has(eif.Country) {
					lines = append(lines, fmt.Sprintf("%s: %d", q.ID, level))
				}
			}
			lines = rapid.Permutation(lines).Draw(rt, "questions")
			entries = append(entries, fmt.Sprintf("  %s: {indicators: {%s}}\n", r.ID, strings.Join(lines, ", ")))
		}
		head := "eifcheck: 1\ncountry: ZZ\nyear: 2022\nrecommendations:\n"
		first := scored(t, dir, head+strings.Join(entries, ""))
		entries = rapid.Permutation(entries).Draw(rt, "order")
		if second := scored(t, dir, head+strings.Join(entries, "")); first != second {
			rt.Fatalf("another order gives other scores:\n%s\n%s", first, second)
		}
	})
}

// scored is what a file scores, as JSON.
func scored(t *testing.T, dir, source string) string {
	t.Helper()
	name := filepath.Join(dir, "file.yaml")
	if err := os.WriteFile(name, []byte(source), 0o600); err != nil {
		t.Fatal(err)
	}
	_, results := assessFiles(t, name)
	if !results[0].Assessed {
		t.Fatalf("not assessed: %+v", results[0].Findings)
	}
	out, err := json.Marshal([]any{results[0].Scoreboards, results[0].Recommendations, results[0].Summary, results[0].Gaps})
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}
