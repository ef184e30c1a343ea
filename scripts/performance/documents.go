//go:build linux

package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"github.com/eifcheck/eifcheck/observatory"
)

// documentFigures are what the report of one real file takes beside its assessment, and the reports of every country
// and year of which scores were published.
type documentFigures struct {
	JSON, HTML figures
	// Size is that of the page in bytes.
	Size int64
	// All is one run that writes the pages of Count files.
	All   figures
	Count int
}

// What is promised of reports.
const (
	mostOfJSON  = 5.0
	mostOfPage  = 390 << 10 // under 400 kB
	allYears    = 15 * time.Second
	reportTimes = 30
)

func (b *bench) measureDocuments(ctx context.Context) (documentFigures, error) {
	directory := filepath.Join(b.directory, "documents")
	years, pages := filepath.Join(directory, "years"), filepath.Join(directory, "pages")
	if err := errors.Join(os.MkdirAll(years, 0o755), os.MkdirAll(pages, 0o755)); err != nil {
		return documentFigures{}, err
	}
	page := filepath.Join(directory, "fr.html")
	f, err := b.measure(ctx, reportTimes, []command{
		{name: "`assess -f json`", args: []string{b.eifcheck, "assess", realFile, "-f", "json"}},
		{name: "`report`", args: []string{b.eifcheck, "report", realFile, "-o", page}},
	})
	if err != nil {
		return documentFigures{}, err
	}
	info, err := os.Stat(page)
	if err != nil {
		return documentFigures{}, err
	}
	count, err := b.writeYears(ctx, years)
	if err != nil {
		return documentFigures{}, err
	}
	all := command{name: "all", args: []string{b.eifcheck, "report", years, "-o", pages + "/"}}
	s, err := b.run(ctx, all, os.DevNull)
	if err != nil {
		return documentFigures{}, err
	}
	written, err := filepath.Glob(filepath.Join(pages, "*.html"))
	if err == nil && len(written) != count {
		err = fmt.Errorf("%d files gave %d reports", count, len(written))
	}
	return documentFigures{
		JSON: f[0], HTML: f[1], Size: info.Size(), All: sumUp(all.name, []sample{s}), Count: count,
	}, err
}

// writeYears writes a file for every country and year of which scores were published, and says how many.
func (b *bench) writeYears(ctx context.Context, directory string) (int, error) {
	all := observatory.CountryYears()
	for _, c := range all {
		name := fmt.Sprintf("%s-%d.yaml", c.Country, c.Year)
		_, err := b.run(ctx, command{name: "init", args: []string{
			b.eifcheck, "init", "--published", "--minimal", "--country", c.Country, "--year", strconv.Itoa(c.Year),
			"-o", filepath.Join(directory, name),
		}}, os.DevNull)
		if err != nil {
			return 0, err
		}
	}
	return len(all), nil
}

// documentPromises are those about reports.
func (r *results) documentPromises() []promise {
	d := r.Documents
	return []promise{
		atMost("The report of one real file takes %s times as long as its assessment in JSON",
			ratio(d.HTML.Wall, d.JSON.Wall), mostOfJSON),
		{
			Text:     "The report of one real file has at most " + size(mostOfPage),
			Measured: size(d.Size), held: d.Size <= mostOfPage,
		},
		{
			Text: fmt.Sprintf("The reports of all %d countries and years take at most %s",
				d.Count, duration(allYears)),
			Measured: duration(d.All.Wall), held: d.All.Wall <= allYears,
		},
	}
}
