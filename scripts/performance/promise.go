//go:build linux

package main

import (
	"fmt"
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
	text, measured string
	held           bool
}

func (p promise) verdict() string {
	if p.held {
		return "held"
	}
	return "NOT HELD"
}

func (r *results) promises() []promise {
	s := r.start
	return append([]promise{
		atMost("Assessing one real file takes %s times as long as starting a program with the same libraries",
			ratio(s.eifcheck.wall, s.floor.wall), mostOfFloor),
		atMost("Assessing one real file takes %s of the time that conftest takes for the same checks",
			ratio(s.eifcheck.wall, s.conftest.wall), mostOfConftest),
		{
			text:     "Assessing one real file takes at most " + mebibytes(mostMemory) + " of memory",
			measured: r.memory(s.eifcheck.memory), held: s.eifcheck.memory <= mostMemory,
		},
		atMost(fmt.Sprintf("Assessing %d files takes %%s times the CPU time of parsing them", copies),
			ratio(r.copies.eifcheck.cpu, r.copies.parse.cpu), mostOfParse),
	}, r.worstPromises()...)
}

// atMost is a promise about a ratio. The text has a place for the bound.
func atMost(text string, measured, most float64) promise {
	return promise{
		text:     fmt.Sprintf(text, fmt.Sprintf("at most %.3g", most)),
		measured: fmt.Sprintf("%.2f", measured), held: measured <= most,
	}
}

// worstPromises look at the file that is worst in each respect.
func (r *results) worstPromises() []promise {
	var slowest, largest worstFigures
	var unlike []string
	for _, w := range r.worst {
		if w.wall >= slowest.wall {
			slowest = w
		}
		if w.memory >= largest.memory {
			largest = w
		}
		if w.exit != w.file.Exit {
			unlike = append(unlike, fmt.Sprintf("%s ended with %d, not %d", w.file.Name, w.exit, w.file.Exit))
		}
	}
	exits := promise{text: "Each of the worst files ends with the exit code it should", measured: "all", held: true}
	if len(unlike) > 0 {
		exits.measured, exits.held = strings.Join(unlike, "; "), false
	}
	return []promise{
		{
			text:     "None of the worst files takes over " + duration(worstTime),
			measured: fmt.Sprintf("%s, `%s`", duration(slowest.wall), slowest.file.Name), held: slowest.wall <= worstTime,
		},
		{
			text:     "None of the worst files takes over " + mebibytes(worstMemory) + " of memory",
			measured: fmt.Sprintf("%s, `%s`", r.memory(largest.memory), largest.file.Name),
			held:     largest.memory <= worstMemory,
		},
		exits,
	}
}

func ratio(a, b time.Duration) float64 { return float64(a) / float64(b) }
