package cmd

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/spf13/cobra"
)

// The help of every command fits a terminal of 80 columns without being broken by it.
func TestHelpFitsTheTerminal(t *testing.T) {
	t.Parallel()
	walk(newRootCommand(newApp((&call{}).environment())), func(c *cobra.Command) {
		if parent := c.Parent(); parent != nil && parent.Name() == "completion" {
			return // cobra's own words, for each shell
		}
		for line := range strings.Lines(c.Long + "\n\n" + c.UsageString()) {
			if columns := utf8.RuneCountInString(strings.TrimRight(line, "\n")); columns > helpWidth {
				t.Errorf("%s: %d columns, want at most %d: %s", c.CommandPath(), columns, helpWidth, line)
			}
		}
	})
}
