//go:build linux

// Command launch runs a program and prints what it took: its time and its processor time in nanoseconds, the most
// memory it had in bytes, and its exit code.
//
// It is as small as a Go program can be, for Linux counts the memory of whoever starts a program as the program's:
// below launch's own few MiB a peak cannot be told.
package main

import (
	"os"
	"runtime"
	"strconv"
	"syscall"
	"time"
)

func main() {
	if len(os.Args) < 3 {
		fail("usage: launch OUTPUT PROGRAM [ARGUMENT...]")
	}
	out, err := os.OpenFile(os.Args[1], os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		fail(err.Error())
	}
	null, err := os.OpenFile(os.DevNull, os.O_RDWR, 0)
	if err != nil {
		fail(err.Error())
	}
	// The program is not to outlive this one, and the system watches the thread that started it.
	runtime.LockOSThread()
	before := time.Now()
	process, err := os.StartProcess(os.Args[2], os.Args[2:], &os.ProcAttr{
		Files: []*os.File{null, out, null},
		Sys:   &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL},
	})
	if err != nil {
		fail(err.Error())
	}
	state, err := process.Wait()
	wall := time.Since(before)
	if err != nil {
		fail(err.Error())
	}
	usage, ok := state.SysUsage().(*syscall.Rusage)
	if !ok {
		fail("the system does not say what the program used")
	}
	cpu := state.UserTime() + state.SystemTime()
	for _, n := range []int64{wall.Nanoseconds(), cpu.Nanoseconds(), usage.Maxrss << 10, int64(state.ExitCode())} {
		_, _ = os.Stdout.WriteString(strconv.FormatInt(n, 10) + "\n") // whoever reads misses it
	}
}

func fail(reason string) {
	_, _ = os.Stderr.WriteString("launch: " + reason + "\n") // there is nobody else to tell
	os.Exit(1)
}
