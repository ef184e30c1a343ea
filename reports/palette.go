package reports

import (
	"strings"

	"github.com/fatih/color"
)

// tone is what a piece of text means. What a tone says is always said by a word or a shape too.
type tone uint8

// The tones.
const (
	plain tone = iota
	// strong is a heading or a name to find by eye.
	strong
	// faint is what can be skipped.
	faint
	// good, caution and bad judge.
	good
	caution
	bad
	// note is neither good nor bad.
	note
	tones
)

// shades are the colours of the tones that have one, of the 256 colours that nearly every terminal
// draws alike. The sixteen basic ones are drawn so differently that a yellow or a blue can vanish;
// these are of middling brightness and can be read on white and on black.
func shades() [tones]color.Attribute {
	return [tones]color.Attribute{faint: 243, good: 28, caution: 130, bad: 161, note: 31}
}

// palette holds what switches each tone on and off; nothing where there is no colour.
type palette [tones]struct{ on, off string }

// newPalette asks each colour for itself. The switch that package color has for all of them looks at
// the process's standard output and environment, and a report may go elsewhere.
func newPalette(enabled bool) palette {
	const foreground, of256, between = 38, 5, "|"
	var p palette
	if !enabled {
		return p
	}
	for i, shade := range shades() {
		if tone(i) == plain {
			continue
		}
		c := color.New()
		c.EnableColor()
		if shade != 0 {
			c.Add(foreground, of256, shade)
		}
		if tone(i) != faint && tone(i) != note {
			c.Add(color.Bold)
		}
		p[i].on, p[i].off, _ = strings.Cut(c.Sprint(between), between)
	}
	return p
}
