//go:build linux

// Command performance measures what eifcheck takes, time and memory, beside programs it has to bear comparison
// with, writes docs/performance.md and says which promises hold. scripts/bench runs it.
//
// Everything that is compared runs in one go and by turns, so that whatever else the machine does hits all alike.
// A program of its own, rather than a tool for the purpose, because processor time and peak memory are wanted too,
// and because it needs nothing but Go.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
)

// Exit codes.
const (
	exitHeld = iota
	exitBroken
	exitFailed
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := run(ctx)
	stop()
	os.Exit(code)
}

func run(ctx context.Context) int {
	var o options
	flag.IntVar(&o.StartRounds, "start-rounds", 50, "runs of each program that assesses one file")
	flag.IntVar(&o.CopyRounds, "copy-rounds", 9, "runs of each program that reads many files")
	flag.IntVar(&o.WorstRounds, "worst-rounds", 3, "runs of each of the worst files")
	output := flag.String("o", "docs/performance.md", "the page to write")
	flag.Parse()
	r, err := measureAll(ctx, o)
	if err == nil {
		err = r.write(*output)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "performance:", err)
		return exitFailed
	}
	code := exitHeld
	for _, p := range r.Promises() {
		fmt.Fprintf(os.Stderr, "%-8s  %s: %s\n", p.Verdict(), p.Text, p.Measured)
		if !p.held {
			code = exitBroken
		}
	}
	return code
}

// options say how often things are run.
type options struct {
	StartRounds, CopyRounds, WorstRounds int
}

// results are everything that was measured.
type results struct {
	options

	Machine machine
	// Conftest is its version.
	Conftest     string
	Start        startFigures
	Copies       copyFigures
	Thousands    []thousandsFigures
	Documents    documentFigures
	Worst        []worstFigures
	GoBenchmarks []goBenchmark
}

// RealFile is the file that is assessed where it is no matter which.
func (r *results) RealFile() string { return realFile }

// write writes the page.
func (r *results) write(path string) error {
	page, err := r.page()
	if err != nil {
		return err
	}
	return os.WriteFile(path, page, 0o644)
}

func measureAll(ctx context.Context, o options) (*results, error) {
	directory, err := os.MkdirTemp("", "eifcheck-performance-")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(directory) }() // what is left lies where the system cleans up
	step("build")
	b, err := newBench(ctx, directory)
	if err != nil {
		return nil, err
	}
	r := &results{options: o}
	for _, part := range []struct {
		name    string
		measure func() error
	}{
		{"one file", func() (err error) { r.Start, err = b.measureStart(ctx, o.StartRounds); return }},
		{"many files", func() (err error) { r.Copies, err = b.measureCopies(ctx, o.CopyRounds); return }},
		{"thousands of files", func() (err error) { r.Thousands, err = b.measureThousands(ctx); return }},
		{"reports", func() (err error) { r.Documents, err = b.measureDocuments(ctx); return }},
		{"the worst files", func() (err error) { r.Worst, err = b.measureWorst(ctx, o.WorstRounds); return }},
		{"Go benchmarks", func() (err error) { r.GoBenchmarks, err = runGoBenchmarks(ctx); return }},
		{"the machine", func() (err error) { r.Machine, err = describeMachine(ctx); return }},
		{"conftest's version", func() (err error) { r.Conftest, err = conftestVersion(ctx); return }},
	} {
		step(part.name)
		if err := part.measure(); err != nil {
			return nil, fmt.Errorf("%s: %w", part.name, err)
		}
	}
	return r, nil
}

// step says what is going on to whoever waits for it.
func step(name string) { fmt.Fprintln(os.Stderr, "…", name) }
