package cmd

import (
	"time"

	"github.com/schollz/progressbar/v3"

	"github.com/eifcheck/eifcheck/internal/messages"
)

// progressAfter is how long a run takes before it shows how far it has come.
const progressAfter = time.Second

// progress shows on standard error how far a long run has come.
type progress struct {
	app   *app
	total int
	done  int
	since time.Time
	bar   *progressbar.ProgressBar
}

// newProgress starts to count. Nothing is shown unless a person watches standard error while the
// report goes elsewhere: a report on the terminal shows by itself how far it has come.
func (a *app) newProgress(total int, quiet, readable bool) *progress {
	if quiet || a.env.ErrWidth == 0 || readable && a.env.Width > 0 {
		return nil
	}
	return &progress{app: a, total: total, since: a.env.Now()}
}

// next counts one file.
func (p *progress) next() {
	if p == nil {
		return
	}
	p.done++
	if p.bar == nil && p.app.env.Now().Sub(p.since) >= progressAfter {
		p.bar = progressbar.NewOptions(p.total,
			progressbar.OptionSetWriter(p.app.env.Stderr),
			progressbar.OptionSetDescription(p.app.wording.Say("cmd/progress", messages.Args{"count": p.total})),
			progressbar.OptionSetWidth(min(40, max(10, p.app.env.ErrWidth-50))),
			progressbar.OptionShowCount(),
			progressbar.OptionThrottle(progressAfter/10),
			progressbar.OptionClearOnFinish(),
		)
	}
	if p.bar != nil {
		_ = p.bar.Set(p.done) // a bar that cannot be drawn is no reason to end the run
	}
}

// close takes the bar away, so that what is said next stands on a line of its own.
func (p *progress) close() {
	if p != nil && p.bar != nil {
		_ = p.bar.Clear()
	}
}
