// Command eifcheck lints a self-assessment against the European Interoperability Framework, scores
// it, shows the gap to the EU average and gates CI on it.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"time"

	"golang.org/x/term"

	"github.com/eifcheck/eifcheck/cmd"
)

// The program lives for milliseconds, so the collector of garbage may take its time: with Go's own
// setting it costs a third of a run (docs/performance.md). The limit makes it work as usual before
// memory is short.
const (
	garbagePercent = 400
	memoryLimit    = 192 << 20
)

func main() {
	debug.SetGCPercent(garbagePercent)
	debug.SetMemoryLimit(memoryLimit)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := cmd.Main(ctx, cmd.Environment{
		Args: os.Args[1:], Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
		Getenv: os.Getenv, Environ: os.Environ, Now: time.Now, Version: cmd.Version(),
		Width: terminalWidth(os.Stdout), ErrWidth: terminalWidth(os.Stderr),
	})
	stop()
	os.Exit(code)
}

// terminalWidth is 0 where no terminal reads a file.
func terminalWidth(file *os.File) int {
	width, _, err := term.GetSize(int(file.Fd()))
	if err != nil {
		return 0
	}
	return width
}
