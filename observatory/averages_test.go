package observatory_test

import (
	"math"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/observatory"
)

// cellPlace is a cell of a scoreboard.
type cellPlace struct {
	scoreboard eif.Scoreboard
	area       eif.AreaID
}

// boards lists the cells of the scoreboards of a year.
func boards(year int) []cellPlace {
	var all []cellPlace
	for _, a := range eif.Areas() {
		all = append(all, cellPlace{a.Scoreboard, a.ID})
	}
	for _, a := range eif.Areas() {
		if a.CrossBorder && eif.MethodologyOf(year).CrossBorder {
			all = append(all, cellPlace{eif.CrossBorder, a.ID})
		}
	}
	return all
}

// memberScores are the scores of the Member States with data, in order.
func memberScores(all map[place]observatory.Cell, year int, c cellPlace) []int {
	var scores []int
	for _, country := range eif.Countries() {
		cell := all[place{year, country.Code, c.scoreboard, c.area}]
		if country.Member && cell.Score.Known() {
			scores = append(scores, int(cell.Score))
		}
	}
	slices.Sort(scores)
	return scores
}

func TestEveryAreaHasAnAverage(t *testing.T) {
	t.Parallel()

	all := cells()
	for year, want := range map[int]int{2020: 25, 2021: 25, 2022: 44} {
		places := boards(year)
		if len(places) != want {
			t.Errorf("%d: got %d cells, want %d", year, len(places), want)
		}
		for _, p := range places {
			a, ok := observatory.AverageOf(year, p.scoreboard, p.area)
			if !ok || a.Value < 100 || a.Value > 400 {
				t.Errorf("%d %v: got average %v, %t", year, p, a.Value, ok)
			}
			if n := len(memberScores(all, year, p)); a.Members != n {
				t.Errorf("%d %v: got %d Member States with data, want %d", year, p, a.Members, n)
			}
			if eif.MethodologyOf(year).AverageDecimals == 0 && a.Value%100 != 0 {
				t.Errorf("%d %v: the average %v is no whole number", year, p, a.Value)
			}
		}
	}
}

// The published averages were not computed from our cells: that medians reproduce them says that the
// cells were read well, and that whole averages are medians.
func TestMediansReproduceTheAveragesOf2020And2021(t *testing.T) {
	t.Parallel()

	all := cells()
	for year, exceptions := range map[int][]cellPlace{
		2020: {{eif.Model, "EIS"}}, // a tie that the two missing Member States decide
		2021: nil,
	} {
		var got []cellPlace
		for _, p := range boards(year) {
			scores := memberScores(all, year, p)
			n := len(scores)
			median := (scores[(n-1)/2] + scores[n/2] + 1) / 2 // .5 up
			if a, _ := observatory.AverageOf(year, p.scoreboard, p.area); eif.Score(median).Hundredths() != a.Value {
				got = append(got, p)
			}
		}
		if diff := gocmp.Diff(exceptions, got, gocmp.AllowUnexported(cellPlace{})); diff != "" {
			t.Errorf("%d: other exceptions (-want +got):\n%s", year, diff)
		}
	}
}

func TestMeansReproduceTheAveragesOf2022(t *testing.T) {
	t.Parallel()

	const within = 0.03
	all := cells()
	var got []cellPlace
	for _, p := range boards(2022) {
		sum := 0
		scores := memberScores(all, 2022, p)
		for _, s := range scores {
			sum += s
		}
		mean := float64(sum) / float64(len(scores))
		a, _ := observatory.AverageOf(2022, p.scoreboard, p.area)
		if math.Abs(mean-float64(a.Value)/100) > within {
			got = append(got, p)
		}
	}
	want := []cellPlace{{eif.Layers, "IG"}, {eif.Model, "CM"}, {eif.Model, "EIS"}}
	if diff := gocmp.Diff(want, got, gocmp.AllowUnexported(cellPlace{})); diff != "" {
		t.Errorf("other exceptions (-want +got):\n%s", diff)
	}
}

func TestAverageOf(t *testing.T) {
	t.Parallel()

	for _, test := range []struct {
		year  int
		board eif.Scoreboard
		area  eif.AreaID
		want  observatory.Average
		ok    bool
	}{
		{2020, eif.Principles, "P1", observatory.Average{Value: 300, Members: 25}, true},
		{2021, eif.Model, "EIS", observatory.Average{Value: 300, Members: 26}, true},
		{2022, eif.Principles, "P1", observatory.Average{Value: 350, Members: 26}, true},
		{2022, eif.CrossBorder, "P10", observatory.Average{Value: 296, Members: 27}, true},
		{2022, eif.CrossBorder, "P1", observatory.Average{}, false},
		{2021, eif.CrossBorder, "P10", observatory.Average{}, false},
		{2022, eif.Layers, "P1", observatory.Average{}, false},
		{2023, eif.Principles, "P1", observatory.Average{}, false},
		{2019, eif.Principles, "P1", observatory.Average{}, false},
	} {
		got, ok := observatory.AverageOf(test.year, test.board, test.area)
		if got != test.want || ok != test.ok {
			t.Errorf("%d %d %s: got %v, %t, want %v, %t", test.year, test.board, test.area, got, ok, test.want, test.ok)
		}
	}
}

func TestAverageYears(t *testing.T) {
	t.Parallel()

	if diff := gocmp.Diff([]int{2020, 2021, 2022}, observatory.AverageYears()); diff != "" {
		t.Errorf("years differ (-want +got):\n%s", diff)
	}
	for year, want := range map[int]int{0: 0, 2019: 0, 2020: 2020, 2021: 2021, 2022: 2022, 2023: 2022, 2040: 2022} {
		if got := observatory.NewestAverageYear(year); got != want {
			t.Errorf("%d is compared with %d, want %d", year, got, want)
		}
	}
}
