package rules_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Published sections, written down as codes and numbers, give exactly the findings of the family that stand beside
// their slips: no slip is missed, and nothing that is true is reported. Other families may report what they like.
func TestClaimsOfFactsheets(t *testing.T) {
	t.Parallel()
	for _, name := range slices.Concat(glob(t, "../testdata/real/claims/*.yaml"), glob(t, "../testdata/real/*.yaml")) {
		t.Run(filepath.Base(name), func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, f := range assess(t, name) {
				switch {
				case strings.HasPrefix(f.Rule, "claims/"):
					got = append(got, fmt.Sprintf("%d %s", f.Location.Line, f.Rule))
				case strings.HasPrefix(f.Rule, "input/"), f.Rule == "reference/unlike-observatory":
					t.Errorf("line %d: %s: %s", f.Location.Line, f.Rule, f.Message)
				}
			}
			slices.Sort(got)
			if diff := cmp.Diff(promised(t, name), got); diff != "" {
				t.Errorf("%s: findings on claims (-want +got):\n%s", name, diff)
			}
		})
	}
}

// Every section is here, and each slip that its readers know of.
func TestFactsheetsHoldTheKnownSlips(t *testing.T) {
	t.Parallel()
	names := glob(t, "../testdata/real/claims/*.yaml")
	if len(names) != 33 {
		t.Errorf("%d sections, want 33", len(names))
	}
	for name, slips := range map[string][]string{
		"claims/2022-EL.yaml": {"[Recommendation 48], improvable: true} # want claims/unknown-recommendation"},
		"claims/2023-DE.yaml": {"[Recommendation 80], improvable: true} # want claims/unknown-recommendation"},
		"claims/2021-AT.yaml": {"[ORG], recommendations: [R24], scores: [1], improvable: true} # want claims/wrong-area"},
		"claims/2021-HU.yaml": {"[ORG], recommendations: [R22, R23], improvable: true} # want claims/wrong-area claims/wrong-area"},
		"claims/2023-CZ.yaml": {"[Principle 7], recommendations: [Recommendation 7], improvable: true} # want claims/wrong-area"},
		"claims/2021-FR.yaml": {"[IIS, EIS, BR, CAT, SP, OD], scores: [4]} # want claims/score claims/contradiction"},
		"es-2022.yaml.want":   {"74 claims/wrong-area", "106 claims/unknown-recommendation"},
	} {
		text, err := os.ReadFile("../testdata/real/" + name)
		if err != nil {
			t.Fatal(err)
		}
		for _, slip := range slips {
			if !strings.Contains(string(text), slip) {
				t.Errorf("%s does not hold %q", name, slip)
			}
		}
	}
}
