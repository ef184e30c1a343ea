package eif_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/eifcheck/eifcheck/eif"
)

// mapping is the EIF as the Commission published it, typed in once more, independently of the files
// the tables are made from.
func mapping() []string {
	return []string{
		"1 P1 UP1 R01", "1 P2 UP2 R02 R03 R04 +", "1 P3 UP3 R05", "1 P4 UP4 R06 R07 +", "1 P5 UP5 R08 R09 +",
		"1 P6 UP6 R10 R11 R12 R13 +", "1 P7 UP7 R14 +", "1 P8 UP8 R15 +", "1 P9 UP9 R16 +", "1 P10 UP10 R17 +",
		"1 P11 UP11 R18 +", "1 P12 UP12 R19",
		"2 IG IL1 R20 R21 R22 R23 R24 +", "2 IPSG IL2 R25 R26 +", "2 LEG IL3 R27 +", "2 ORG IL4 R28 R29 +",
		"2 SEM IL5 R30 R31 R32 +", "2 TEC IL6 R33 +",
		"3 CM Model R34 R35", "3 IIS BC2 R36 +", "3 BR BC3 R37 R38 R39 R40 +", "3 OD BC4 R41 R42 R43 +",
		"3 CAT BC5 R44", "3 EIS BC6 R45", "3 SP BC7 R46 R47 +",
	}
}

func TestAreas(t *testing.T) {
	t.Parallel()

	var got []string
	repeated := 0
	for _, a := range eif.Areas() {
		words := []string{strconv.Itoa(int(a.Scoreboard)), string(a.ID), strings.TrimPrefix(a.IRI, "http://data.europa.eu/")}
		for _, id := range a.Recommendations {
			words = append(words, string(id))
		}
		if a.CrossBorder {
			words = append(words, "+")
			repeated++
		}
		got = append(got, strings.Join(words, " "))
	}
	if diff := cmp.Diff(mapping(), got); diff != "" {
		t.Errorf("areas differ (-want +got):\n%s", diff)
	}
	if len(got) != 25 || repeated != 19 {
		t.Errorf("got %d areas, %d of them on scoreboard 4, want 25 and 19", len(got), repeated)
	}
}

func TestRecommendations(t *testing.T) {
	t.Parallel()

	if n := len(eif.Recommendations()); n != 47 {
		t.Fatalf("got %d recommendations, want 47", n)
	}
	perScoreboard := map[eif.Scoreboard]int{}
	for i, r := range eif.Recommendations() {
		if r.Number != i+1 || string(r.ID) != fmt.Sprintf("R%02d", i+1) {
			t.Errorf("%s has number %d in place %d", r.ID, r.Number, i+1)
		}
		if want := fmt.Sprintf("http://data.europa.eu/Rec%d", r.Number); r.IRI != want {
			t.Errorf("%s: got IRI %s, want %s", r.ID, r.IRI, want)
		}
		area := eif.AreaByID(r.Area)
		if area == nil || !slices.Contains(area.Recommendations, r.ID) {
			t.Errorf("%s and its area %s do not name each other", r.ID, r.Area)
			continue
		}
		perScoreboard[area.Scoreboard]++
	}
	want := map[eif.Scoreboard]int{eif.Principles: 19, eif.Layers: 14, eif.Model: 14}
	if diff := cmp.Diff(want, perScoreboard); diff != "" {
		t.Errorf("recommendations a scoreboard differ (-want +got):\n%s", diff)
	}
}

// unwritten are the recommendations whose questions are still to be written.
func unwritten() []eif.RecommendationID {
	var ids []eif.RecommendationID
	for _, r := range eif.Recommendations() {
		if len(r.Indicators) == 0 {
			ids = append(ids, r.ID)
		}
	}
	return ids
}

func TestQuestionnaireIsComplete(t *testing.T) {
	t.Parallel()

	if ids := unwritten(); len(ids) > 0 {
		t.Errorf("%d of 47 recommendations have no questions: %v", len(ids), ids)
	}
}

func TestEveryRecommendationAsksACountry(t *testing.T) {
	t.Parallel()

	for i := range eif.Recommendations() {
		r := &eif.Recommendations()[i]
		if !r.Applies(eif.Country) || !r.AppliesTo.Has(eif.Country) {
			t.Errorf("%s: none of %d indicators applies to a country", r.ID, len(r.Indicators))
		}
		var all eif.Scopes
		for _, indicator := range r.Indicators {
			all |= indicator.AppliesTo
		}
		if len(r.Indicators) > 0 && all != r.AppliesTo {
			t.Errorf("%s applies to %04b, but its questions to %04b", r.ID, r.AppliesTo, all)
		}
	}
}

func TestIndicators(t *testing.T) {
	t.Parallel()

	for _, r := range eif.Recommendations() {
		for n, i := range r.Indicators {
			if want := fmt.Sprintf("%s-%d", r.ID, n+1); string(i.ID) != want {
				t.Errorf("got indicator %s, want %s", i.ID, want)
			}
			if objection := unfitThresholds(i); objection != "" {
				t.Errorf("%s: %s", i.ID, objection)
			}
			if w := i.WhenNone; w != nil {
				other, _ := eif.IndicatorByID(w.Indicator)
				if other == nil || other.Kind != eif.ChecklistAnswer || !w.Level.Known() {
					t.Errorf("%s: when %s ticks none, level %d: no such checklist or level", i.ID, w.Indicator, w.Level)
				}
			}
		}
	}
}

// unfitThresholds says what is wrong with the thresholds of an indicator, or nothing.
func unfitThresholds(i eif.Indicator) string {
	most := 0
	switch i.Kind {
	case eif.LevelAnswer:
		if i.Thresholds != [3]int{} || len(i.Items) > 0 {
			return "a level has neither thresholds nor items"
		}
		return ""
	case eif.ShareAnswer:
		most = 100
	case eif.ChecklistAnswer:
		most = len(i.Items)
	}
	t := i.Thresholds
	if t[0] < 1 || t[1] <= t[0] || t[2] <= t[1] || t[2] > most {
		return fmt.Sprintf("thresholds %v do not ascend from 1 to at most %d", t, most)
	}
	return ""
}

func TestEveryAreaOfScoreboard4AsksAcrossBorders(t *testing.T) {
	t.Parallel()

	for _, a := range eif.Areas() {
		asks := false
		for _, id := range a.Recommendations {
			asks = asks || slices.Contains(unwritten(), id) // it may yet
			for _, i := range eif.RecommendationByID(id).Indicators {
				asks = asks || i.CrossBorder
			}
		}
		if a.CrossBorder && !asks {
			t.Errorf("%s is on scoreboard 4, but no question of it is cross-border", a.ID)
		}
	}
}

func TestMethodologies(t *testing.T) {
	t.Parallel()

	for year, want := range map[int]string{
		2019: "", 2020: "mm-71", 2021: "mm-71", 2022: "mm-91", 2023: "mm-91", 2040: "mm-91",
	} {
		got := ""
		if m := eif.MethodologyOf(year); m != nil {
			got = m.ID
		}
		if got != want {
			t.Errorf("%d is measured with %q, want %q", year, got, want)
		}
	}
	want := []eif.Methodology{
		{ID: "mm-71", From: 2020, To: 2021},
		{ID: "mm-91", From: 2022, To: 2022, CrossBorder: true, AverageDecimals: 2},
	}
	if diff := cmp.Diff(want, eif.Methodologies()); diff != "" {
		t.Errorf("methodologies differ (-want +got):\n%s", diff)
	}
}
