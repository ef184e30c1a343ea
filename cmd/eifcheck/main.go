// Command eifcheck lints a self-assessment against the European Interoperability Framework, scores
// it, shows the gap to the EU average and gates CI on it.
package main

import (
	"context"
	"os"
	"os/signal"

	"github.com/eifcheck/eifcheck/cmd"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := cmd.Main(ctx, cmd.System())
	stop()
	os.Exit(code)
}
