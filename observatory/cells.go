package observatory

import "github.com/eifcheck/eifcheck/eif"

// CountryYear is what was published of a country for a data year. Values are shared and read only.
type CountryYear struct {
	// Country is the canonical code: EL, not GR.
	Country string
	// Year is the year the data describe, Edition that of the factsheet: one more.
	Year, Edition int

	// reading is how the chart was read, except for cells that are marked as doubtful.
	reading Reading
	// scores holds a character an area in the order of eif.Areas: 1 to 4, 0 for no data, the letters
	// a to e for the values 0 to 4 where the reading is doubtful, a space for a cell that was not published.
	scores string
	// crossBorder holds the same for the areas that scoreboard 4 repeats; empty before 2022.
	crossBorder string
}

// redraw is a cell that the next edition drew otherwise.
type redraw struct {
	year    int
	country string
	area    eif.AreaID
	score   eif.Score
}

// CountryYears lists everything published, by year and then country. The slice is shared: read only.
func CountryYears() []CountryYear { return published[:] }

// Published returns what was published of a country, named by its canonical code, for a data year.
func Published(country string, year int) (CountryYear, bool) {
	for i := range published {
		if published[i].Country == country && published[i].Year == year {
			return published[i], true
		}
	}
	return CountryYear{}, false
}

// Years lists the data years published of a country, oldest first; empty when there is none.
func Years(country string) []int {
	var years []int
	for i := range published {
		if published[i].Country == country {
			years = append(years, published[i].Year)
		}
	}
	return years
}

// Area returns what was published for an area on scoreboards 1 to 3. It is false when the area is
// unknown or its cell was not published; "no data" is published: a cell whose score is not known.
func (c CountryYear) Area(id eif.AreaID) (Cell, bool) {
	column := 0
	for _, a := range eif.Areas() {
		if a.ID == id {
			cell, ok := c.cell(c.scores, column)
			if ok {
				cell.Redrawn = c.redrawn(id)
			}
			return cell, ok
		}
		column++
	}
	return Cell{}, false
}

// CrossBorder returns what was published for an area on scoreboard 4. It is false before data year
// 2022 and for the six areas that scoreboard 4 does not repeat.
func (c CountryYear) CrossBorder(id eif.AreaID) (Cell, bool) {
	column := 0
	for _, a := range eif.Areas() {
		if !a.CrossBorder {
			continue
		}
		if a.ID == id {
			return c.cell(c.crossBorder, column)
		}
		column++
	}
	return Cell{}, false
}

// cell unpacks a cell.
func (c CountryYear) cell(cells string, column int) (Cell, bool) {
	if column >= len(cells) {
		return Cell{}, false
	}
	switch code := cells[column]; {
	case code >= '0' && code <= '4':
		return Cell{Score: eif.Score(code - '0'), Reading: c.reading}, true
	case code >= 'a' && code <= 'e':
		return Cell{Score: eif.Score(code - 'a'), Reading: RasterAmbiguous}, true
	}
	return Cell{}, false
}

// redrawn returns what the next edition drew where it differs, as a copy: the table stays as it is.
func (c CountryYear) redrawn(id eif.AreaID) *Redrawn {
	for i := range redrawn {
		if r := &redrawn[i]; r.year == c.Year && r.country == c.Country && r.area == id {
			return &Redrawn{Score: r.score}
		}
	}
	return nil
}
