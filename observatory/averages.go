package observatory

import "github.com/eifcheck/eifcheck/eif"

// Average is a published average of the EU's Member States.
type Average struct {
	// Value as published, in hundredths of a level: whole levels for the data years 2020 and 2021, two
	// decimals from 2022.
	Value eif.Hundredths
	// Members is the number of Member States with data, of 27. Counted from the published scores.
	Members int
}

// areaAverage is a line of the generated table.
type areaAverage struct {
	year       int
	scoreboard eif.Scoreboard
	area       eif.AreaID
	average    Average
}

// AverageOf returns the published EU average of an area on a scoreboard for exactly that data year.
// It is false where none was published. Which year an assessment is compared with: [NewestAverageYear].
func AverageOf(year int, s eif.Scoreboard, id eif.AreaID) (Average, bool) {
	for i := range averages {
		if a := &averages[i]; a.year == year && a.scoreboard == s && a.area == id {
			return a.average, true
		}
	}
	return Average{}, false
}

// AverageYears lists the data years with published EU averages, oldest first.
func AverageYears() []int {
	var years []int
	for i := range averages {
		if n := len(years); n == 0 || years[n-1] != averages[i].year {
			years = append(years, averages[i].year)
		}
	}
	return years
}

// NewestAverageYear is the data year whose averages an assessment of a year is compared with: the
// same year, else the newest before it; 0 before the first.
func NewestAverageYear(year int) int {
	newest := 0
	for i := range averages {
		if averages[i].year <= year {
			newest = averages[i].year // the table goes by year
		}
	}
	return newest
}
