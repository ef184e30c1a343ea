package rules_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/observatory"
)

// Whatever is true can be said: claims made from the numbers themselves give no finding.
func TestTrueClaimsAreNeverReported(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	rapid.Check(t, func(rt *rapid.T) {
		year := rapid.IntRange(2020, 2022).Draw(rt, "year")
		var published, claims strings.Builder
		for i := range eif.Areas() {
			area := &eif.Areas()[i]
			score := rapid.IntRange(0, 4).Draw(rt, string(area.ID))
			if score == 0 {
				fmt.Fprintf(&published, "%s: no_data, ", area.ID)
				fmt.Fprintf(&claims, "  - {areas: [%s], status: no_data}\n", area.ID)
				continue
			}
			fmt.Fprintf(&published, "%s: %d, ", area.ID, score)
			average, _ := observatory.AverageOf(year, area.Scoreboard, area.ID)
			low, high := rapid.IntRange(1, score).Draw(rt, "low"), rapid.IntRange(score, 4).Draw(rt, "high")
			fmt.Fprintf(&claims, "  - {areas: [%s], scores: [%d, %d], not_below: %d, not_above: %d}\n", area.ID, low, score, low, high)
			fmt.Fprintf(&claims, "  - {areas: [%q], relation: %s}\n", eif.English().Area(area.ID).Title+" ("+string(area.ID)+")",
				trueRelation(eif.Hundredths(100*score)-average.Value))
			if score < 4 {
				fmt.Fprintf(&claims, "  - {areas: [%s], improvable: true}\n", area.ID)
			}
		}
		name := filepath.Join(dir, "claims.yaml")
		text := fmt.Sprintf("eifcheck: 1\ncountry: ZZ\nyear: %d\npublished: {areas: {%s}}\nclaims:\n%s", year, published.String(), claims.String())
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			rt.Fatal(err)
		}
		for _, f := range assess(t, name) {
			if strings.HasPrefix(f.Rule, "claims/") || strings.HasPrefix(f.Rule, "input/") {
				rt.Fatalf("%s at line %d: %s in\n%s", f.Rule, f.Location.Line, f.Message, text)
			}
		}
	})
}

// trueRelation is how somebody who looks at two numbers puts it.
func trueRelation(gap eif.Hundredths) string {
	switch {
	case gap > 0:
		return "above"
	case gap < 0:
		return "below"
	}
	return "at"
}
