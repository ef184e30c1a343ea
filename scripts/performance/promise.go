//go:build linux

package main

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// What is promised.
const (
	mostOfFloor    = 3.0
	mostOfConftest = 0.7
	mostOfParse    = 3.0
	mostMemory     = 40 << 20
	worstTime      = 3 * time.Second
	worstMemory    = 512 << 20
)

// promise is one of the bounds that eifcheck keeps to, and what was measured of it.
type promise struct {
	Text, Measured string
	held           bool
}

// Verdict is what the page says of it.
func (p promise) Verdict() string {
	if p.held {
		return "held"
	}
	return "NOT HELD"
}

// Promises are all of them, with what was measured.
func (r *results) Promises() []promise {
	s := r.Start
	return append([]promise{
		atMost("Assessing one real file takes %s times as long as starting a program with the same libraries",
			ratio(s.Eifcheck.Wall, s.Floor.Wall), mostOfFloor),
		atMost("Assessing one real file takes %s of the time that conftest takes for the same checks",
			ratio(s.Eifcheck.Wall, s.Conftest.Wall), mostOfConftest),
		{
			Text:     "Assessing one real file takes at most " + size(mostMemory) + " of memory",
			Measured: size(s.Eifcheck.Memory), held: s.Eifcheck.Memory <= mostMemory,
		},
		atMost("Assessing many files takes %s times the CPU time of parsing them",
			ratio(r.Copies.Eifcheck.CPU, r.Copies.Parse.CPU), mostOfParse),
	}, slices.Concat(r.thousandsPromises(), r.documentPromises(), r.worstPromises())...)
}

// atMost is a promise about a ratio. The text has a place for the bound.
func atMost(text string, measured, most float64) promise {
	return promise{
		Text:     fmt.Sprintf(text, fmt.Sprintf("at most %.3g", most)),
		Measured: fmt.Sprintf("%.2f", measured), held: measured <= most,
	}
}

// worstPromises look at the file that is worst in each respect.
func (r *results) worstPromises() []promise {
	var slowest, largest worstFigures
	var unlike []string
	for _, w := range r.Worst {
		if w.Time() >= slowest.Time() {
			slowest = w
		}
		if w.Memory() >= largest.Memory() {
			largest = w
		}
		if objection := w.unlike(); objection != "" {
			unlike = append(unlike, objection)
		}
	}
	exits := promise{Text: "Each of the worst files ends with the exit code it should", Measured: "all do", held: true}
	if len(unlike) > 0 {
		exits.Measured, exits.held = strings.Join(unlike, "; "), false
	}
	return []promise{
		{
			Text:     "None of the worst files takes over " + duration(worstTime),
			Measured: fmt.Sprintf("%s, `%s`", duration(slowest.Time()), slowest.File.Name),
			held:     slowest.Time() <= worstTime,
		},
		{
			Text:     "None of the worst files takes over " + size(worstMemory) + " of memory",
			Measured: fmt.Sprintf("%s, `%s`", size(largest.Memory()), largest.File.Name),
			held:     largest.Memory() <= worstMemory,
		},
		exits,
	}
}

func ratio(a, b time.Duration) float64 { return float64(a) / float64(b) }
