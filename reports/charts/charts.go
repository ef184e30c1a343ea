// Package charts draws what a Result says: the radar and the dot plot of a scoreboard, the heat map of the 47
// recommendations, the trend over the years and the peers of a country.
//
// A chart prints a Result and decides nothing. Its scale is always that of the Monitoring Mechanism, 1 to 4, and
// each line of it is labelled. No data is drawn as no data, never as a low value: an open span that says how far the
// score is unknown, and a line that stops. Nothing is told by colour alone: a score is a dot, an average a hollow
// diamond, what is not known is hatched, and each is named in the legend. Beside the drawing stand sentences that
// say the same, and a table with every number.
package charts

import (
	_ "embed"
	"html/template"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/scoring"
)

// Figure is a chart with what it says in words and in numbers.
type Figure struct {
	// ID is unique among the figures of an assessment; every id in the drawing begins with it.
	ID    string
	Title string
	// Description is the text alternative, in sentences.
	Description string
	// SVG is what to put into a page: one drawing, or several in a <div class="charts">. Empty where there is
	// nothing to draw.
	SVG   template.HTML
	Table Table
}

// Table holds the numbers of a chart. The first column of a row is its header.
type Table struct {
	Columns []string
	Rows    [][]string
}

//go:embed charts.css
var css string

// CSS is the look of the charts, for the page to embed. A page gives its own colours to the custom properties
// --chart-score, --chart-average, --chart-grid, --chart-nodata, --chart-paper and --chart-level-1 to 4; without
// them the charts have their own for light, dark and paper.
func CSS() string { return css }

// author draws in one language.
type author struct {
	w eifcheck.Wording
	a *eifcheck.Assessment
}

// place is what is drawn of an area or a recommendation.
type place struct {
	id       string
	title    string
	status   scoring.Status
	score    eif.Score
	basis    scoring.Basis
	interval [2]eif.Score
	average  *eif.Hundredths
	relation scoring.Relation
}

// placeOf reads an area. A score outside the scale, as only a foreign result could have, is no data.
func placeOf(area *eifcheck.Area) place {
	p := place{
		id: string(area.ID), title: area.Title, status: area.Status, basis: area.Basis, average: area.Average,
		score: known(area.Score), interval: span(area.Interval),
	}
	if area.Relation != nil {
		p.relation = *area.Relation
	}
	return p
}

func placesOf(board eifcheck.Scoreboard) []place {
	places := make([]place, len(board.Areas))
	for i := range board.Areas {
		places[i] = placeOf(&board.Areas[i])
	}
	return places
}

func placeOfRecommendation(r *eifcheck.Recommendation) place {
	return place{
		id: string(r.ID), title: r.Title, status: r.Status, basis: r.Basis,
		score: known(r.Score), interval: span(r.Interval),
	}
}

// scored tells whether there is a score to draw.
func (p *place) scored() bool { return p.score.Known() }

// partial tells whether the score lies between two that are known.
func (p *place) partial() bool {
	return !p.scored() && p.status == scoring.Partial && p.interval[0].Known() && p.interval[1].Known()
}

// open tells whether nothing is known of a score that applies.
func (p *place) open() bool {
	return !p.scored() && !p.partial() && p.status != scoring.NotApplicable
}

// indicative tells whether the score was calculated from answers: the Commission's questions are not public.
func (p *place) indicative() bool { return p.scored() && p.basis == scoring.Derived }

func known(score *eif.Score) eif.Score {
	if score == nil || !score.Known() {
		return 0
	}
	return *score
}

// span is where a score can lie: the whole scale where nothing narrows it.
func span(interval *[2]eif.Score) [2]eif.Score {
	if interval == nil || !interval[0].Known() || !interval[1].Known() || interval[0] > interval[1] {
		return [2]eif.Score{eif.LowestScore, eif.HighestScore}
	}
	return *interval
}

// some tells whether some place is as asked.
func some(places []place, is func(*place) bool) bool {
	for i := range places {
		if is(&places[i]) {
			return true
		}
	}
	return false
}

// drawable tells whether a scoreboard has something of the assessment to draw; averages alone are no picture of it.
func drawable(places []place) bool {
	return some(places, func(p *place) bool { return p.scored() || p.partial() })
}

func hasAverage(p *place) bool { return p.average != nil }
