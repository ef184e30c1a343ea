//go:build linux

package main

import (
	"cmp"
	"context"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// goBenchmark is one benchmark of the Go code, its figures the medians of some runs.
type goBenchmark struct {
	Room, Name         string
	Time               time.Duration
	Bytes, Allocations int64
}

// runGoBenchmarks runs all benchmarks that the packages have.
func runGoBenchmarks(ctx context.Context) ([]goBenchmark, error) {
	out, err := goCommand(ctx, "test", "-run=^$", "-bench=.", "-benchmem", "-count=3", "./...")
	if err != nil {
		return nil, err
	}
	return parseGoBenchmarks(out), nil
}

// benchmarkLine is a line of go test: the name with the number of processors, the runs, and three figures.
var benchmarkLine = regexp.MustCompile(
	`^Benchmark(\S+?)(?:-\d+)?\s+\d+\s+([\d.]+) ns/op\b.*?\s([\d.]+) B/op\s+([\d.]+) allocs/op`)

// parseGoBenchmarks reads what go test prints, in its order.
func parseGoBenchmarks(out string) []goBenchmark {
	type key struct{ room, name string }
	var order []key
	runs := map[key][][]string{}
	room := ""
	for line := range strings.Lines(out) {
		if path, ok := strings.CutPrefix(strings.TrimSpace(line), "pkg: "); ok {
			room = cmp.Or(strings.TrimPrefix(strings.TrimPrefix(path, "github.com/eifcheck/eifcheck"), "/"), ".")
		}
		fields := benchmarkLine.FindStringSubmatch(line)
		if fields == nil {
			continue
		}
		k := key{room, fields[1]}
		if runs[k] == nil {
			order = append(order, k)
		}
		runs[k] = append(runs[k], fields[2:])
	}
	all := make([]goBenchmark, len(order))
	for i, k := range order {
		all[i] = goBenchmark{
			Room: k.room, Name: k.name, Time: time.Duration(medianField(runs[k], 0)),
			Bytes: medianField(runs[k], 1), Allocations: medianField(runs[k], 2),
		}
	}
	return all
}

// medianField is the median of one figure of some lines.
func medianField(lines [][]string, field int) int64 {
	values := make([]float64, len(lines))
	for i, line := range lines {
		values[i], _ = strconv.ParseFloat(line[field], 64) // the expression lets only numbers through
	}
	return int64(median(values))
}
