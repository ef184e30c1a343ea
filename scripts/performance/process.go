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
	"syscall"
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
	// limit ends it; 0 is a minute.
	limit time.Duration
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

// run starts the command, waits for it and says what it took. What it prints goes to out, or nowhere.
func (c command) run(ctx context.Context, out *os.File) (sample, error) {
	limit := c.limit
	if limit == 0 {
		limit = time.Minute
	}
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	process := exec.CommandContext(ctx, c.args[0], c.args[1:]...)
	if out != nil {
		process.Stdout, process.Stderr = out, out
	}
	before := time.Now()
	err := process.Run()
	wall := time.Since(before)
	var failure *exec.ExitError
	if err != nil && !errors.As(err, &failure) {
		return sample{}, fmt.Errorf("%s: %w", c.name, err)
	}
	usage, ok := process.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		return sample{}, fmt.Errorf("%s: the system does not say what it used", c.name)
	}
	s := sample{
		wall: wall, cpu: process.ProcessState.UserTime() + process.ProcessState.SystemTime(),
		memory: usage.Maxrss << 10, exit: process.ProcessState.ExitCode(),
	}
	if !c.anyExit && s.exit != c.exit {
		return s, fmt.Errorf("%s ended with exit code %d, want %d: %v", c.name, s.exit, c.exit, c.args)
	}
	return s, nil
}

// figures sum up the runs of one command.
type figures struct {
	name string
	// wall and cpu are medians.
	wall, cpu time.Duration
	// memory is the most of all runs, exit the highest code.
	memory int64
	exit   int
}

// measure runs each command once to warm up and then rounds times. Every round runs all of them, in an order of its
// own, so that whatever else the machine does hits all alike.
func measure(ctx context.Context, rounds int, commands []command) ([]figures, error) {
	samples := make([][]sample, len(commands))
	order := rand.New(rand.NewPCG(1, 1))
	for round := range rounds + 1 {
		for _, i := range order.Perm(len(commands)) {
			s, err := commands[i].run(ctx, nil)
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
	f := figures{name: name}
	var walls, cpus []time.Duration
	for _, s := range samples {
		walls, cpus = append(walls, s.wall), append(cpus, s.cpu)
		f.memory, f.exit = max(f.memory, s.memory), max(f.exit, s.exit)
	}
	f.wall, f.cpu = median(walls), median(cpus)
	return f
}

// median is the middle of some values, the lower of two.
func median[T cmp.Ordered](values []T) T {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[(len(sorted)-1)/2]
}

// ownMemory is the most this program ever had resident. Linux counts it for every process that is started from it,
// so that less than this cannot be told.
func ownMemory() int64 {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		return 0
	}
	return usage.Maxrss << 10
}
