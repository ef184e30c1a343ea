package reports

import "github.com/fatih/color"

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
// these are of middling brightness and are read on white and on black.
func shades() [tones]color.Attribute {
	return [tones]color.Attribute{faint: 243, good: 28, caution: 130, bad: 160, note: 31}
}

// palette colours text, or leaves it alone. Each colour is switched for itself: the switch that
// package color has for all of them looks at the process's standard output, and a report may go elsewhere.
type palette [tones]*color.Color

func newPalette(enabled bool) palette {
	const foreground, of256 = 38, 5
	var p palette
	for i, shade := range shades() {
		c := color.New()
		if shade != 0 {
			c.Add(foreground, of256, shade)
		}
		if tone(i) == strong || tone(i) == bad {
			c.Add(color.Bold)
		}
		if enabled && tone(i) != plain {
			c.EnableColor()
		} else {
			c.DisableColor()
		}
		p[i] = c
	}
	return p
}

// paint returns text in a tone.
func (p palette) paint(t tone, text string) string {
	if t == plain {
		return text
	}
	return p[t].Sprint(text)
}
