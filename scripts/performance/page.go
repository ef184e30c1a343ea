//go:build linux

package main

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"time"
)

// page is docs/performance.md.
func (r *results) page() []byte {
	var w bytes.Buffer
	r.head(&w)
	r.startSection(&w)
	r.copySection(&w)
	r.worstSection(&w)
	r.goSection(&w)
	r.promiseSection(&w)
	return w.Bytes()
}

func (r *results) head(w *bytes.Buffer) {
	fmt.Fprintf(w, `# Performance

`+"`make bench`"+` measures everything on this page in one run and writes the page: no figure is by hand, and a promise
that does not hold makes it fail. It needs Linux and Go, and builds conftest the first time, which takes minutes.

Measured on: %s.

What is compared runs by turns, in an order that changes every round, so that whatever else the machine does hits all
alike. Times are medians over the rounds. CPU is the time of all processors, in the program and in the system for it.
Memory is the most that was resident in any round; up to %s it cannot be told from the measuring program's own and is
shown as ≤.
`, r.machine, mebibytes(r.ownMemory))
}

func (r *results) startSection(w *bytes.Buffer) {
	s := r.start
	fmt.Fprintf(w, `
## One file, from nothing

`+"`eifcheck assess %s`"+`, %d rounds. The *floor* is a program that imports every package eifcheck imports from other
modules and does nothing: what their start costs, nobody can save. conftest %s does the same checks by a policy in
Rego, `+"`scripts/performance/policy`"+`: keys, ids, scores and what goes with them, the arithmetic of areas, gaps to the
EU average and missing data. Both find the same: below the average %s; without data %s.

`, realFile, r.startRounds, r.conftest, list(s.below), list(s.noData))
	table(w, "program", "time", "CPU", "memory", "time, times the floor's")
	for _, row := range []struct {
		name string
		figures
	}{
		{"a Go program that does nothing", s.empty},
		{"the floor", s.floor},
		{"eifcheck", s.eifcheck},
		{"conftest", s.conftest},
	} {
		line(w, row.name, duration(row.wall), duration(row.cpu), r.memory(row.memory),
			fmt.Sprintf("%.2f", ratio(row.wall, s.floor.wall)))
	}
}

func (r *results) copySection(w *bytes.Buffer) {
	fmt.Fprintf(w, `
## %[1]d files

A directory of %[1]d copies of `+"`%[2]s`"+`, %[3]d rounds: `+"`eifcheck assess DIRECTORY -f ndjson`"+` beside a program that
only parses them into the nodes of the YAML library, as many at once.

`, copies, realFile, r.copyRounds)
	table(w, "program", "time", "CPU", "CPU a file", "memory", "CPU, times the parser's")
	for _, row := range []struct {
		name string
		figures
	}{
		{"parsing alone", r.copies.parse},
		{"eifcheck", r.copies.eifcheck},
	} {
		line(w, row.name, duration(row.wall), duration(row.cpu), duration(row.cpu/copies), r.memory(row.memory),
			fmt.Sprintf("%.2f", ratio(row.cpu, r.copies.parse.cpu)))
	}
}

func (r *results) worstSection(w *bytes.Buffer) {
	fmt.Fprintf(w, `
## The worst files

Files of up to 4 MiB made to be slow or large, as `+"`scripts/performance/worst`"+` writes them, each assessed alone;
%d rounds. The first ones are past the limits, those called `+"`within`"+` get further.

`, r.worstRounds)
	table(w, "file", "what is in it", "size", "time", "memory", "exit code", "first message")
	for _, f := range r.worst {
		message := f.message
		if message == "" {
			message = "none"
		}
		line(w, "`"+f.file.Name+"`", f.file.About, mebibytes(f.size), duration(f.wall), r.memory(f.memory),
			fmt.Sprint(f.exit), shorten(message))
	}
}

func (r *results) goSection(w *bytes.Buffer) {
	fmt.Fprint(w, "\n## Inside\n\n")
	if len(r.gobench) == 0 {
		fmt.Fprint(w, "No package has Go benchmarks yet.\n")
		return
	}
	fmt.Fprint(w, "The packages' own benchmarks, `go test -bench=.`, medians of three runs.\n\n")
	table(w, "package", "benchmark", "time", "memory", "allocations")
	for _, b := range r.gobench {
		line(w, filepath.Join(".", b.room), b.name, duration(time.Duration(b.nanoseconds)), bytesOf(b.bytes),
			fmt.Sprintf("%.0f", b.allocation))
	}
}

func (r *results) promiseSection(w *bytes.Buffer) {
	fmt.Fprint(w, "\n## Promises\n\n")
	table(w, "promise", "measured", "verdict")
	for _, p := range r.promises() {
		line(w, p.text, p.measured, p.verdict())
	}
}

// memory is a peak as the page shows it: what is no more than this program's own peak cannot be told from it.
func (r *results) memory(peak int64) string {
	if peak <= r.ownMemory {
		return "≤ " + mebibytes(r.ownMemory)
	}
	return mebibytes(peak)
}

// table begins a table.
func table(w *bytes.Buffer, heads ...string) {
	line(w, heads...)
	fmt.Fprintf(w, "|%s\n", strings.Repeat("---|", len(heads)))
}

// line is one line of a table. Nothing in a cell can end it.
func line(w *bytes.Buffer, cells ...string) {
	for _, cell := range cells {
		fmt.Fprintf(w, "| %s ", strings.NewReplacer("|", `\|`, "\n", " ").Replace(cell))
	}
	fmt.Fprint(w, "|\n")
}

// list names some things, or none.
func list(names []string) string {
	if len(names) == 0 {
		return "none"
	}
	return strings.Join(names, ", ")
}

// shorten cuts a message that is too long for a cell.
func shorten(text string) string {
	const most = 160
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}

// duration shows a time with three digits.
func duration(d time.Duration) string {
	switch {
	case d >= time.Second:
		return digits(d.Seconds()) + " s"
	case d >= time.Millisecond:
		return digits(d.Seconds()*1e3) + " ms"
	case d >= time.Microsecond:
		return digits(d.Seconds()*1e6) + " µs"
	}
	return fmt.Sprintf("%d ns", d.Nanoseconds())
}

func mebibytes(n int64) string { return digits(float64(n)/(1<<20)) + " MiB" }

// bytesOf shows a number of bytes in the unit it is easiest to read in.
func bytesOf(n float64) string {
	switch {
	case n >= 1<<20:
		return digits(n/(1<<20)) + " MiB"
	case n >= 1<<10:
		return digits(n/(1<<10)) + " KiB"
	}
	return digits(n) + " B"
}

// digits shows a number with the digits that mean something: up to three.
func digits(n float64) string {
	text := fmt.Sprintf("%.*f", max(0, 2-magnitude(n)), n)
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	return text
}

// magnitude is the number of digits before the point, less one.
func magnitude(n float64) int {
	m := 0
	for ; n >= 10; n /= 10 {
		m++
	}
	return m
}
