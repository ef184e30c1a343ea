package eifcheck

import (
	"context"
	"slices"

	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/observatory"
	"github.com/eifcheck/eifcheck/schemas"
	"github.com/eifcheck/eifcheck/scoring"
)

// Beside says what an assessment is shown beside. The zero value is nothing.
type Beside struct {
	// History adds what was published of the same country in other years.
	History bool
	// Earlier are files of the same subject, each added to the history with its own scores; where the
	// same year was published too, the file counts.
	Earlier []string
	// Peers are the codes of countries whose published results of the same year are added, in this order.
	Peers []string
}

// history lists other years of the same subject, the oldest first.
func (r run) history(a *assessment.Assessment) []PastResult {
	past := []PastResult{}
	for _, result := range r.years {
		if result.Country == a.Country && result.Year != a.Year {
			past = append(past, result)
		}
	}
	if r.Beside.History && a.Scope == eif.Country {
		for _, year := range observatory.Years(a.Country) {
			known := slices.ContainsFunc(past, func(p PastResult) bool { return p.Year == year })
			if result, ok := publishedResult(a.Country, year); ok && year != a.Year && !known {
				past = append(past, result)
			}
		}
	}
	slices.SortStableFunc(past, func(x, y PastResult) int { return x.Year - y.Year })
	return past
}

// peers lists what was published of other countries in the same year; a country without results of
// that year has an entry without areas, so that nobody takes it for forgotten.
func (r run) peers(a *assessment.Assessment) []PastResult {
	peers := []PastResult{}
	if a.Scope != eif.Country {
		return peers
	}
	for _, country := range r.Beside.Peers {
		if country == a.Country { // it is on the page already
			continue
		}
		result, _ := publishedResult(country, a.Year)
		peers = append(peers, result)
	}
	return peers
}

// publishedResult is what the Monitoring Mechanism published of a country and year.
func publishedResult(country string, year int) (PastResult, bool) {
	result := PastResult{
		Country: country, Year: year, Methodology: methodologyID(year), Areas: map[eif.AreaID]*eif.Score{},
	}
	known, ok := observatory.Published(country, year)
	if !ok {
		return result, false
	}
	result.Source = PublishedSource
	for i := range eif.Areas() {
		id := eif.Areas()[i].ID
		if cell, found := known.Area(id); found {
			result.Areas[id] = orNull(cell.Score)
		}
	}
	return result, true
}

// PublishedSource is the source of a past result that the Monitoring Mechanism published; any other is
// the name of a file.
const PublishedSource = "published"

// earlierYear scores a file of another year. One that cannot be assessed ends the run: a trend with a
// hole that nobody asked for would be read as no data.
func earlierYear(ctx context.Context, name string) (PastResult, error) {
	d := document.Read(ctx, name)
	problems := append(append([]document.Problem{}, d.Problems...), schemas.Check(d)...)
	if len(problems) > 0 || d.Root == nil {
		return PastResult{}, EarlierError{File: name, Problems: problems}
	}
	a := assessment.Decode(d.Root)
	card := scoring.Score(a, nil)
	result := PastResult{
		Country: a.Country, Year: a.Year, Methodology: methodologyID(a.Year), Source: d.Name,
		Areas: map[eif.AreaID]*eif.Score{},
	}
	for i := range card.Areas {
		result.Areas[card.Areas[i].ID] = orNull(card.Areas[i].Score)
	}
	return result, nil
}

// earlierYears scores the files of other years, once for all assessments of a run.
func earlierYears(ctx context.Context, names []string) ([]PastResult, error) {
	var results []PastResult
	for _, name := range names {
		result, err := earlierYear(ctx, name)
		if err != nil {
			return nil, err
		}
		results = append(results, result)
	}
	return results, nil
}

// EarlierError is a file of another year that cannot be assessed.
type EarlierError struct {
	File     string
	Problems []document.Problem
}

func (e EarlierError) Error() string { return "cannot assess " + e.File }
