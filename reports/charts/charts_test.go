package charts

import (
	"bytes"
	"flag"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/scoring"
)

var update = flag.Bool("update", false, "write the golden files anew")

// The charts of real files. The recommendations get other titles, so that a golden file changes when a chart does
// and not when a recommendation is worded better.
func TestGolden(t *testing.T) {
	t.Parallel()

	all := func(Figure) bool { return true }
	tests := map[string]struct {
		assess func(t *testing.T) *eifcheck.Assessment
		show   func(Figure) bool
	}{
		"france-2020": {show: all, assess: func(t *testing.T) *eifcheck.Assessment {
			t.Helper()
			return assess(t, realFile("fr.yaml"), eifcheck.Beside{History: true, Peers: []string{"DE", "MT"}})
		}},
		"spain-2022": {
			show: func(f Figure) bool { return strings.HasSuffix(f.ID, "-2") || strings.HasSuffix(f.ID, "-4") },
			assess: func(t *testing.T) *eifcheck.Assessment {
				t.Helper()
				return assess(t, realFile("es-2022.yaml"), eifcheck.Beside{})
			},
		},
		"organisation": {
			show: func(f Figure) bool { return strings.HasSuffix(f.ID, "-1") },
			assess: func(t *testing.T) *eifcheck.Assessment {
				t.Helper()
				return assess(t, realFile("ville.yaml"), eifcheck.Beside{})
			},
		},
		"without-data": {show: all, assess: withoutData},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			a := test.assess(t)
			for i := range a.Recommendations {
				a.Recommendations[i].Title = "Recommendation"
			}
			var b bytes.Buffer
			for _, f := range figures(a, wording(t)) {
				if test.show(f) {
					show(&b, f)
				}
			}
			golden(t, name, b.Bytes())
		})
	}
}

// show writes a figure so that a difference is seen line by line.
func show(b *bytes.Buffer, f Figure) {
	fmt.Fprintf(b, "== %s: %s\n%s\n\n", f.ID, f.Title, f.Description)
	b.WriteString(strings.Join(f.Table.Columns, " | ") + "\n")
	for _, row := range f.Table.Rows {
		b.WriteString(strings.Join(row, " | ") + "\n")
	}
	b.WriteString("\n" + strings.ReplaceAll(string(f.SVG), "><", ">\n<") + "\n\n")
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()

	path := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v: run go test ./reports/charts -update and look at what it draws", err)
	}
	want = bytes.ReplaceAll(want, []byte("\r\n"), []byte("\n"))
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s differs (-want +got); if it is right, run go test ./reports/charts -update:\n%s", path, diff)
	}
}

// A page has room for the charts of a country with its years and four peers.
func TestChartsAreSmall(t *testing.T) {
	t.Parallel()

	// Hatching is drawn line by line, which paper needs and which has its price.
	const limit = 96_000
	for _, name := range []string{"fr.yaml", "es-2022.yaml", "pays.yaml", "ville.yaml"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			size := 0
			beside := eifcheck.Beside{History: true, Peers: []string{"DE", "IE", "EE", "LI"}}
			for _, f := range figures(assess(t, realFile(name), beside), wording(t)) {
				size += len(f.SVG)
			}
			if size == 0 || size > limit {
				t.Errorf("the charts take %d bytes, want at most %d", size, limit)
			}
		})
	}
}

// Every number of a scoreboard is in its table, as the Result prints it.
func TestTablesSayTheResult(t *testing.T) {
	t.Parallel()

	w := wording(t)
	rapid.Check(t, func(t *rapid.T) {
		a := anyAssessment(t, plainTitles())
		for _, board := range a.Scoreboards {
			for _, f := range []Figure{Radar(a, board, w), DotPlot(a, board, w)} {
				for i := range board.Areas {
					if diff := cmp.Diff(rowOf(&board.Areas[i]), f.Table.Rows[i]); diff != "" {
						t.Fatalf("%s (-want +got):\n%s", f.ID, diff)
					}
				}
			}
		}
		for i, row := range HeatMap(a, w).Table.Rows {
			r := &a.Recommendations[i]
			if want := stateOf(r.Status, r.Score, r.Interval); !strings.Contains(row[0], string(r.ID)) || row[2] != want {
				t.Fatalf("%s: %q, want %q", r.ID, row, want)
			}
		}
		if f, ok := Trend(a, w); ok {
			pastInTable(t, a, a.History, f.Table, 1)
		}
		if f, ok := Peers(a, w); ok {
			pastInTable(t, a, a.Peers, f.Table, 2)
		}
	})
}

// rowOf is what the table has to say of an area.
func rowOf(area *eifcheck.Area) []string {
	row := []string{fmt.Sprintf("%s (%s)", area.Title, area.ID), stateOf(area.Status, area.Score, area.Interval)}
	row = append(row, map[scoring.Basis]string{
		scoring.Published: "published", scoring.Stated: "stated", scoring.Derived: "indicative, calculated from answers",
	}[area.Basis])
	if area.Average == nil {
		return row
	}
	row = append(row, area.Average.String(), strconv.Itoa(*area.Members))
	if area.Gap == nil {
		return append(row, "", "")
	}
	gap := area.Gap.String()
	if *area.Gap > 0 {
		gap = "+" + gap
	}
	return append(row, gap, map[scoring.Relation]string{
		scoring.Above: "above the EU average", scoring.At: "in line with the EU average", scoring.Below: "below the EU average",
	}[*area.Relation])
}

func stateOf(status scoring.Status, score *eif.Score, interval *[2]eif.Score) string {
	switch status {
	case scoring.Scored:
		return fmt.Sprint(*score)
	case scoring.Partial:
		return fmt.Sprintf("%d to %d (partial)", interval[0], interval[1])
	case scoring.NotApplicable:
		return "not applicable"
	default:
		return "no data"
	}
}

// pastInTable compares the columns of other years or countries, from the first of them on.
func pastInTable(t *rapid.T, a *eifcheck.Assessment, past []eifcheck.PastResult, table Table, from int) {
	line := 0
	for _, board := range a.Scoreboards[:3] {
		for i := range board.Areas {
			for j := range past {
				want := "no data"
				if score := past[j].Areas[board.Areas[i].ID]; score != nil {
					want = fmt.Sprint(*score)
				} else if past[j].Source == "" && from == 2 {
					want = "no results"
				}
				if got := table.Rows[line][from+j]; got != want {
					t.Fatalf("%s of %s %d: %q, want %q", board.Areas[i].ID, past[j].Country, past[j].Year, got, want)
				}
			}
			line++
		}
	}
}

// The sentences about the EU average name exactly the areas that stand so.
func TestDescriptionsSayTheResult(t *testing.T) {
	t.Parallel()

	w := wording(t)
	ids := regexp.MustCompile(`\b(P\d+|[A-Z]{2,4})\b`)
	openings := map[scoring.Relation]string{
		scoring.Below: "At least half a point below the EU average: ", scoring.Above: "At least half a point above the EU average: ",
		scoring.At: "In line with the EU average, less than half a point away: ",
	}
	rapid.Check(t, func(t *rapid.T) {
		a := anyAssessment(t, plainTitles())
		for _, board := range a.Scoreboards {
			text := DotPlot(a, board, w).Description
			for relation, opening := range openings {
				_, rest, _ := strings.Cut(text, opening)
				sentence, _, _ := strings.Cut(rest, ".")
				var want []string
				for i := range board.Areas {
					if r := board.Areas[i].Relation; r != nil && *r == relation {
						want = append(want, string(board.Areas[i].ID))
					}
				}
				if got := ids.FindAllString(sentence, -1); !slices.Equal(got, want) {
					t.Fatalf("%s%s: %v, want %v", opening, sentence, got, want)
				}
			}
		}
	})
}

// Whatever a title holds, the drawings are well-formed, hold no other element than those of a drawing, and no number
// that is none; every id is unique and every reference leads to one.
func TestDrawingsAreSound(t *testing.T) {
	t.Parallel()

	w := wording(t)
	title := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{
		"", "<script>alert(1)</script>", `" onload="alert(1)`, "]]><svg/onload=alert(1)>", "&lt;b&gt; &#60;", "a\x00b\x1b[2J",
		"\u202eevil\u2066", "a\xff\xfeb", "\ufffe", strings.Repeat("word ", 2000), strings.Repeat("é", 10_000), "url(#x)", "P1",
	}))
	elements := strings.Fields("svg title desc defs use path g text tspan a rect circle")
	rapid.Check(t, func(t *rapid.T) {
		a := anyAssessment(t, title)
		seen := map[string]bool{}
		for _, f := range figures(a, w) {
			if strings.Contains(string(f.SVG), "NaN") && !strings.Contains(fmt.Sprint(a.Scoreboards, a.Recommendations), "NaN") ||
				strings.Contains(string(f.SVG), "Inf ") {
				t.Fatalf("%s holds what is no number", f.ID)
			}
			for _, svg := range drawn(t, f) {
				svg.all(func(n *node) {
					assertSound(t, f, n, elements, seen)
				})
				for label := range strings.FieldsSeq(svg.attribute("aria-labelledby")) {
					if !seen[label] {
						t.Fatalf("%s is labelled by %s, which is nowhere", f.ID, label)
					}
				}
			}
		}
	})
}

func assertSound(t *rapid.T, f Figure, n *node, elements []string, seen map[string]bool) {
	if !slices.Contains(elements, n.XMLName.Local) {
		t.Fatalf("%s holds an element %s", f.ID, n.XMLName.Local)
	}
	for _, attr := range n.Attr {
		switch name := attr.Name.Local; {
		case strings.HasPrefix(name, "on") || name == "style":
			t.Fatalf("%s holds an attribute %s", f.ID, name)
		case name == "href" && n.XMLName.Local == "use":
			if !seen[strings.TrimPrefix(attr.Value, "#")] {
				t.Fatalf("%s repeats %s, which is nowhere", f.ID, attr.Value)
			}
		case name == "href" && !regexp.MustCompile(`^#R\d\d$`).MatchString(attr.Value):
			t.Fatalf("%s leads to %s", f.ID, attr.Value)
		case name == "id":
			if seen[attr.Value] || !strings.HasPrefix(attr.Value, f.ID) {
				t.Fatalf("%s: the id %s is not unique", f.ID, attr.Value)
			}
			seen[attr.Value] = true
		case strings.Contains(attr.Value, "url(") && name == "fill":
			t.Fatalf("%s: %s is printed as a picture", f.ID, attr.Value)
		}
	}
}

// A title is shown as it is, cut only where it is longer than its lines.
func TestTitlesAreText(t *testing.T) {
	t.Parallel()

	const title = `<b>&amp;"'</b>`
	a := assess(t, realFile("es-2022.yaml"), eifcheck.Beside{})
	a.Scoreboards[0].Areas[0].Title = title
	f := DotPlot(a, a.Scoreboards[0], wording(t))
	if want := messages.CleanLine(title) + " (P1)"; f.Table.Rows[0][0] != want || !strings.Contains(f.Description, want) {
		t.Errorf("%q, want %q in %s", f.Table.Rows[0][0], want, f.Description)
	}
	if want := "</tspan> " + html.EscapeString(title) + "</text>"; !strings.Contains(string(f.SVG), want) {
		t.Errorf("want %s in\n%s", want, f.SVG)
	}
}

func TestWrap(t *testing.T) {
	t.Parallel()

	tests := map[string]struct {
		text string
		want []string
	}{
		"fits":              {"ten letters", []string{"ten letters"}},
		"breaks at a blank": {"twelve letters", []string{"twelve", "letters"}},
		"cuts a long word":  {"abcdefghijklmno", []string{"abcdefghijk", "lmno"}},
		"marks what it cuts": {
			"one two three four five six seven", []string{"one two", "three four", "five six…"},
		},
		"nothing": {"", []string{""}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			if diff := cmp.Diff(test.want, wrap(test.text, 11*letter)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// A year of another edition, and a year that does not follow, is never joined.
func TestJoins(t *testing.T) {
	t.Parallel()

	tests := map[string]struct {
		from, to moment
		want     bool
	}{
		"next year":       {moment{year: 2020, methodology: "mm-71"}, moment{year: 2021, methodology: "mm-71"}, true},
		"another edition": {moment{year: 2021, methodology: "mm-71"}, moment{year: 2022, methodology: "mm-91"}, false},
		"a year between":  {moment{year: 2022, methodology: "mm-91"}, moment{year: 2024, methodology: "mm-91"}, false},
		"no edition":      {moment{year: 2014}, moment{year: 2015}, false},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			if got := test.from.joins(&test.to); got != test.want {
				t.Errorf("joins = %t, want %t", got, test.want)
			}
		})
	}
}

// Each class in a drawing has a look in the style sheet: one without would be black, or not be seen.
func TestEveryClassHasALook(t *testing.T) {
	t.Parallel()

	w := wording(t)
	rapid.Check(t, func(t *rapid.T) {
		for _, f := range figures(anyAssessment(t, plainTitles()), w) {
			for _, svg := range drawn(t, f) {
				svg.all(func(n *node) {
					for class := range strings.FieldsSeq(n.attribute("class")) {
						if strings.HasPrefix(class, "c-") && !strings.Contains(CSS(), "."+class+" ") {
							t.Fatalf("%s: the style sheet says nothing of %s", f.ID, class)
						}
					}
				})
			}
		}
	})
}
