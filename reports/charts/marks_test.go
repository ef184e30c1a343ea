package charts

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/scoring"
)

// picture is what can be read off a chart of a scoreboard.
type picture struct {
	Scores, Indicative, Averages []eif.Hundredths
	// Spans are low and high by turns.
	Spans []eif.Hundredths
}

// pictureOf is what has to be read off it.
func pictureOf(areas []eifcheck.Area) picture {
	var p picture
	for i := range areas {
		area := &areas[i]
		if area.Average != nil {
			p.Averages = append(p.Averages, *area.Average)
		}
		switch {
		case area.Score != nil && area.Basis == scoring.Derived:
			p.Indicative = append(p.Indicative, area.Score.Hundredths())
		case area.Score != nil:
			p.Scores = append(p.Scores, area.Score.Hundredths())
		case area.Status == scoring.Partial:
			p.Spans = append(p.Spans, area.Interval[0].Hundredths(), area.Interval[1].Hundredths())
		case area.Status == scoring.NoData:
			p.Spans = append(p.Spans, 100, 400)
		}
	}
	return p
}

// Each mark of a dot plot stands where its value belongs, and there is no mark besides.
func TestDotPlotStandsWhereTheResultSays(t *testing.T) {
	t.Parallel()

	w := wording(t)
	rapid.Check(t, func(t *rapid.T) {
		a := anyAssessment(t, plainTitles())
		for _, board := range a.Scoreboards {
			f := DotPlot(a, board, w)
			if f.SVG == "" {
				assertNothingKnown(t, board)
				continue
			}
			svg := drawn(t, f)[0]
			across := func(p point) eif.Hundredths { return read(p.x, 12, 188) }
			got := picture{
				Scores:     values(chart(moves(t, pathOf(svg, "c-score"))), across),
				Indicative: values(chart(moves(t, pathOf(svg, "c-indicative"))), func(p point) eif.Hundredths { return read(p.x+5, 12, 188) }),
				Averages:   values(chart(moves(t, pathOf(svg, "c-average"))), across),
			}
			for _, box := range boxes.FindAllStringSubmatch(pathOf(svg, "c-span"), -1) {
				x, width := coordinate(t, box[1]), coordinate(t, box[3])
				if width == 28 {
					continue // in the legend
				}
				got.Spans = append(got.Spans, read(x+7, 12, 188), read(x+width-7, 12, 188))
			}
			want := pictureOf(board.Areas)
			// What does not apply has no scale, so no average is drawn on it.
			want.Averages = nil
			for i := range board.Areas {
				if area := &board.Areas[i]; area.Average != nil && area.Status != scoring.NotApplicable {
					want.Averages = append(want.Averages, *area.Average)
				}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("%s (-want +got):\n%s\n%s", f.ID, diff, f.SVG)
			}
		}
	})
}

// chart leaves out the mark in the legend, which is the last.
func chart(marks []point) []point { return marks[:max(0, len(marks)-1)] }

func values(marks []point, value func(point) eif.Hundredths) []eif.Hundredths {
	var list []eif.Hundredths
	for _, mark := range marks {
		list = append(list, value(mark))
	}
	return list
}

func assertNothingKnown(t *rapid.T, board eifcheck.Scoreboard) {
	for i := range board.Areas {
		if status := board.Areas[i].Status; status == scoring.Scored || status == scoring.Partial {
			t.Fatalf("%s is %s, and nothing is drawn", board.Areas[i].ID, status)
		}
	}
}

// Each mark of a radar stands on the axis of its area, as far from the middle as its value says.
func TestRadarStandsWhereTheResultSays(t *testing.T) {
	t.Parallel()

	w := wording(t)
	rapid.Check(t, func(t *rapid.T) {
		a := anyAssessment(t, plainTitles())
		for _, board := range a.Scoreboards {
			f := Radar(a, board, w)
			if f.SVG == "" {
				assertNothingKnown(t, board)
				continue
			}
			svg := drawn(t, f)[0]
			got := map[string][]eif.Hundredths{}
			for class, offset := range map[string]point{
				"c-score": {}, "c-indicative": {x: 5}, "c-average": {y: 9.5},
			} {
				got[class] = make([]eif.Hundredths, len(board.Areas))
				for _, mark := range chart(moves(t, pathOf(svg, class))) {
					i, value := polar(mark.x+offset.x-180, mark.y+offset.y-156, len(board.Areas))
					got[class][i] = value
				}
			}
			for i := range board.Areas {
				area := &board.Areas[i]
				want := map[string]eif.Hundredths{}
				if area.Average != nil {
					want["c-average"] = *area.Average
				}
				if area.Score != nil && area.Basis == scoring.Derived {
					want["c-indicative"] = area.Score.Hundredths()
				} else if area.Score != nil {
					want["c-score"] = area.Score.Hundredths()
				}
				for class := range got {
					if got[class][i] != want[class] {
						t.Fatalf("%s of %s is drawn at %v, want %v", class, area.ID, got[class][i], want[class])
					}
				}
			}
			assertGaps(t, svg, board)
		}
	})
}

// polar finds the axis of a point and the value on it.
func polar(x, y float64, count int) (int, eif.Hundredths) {
	turn := math.Atan2(x, -y) / (2 * math.Pi) * float64(count)
	return (int(math.Round(turn)) + count) % count, read(math.Hypot(x, y), 28, 116)
}

// assertGaps demands that the line of scores touches no axis without a score, and is closed only without such an axis.
func assertGaps(t *rapid.T, svg *node, board eifcheck.Scoreboard) {
	closed, open := pathOf(svg, "c-score-line c-area"), pathOf(svg, "c-score-line")
	missing := slices.ContainsFunc(board.Areas, func(area eifcheck.Area) bool { return area.Score == nil })
	if missing == (closed != "") {
		t.Fatalf("an area without a score: %t, the polygon is closed: %t", missing, closed != "")
	}
	pairs := 0
	for i := range board.Areas {
		if board.Areas[i].Score != nil && board.Areas[(i+1)%len(board.Areas)].Score != nil {
			pairs++
		}
	}
	if got := strings.Count(open, "M"); missing && got != pairs {
		t.Fatalf("%d pieces of the line, want %d, one for each pair of neighbours with scores", got, pairs)
	}
}

// A trend joins two years only where they follow each other in one edition and both have a score.
func TestTrendStandsWhereTheResultSays(t *testing.T) {
	t.Parallel()

	w := wording(t)
	rapid.Check(t, func(t *rapid.T) {
		a := anyAssessment(t, plainTitles())
		f, ok := Trend(a, w)
		if ok != (len(a.History) > 0) {
			t.Fatalf("%d other years, shown: %t", len(a.History), ok)
		}
		if !ok {
			return
		}
		drawings := drawn(t, f)
		for i, board := range a.Scoreboards[:3] {
			dots, joined := 0, 0
			for j := range board.Areas {
				area := &board.Areas[j]
				var known []*eif.Score
				for k := range a.History {
					known = append(known, a.History[k].Areas[area.ID])
				}
				known = append(known, area.Score)
				for k, score := range known {
					if score != nil {
						dots++
					}
					// 2019, 2020 and 2021 are of one edition, 2022 of the next.
					if k > 0 && k < len(known)-1 && score != nil && known[k-1] != nil {
						joined++
					}
				}
			}
			svg := drawings[i]
			marks := strings.Count(pathOf(svg, "c-score"), "M") + strings.Count(pathOf(svg, "c-indicative"), "M")
			if lines := strings.Count(pathOf(svg, "c-score-line"), "M"); marks != dots || lines != joined {
				t.Fatalf("%d dots and %d lines, want %d and %d", marks, lines, dots, joined)
			}
			if breaks := strings.Count(pathOf(svg, "c-break"), "M"); breaks != len(board.Areas) {
				t.Fatalf("%d breaks, want one in each of %d areas", breaks, len(board.Areas))
			}
		}
	})
}

// Each peer has a panel with its own scores; one without results says so and shows no mark.
func TestPeersStandWhereTheResultSays(t *testing.T) {
	t.Parallel()

	w := wording(t)
	rapid.Check(t, func(t *rapid.T) {
		a := anyAssessment(t, plainTitles())
		f, ok := Peers(a, w)
		if ok != (len(a.Peers) > 0) {
			t.Fatalf("%d peers, shown: %t", len(a.Peers), ok)
		}
		if !ok {
			return
		}
		drawings := drawn(t, f)
		for i := range a.Peers {
			svg := drawings[i+1]
			if title := svg.Children[0].Text; title != w.Texts.Country(a.Peers[i].Country) {
				t.Fatalf("panel %d is that of %s", i+1, title)
			}
			var want []eif.Hundredths
			for _, def := range eif.Areas() {
				if score := a.Peers[i].Areas[def.ID]; score != nil {
					want = append(want, score.Hundredths())
				}
			}
			got := values(moves(t, pathOf(svg, "c-score")), func(p point) eif.Hundredths { return read(p.x, 56, 158) })
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("%s (-want +got):\n%s", a.Peers[i].Country, diff)
			}
		}
	})
}

// Each of the 47 cells says its score in figures, in blocks and by its look.
func TestHeatMapSaysTheScores(t *testing.T) {
	t.Parallel()

	w := wording(t)
	rapid.Check(t, func(t *rapid.T) {
		a := anyAssessment(t, plainTitles())
		cells := map[string]*node{}
		for _, svg := range drawn(t, HeatMap(a, w)) {
			svg.all(func(n *node) {
				if n.XMLName.Local == "a" {
					cells[n.attribute("href")] = n
				}
			})
		}
		if len(cells) != len(a.Recommendations) {
			t.Fatalf("%d cells", len(cells))
		}
		for i := range a.Recommendations {
			r := &a.Recommendations[i]
			cell := cells["#"+string(r.ID)]
			if r.Score == nil {
				if class := cell.attribute("class"); strings.Contains(class, "level") {
					t.Fatalf("%s has no score and looks like %s", r.ID, class)
				}
				continue
			}
			score := strconv.Itoa(int(*r.Score))
			blocks := 0
			cell.all(func(n *node) {
				if n.XMLName.Local == "path" && n.attribute("class") == "c-full" {
					blocks += strings.Count(n.attribute("d"), "M")
				}
			})
			if cell.attribute("class") != "c-level-"+score || blocks != int(*r.Score) || cell.Children[2].Text != score {
				t.Fatalf("%s has score %s: %+v", r.ID, score, cell)
			}
		}
	})
}
