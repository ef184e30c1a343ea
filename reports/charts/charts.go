// Package charts draws the pictures of a report.
package charts

import (
	"html/template"
	"strconv"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/eif"
)

// Figure is a picture with its words and its numbers.
type Figure struct {
	ID, Title string
	// Description is the text alternative, in sentences.
	Description string
	// SVG is "" when there is nothing to draw.
	SVG   template.HTML
	Table Table
}

// Table holds the numbers of a picture.
type Table struct {
	Columns []string
	Rows    [][]string
}

// Radar shows the areas of a scoreboard.
func Radar(_ *eifcheck.Assessment, board eifcheck.Scoreboard, w eifcheck.Wording) Figure {
	return Figure{
		ID: "radar-" + strconv.Itoa(int(board.ID)), Title: w.Texts.Scoreboard(board.ID).Title, Table: areas(board),
	}
}

// DotPlot shows the areas of a scoreboard beside their averages.
func DotPlot(_ *eifcheck.Assessment, board eifcheck.Scoreboard, w eifcheck.Wording) Figure {
	return Figure{
		ID: "dots-" + strconv.Itoa(int(board.ID)), Title: w.Texts.Scoreboard(board.ID).Title, Table: areas(board),
	}
}

// CSS is the look of the pictures.
func CSS() string { return "" }

func areas(board eifcheck.Scoreboard) Table {
	var t Table
	for i := range board.Areas {
		t.Rows = append(t.Rows, []string{string(board.Areas[i].ID), written(board.Areas[i].Score)})
	}
	return t
}

func written(s *eif.Score) string {
	if s == nil {
		return ""
	}
	return strconv.Itoa(int(*s))
}

// HeatMap shows the 47 recommendations.
func HeatMap(a *eifcheck.Assessment, _ eifcheck.Wording) Figure {
	var t Table
	for i := range a.Recommendations {
		t.Rows = append(t.Rows, []string{string(a.Recommendations[i].ID), written(a.Recommendations[i].Score)})
	}
	return Figure{ID: "heat", Table: t}
}

// Trend shows the other years.
func Trend(*eifcheck.Assessment, eifcheck.Wording) (Figure, bool) { return Figure{}, false }

// Peers shows other countries.
func Peers(*eifcheck.Assessment, eifcheck.Wording) (Figure, bool) { return Figure{}, false }
