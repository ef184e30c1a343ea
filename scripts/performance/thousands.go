//go:build linux

package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
)

// The many files are compared with a tenth of them: what grows in between grows with the number of files.
const (
	thousands = 10_000
	tenth     = thousands / 10
)

// exitNotAssessed is the code for a run in which a file could not be assessed: one of them is broken.
const exitNotAssessed = 2

// Few is how many files there are to compare with.
func (r *results) Few() int { return tenth }

// Many is how many files there are.
func (r *results) Many() int { return thousands }

// thousandsFigures are what one format takes for few files and for many.
type thousandsFigures struct {
	Format    string
	Few, Many figures
}

// Growth is the memory for many files as a multiple of that for few.
func (f thousandsFigures) Growth() float64 { return float64(f.Many.Memory) / float64(f.Few.Memory) }

// Processors is how many of them were busy on average.
func (f thousandsFigures) Processors() float64 { return ratio(f.Many.CPU, f.Many.Wall) }

// measureThousands runs once a format: a run over so many files is its own average.
func (b *bench) measureThousands(ctx context.Context) ([]thousandsFigures, error) {
	directory := filepath.Join(b.directory, "thousands")
	few, many := filepath.Join(directory, "few"), filepath.Join(directory, "many")
	if err := errors.Join(writeThousands(few, tenth), writeThousands(many, thousands)); err != nil {
		return nil, err
	}
	var all []thousandsFigures
	for _, format := range []string{"text", "json", "ndjson"} {
		f := thousandsFigures{Format: format}
		for _, part := range []struct {
			directory string
			figures   *figures
		}{{few, &f.Few}, {many, &f.Many}} {
			s, err := b.run(ctx, command{
				name: "eifcheck", args: []string{b.eifcheck, "assess", part.directory, "-f", format},
				exit: exitNotAssessed,
			}, os.DevNull)
			if err != nil {
				return nil, err
			}
			*part.figures = sumUp(format, []sample{s})
		}
		all = append(all, f)
	}
	return all, nil
}

// writeThousands writes copies of the real file, and a broken one in the middle.
func writeThousands(directory string, count int) error {
	source, err := os.ReadFile(realFile)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(directory, 0o755); err != nil {
		return err
	}
	for i := range count {
		text := source
		if i == count/2 {
			text = []byte("eifcheck: [1\n")
		}
		name := filepath.Join(directory, fmt.Sprintf("fr-%05d.yaml", i))
		if err := os.WriteFile(name, text, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// What is promised of many files.
const (
	mostGrowth       = 1.2
	leastOfProcessor = 0.8
)

// thousandsPromises look at the format that is worst in each respect.
func (r *results) thousandsPromises() []promise {
	growth, busy := 0.0, float64(runtime.NumCPU())
	for _, f := range r.Thousands {
		growth, busy = max(growth, f.Growth()), min(busy, f.Processors())
	}
	processors := runtime.NumCPU()
	least := leastOfProcessor * float64(processors)
	return []promise{
		atMost(fmt.Sprintf("%d files take %%s times the memory of %d", thousands, tenth), growth, mostGrowth),
		{
			Text:     fmt.Sprintf("%d files keep at least %.1f of %d processors busy", thousands, least, processors),
			Measured: fmt.Sprintf("%.2f", busy), held: busy >= least,
		},
	}
}
