package main

import (
	"slices"
	"strconv"
	"strings"
)

// readAverages reads the EU averages: a row an area of a scoreboard, a column a data year.
func (obs *observatory) readAverages(s *source) {
	f := s.readCSV(averagesFile)
	if len(f.head) < 3 || f.head[0] != "scoreboard" || f.head[1] != "area" {
		s.problem(f.path, 1, "the columns are to be scoreboard,area,2020,2021,…")
		return
	}
	want := obs.averageRows()
	for i, row := range f.rows {
		if i >= len(want) || row[0]+","+row[1] != want[i] {
			s.problem(f.path, f.lines[i], "%s,%s: areas stand in order, by scoreboard", row[0], row[1])
			return
		}
	}
	if len(f.rows) != len(want) {
		s.problem(f.path, 0, "%d rows instead of %d", len(f.rows), len(want))
		return
	}
	for n, head := range f.head[2:] {
		year, _ := strconv.Atoi(head)
		m, ok := obs.fw.methodologyOf(year)
		if !ok || n > 0 && head <= f.head[n+1] {
			s.problem(f.path, 1, "column %q is no year of %s, or not in order", head, methodologiesFile)
			return
		}
		for i, row := range f.rows {
			obs.addAverage(s, f.path, f.lines[i], year, m, row[0], row[1], row[n+2])
		}
	}
}

// averageRows are the rows of the file in order: the areas of scoreboards 1 to 3, then those of 4.
func (obs *observatory) averageRows() []string {
	var rows []string
	for _, a := range obs.fw.areas {
		rows = append(rows, strconv.Itoa(a.Scoreboard.value)+","+a.ID.value)
	}
	for _, id := range obs.areaColumns(true) {
		rows = append(rows, strconv.Itoa(crossBorder)+","+id)
	}
	return rows
}

// addAverage adds one average. There is one for every area of a scoreboard that exists, with the
// decimals of its methodology, so that none is forgotten or mistyped.
func (obs *observatory) addAverage(
	s *source, file string, line, year int, m methodology, board, area, cell string,
) {
	scoreboard, _ := strconv.Atoi(board)
	if scoreboard == crossBorder && !m.crossBorder() {
		if cell != "" {
			s.problem(file, line, "%d: there was no scoreboard 4", year)
		}
		return
	}
	value, ok := hundredths(cell, m.AverageDecimals.value)
	if !ok {
		s.problem(file, line, "%d: %q is no average from 1 to 4 with %d decimals", year, cell, m.AverageDecimals.value)
		return
	}
	obs.averages = append(obs.averages, average{
		year: year, scoreboard: scoreboard, area: area, value: value, members: obs.members(year, scoreboard, area),
	})
}

// hundredths reads a number from 1 to 4 with exactly so many decimals.
func hundredths(cell string, decimals int) (int, bool) {
	whole, part, _ := strings.Cut(cell, ".")
	if len(whole) != 1 || len(part) != decimals || (decimals == 0) != (whole == cell) {
		return 0, false
	}
	n, err := strconv.Atoi(whole + (part + "00")[:2])
	return n, err == nil && n >= 100 && n <= 100*highest
}

// members counts the Member States with data in an area.
func (obs *observatory) members(year, scoreboard int, area string) int {
	column := slices.Index(obs.areaColumns(scoreboard == crossBorder), area)
	n := 0
	for _, r := range obs.results {
		cells := r.scores
		if scoreboard == crossBorder {
			cells = r.crossBorder
		}
		if r.year == year && column < len(cells) && obs.isMember(r.country) && scored(cells[column]) {
			n++
		}
	}
	return n
}

// scored tells whether a cell holds a score.
func scored(code byte) bool { return code >= '1' && code <= '4' || code >= 'b' && code <= 'e' }

// isMember tells whether a country is a Member State.
func (obs *observatory) isMember(code string) bool {
	return slices.ContainsFunc(obs.fw.countries, func(c country) bool { return c.code == code && c.member })
}
