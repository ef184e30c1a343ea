// Package observatory holds what the EIF Monitoring Mechanism published: the scores of 35 countries
// for the data years 2020, 2021 and 2022, and the EU averages.
//
// Source: European Commission, Digital Public Administration factsheets 2021, 2022 and 2023 (each
// describes the year before), CC BY 4.0. The scores were read from the factsheets' charts; each
// cell keeps how. The tables are generated from data/*.csv and cost nothing at start.
package observatory

import "github.com/eifcheck/eifcheck/eif"

// Attribution must stand wherever published scores or averages are shown.
const Attribution = "European Commission, Digital Public Administration factsheets 2021-2023, CC BY 4.0"

// Reading is how a cell was read from its chart.
type Reading uint8

// The readings, from exact to least certain.
const (
	// Vector: exact, from the drawing's own coordinates.
	Vector Reading = iota + 1
	// Raster: from pixels, checked against the text of the factsheet.
	Raster
	// RasterAmbiguous: from a narrow wedge of pixels, least certain.
	RasterAmbiguous
)

// Cell is one published result. The zero Score means that "no data" was published.
type Cell struct {
	Score   eif.Score
	Reading Reading
	// Redrawn is set when the next year's factsheet drew the cell otherwise (year 2021 only).
	Redrawn *Redrawn
}

// Redrawn is what a later edition drew for the same cell; the zero Score is no data.
type Redrawn struct{ Score eif.Score }
