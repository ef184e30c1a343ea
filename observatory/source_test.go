package observatory_test

import (
	"encoding/csv"
	"errors"
	"io/fs"
	"os"
	"strconv"
	"testing"

	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/observatory"
)

// sourceFolder holds the tables this project's data were taken from, beside the repository.
const sourceFolder = "../../shared/data/observatory/"

// Every cell is the one of the source, no more and no fewer.
func TestCellsAreThoseOfTheSource(t *testing.T) {
	t.Parallel()

	readings := map[string]observatory.Reading{
		"vector": observatory.Vector, "raster": observatory.Raster, "raster-ambiguous": observatory.RasterAmbiguous,
	}
	all := cells()
	rows := readSource(t, "scores.csv")
	if len(rows) != len(all) {
		t.Errorf("got %d cells, want %d", len(all), len(rows))
	}
	for _, row := range rows {
		at := place{number(t, row["year"]), row["country"], eif.Scoreboard(number(t, row["scoreboard"])), eif.AreaID(row["area"])}
		cell, ok := all[at]
		if !ok || int(cell.Score) != number(t, row["score"]) || cell.Reading != readings[row["reading"]] {
			t.Errorf("%v: got %+v, %t, want %v", at, cell, ok, row)
		}
		if c, _ := observatory.Published(at.country, at.year); c.Edition != number(t, row["factsheet_edition"]) {
			t.Errorf("%v: edition %d, want %s", at, c.Edition, row["factsheet_edition"])
		}
	}
}

func TestRedrawnCellsAreThoseOfTheSource(t *testing.T) {
	t.Parallel()

	all := cells()
	rows := readSource(t, "redrawn-2021.csv")
	for _, row := range rows {
		at := place{number(t, row["year"]), row["country"], eif.Scoreboard(number(t, row["scoreboard"])), eif.AreaID(row["area"])}
		cell := all[at]
		if int(cell.Score) != number(t, row["score_2022_edition"]) || cell.Redrawn == nil ||
			int(cell.Redrawn.Score) != number(t, row["score_2023_edition"]) {
			t.Errorf("%v: got %+v, want %v", at, cell, row)
		}
	}
}

func TestAveragesAreThoseOfTheSource(t *testing.T) {
	t.Parallel()

	rows := readSource(t, "eu-averages.csv")
	if len(rows) != 94 {
		t.Errorf("got %d averages, want 94", len(rows))
	}
	for _, row := range rows {
		year, board := number(t, row["year"]), eif.Scoreboard(number(t, row["scoreboard"]))
		a, ok := observatory.AverageOf(year, board, eif.AreaID(row["area"]))
		var want eif.Hundredths
		if err := want.UnmarshalJSON([]byte(row["published_average"])); err != nil {
			t.Fatal(err)
		}
		if !ok || a.Value != want || a.Members != number(t, row["member_states_with_data"]) {
			t.Errorf("%v: got %v, %t", row, a, ok)
		}
	}
}

// readSource reads a table as rows of named cells, and skips the test where the source is not there.
func readSource(t *testing.T, name string) []map[string]string {
	t.Helper()

	f, err := os.Open(sourceFolder + name)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("%s is not there: only where the source lies beside the repository can our copy be compared with it",
			sourceFolder+name)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	table, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	rows := make([]map[string]string, 0, len(table)-1)
	for _, cells := range table[1:] {
		row := map[string]string{}
		for i, cell := range cells {
			row[table[0][i]] = cell
		}
		rows = append(rows, row)
	}
	return rows
}

// number reads a whole number; nothing is 0, the score of a cell without data.
func number(t *testing.T, s string) int {
	t.Helper()

	if s == "" {
		return 0
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}
