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

// claimCodes assesses a file of a few lines and returns the codes of its findings on claims, sorted.
func claimCodes(t *testing.T, text string) []string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "claims.yaml")
	if err := os.WriteFile(name, []byte("eifcheck: 1\n"+text+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, f := range assess(t, name) {
		switch family, _, _ := strings.Cut(f.Rule, "/"); family {
		case "claims":
			codes = append(codes, f.Code)
		case "input":
			t.Fatalf("%s: %s", f.Rule, f.Message)
		}
	}
	slices.Sort(codes)
	return codes
}

// What is not certain is not held against a text.
func TestClaimsAreJudgedByWhatIsCertain(t *testing.T) {
	t.Parallel()
	const (
		// Read off a chart that is hard to read: 4 for open data. Certain: 3 for user-centricity.
		doubtful = "country: CH\nyear: 2020\npublished: {areas: {OD: 4, P6: 3, P9: no_data, P1: 2}}\n"
		// The next factsheet drew 3 for P9, and no data for IG.
		redrawn = "country: DE\nyear: 2021\npublished: {areas: {P9: 4}}\n"
		cells   = "country: UA\nyear: 2021\npublished: {areas: {IG: 4, P3: no_data}}\n"
	)
	for name, c := range map[string]struct {
		file, claim string
		want        []string
	}{
		"a doubtful reading":                     {doubtful, "{areas: [OD], scores: [2]}", nil},
		"a doubtful reading, no data":            {doubtful, "{areas: [OD], status: no_data}", nil},
		"the writer's own reading of a doubtful": {doubtful, "{areas: [P1], scores: [3]}", []string{"claims/score"}},
		"a certain reading":                      {doubtful, "{areas: [P6], scores: [4]}", []string{"claims/score"}},
		"no data for certain":                    {doubtful, "{areas: [P9], scores: [4]}", []string{"claims/status.without"}},
		"redrawn, as first":                      {redrawn, "{areas: [P9], scores: [4]}", nil},
		"redrawn, as later":                      {redrawn, "{areas: [P9], scores: [3]}", nil},
		"redrawn, neither":                       {redrawn, "{areas: [P9], scores: [1]}", []string{"claims/score"}},
		"redrawn, a relation of one":             {redrawn, "{areas: [P9], relation: at}", nil},
		"redrawn, a relation of none":            {redrawn, "{areas: [P9], relation: below}", []string{"claims/relation.below"}},
		"redrawn as no data":                     {cells, "{areas: [IG], status: no_data}", nil},
		"redrawn from no data":                   {cells, "{areas: [P3], scores: [4]}", nil},
		"redrawn from no data, another score":    {cells, "{areas: [P3], scores: [2]}", []string{"claims/score"}},
		"nothing known":                          {"country: ZZ\nyear: 2020\n", "{areas: [P1], scores: [1], relation: below}", nil},
		"a region has no published results": {
			"country: FR\nyear: 2020\nscope: region\nsubject: {name: R}\npublished: {areas: {P7: 2}}\n",
			"{areas: [P7], scores: [4], relation: above}", nil,
		},
		"a region has scores of its own": {
			"country: FR\nyear: 2020\nscope: region\nsubject: {name: R}\nareas: {P7: 2}\n",
			"{areas: [P7], scores: [4]}",
			[]string{"claims/score"},
		},
		"a region has no average": {
			"country: FR\nyear: 2020\nscope: region\nsubject: {name: R}\nareas: {P7: 2}\n", "{areas: [P7], relation: above}", nil,
		},
		"an average of another year": {
			"country: ZZ\nyear: 2024\nareas: {P7: 2}\n", "{areas: [P7], relation: above}", nil,
		},
		"the average of another year": {"country: ZZ\nyear: 2024\n", "{of: average, areas: [P7], scores: [1]}", nil},
		"partial, within its interval": {
			"country: ZZ\nyear: 2020\nrecommendations: {R05: {indicators: {R05-1: 1}}}\n", "{areas: [P3], scores: [2]}", nil,
		},
		"partial, out of its interval": {
			"country: ZZ\nyear: 2020\nrecommendations: {R05: {indicators: {R05-1: 1}}}\n", "{areas: [P3], scores: [4]}",
			[]string{"claims/score"},
		},
		"partial is not without data": {
			"country: ZZ\nyear: 2020\nrecommendations: {R05: {indicators: {R05-1: 1}}}\n", "{areas: [P3], status: no_data}", nil,
		},
		"a recommendation stated without data": {
			"country: ZZ\nyear: 2020\nrecommendations: {R20: {status: no_data, reason: later}}\n",
			"{recommendations: [R20], scores: [1]}",
			[]string{"claims/status.without"},
		},
		"not applicable": {
			"country: ZZ\nyear: 2020\nscope: organisation\nsubject: {name: A}\nrecommendations: {R05: {status: not_applicable, reason: none}}\n",
			"{areas: [P3], scores: [1]}", nil,
		},
		"a national score says nothing across borders": {
			"country: ZZ\nyear: 2022\nareas: {P7: 2}\n", "{scoreboard: 4, areas: [P7], scores: [4]}", nil,
		},
		"improvable is not false at the top": {
			"country: ZZ\nyear: 2020\nareas: {P7: 4}\n", "{areas: [P7], improvable: false}", nil,
		},
		"a relation of the average means nothing": {
			"country: ZZ\nyear: 2020\n", "{of: average, areas: [P7], relation: above}", nil,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(c.want, claimCodes(t, c.file+"claims: ["+c.claim+"]")); diff != "" {
				t.Errorf("%sclaim %s (-want +got):\n%s", c.file, c.claim, diff)
			}
		})
	}
}

// The order of two claims decides which is reported only where the numbers do not.
func TestWhichOfTwoClaimsIsReported(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		known, first, second string
		want                 []string
	}{
		"the wrong one comes first":  {"P7: 2", "scores: [4]", "scores: [2]", []string{"3 claims/contradiction", "3 claims/score"}},
		"the wrong one comes second": {"P7: 2", "scores: [2]", "scores: [4]", []string{"4 claims/contradiction", "4 claims/score"}},
		"nothing is known":           {"P1: 2", "scores: [2]", "scores: [4]", []string{"4 claims/contradiction"}},
		"neither is right":           {"P7: 1", "scores: [2]", "scores: [4]", []string{"3 claims/score", "4 claims/contradiction", "4 claims/score"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			name := filepath.Join(t.TempDir(), "claims.yaml")
			text := "{eifcheck: 1, country: ZZ, year: 2020, areas: {" + c.known + "},\nclaims: [\n" +
				"    {areas: [P7], " + c.first + "},\n    {areas: [P7], " + c.second + "},\n]}\n"
			if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, f := range assess(t, name) {
				if strings.HasPrefix(f.Rule, "claims/") {
					got = append(got, fmt.Sprintf("%d %s", f.Location.Line, f.Rule))
				}
			}
			slices.Sort(got)
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
		})
	}
}
