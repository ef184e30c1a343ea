package rules_test

import (
	"fmt"
	"math/bits"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/observatory"
	"github.com/eifcheck/eifcheck/rules"
)

// doubted is the questionnaire's table of scores that hardly go together, spelt out once more: with
// score 1 of one recommendation, another is doubted at each of these scores, and at no other.
func doubted() []string {
	return []string{
		"open-data-without-licence R43=1 R02=3", "open-data-without-licence R43=1 R02=4",
		"open-data-without-licence R43=1 R42=3", "open-data-without-licence R43=1 R42=4",
		"open-data-not-machine-readable R42=1 R02=4",
		"reuse-without-source R37=1 R07=3", "reuse-without-source R37=1 R07=4",
		"reuse-without-source R37=1 R13=3", "reuse-without-source R37=1 R13=4",
		"access-without-interface R38=1 R37=4",
		"process-without-method R22=1 R21=4",
		"preference-on-paper R33=1 R04=4",
		"framework-not-applied R46=1 R15=4",
		"model-without-building-blocks R36=1 R34=4", "model-without-building-blocks R36=1 R35=4",
		"governance-without-framework R01=1 R20=3", "governance-without-framework R01=1 R20=4",
		"governance-without-framework R01=1 R23=3", "governance-without-framework R01=1 R23=4",
	}
}

// With any scores, each pair of the table is doubted once, at the higher score, exactly when it is
// there; what has no score is never doubted.
func TestScoresAreDoubtedExactlyByTheTable(outer *testing.T) {
	outer.Parallel()
	dir := outer.TempDir()
	ids := []string{
		"R01", "R02", "R04", "R07", "R13", "R15", "R20", "R21", "R22", "R23", "R33", "R34", "R35", "R36",
		"R37", "R38", "R42", "R43", "R46",
	}
	rapid.Check(outer, func(t *rapid.T) {
		scope := rapid.SampledFrom([]string{"country", "region", "organisation", "service"}).Draw(t, "scope")
		file := "eifcheck: 1\ncountry: ZZ\nyear: 2020\nscope: " + scope + "\nrecommendations:\n"
		has := map[string]bool{}
		for _, id := range ids {
			// The ends of the scale are drawn more often, because the table is about them; 0 is no score.
			score := rapid.SampledFrom([]int{0, 1, 1, 2, 3, 4, 4}).Draw(t, id)
			if score == 0 {
				file += "  " + id + ": {comment: to be looked at}\n"
				continue
			}
			file += fmt.Sprintf("  %s: {score: %d}\n", id, score)
			has[fmt.Sprintf("%s=%d", id, score)] = true
		}
		var want []string
		for _, line := range doubted() {
			if part := strings.Fields(line); has[part[1]] && has[part[2]] {
				want = append(want, part[0]+" "+part[2][:3])
			}
		}
		slices.Sort(want)
		if got := doubtsOf(outer, dir, file); !slices.Equal(got, want) {
			t.Fatalf("doubted: %v\nwant:    %v\n%s", got, want, file)
		}
	})
}

// A register is doubted exactly when no sets of registers that the two answers allow go together:
// all with access have an agreement. Answers by items allow one set, those by a level several.
func TestRegistersAreDoubtedExactlyWhenNoSetsFit(outer *testing.T) {
	outer.Parallel()
	dir := outer.TempDir()
	// How many registers each level of R37-1 and of R26-1 means, as the questions say.
	open := [4][]int{{0, 1}, {2}, {3, 4}, {5}}
	agreed := [4][]int{{0}, {1, 2}, {3, 4}, {5}}
	rapid.Check(outer, func(t *rapid.T) {
		openAnswer, openSets := someRegisters(t, open)
		agreedAnswer, agreedSets := someRegisters(t, agreed)
		fits := false
		for _, a := range openSets {
			for _, g := range agreedSets {
				fits = fits || a&^g == 0
			}
		}
		var want []string
		if !fits {
			want = []string{"access-without-agreement R37"}
		}
		file := "eifcheck: 1\ncountry: ZZ\nyear: 2020\nrecommendations:\n" +
			"  R26: {indicators: {R26-1: " + agreedAnswer + "}}\n  R37: {indicators: {R37-1: " + openAnswer + "}}\n"
		if got := doubtsOf(outer, dir, file); !slices.Equal(got, want) {
			t.Fatalf("doubted: %v, want %v\n%s", got, want, file)
		}
	})
}

// someRegisters draws an answer about the five registers and the sets it allows, as bits.
func someRegisters(t *rapid.T, counts [4][]int) (answer string, sets []uint) {
	if rapid.Bool().Draw(t, "by level") {
		level := rapid.IntRange(1, 4).Draw(t, "level")
		for set := range uint(32) {
			if slices.Contains(counts[level-1], bits.OnesCount(set)) {
				sets = append(sets, set)
			}
		}
		return strconv.Itoa(level), sets
	}
	set := rapid.UintRange(0, 31).Draw(t, "items")
	var items []string
	for i, item := range []string{"a", "b", "c", "d", "e"} {
		if set>>i&1 == 1 {
			items = append(items, item)
		}
	}
	return "{items: [" + strings.Join(items, ", ") + "]}", []uint{set}
}

// What the Monitoring Mechanism published is hardly ever doubted: a rule that fires there often would
// be noise. The reasons of two rules say how often, which is counted here.
func TestPublishedResultsAreHardlyEverDoubted(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	got, pairs := map[string]int{}, 0
	for _, c := range observatory.CountryYears() {
		national, abroad := "", ""
		for _, area := range eif.Areas() {
			if cell, ok := c.Area(area.ID); ok {
				national += fmt.Sprintf("    %s: %s\n", area.ID, published(cell))
			}
			if cell, ok := c.CrossBorder(area.ID); ok {
				abroad += fmt.Sprintf("    %s: %s\n", area.ID, published(cell))
				if home, ok := c.Area(area.ID); ok && home.Score.Known() && cell.Score.Known() {
					pairs++
				}
			}
		}
		file := fmt.Sprintf("eifcheck: 1\ncountry: %q\nyear: %d\npublished:\n  areas:\n", c.Country, c.Year) + national
		if abroad != "" {
			file += "  cross_border:\n" + abroad
		}
		for _, doubt := range doubtsOf(t, dir, file) {
			got[doubt]++
		}
	}
	want := map[string]int{"cross-border-above-national P4": 1, "model-without-building-blocks CM": 4}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("doubts of %d published results (-want +got):\n%s", len(observatory.CountryYears()), diff)
	}
	if pairs != 490 {
		t.Errorf("%d areas were published on both scoreboards, want 490", pairs)
	}
}

func published(cell observatory.Cell) string {
	if cell.Score.Known() {
		return strconv.Itoa(int(cell.Score))
	}
	return "no_data"
}

// What a doubt rests on must be known, and be the respondent's to prove: each case differs from one
// that is doubted by one thing.
func TestDoubtsRestOnWhatIsKnown(t *testing.T) {
	t.Parallel()
	const (
		assessment   = `{title: Assessment of a bill, kind: report, url: "https://example.org/1"}`
		noDirectory  = "  R44: {indicators: {R44-1: {items: [a]}}}\n"
		noCatalogues = "  R44: {indicators: {R44-1: {items: []}}}\n"
	)
	lawChecks, rise := []string{"law-checks-unpublished R27"}, []string{"rise-without-evidence LEG"}
	for _, c := range []struct {
		name, head, recommendations string
		want                        []string
	}{
		{"law checks of 2025", "country: ZZ\nyear: 2025", "  R27: {score: 3}\n", lawChecks},
		{"law checks of a region", "country: ZZ\nyear: 2025\nscope: region", "  R27: {score: 4}\n", lawChecks},
		{"law checks of 2024", "country: ZZ\nyear: 2024", "  R27: {score: 3}\n", nil},
		{"law checks at 2", "country: ZZ\nyear: 2025", "  R27: {score: 2}\n", nil},
		{"law checks of who makes no law", "country: ZZ\nyear: 2025\nscope: organisation", "  R27: {score: 3}\n", nil},
		{"law checks as published", "country: ZZ\nyear: 2025\npublished: {areas: {LEG: 4}}", "  R28: {}\n", nil},
		{"law checks with one to read", "country: ZZ\nyear: 2025", "  R27: {score: 3, evidence: [" + assessment + "]}\n", nil},
		{"law checks with one beside an answer", "country: ZZ\nyear: 2025", "  R27:\n    score: 3\n" +
			"    indicators: {R27-1: {level: 3, evidence: [" + assessment + "]}}\n", nil},
		{
			"law checks with a source of no kind", "country: ZZ\nyear: 2025\n" +
				`sources: {s: {title: Assessments, url: "https://example.org/all"}}`,
			"  R27: {score: 3, evidence: [{source: s}]}\n", nil,
		},

		{
			"one place without a directory", "country: ZZ\nyear: 2022", "  R11: {score: 4}\n" + noDirectory,
			[]string{"contact-point-without-directory R11"},
		},
		{"one place at 3", "country: ZZ\nyear: 2022", "  R11: {score: 3}\n" + noDirectory, nil},
		{"one place, catalogues by level", "country: ZZ\nyear: 2022", "  R11: {score: 4}\n" +
			"  R44: {indicators: {R44-1: 1}}\n", nil},
		{"one place, catalogues not answered", "country: ZZ\nyear: 2022", "  R11: {score: 4}\n", nil},

		{
			"harvested, by level", "country: ZZ\nyear: 2022", "  R42: {indicators: {R42-3: 2}}\n" + noCatalogues,
			[]string{"harvested-without-catalogue R42"},
		},
		{"harvested, perhaps none", "country: ZZ\nyear: 2022", "  R42: {indicators: {R42-3: 1}}\n" + noCatalogues, nil},
		{"harvested, none", "country: ZZ\nyear: 2022", "  R42: {indicators: {R42-3: {share: 0}}}\n" + noCatalogues, nil},
		{
			"harvested from a catalogue", "country: ZZ\nyear: 2022",
			"  R42: {indicators: {R42-3: {share: 9}}}\n" + noDirectory, nil,
		},

		{
			"registers without data", "country: ZZ\nyear: 2022",
			"  R26: {indicators: {R26-1: {status: no_data, reason: nobody asked}}}\n  R37: {indicators: {R37-1: 4}}\n", nil,
		},

		{
			"abroad by answers", "country: ZZ\nyear: 2022\npublished: {areas: {LEG: 2}}\nareas: {LEG: 2}",
			"  R27: {indicators: {R27-1: 4, R27-2: 4, R27-3: 4}}\n",
			[]string{"cross-border-above-national R27"},
		},
		{
			"abroad before scoreboard 4", "country: ZZ\nyear: 2021\nareas: {LEG: 2}",
			"  R27: {indicators: {R27-1: 4, R27-2: 4, R27-3: 4}}\n", nil,
		},

		{"a rise", "country: IE\nyear: 2021\nareas: {LEG: 3}", "  R28: {}\n", rise},
		{
			"a rise by answers", "country: IE\nyear: 2021", "  R27: {indicators: {R27-1: 4, R27-2: 4, R27-3: 4}}\n",
			[]string{"rise-without-evidence R27"},
		},
		{"a rise of one", "country: IE\nyear: 2021\nareas: {LEG: 2}", "  R28: {}\n", nil},
		{"a rise as published", "country: IE\nyear: 2021\npublished: {areas: {LEG: 4}}", "  R28: {}\n", nil},
		{"a rise of a region", "country: IE\nyear: 2021\nscope: region\nareas: {LEG: 4}", "  R28: {}\n", nil},
		{"a rise from nothing published", "country: ZZ\nyear: 2021\nareas: {LEG: 4}", "  R28: {}\n", nil},
		{"a rise from what could not be read for certain", "country: RO\nyear: 2021\nareas: {P3: 4}", "  R28: {}\n", nil},
		{"a rise over two methodologies", "country: RO\nyear: 2022\nareas: {LEG: 3}", "  R28: {}\n", nil},
		{"a rise in one methodology", "country: RO\nyear: 2023\nareas: {LEG: 4}", "  R28: {}\n", rise},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got := doubtsOf(t, t.TempDir(), "eifcheck: 1\n"+c.head+"\nrecommendations:\n"+c.recommendations)
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("doubts (-want +got):\n%s", diff)
			}
		})
	}
}

// Registers are named by their words, not by the letters of the file.
func TestRegistersAreNamed(t *testing.T) {
	t.Parallel()
	for _, f := range assess(t, "../testdata/err/plausibility-answers.yaml") {
		if f.Rule == "plausibility/access-without-agreement" {
			if !strings.Contains(f.Message, "business and land") {
				t.Errorf("got %q, want it to name the business and the land register", f.Message)
			}
			return
		}
	}
	t.Error("no finding")
}

// doubtsOf lists the doubts of a file, sorted lines "NAME RECOMMENDATION" by where they stand.
func doubtsOf(tb testing.TB, dir, file string) []string {
	tb.Helper()
	name := filepath.Join(dir, "drawn.yaml")
	if err := os.WriteFile(name, []byte(file), 0o600); err != nil {
		tb.Fatal(err)
	}
	var got []string
	for _, f := range assess(tb, name) {
		if rules.Family(f.Rule) == "input" {
			tb.Fatalf("not assessed: %s\n%s", f.Message, file)
		}
		if doubt, ok := strings.CutPrefix(f.Rule, "plausibility/"); ok {
			got = append(got, doubt+" "+place(f.Pointer))
		}
	}
	slices.Sort(got)
	return got
}

// place is the recommendation or area of a pointer: R37 of /recommendations/R37/score.
func place(pointer string) string {
	parts := strings.Split(pointer, "/")
	if parts[1] == "published" {
		return parts[3]
	}
	return parts[2]
}
