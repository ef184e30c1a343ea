package cmd

import (
	"strings"
	"time"
	"unicode/utf8"

	"github.com/eifcheck/eifcheck/internal/messages"
)

const (
	// progressAfter is how long a run takes before it shows how far it has come, progressEvery how long that stays.
	progressAfter = time.Second
	progressEvery = time.Second / 10
)

// progress shows on standard error, in one line, how far a long run has come.
type progress struct {
	app         *app
	total, done int
	since       time.Time
	// drawn is when the line was last drawn, width how much of the terminal it takes; 0 before it is there.
	drawn time.Time
	width int
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
	now := p.app.env.Now()
	if now.Sub(p.since) < progressAfter || now.Sub(p.drawn) < progressEvery {
		return
	}
	p.drawn = now
	p.draw(p.app.wording.Say("cmd/progress", messages.Args{"done": p.done, "count": p.total}))
}

// draw replaces the line, whose remains are written over: not every terminal can be told to clear it. A line that
// does not fit would begin another one each time.
func (p *progress) draw(line string) {
	if width := utf8.RuneCountInString(line); width < p.app.env.ErrWidth {
		_, _ = p.app.env.Stderr.Write([]byte("\r" + line + strings.Repeat(" ", max(0, p.width-width))))
		p.width = width
	}
}

// close takes the line away, so that what is said next stands on a line of its own.
func (p *progress) close() {
	if p != nil && p.width > 0 {
		p.draw("")
		_, _ = p.app.env.Stderr.Write([]byte("\r"))
	}
}
