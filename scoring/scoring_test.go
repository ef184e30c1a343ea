package scoring_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/observatory"
	"github.com/eifcheck/eifcheck/scoring"
)

// file is an assessment under construction, for tables of cases.
type file struct{ *assessment.Assessment }

func newFile() file {
	return file{&assessment.Assessment{
		Country: "ZZ", Year: 2020, Scope: eif.Country,
		Areas:           map[eif.AreaID]assessment.Answer{},
		Recommendations: map[eif.RecommendationID]*assessment.Recommendation{},
		Published: assessment.PublishedResults{
			Areas:           map[eif.AreaID]assessment.Answer{},
			CrossBorder:     map[eif.AreaID]assessment.Answer{},
			Recommendations: map[eif.RecommendationID]assessment.Answer{},
		},
	}}
}

// answer reads a score, or "no_data" or "not_applicable".
func answer(v any) assessment.Answer {
	switch v := v.(type) {
	case int:
		return assessment.Answer{State: assessment.Scored, Score: eif.Score(v)}
	case string:
		if v == "no_data" {
			return assessment.Answer{State: assessment.NoData}
		}
		return assessment.Answer{State: assessment.NotApplicable}
	}
	return assessment.Answer{}
}

func (f file) own(values map[eif.RecommendationID]any) file {
	for id, v := range values {
		f.recommendation(id).Answer = answer(v)
	}
	return f
}

func (f file) recommendation(id eif.RecommendationID) *assessment.Recommendation {
	if f.Recommendations[id] == nil {
		f.Recommendations[id] = &assessment.Recommendation{ID: id, Indicators: map[eif.IndicatorID]assessment.Indicator{}}
	}
	return f.Recommendations[id]
}

func (f file) area(id eif.AreaID, v any) file {
	f.Areas[id] = answer(v)
	return f
}

func (f file) publishedArea(id eif.AreaID, v any) file {
	f.Published.Areas[id] = answer(v)
	return f
}

func (f file) publishedRecommendation(id eif.RecommendationID, v any) file {
	f.Published.Recommendations[id] = answer(v)
	return f
}

func (f file) level(id eif.IndicatorID, level int) file {
	return f.indicator(assessment.Indicator{ID: id, State: assessment.Scored, Form: assessment.LevelForm, Level: eif.Score(level)})
}

func (f file) indicator(in assessment.Indicator) file {
	_, r := eif.IndicatorByID(in.ID)
	f.recommendation(r.ID).Indicators[in.ID] = in
	return f
}

// published compares with the average of a year, as package eifcheck does.
func published(year int) *scoring.Reference {
	return &scoring.Reference{Year: year, AverageOf: func(s eif.Scoreboard, id eif.AreaID) (eif.Hundredths, int, bool) {
		a, ok := observatory.AverageOf(year, s, id)
		return a.Value, a.Members, ok
	}}
}

func areaOf(card *scoring.Scorecard, id eif.AreaID) scoring.Area {
	for _, a := range card.Areas {
		if a.ID == id {
			return a
		}
	}
	return scoring.Area{}
}

// word writes a value in short: "3 derived", "1-4 partial", "no_data".
func word(v scoring.Value) string {
	switch v.Status {
	case scoring.Scored:
		return fmt.Sprintf("%d %s", v.Score, v.Basis)
	case scoring.Partial:
		return fmt.Sprintf("%d-%d partial", v.Interval.Low, v.Interval.High)
	default:
		return string(v.Status)
	}
}

func TestMedianRoundsHalfUp(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		scores []eif.Score
		want   eif.Score
	}{
		{nil, 0},
		{[]eif.Score{3}, 3},
		{[]eif.Score{2, 3}, 3},
		{[]eif.Score{1, 4}, 3},
		{[]eif.Score{4, 1, 4}, 4},
		{[]eif.Score{1, 1, 1, 4, 4}, 1},
		{[]eif.Score{3, 1, 2, 4}, 3},
		{[]eif.Score{1, 2, 2, 4}, 2},
	} {
		if got := scoring.Median(c.scores); got != c.want {
			t.Errorf("Median(%v) = %d, want %d", c.scores, got, c.want)
		}
	}
}

func TestAreas(t *testing.T) {
	t.Parallel()
	type recs = map[eif.RecommendationID]any
	for _, c := range []struct {
		name string
		file file
		area eif.AreaID
		want string
	}{
		{"a silent file has no data", newFile(), "P1", "no_data"},
		{"a stated area counts", newFile().area("IG", 3), "IG", "3 stated"},
		{"an area marked without data has none", newFile().area("IG", "no_data").publishedArea("IG", 3), "IG", "no_data"},
		{"all recommendations answered give their median", newFile().own(recs{"R02": 2, "R03": 3, "R04": 4}), "P2", "3 derived"},
		{"the median of two is rounded up", newFile().own(recs{"R06": 2, "R07": 3}), "P4", "3 derived"},
		{"what is not applicable is left out", newFile().own(recs{"R02": 1, "R03": "not_applicable", "R04": 4}), "P2", "3 derived"},
		{"all not applicable leaves nothing", newFile().own(recs{"R06": "not_applicable", "R07": "not_applicable"}), "P4", "not_applicable"},
		{"one without data leaves the area without", newFile().own(recs{"R02": 4, "R03": 4, "R04": "no_data"}), "P2", "no_data"},
		{"one silent leaves the area without", newFile().own(recs{"R02": 4, "R03": 4}), "P2", "no_data"},
		{
			"own answers in full come before published",
			newFile().own(recs{"R06": 2, "R07": 2}).publishedArea("P4", 4), "P4", "2 derived",
		},
		{"published comes before an incomplete own answer", newFile().own(recs{"R06": 2}).publishedArea("P4", 4), "P4", "4 published"},
		{
			"a published no data ends the search",
			newFile().publishedArea("P4", "no_data").publishedRecommendation("R06", 2).publishedRecommendation("R07", 2), "P4", "no_data",
		},
		{
			"published recommendations make an area",
			newFile().publishedRecommendation("R06", 2).publishedRecommendation("R07", 3), "P4", "3 derived",
		},
		{"own and published together make an area", newFile().own(recs{"R06": 2}).publishedRecommendation("R07", 3), "P4", "3 derived"},
		{"R23 = 1 under IG = 3 is right", newFile().publishedArea("IG", 3).publishedRecommendation("R23", 1), "IG", "3 published"},
		{"an area of one takes its recommendation's score", newFile().own(recs{"R14": 2}), "P7", "2 stated"},
		{"an area of one takes its published score", newFile().publishedRecommendation("R14", 2), "P7", "2 published"},
		{"an area of one takes a state too", newFile().own(recs{"R14": "not_applicable"}), "P7", "not_applicable"},
		{"answers give an area of one its level", newFile().level("R14-1", 2).level("R14-2", 2).level("R14-3", 4), "P7", "2 derived"},
		{"a missing answer that can change nothing", newFile().level("R14-1", 4).level("R14-2", 4), "P7", "4 derived"},
		{"a missing answer that decides", newFile().level("R14-1", 1).level("R14-2", 4), "P7", "1-4 partial"},
		{"published comes after a partial area of one", newFile().level("R14-1", 1).level("R14-2", 4).publishedArea("P7", 3), "P7", "1-4 partial"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := word(areaOf(scoring.Score(c.file.Assessment, nil), c.area).Value); got != c.want {
				t.Errorf("%s: got %q, want %q", c.area, got, c.want)
			}
		})
	}
}

func TestRecommendations(t *testing.T) {
	t.Parallel()
	type recs = map[eif.RecommendationID]any
	region := newFile()
	region.Scope = eif.Region
	for _, c := range []struct {
		name string
		file file
		id   eif.RecommendationID
		want string
	}{
		{"silent", newFile(), "R14", "no_data"},
		{"stated", newFile().own(recs{"R14": 3}), "R14", "3 stated"},
		{"a status counts before answers published", newFile().own(recs{"R14": "no_data"}).publishedArea("P7", 3), "R14", "no_data"},
		{"the area states it", newFile().area("P7", 2), "R14", "2 stated"},
		{"an area of several does not", newFile().area("IG", 2), "R20", "no_data"},
		{"own answers come before the stated area", newFile().area("P7", 2).level("R14-1", 4).level("R14-2", 4), "R14", "4 derived"},
		{"published", newFile().publishedRecommendation("R23", 1), "R23", "1 published"},
		{"the published area gives it", newFile().publishedArea("P7", 2), "R14", "2 published"},
		{"all questions without data", newFile().indicator(assessment.Indicator{ID: "R14-1", State: assessment.NoData}), "R14", "no_data"},
		{"a question left out, the rest silent", newFile().indicator(assessment.Indicator{ID: "R14-1", State: assessment.NotApplicable}), "R14", "no_data"},
		{
			"all questions not applicable",
			newFile().indicator(assessment.Indicator{ID: "R14-1", State: assessment.NotApplicable}).
				indicator(assessment.Indicator{ID: "R14-2", State: assessment.NotApplicable}).
				indicator(assessment.Indicator{ID: "R14-3", State: assessment.NotApplicable}), "R14", "not_applicable",
		},
		{"not written for the scope", region, "R37", "not_applicable"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := word(scoring.Score(c.file.Assessment, nil).Recommendation(c.id).Value); got != c.want {
				t.Errorf("%s: got %q, want %q", c.id, got, c.want)
			}
		})
	}
}

func TestLevelsOfAnswers(t *testing.T) {
	t.Parallel()
	share := func(s int) assessment.Indicator {
		return assessment.Indicator{ID: "R14-1", State: assessment.Scored, Form: assessment.ShareForm, Share: eif.Hundredths(s)}
	}
	items := func(id eif.IndicatorID, items ...string) assessment.Indicator {
		return assessment.Indicator{ID: id, State: assessment.Scored, Form: assessment.ItemsForm, Items: items}
	}
	for _, c := range []struct {
		name   string
		answer assessment.Indicator
		want   eif.Score
	}{
		{"under the first threshold", share(2499), 1},
		{"on the first threshold", share(2500), 2},
		{"just under the second", share(5999), 2},
		{"on the second", share(6000), 3},
		{"on the third", share(9000), 4},
		{"everything", share(10000), 4},
		{"no item", items("R14-3"), 1},
		{"two items", items("R14-3", "a", "c"), 2},
		{"the same item twice counts once", items("R14-3", "a", "a"), 1},
		{"an item that does not exist counts nothing", items("R14-3", "a", "z"), 1},
		{"all items", items("R14-3", "a", "b", "c", "d", "e", "f"), 4},
		{"items for a share are no answer", items("R14-1", "a"), 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			q, _ := eif.IndicatorByID(c.answer.ID)
			never := func(eif.IndicatorID) (int, bool) { return 0, false }
			if got := scoring.Level(q, c.answer, never); got != c.want {
				t.Errorf("got level %d, want %d", got, c.want)
			}
		})
	}
}

func TestNothingToLookAtSettlesTheLevel(t *testing.T) {
	t.Parallel()
	none := assessment.Indicator{ID: "R37-1", State: assessment.Scored, Form: assessment.ItemsForm}
	full := assessment.Indicator{
		ID: "R37-2", State: assessment.Scored, Form: assessment.ItemsForm, Items: []string{"a", "b", "c", "d", "e", "f"},
	}
	card := scoring.Score(newFile().indicator(none).indicator(full).Assessment, nil)
	var got []string
	for _, in := range card.Recommendation("R37").Indicators {
		got = append(got, fmt.Sprintf("%s %s %d", in.ID, in.Status, in.Level))
	}
	want := []string{"R37-1 scored 1", "R37-2 scored 1", "R37-3 no_data 0"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("no register counted in R37-1 (-want +got):\n%s", diff)
	}
}

func TestRelations(t *testing.T) {
	t.Parallel()
	for gap, want := range map[eif.Hundredths]scoring.Relation{
		-51: scoring.Below, -50: scoring.Below, -49: scoring.At, 0: scoring.At, 49: scoring.At, 50: scoring.Above, 300: scoring.Above,
	} {
		if got := scoring.RelationOf(gap); got != want {
			t.Errorf("RelationOf(%s) = %s, want %s", gap, got, want)
		}
	}
}

func TestCrossBorder(t *testing.T) {
	t.Parallel()
	f := newFile().own(map[eif.RecommendationID]any{"R14": 3})
	f.Year = 2022
	f.Published.CrossBorder["P7"] = answer(2)
	f.Published.CrossBorder["BR"] = answer("no_data")
	answered := newFile().level("R14-1", 4).level("R14-2", 4).level("R14-3", 3)
	answered.Year = 2022
	answered.Published.CrossBorder["P7"] = answer(2)
	for _, c := range []struct {
		name string
		file file
		area eif.AreaID
		want string
	}{
		{"published; a stated national score is not carried over", f, "P7", "2 published"},
		{"published without data", f, "BR", "no_data"},
		{"neither answered nor published", f, "P8", "no_data"},
		{"answers to cross-border questions come first", answered, "P7", "4 derived"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			card := scoring.Score(c.file.Assessment, published(2022))
			if len(card.CrossBorder) != 19 {
				t.Fatalf("%d areas on scoreboard 4, want 19", len(card.CrossBorder))
			}
			for _, a := range card.CrossBorder {
				if a.ID == c.area && word(a.Value) != c.want {
					t.Errorf("%s: got %q, want %q", c.area, word(a.Value), c.want)
				}
			}
		})
	}
	if card := scoring.Score(newFile().Assessment, published(2020)); len(card.CrossBorder) != 0 {
		t.Errorf("2020 has %d cross-border areas, want none", len(card.CrossBorder))
	}
}

func TestGapsComeInTheOrderToActOn(t *testing.T) {
	t.Parallel()
	f := newFile().
		publishedArea("P1", 3).                                                                  // at the average
		publishedArea("P3", 3).                                                                  // one below, one rise moves it
		publishedArea("P7", 1).                                                                  // two below, one rise moves it
		publishedArea("IG", 3).                                                                  // one below, unknown what moves it
		publishedArea("P2", 2).                                                                  // two below, unknown what moves it
		own(map[eif.RecommendationID]any{"R37": 1, "R38": 1, "R39": 1, "R40": 1}).               // three below, two rises
		own(map[eif.RecommendationID]any{"R28": 4, "R29": 4, "R30": "not_applicable", "R31": 4}) // at 4, no gap
	order := func(reference *scoring.Reference) []string {
		var ids []string
		for _, g := range scoring.Score(f.Assessment, reference).Gaps {
			ids = append(ids, fmt.Sprintf("%s %d %v", g.Area.ID, g.Rises(), g.Start))
		}
		return ids
	}
	want := []string{
		"P7 1 [R14]", "P3 1 [R05]", "BR 2 [R37 R38]", "P2 0 []", "IG 0 []", "P1 1 [R01]",
	}
	if diff := cmp.Diff(want, order(published(2020))); diff != "" {
		t.Errorf("with an average (-want +got):\n%s", diff)
	}
	want = []string{
		"P7 1 [R14]", "BR 2 [R37 R38]", "P2 0 []", "P1 1 [R01]", "P3 1 [R05]", "IG 0 []",
	}
	if diff := cmp.Diff(want, order(nil)); diff != "" {
		t.Errorf("without an average (-want +got):\n%s", diff)
	}
}

// Recommendation scores named in the prose of factsheets stand under the area score that the same
// factsheet charts: the arithmetic must allow every pair. The pairs are from the Commission's
// factsheets 2021 to 2023 (CC BY 4.0).
func TestPublishedPairsArePossible(t *testing.T) {
	t.Parallel()
	type recs = map[eif.RecommendationID]int
	for _, c := range []struct {
		country string
		year    int
		scores  recs
		area    eif.AreaID
	}{
		{"FR", 2020, recs{"R23": 1}, "IG"},
		{"FR", 2021, recs{"R23": 1}, "IG"},
		{"AT", 2020, recs{"R24": 1}, "IG"},
		{"AT", 2021, recs{"R24": 2}, "IG"},
		{"BE", 2020, recs{"R25": 2}, "IPSG"},
		{"BE", 2020, recs{"R22": 2}, "IG"},
		{"BG", 2020, recs{"R16": 2}, "P9"},
		{"DK", 2020, recs{"R22": 3}, "IG"},
		{"DK", 2020, recs{"R29": 3}, "ORG"},
		{"DK", 2021, recs{"R47": 1}, "SP"},
		{"DK", 2022, recs{"R47": 2}, "SP"},
		{"EE", 2020, recs{"R23": 2}, "IG"},
		{"FI", 2020, recs{"R28": 1}, "ORG"},
		{"DE", 2020, recs{"R23": 1}, "IG"},
		{"IS", 2021, recs{"R22": 2, "R23": 2, "R24": 2}, "IG"},
		{"IE", 2020, recs{"R27": 1}, "LEG"},
		{"IE", 2020, recs{"R28": 1}, "ORG"},
		{"IT", 2020, recs{"R20": 1}, "IG"},
		{"LT", 2020, recs{"R21": 1, "R23": 1, "R24": 1}, "IG"},
		{"MK", 2020, recs{"R28": 1}, "ORG"},
		{"NO", 2020, recs{"R22": 3}, "IG"},
		{"NO", 2020, recs{"R31": 3}, "SEM"},
		{"PL", 2020, recs{"R23": 1}, "IG"},
		{"PL", 2021, recs{"R23": 1}, "IG"},
		{"PT", 2021, recs{"R30": 1}, "SEM"},
		{"PT", 2022, recs{"R40": 2}, "BR"},
		{"ES", 2020, recs{"R19": 2}, "P12"},
		{"ES", 2020, recs{"R37": 3, "R38": 3}, "BR"},
		{"ES", 2022, recs{"R37": 3, "R38": 3}, "BR"},
		{"TR", 2020, recs{"R23": 1}, "IG"},
		{"UA", 2021, recs{"R23": 2}, "IG"},
		{"UA", 2022, recs{"R25": 3}, "IPSG"},
	} {
		t.Run(fmt.Sprintf("%s %d %s", c.country, c.year, c.area), func(t *testing.T) {
			t.Parallel()
			known, ok := observatory.Published(c.country, c.year)
			if !ok {
				t.Fatal("not published")
			}
			cell, _ := known.Area(c.area)
			f := newFile()
			for id, score := range c.scores {
				f.publishedRecommendation(id, score)
			}
			reach := areaOf(scoring.Score(f.Assessment, nil), c.area).Reach
			if !reach.Holds(cell.Score) {
				t.Errorf("%v under %s = %d: the arithmetic allows only %d to %d", c.scores, c.area, cell.Score, reach.Low, reach.High)
			}
		})
	}
}
