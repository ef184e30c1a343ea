package charts

import (
	"encoding/xml"
	"errors"
	"io"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/rules"
	"github.com/eifcheck/eifcheck/scoring"
)

func wording(tb testing.TB) eifcheck.Wording {
	tb.Helper()

	w, ok := eifcheck.NewWording("en")
	if !ok {
		tb.Fatal("no English wording")
	}
	return w
}

// assess makes the result of a file.
func assess(t *testing.T, name string, beside eifcheck.Beside) *eifcheck.Assessment {
	t.Helper()

	var result *eifcheck.Assessment
	o := eifcheck.Options{AsOf: "2026-11-22", Wording: wording(t), Rules: rules.NewRegistry(), Beside: beside}
	_, err := eifcheck.Assess(t.Context(), []string{name}, o, func(a *eifcheck.Assessment) error {
		result = a
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if !result.Assessed {
		t.Fatalf("%s was not assessed: %+v", name, result.Findings)
	}
	return result
}

func realFile(name string) string { return filepath.Join("..", "..", "testdata", "real", name) }

// withoutData is the result of a file that answers nothing.
func withoutData(t *testing.T) *eifcheck.Assessment {
	t.Helper()

	name := filepath.Join(t.TempDir(), "empty.yaml")
	text := "eifcheck: 1\nframework: eif-2017\nquestionnaire: \"2026.1\"\ncountry: ZZ\nyear: 2024\n" +
		"reference_date: 2024-12-31\nscope: country\ntitle: Nothing yet\nlanguage: en\nstatus: draft\n"
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return assess(t, name, eifcheck.Beside{})
}

// figures are all charts of a result.
func figures(a *eifcheck.Assessment, w eifcheck.Wording) []Figure {
	var list []Figure
	for _, board := range a.Scoreboards {
		list = append(list, Radar(a, board, w), DotPlot(a, board, w))
	}
	list = append(list, HeatMap(a, w))
	if f, ok := Trend(a, w); ok {
		list = append(list, f)
	}
	if f, ok := Peers(a, w); ok {
		list = append(list, f)
	}
	return list
}

// anyAssessment makes a result with any mixture of what areas and recommendations can be.
func anyAssessment(t *rapid.T, title *rapid.Generator[string]) *eifcheck.Assessment {
	compared := rapid.Bool().Draw(t, "compared")
	a := &eifcheck.Assessment{
		Assessed: true, Country: new("FR"), Year: new(2022), Methodology: &eifcheck.Methodology{ID: "mm-91"},
	}
	if compared {
		a.Methodology.AverageYear = new(2022)
	}
	for _, id := range []eif.Scoreboard{eif.Principles, eif.Layers, eif.Model, eif.CrossBorder} {
		board := eifcheck.Scoreboard{ID: id}
		for _, def := range eif.Areas() {
			if def.Scoreboard == id || id == eif.CrossBorder && def.CrossBorder {
				board.Areas = append(board.Areas, anyArea(t, def, compared, title.Draw(t, "title")))
			}
		}
		a.Scoreboards = append(a.Scoreboards, board)
	}
	for _, def := range eif.Recommendations() {
		r := eifcheck.Recommendation{ID: def.ID, Area: def.Area, Title: title.Draw(t, "title")}
		r.Status, r.Score, r.Basis, r.Interval = anyState(t)
		a.Recommendations = append(a.Recommendations, r)
	}
	for i := range rapid.IntRange(0, 3).Draw(t, "past") {
		a.History = append(a.History, anyPast(t, "FR", 2019+i))
		a.Peers = append(a.Peers, anyPast(t, []string{"DE", "ES", "EE"}[i], 2022))
	}
	return a
}

func anyArea(t *rapid.T, def eif.Area, compared bool, title string) eifcheck.Area {
	area := eifcheck.Area{ID: def.ID, Title: title, Recommendations: def.Recommendations}
	area.Status, area.Score, area.Basis, area.Interval = anyState(t)
	if compared {
		average := eif.Hundredths(rapid.IntRange(100, 400).Draw(t, "average"))
		area.Average, area.Members = &average, new(rapid.IntRange(1, 27).Draw(t, "members"))
		if area.Score != nil {
			gap := area.Score.Hundredths() - average
			area.Gap, area.Relation = &gap, new(scoring.RelationOf(gap))
		}
	}
	return area
}

func anyState(t *rapid.T) (scoring.Status, *eif.Score, scoring.Basis, *[2]eif.Score) {
	level := rapid.Custom(func(t *rapid.T) eif.Score { return eif.Score(rapid.IntRange(1, 4).Draw(t, "level")) })
	switch status := rapid.SampledFrom([]scoring.Status{
		scoring.Scored, scoring.Scored, scoring.Partial, scoring.NoData, scoring.NotApplicable,
	}).Draw(t, "status"); status {
	case scoring.Scored:
		score := level.Draw(t, "score")
		basis := rapid.SampledFrom([]scoring.Basis{scoring.Stated, scoring.Derived, scoring.Published}).Draw(t, "basis")
		return status, &score, basis, &[2]eif.Score{score, score}
	case scoring.Partial:
		low := eif.Score(rapid.IntRange(1, 3).Draw(t, "low"))
		return status, nil, scoring.NoBasis, &[2]eif.Score{low, eif.Score(rapid.IntRange(int(low)+1, 4).Draw(t, "high"))}
	case scoring.NoData:
		return status, nil, scoring.NoBasis, &[2]eif.Score{1, 4}
	default:
		return status, nil, scoring.NoBasis, nil
	}
}

func anyPast(t *rapid.T, country string, year int) eifcheck.PastResult {
	past := eifcheck.PastResult{Country: country, Year: year, Methodology: "mm-71", Areas: map[eif.AreaID]*eif.Score{}}
	if year > 2021 {
		past.Methodology = "mm-91"
	}
	if rapid.IntRange(0, 4).Draw(t, "unknown") == 0 {
		return past
	}
	past.Source = eifcheck.PublishedSource
	for _, def := range eif.Areas() {
		past.Areas[def.ID] = nil
		if rapid.Bool().Draw(t, "known") {
			past.Areas[def.ID] = new(eif.Score(rapid.IntRange(1, 4).Draw(t, "score")))
		}
	}
	return past
}

func plainTitles() *rapid.Generator[string] { return rapid.Just("Area of something") }

// node is an element of a drawing, read back.
type node struct {
	XMLName  xml.Name
	Attr     []xml.Attr `xml:",any,attr"`
	Text     string     `xml:",chardata"`
	Children []node     `xml:",any"`
}

func (n *node) attribute(name string) string {
	for _, attr := range n.Attr {
		if attr.Name.Local == name {
			return attr.Value
		}
	}
	return ""
}

// all visits an element and everything in it.
func (n *node) all(visit func(*node)) {
	visit(n)
	for i := range n.Children {
		n.Children[i].all(visit)
	}
}

// drawn reads the drawings of a figure back.
func drawn(t rapid.TB, f Figure) []*node {
	t.Helper()

	var root node
	decoder := xml.NewDecoder(strings.NewReader("<page>" + string(f.SVG) + "</page>"))
	if err := decoder.Decode(&root); err != nil {
		t.Fatalf("%s: %v\n%s", f.ID, err, f.SVG)
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		t.Fatalf("%s: something follows: %v", f.ID, err)
	}
	var list []*node
	root.all(func(n *node) {
		if n.XMLName.Local == "svg" {
			list = append(list, n)
		}
	})
	return list
}

// pathOf is the data of the marks of a class in a drawing.
func pathOf(svg *node, class string) string {
	data := ""
	svg.all(func(n *node) {
		if n.XMLName.Local == "path" && n.attribute("class") == class {
			data += n.attribute("d")
		}
	})
	return data
}

var (
	moveTo = regexp.MustCompile(`M(-?[\d.]+) ?(-?[\d.]+)`)
	boxes  = regexp.MustCompile(`M(-?[\d.]+) ?(-?[\d.]+)h(-?[\d.]+)v(-?[\d.]+)h`)
)

// moves are the places where the marks of a path begin.
func moves(t rapid.TB, data string) []point {
	t.Helper()

	var list []point
	for _, found := range moveTo.FindAllStringSubmatch(data, -1) {
		list = append(list, point{x: coordinate(t, found[1]), y: coordinate(t, found[2])})
	}
	return list
}

func coordinate(t rapid.TB, text string) float64 {
	t.Helper()

	v, err := strconv.ParseFloat(text, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// read turns a coordinate back into hundredths of a level.
func read(at, one, four float64) eif.Hundredths {
	return eif.Hundredths(math.Round(100 + 300*(at-one)/(four-one)))
}
