package scoring_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/scoring"
)

func scores(t *rapid.T, n int) []eif.Score {
	list := make([]eif.Score, n)
	for i := range list {
		list[i] = eif.Score(rapid.IntRange(1, 4).Draw(t, "score"))
	}
	return list
}

// someArea draws an area of several recommendations.
func someArea(t *rapid.T) *eif.Area {
	var several []*eif.Area
	for i := range eif.Areas() {
		if len(eif.Areas()[i].Recommendations) > 1 {
			several = append(several, &eif.Areas()[i])
		}
	}
	return rapid.SampledFrom(several).Draw(t, "area")
}

func TestMedianIgnoresOrderAndStaysBetweenItsEnds(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		list := scores(t, rapid.IntRange(1, 9).Draw(t, "n"))
		got := scoring.Median(list)
		if again := scoring.Median(rapid.Permutation(list).Draw(t, "order")); again != got {
			t.Fatalf("Median(%v) = %d, in another order %d", list, got, again)
		}
		if got < slices.Min(list) || got > slices.Max(list) {
			t.Fatalf("Median(%v) = %d", list, got)
		}
	})
}

// Raising any recommendation never lowers its area.
func TestRaisingNeverLowers(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		def := someArea(t)
		list := scores(t, len(def.Recommendations))
		before := scoreOfArea(def, list)
		i := rapid.IntRange(0, len(list)-1).Draw(t, "raised")
		list[i] = min(list[i]+1, 4)
		if after := scoreOfArea(def, list); after < before {
			t.Fatalf("%v: raising number %d lowers %s from %d to %d", list, i, def.ID, before, after)
		}
	})
}

func scoreOfArea(def *eif.Area, list []eif.Score) eif.Score {
	f := newFile()
	for i, id := range def.Recommendations {
		f.recommendation(id).Answer = answer(int(list[i]))
	}
	return areaOf(scoring.Score(f.Assessment, nil), def.ID).Score
}

// The interval of an area is exact: every completion of the open answers lies in it, both ends are
// reached by one, and answering one more never widens it.
func TestIntervalsAreExactAndOnlyShrink(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		def := someArea(t)
		list := scores(t, len(def.Recommendations))
		open := make([]bool, len(list))
		for i := range open {
			open[i] = rapid.Bool().Draw(t, "open")
		}
		got := reachOf(def, list, open)
		low, high := eif.Score(4), eif.Score(1)
		complete(list, open, 0, func(done []eif.Score) {
			score := scoring.Median(done)
			low, high = min(low, score), max(high, score)
		})
		if got.Low != low || got.High != high {
			t.Fatalf("%v open %v: interval %v, completions give %d to %d", list, open, got, low, high)
		}
		for i := range open {
			if open[i] {
				open[i] = false
				if less := reachOf(def, list, open); less.Low < got.Low || less.High > got.High {
					t.Fatalf("answering number %d widens %v to %v", i, got, less)
				}
				return
			}
		}
	})
}

func reachOf(def *eif.Area, list []eif.Score, open []bool) scoring.Interval {
	f := newFile()
	for i, id := range def.Recommendations {
		if !open[i] {
			f.recommendation(id).Answer = answer(int(list[i]))
		}
	}
	return areaOf(scoring.Score(f.Assessment, nil), def.ID).Reach
}

// complete visits every way to fill in the open scores.
func complete(list []eif.Score, open []bool, i int, visit func([]eif.Score)) {
	if i == len(list) {
		visit(list)
		return
	}
	if !open[i] {
		complete(list, open, i+1, visit)
		return
	}
	for s := eif.Score(1); s <= 4; s++ {
		filled := slices.Clone(list)
		filled[i] = s
		complete(filled, open, i+1, visit)
	}
}

// A lever reaches its target, and no smaller set of rises does.
func TestLeversAreTheFewestRises(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		def := someArea(t)
		list := scores(t, len(def.Recommendations))
		f := newFile()
		for i, id := range def.Recommendations {
			f.recommendation(id).Answer = answer(int(list[i]))
		}
		area := areaOf(scoring.Score(f.Assessment, published(2020)), def.ID)
		if area.Score == 4 {
			if len(area.Levers) > 0 {
				t.Fatalf("%v: an area at 4 has levers %v", list, area.Levers)
			}
			return
		}
		if len(area.Levers) == 0 {
			t.Fatalf("%v: %s at %d has no lever", list, def.ID, area.Score)
		}
		for _, lever := range area.Levers {
			if got := scoring.Median(raise(def, list, lever)); got < lever.Target {
				t.Fatalf("%v: %+v gives %d", list, lever, got)
			}
			if fewest := fewestRises(list, lever.Target); lever.Count != fewest {
				t.Fatalf("%v to %d: %d rises, but %d are enough", list, lever.Target, lever.Count, fewest)
			}
		}
	})
}

func raise(def *eif.Area, list []eif.Score, lever scoring.Lever) []eif.Score {
	raised := slices.Clone(list)
	for _, rise := range lever.Rises {
		raised[slices.Index(def.Recommendations, rise.Recommendation)] = rise.To
	}
	return raised
}

// fewestRises tries every way to raise, so that the clever way can be checked against it.
func fewestRises(list []eif.Score, target eif.Score) int {
	best := 99
	complete(list, slices.Repeat([]bool{true}, len(list)), 0, func(raised []eif.Score) {
		count := 0
		for i := range raised {
			if raised[i] < list[i] {
				return
			}
			count += int(raised[i] - list[i])
		}
		if scoring.Median(raised) >= target {
			best = min(best, count)
		}
	})
	return best
}

// Answering a question never widens a recommendation's interval, and a better answer never lowers it.
func TestAnswersOfQuestionsAreMonotone(t *testing.T) {
	t.Parallel()
	questions := []eif.IndicatorID{"R14-1", "R14-2", "R14-3"}
	value := func(levels []int) scoring.Value {
		f := newFile()
		for i, level := range levels {
			if level > 0 {
				f.level(questions[i], level)
			}
		}
		return scoring.Score(f.Assessment, nil).Recommendation("R14").Value
	}
	rapid.Check(t, func(t *rapid.T) {
		levels := rapid.SliceOfN(rapid.IntRange(0, 4), 3, 3).Draw(t, "levels")
		before := value(levels)
		i := rapid.IntRange(0, 2).Draw(t, "question")
		answered := levels[i] > 0
		levels[i] = min(levels[i]+1, 4)
		after := value(levels)
		if !before.Interval.Known() || !after.Interval.Known() {
			t.Fatalf("%v: %v then %v", levels, before, after)
		}
		if answered && (after.Interval.Low < before.Interval.Low || after.Interval.High < before.Interval.High) {
			t.Fatalf("a better answer lowers: %v then %v", before, after)
		}
		if !answered && (after.Interval.Low < before.Interval.Low || after.Interval.High > before.Interval.High) {
			t.Fatalf("an answer widens: %v then %v", before, after)
		}
	})
}

// Whatever a file holds, every area is in exactly one state, only scored ones have a score, and the
// score lies in the interval.
func TestEveryValueIsWhole(t *testing.T) {
	t.Parallel()
	states := []any{nil, 1, 2, 3, 4, "no_data", "not_applicable"}
	rapid.Check(t, func(t *rapid.T) {
		f := newFile()
		f.Scope = rapid.SampledFrom([]eif.Scope{eif.Country, eif.Region, eif.Organisation, eif.Service}).Draw(t, "scope")
		f.Year = rapid.IntRange(2020, 2030).Draw(t, "year")
		for i := range eif.Recommendations() {
			id := eif.Recommendations()[i].ID
			if v := rapid.SampledFrom(states).Draw(t, string(id)); v != nil {
				f.recommendation(id).Answer = answer(v)
			}
		}
		for i := range eif.Areas() {
			id := eif.Areas()[i].ID
			if v := rapid.SampledFrom(states).Draw(t, "published "+string(id)); v != nil {
				f.publishedArea(id, v)
			}
		}
		card := scoring.Score(f.Assessment, published(2022))
		for _, a := range card.Areas {
			whole(t, string(a.ID), a.Value)
		}
		for _, a := range card.CrossBorder {
			whole(t, string(a.ID), a.Value)
		}
		for _, r := range card.Recommendations {
			whole(t, string(r.ID), r.Value)
		}
	})
}

func whole(t *rapid.T, id string, v scoring.Value) {
	switch v.Status {
	case scoring.Scored:
		if !v.Score.Known() || v.Basis == scoring.NoBasis || v.Interval != (scoring.Interval{Low: v.Score, High: v.Score}) {
			t.Fatalf("%s: %+v", id, v)
		}
	case scoring.Partial:
		if v.Score.Known() || v.Interval.Low >= v.Interval.High {
			t.Fatalf("%s: %+v", id, v)
		}
	case scoring.NoData:
		if v.Score.Known() || !v.Interval.Known() {
			t.Fatalf("%s: %+v", id, v)
		}
	case scoring.NotApplicable:
		if v.Score.Known() || v.Interval.Known() {
			t.Fatalf("%s: %+v", id, v)
		}
	default:
		t.Fatalf("%s has no status: %+v", id, v)
	}
}

func BenchmarkScore(b *testing.B) {
	f := newFile()
	for i := range eif.Areas() {
		f.publishedArea(eif.Areas()[i].ID, 1+i%4)
	}
	f.own(map[eif.RecommendationID]any{"R20": 1, "R21": 2, "R22": 3, "R23": 1, "R24": 4})
	reference := published(2020)
	b.ReportAllocs()
	for b.Loop() {
		scoring.Score(f.Assessment, reference)
	}
}
