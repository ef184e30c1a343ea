package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"path"
	"slices"
	"strconv"
	"strings"
)

// The files of observatory/data. Results stand in a file a data year, and in a second one for
// scoreboard 4, whose areas are others.
const (
	resultFiles       = "observatory/data/20*.csv"
	crossBorderSuffix = "-cross-border"
	averagesFile      = "observatory/data/eu-averages.csv"
	redrawnFile       = "observatory/data/redrawn.csv"
)

// observatory is everything package observatory holds.
type observatory struct {
	fw       *framework
	results  []result // by year, then country
	averages []average
	redrawn  []redraw
}

// result is what was published of a country and a data year: a letter an area, see [cellCode].
type result struct {
	country             string
	year                int
	reading             string
	scores, crossBorder string
}

// average is a published EU average in hundredths, with the number of Member States that have data.
type average struct {
	year, scoreboard int
	area             string
	value, members   int
}

// redraw is a cell that a later edition drew otherwise.
type redraw struct {
	year          int
	country, area string
	first, later  byte
}

// csvFile is a CSV file with the lines its rows stand on.
type csvFile struct {
	path  string
	head  []string
	rows  [][]string
	lines []int
}

// readCSV reads a CSV file; a row with another number of columns than the first is a problem.
func (s *source) readCSV(file string) (f csvFile) {
	f.path = file
	r := csv.NewReader(bytes.NewReader(s.read(file)))
	for {
		row, err := r.Read()
		if parse, ok := errors.AsType[*csv.ParseError](err); ok {
			s.problem(file, parse.Line, "%v", parse.Err)
			return f
		}
		if err != nil {
			return f
		}
		if f.head == nil {
			f.head = row
			continue
		}
		line, _ := r.FieldPos(0)
		f.rows, f.lines = append(f.rows, row), append(f.lines, line)
	}
}

// wantHead wants exactly these columns.
func (s *source) wantHead(f csvFile, want []string) bool {
	if slices.Equal(f.head, want) {
		return true
	}
	s.problem(f.path, 1, "the columns are to be %s", strings.Join(want, ","))
	return false
}

// readObservatory reads what the Monitoring Mechanism published.
func readObservatory(s *source, fw *framework) *observatory {
	obs := &observatory{fw: fw}
	if len(fw.areas) != areaCount || len(fw.countries) == 0 || len(fw.methodologies) == 0 {
		return obs // already a problem
	}
	for _, file := range s.list(resultFiles) {
		obs.readResults(s, file)
	}
	slices.SortFunc(obs.results, func(a, b result) int {
		if a.year != b.year {
			return a.year - b.year
		}
		return strings.Compare(a.country, b.country)
	})
	obs.readAverages(s)
	obs.readRedrawn(s)
	return obs
}

// areaColumns are the ids of the areas, of all or of those on scoreboard 4.
func (obs *observatory) areaColumns(onlyCrossBorder bool) []string {
	var ids []string
	for _, a := range obs.fw.areas {
		if a.CrossBorder || !onlyCrossBorder {
			ids = append(ids, a.ID.value)
		}
	}
	return ids
}

// readResults reads the file of a year. The cross-border file of a year follows the year's own in
// the order of names only by chance, so either may come first.
func (obs *observatory) readResults(s *source, file string) {
	name, border := strings.CutSuffix(strings.TrimSuffix(path.Base(file), ".csv"), crossBorderSuffix)
	year, err := strconv.Atoi(name)
	m, known := obs.fw.methodologyOf(year)
	if err != nil || !known || border && !m.crossBorder() {
		s.problem(file, 0, "the name is YEAR.csv or YEAR%s.csv, of a year and scoreboard in %s",
			crossBorderSuffix, methodologiesFile)
		return
	}
	f := s.readCSV(file)
	if !s.wantHead(f, append([]string{"country", "reading"}, obs.areaColumns(border)...)) {
		return
	}
	last := ""
	for i, row := range f.rows {
		if row[0] <= last {
			s.problem(file, f.lines[i], "%s: countries stand in order, once each", row[0])
		}
		last = row[0]
		obs.addResult(s, f, i, year, border)
	}
}

// addResult adds a row to the results.
func (obs *observatory) addResult(s *source, f csvFile, i, year int, border bool) {
	row, line := f.rows[i], f.lines[i]
	if !slices.ContainsFunc(obs.fw.countries, func(c country) bool { return c.code == row[0] }) {
		s.problem(f.path, line, "country %q is unknown", row[0])
	}
	if row[1] != "vector" && row[1] != "raster" {
		s.problem(f.path, line, "reading %q is neither vector nor raster", row[1])
	}
	codes := make([]byte, 0, len(row)-2)
	for n, cell := range row[2:] {
		code, ok := cellCode(cell)
		if !ok {
			s.problem(f.path, line, "%s: %q is none of 1, 2, 3, 4, - (no data), each with ? when uncertain, or nothing",
				f.head[n+2], cell)
		}
		codes = append(codes, code)
	}
	r := obs.resultOf(row[0], year)
	if r.reading != "" && r.reading != row[1] {
		s.problem(f.path, line, "%s was read otherwise in the other file of %d", row[0], year)
	}
	r.reading = row[1]
	if border {
		r.crossBorder = string(codes)
	} else {
		r.scores = string(codes)
	}
}

// resultOf finds or adds the result of a country and year.
func (obs *observatory) resultOf(country string, year int) *result {
	for i := range obs.results {
		if obs.results[i].country == country && obs.results[i].year == year {
			return &obs.results[i]
		}
	}
	obs.results = append(obs.results, result{country: country, year: year})
	return &obs.results[len(obs.results)-1]
}

// cellCode packs a cell into a letter, the form package observatory reads: 0 for no data, 1 to 4
// for a score, a to e for the same read with doubt, a space for a cell that was not published.
func cellCode(cell string) (byte, bool) {
	value, doubt := strings.CutSuffix(cell, "?")
	switch value {
	case "":
		return ' ', !doubt
	case "0":
		return ' ', false // no data is a state, never a number
	case "-":
		value = "0"
	}
	if len(value) != 1 || value[0] < '0' || value[0] > '0'+highest {
		return ' ', false
	}
	if doubt {
		return value[0] - '0' + 'a', true
	}
	return value[0], true
}

// readRedrawn reads the cells that a later edition drew otherwise.
func (obs *observatory) readRedrawn(s *source) {
	f := s.readCSV(redrawnFile)
	if !s.wantHead(f, []string{"year", "country", "area", "drawn_first", "drawn_later"}) {
		return
	}
	for i, row := range f.rows {
		year, err := strconv.Atoi(row[0])
		first, ok1 := cellCode(row[3])
		later, ok2 := cellCode(row[4])
		column := slices.Index(obs.areaColumns(false), row[2])
		n := slices.IndexFunc(obs.results, func(r result) bool { return r.year == year && r.country == row[1] })
		if err != nil || !ok1 || !ok2 || column < 0 || n < 0 || first == later {
			s.problem(f.path, f.lines[i], "a published country, year and area and two different cells are wanted")
			continue
		}
		if obs.results[n].scores[column] != first {
			s.problem(f.path, f.lines[i], "drawn_first is not what %d.csv says", year)
		}
		obs.redrawn = append(obs.redrawn, redraw{year: year, country: row[1], area: row[2], first: first, later: later})
	}
}

// write writes observatory/zz_cells.go.
func (obs *observatory) write(w *writer) {
	w.line("package observatory\n")
	w.line("var published = [...]CountryYear{")
	for _, r := range obs.results {
		w.line("{Country: %s, Year: %d, Edition: %d, reading: %s, scores: %s, crossBorder: %s},", quote(r.country),
			r.year, r.year+1, map[string]string{"vector": "Vector", "raster": "Raster"}[r.reading],
			quote(r.scores), quote(r.crossBorder))
	}
	w.line("}\n\nvar averages = [...]areaAverage{")
	for _, a := range obs.averages {
		w.line("{year: %d, scoreboard: %d, area: %s, average: Average{Value: %d, Members: %d}},",
			a.year, a.scoreboard, quote(a.area), a.value, a.members)
	}
	w.line("}\n\nvar redrawn = [...]redraw{")
	for _, r := range obs.redrawn {
		w.line("{year: %d, country: %s, area: %s, score: %s},", r.year, quote(r.country), quote(r.area),
			string(r.later))
	}
	w.line("}")
}
