package browser

import (
	"bytes"
	"context"
	"errors"
	"os/exec"
	"strings"
	"time"

	"github.com/eifcheck/eifcheck/internal/messages"
)

// farewell is how long the end of a browser that was killed is waited for.
const farewell = 5 * time.Second

// run runs the browser to its end and returns the last thing it said. Nothing of it is left running.
func (b Browser) run(ctx context.Context, args []string) (said string, err error) {
	limited, cancel := context.WithTimeout(ctx, b.patience)
	defer cancel()
	//nolint:gosec // the program that was found or that the user named, with arguments of our own
	c := exec.CommandContext(limited, b.Path, args...)
	var out tail
	c.Stdout, c.Stderr = &out, &out
	c.WaitDelay = farewell
	together(c)
	err = c.Run()
	end(c)
	switch {
	case ctx.Err() != nil:
		return "", ctx.Err()
	case limited.Err() != nil:
		return "", problem("browser/slow", messages.Args{"browser": b.Path, "count": int(b.patience.Seconds())})
	case err == nil, errors.Is(err, exec.ErrWaitDelay):
		return out.last(), nil
	}
	if _, ran := errors.AsType[*exec.ExitError](err); !ran {
		return "", problem("browser/start", messages.Args{"browser": b.Path, "detail": err.Error()})
	}
	return "", problem("browser/nothing", messages.Args{"browser": b.Path, "detail": out.last()})
}

// tail keeps the end of what is written to it.
type tail struct{ bytes.Buffer }

const tailBytes = 8 << 10

// Write never fails, so that the process is not held up.
func (t *tail) Write(p []byte) (int, error) {
	t.Buffer.Write(p)
	t.Next(max(0, t.Len()-tailBytes))
	return len(p), nil
}

// last is the last line that was written, without the time and place in the browser's own code before it.
func (t *tail) last() string {
	text := strings.TrimSpace(t.String())
	line := strings.TrimSpace(text[strings.LastIndexByte(text, '\n')+1:])
	if _, rest, ok := strings.Cut(line, "] "); ok && strings.HasPrefix(line, "[") {
		line = rest
	}
	return line
}
