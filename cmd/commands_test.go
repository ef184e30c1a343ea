package cmd

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// The script of exit codes speaks of every command, of one that passes and one that does not.
func TestEveryCommandHasItsExitCodes(t *testing.T) {
	t.Parallel()
	script, err := os.ReadFile("../testdata/script/exit-codes-all.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range newRootCommand(newApp((&call{}).environment())).Commands() {
		if c.Name() == "help" || c.Name() == "version" { // nothing can be wrong with them
			continue
		}
		for _, code := range []string{"0", "2"} {
			line := regexp.MustCompile(`(?m)^` + code + `\|` + regexp.QuoteMeta(c.Name()) + `\b`)
			if !line.Match(script) {
				t.Errorf("no line for %s that ends with %s", c.Name(), code)
			}
		}
	}
	if strings.Count(string(script), "\n1|") < 10 {
		t.Error("the gate fails in too few lines")
	}
}
