package eifcheck_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/eifcheck/eifcheck/eif"
)

// An assessment of 2020 never shows an act, or a page about one, that did not apply then, whatever
// level its recommendations have.
func TestNoActBeforeItApplies(t *testing.T) {
	t.Parallel()
	for score := eif.LowestScore; score <= eif.HighestScore; score++ {
		var b strings.Builder
		b.WriteString("eifcheck: 1\ncountry: ZZ\nyear: 2020\nrecommendations:\n")
		for i := range eif.Recommendations() {
			fmt.Fprintf(&b, "  %s: {score: %d}\n", eif.Recommendations()[i].ID, score)
		}
		name := filepath.Join(t.TempDir(), "2020.yaml")
		if err := os.WriteFile(name, []byte(b.String()), 0o600); err != nil {
			t.Fatal(err)
		}
		_, results := assessFiles(t, name)
		shown := fmt.Sprintf("%+v", *results[0])
		for _, r := range results[0].Recommendations {
			if r.NextStep != nil {
				shown += fmt.Sprintf("%+v", *r.NextStep)
			}
		}
		for _, act := range eif.Acts() {
			if act.AppliesFrom > "2020-12-31" && (strings.Contains(shown, act.Title) || strings.Contains(shown, act.ELI)) {
				t.Errorf("at score %d: %s applies from %s", score, act.Title, act.AppliesFrom)
			}
		}
		for _, s := range eif.Solutions() {
			if act := eif.ActByID(s.Act); act != nil && act.AppliesFrom > "2020-12-31" && strings.Contains(shown, s.URL) {
				t.Errorf("at score %d: %s is about %s, which applies from %s", score, s.Title, act.Title, act.AppliesFrom)
			}
		}
	}
}
