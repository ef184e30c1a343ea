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
	flag.IntVar(&o.startRounds, "start-rounds", 50, "runs of each program that assesses one file")
	flag.IntVar(&o.copyRounds, "copy-rounds", 9, "runs of each program that reads many files")
	flag.IntVar(&o.worstRounds, "worst-rounds", 3, "runs of each of the worst files")
	output := flag.String("o", "docs/performance.md", "the page to write")
	flag.Parse()
	r, err := measureAll(ctx, o)
	if err == nil {
		err = os.WriteFile(*output, r.page(), 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "performance:", err)
		return exitFailed
	}
	code := exitHeld
	for _, p := range r.promises() {
		fmt.Fprintf(os.Stderr, "%-8s  %s: %s\n", p.verdict(), p.text, p.measured)
		if !p.held {
			code = exitBroken
		}
	}
	return code
}

// options say how often things are run.
type options struct {
	startRounds, copyRounds, worstRounds int
}

// results are everything that was measured.
type results struct {
	options
	machine   machine
	conftest  string
	start     startFigures
	copies    copyFigures
	worst     []worstFigures
	gobench   []goBenchmark
	ownMemory int64
}

func measureAll(ctx context.Context, o options) (*results, error) {
	directory, err := os.MkdirTemp("", "eifcheck-performance-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(directory)
	step("build")
	all, err := buildPrograms(ctx, directory)
	if err != nil {
		return nil, err
	}
	r := &results{options: o}
	for _, part := range []struct {
		name    string
		measure func() error
	}{
		{"one file", func() (err error) { r.start, err = measureStart(ctx, o.startRounds, all, directory); return }},
		{"many files", func() (err error) { r.copies, err = measureCopies(ctx, o.copyRounds, all, directory); return }},
		{"the worst files", func() (err error) { r.worst, err = measureWorst(ctx, o.worstRounds, all, directory); return }},
		{"Go benchmarks", func() (err error) { r.gobench, err = runGoBenchmarks(ctx); return }},
		{"the machine", func() (err error) { r.machine, err = describeMachine(ctx); return }},
		{"conftest's version", func() (err error) { r.conftest, err = conftestVersion(ctx); return }},
	} {
		step(part.name)
		if err := part.measure(); err != nil {
			return nil, fmt.Errorf("%s: %w", part.name, err)
		}
	}
	r.ownMemory = ownMemory()
	return r, nil
}

// step says what is going on to whoever waits for it.
func step(name string) { fmt.Fprintln(os.Stderr, "…", name) }
