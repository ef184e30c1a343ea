//go:build linux

package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"time"
)

// command is a program to be measured, with what it is given.
type command struct {
	// name is what it is called on the page.
	name string
	args []string
	// exit is the code it has to end with: a program that fails early would look fast.
	exit int
	// anyExit takes whatever code it ends with.
	anyExit bool
}

// sample is what one run of a command took.
type sample struct {
	wall time.Duration
	// cpu is the time of all processors, in the program and in the system for it.
	cpu time.Duration
	// memory is the most it ever had resident, in bytes.
	memory int64
	exit   int
}

// longest is how long a command may take before it is ended.
const longest = time.Minute

// run starts the command, waits for it and says what it took. What it prints on standard output goes to a file.
func (b *bench) run(ctx context.Context, c command, output string) (sample, error) {
	ctx, cancel := context.WithTimeout(ctx, longest)
	defer cancel()
	process := exec.CommandContext(ctx, b.launch, append([]string{output}, c.args...)...)
	process.Stderr = os.Stderr
	report, err := process.Output()
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return sample{wall: longest, exit: didNotEnd}, c.judge(didNotEnd)
	}
	if err != nil {
		return sample{}, fmt.Errorf("%s: %w", c.name, err)
	}
	var s sample
	if _, err := fmt.Sscan(string(report), &s.wall, &s.cpu, &s.memory, &s.exit); err != nil {
		return sample{}, fmt.Errorf("%s: read %q: %w", c.name, report, err)
	}
	return s, c.judge(s.exit)
}

// didNotEnd stands for the exit code of a command that had to be ended.
const didNotEnd = -1

// judge says what is wrong with an exit code.
func (c command) judge(exit int) error {
	if c.anyExit || exit == c.exit {
		return nil
	}
	return fmt.Errorf("%s ended with exit code %d, want %d: %v", c.name, exit, c.exit, c.args)
}

// figures sum up the runs of one command.
type figures struct {
	Name string
	// Wall and CPU are medians.
	Wall, CPU time.Duration
	// Memory is the most of all runs, Exit the code of the last.
	Memory int64
	Exit   int
}

// measure runs each command once to warm up and then rounds times. Every round runs all of them, in an order of its
// own, so that whatever else the machine does hits all alike.
func (b *bench) measure(ctx context.Context, rounds int, commands []command) ([]figures, error) {
	samples := make([][]sample, len(commands))
	order := rand.New(rand.NewPCG(1, 1))
	for round := range rounds + 1 {
		for _, i := range order.Perm(len(commands)) {
			s, err := b.run(ctx, commands[i], os.DevNull)
			if err != nil {
				return nil, err
			}
			if round > 0 {
				samples[i] = append(samples[i], s)
			}
		}
	}
	all := make([]figures, len(commands))
	for i, c := range commands {
		all[i] = sumUp(c.name, samples[i])
	}
	return all, nil
}

func sumUp(name string, samples []sample) figures {
	f := figures{Name: name}
	var walls, cpus []time.Duration
	for _, s := range samples {
		walls, cpus = append(walls, s.wall), append(cpus, s.cpu)
		f.Memory, f.Exit = max(f.Memory, s.memory), s.exit
	}
	f.Wall, f.CPU = median(walls), median(cpus)
	return f
}

// median is the middle of some values, the lower of two.
func median[T cmp.Ordered](values []T) T {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[(len(sorted)-1)/2]
}
