package cmd

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/eifcheck/eifcheck/internal/config"
)

// walk visits every command.
func walk(c *cobra.Command, visit func(*cobra.Command)) {
	visit(c)
	for _, child := range c.Commands() {
		walk(child, visit)
	}
}

// withoutConfiguration are the commands that assess nothing and render no assessment: what they do is
// said by their arguments alone.
func withoutConfiguration() []string {
	return []string{"convert", "explain", "init", "merge", "schema", "rules", "config", "version", "completion", "help"}
}

// Every flag of every command that assesses has a key in the configuration, or a reason not to.
func TestEveryFlagHasAKey(t *testing.T) {
	t.Parallel()
	a := newApp((&call{}).environment())
	root := newRootCommand(a)
	keys := map[string]bool{}
	for _, key := range a.keys() {
		keys[key.Name] = true
	}
	used := map[string]bool{"help": true} // cobra adds it when a command runs
	commands := 0
	walk(root, func(c *cobra.Command) {
		first, _, _ := strings.Cut(strings.TrimPrefix(c.CommandPath(), "eifcheck "), " ")
		if c == root || slices.Contains(withoutConfiguration(), first) {
			return
		}
		commands++
		if c.Flags().Lookup("config") == nil {
			t.Errorf("%s reads no configuration: call configurable, or add it to withoutConfiguration", c.CommandPath())
		}
		c.Flags().VisitAll(func(flag *pflag.Flag) {
			used[flag.Name] = true
			if !keys[flag.Name] && elsewhere()[flag.Name] == "" {
				t.Errorf("--%s of %s has no key", flag.Name, c.CommandPath())
			}
			if keys[flag.Name] && elsewhere()[flag.Name] != "" {
				t.Errorf("--%s of %s has a key and a reason to have none", flag.Name, c.CommandPath())
			}
		})
	})
	if commands == 0 {
		t.Fatal("no command reads the configuration")
	}
	for name := range maps.Keys(examples()) {
		if !keys[name] {
			t.Errorf("%s has an example and is no key", name)
		}
	}
	for _, name := range pairs() {
		if !keys[name] {
			t.Errorf("%s is in pairs and is no key", name)
		}
	}
	for name := range elsewhere() {
		if !used[name] {
			t.Errorf("%s has a reason to have no key and is no flag", name)
		}
	}
}

// A key means the same, and is written in the same way, in every command.
func TestKeysAreTheSameEverywhere(t *testing.T) {
	t.Parallel()
	a := commands(t)
	for _, fresh := range a.settables {
		s := fresh()
		for _, key := range a.keys() {
			if flag := s.has(key.Name); flag != nil && kindOf(flag) != key.Kind {
				t.Errorf("%s is of another kind in another command", key.Name)
			}
		}
		if err := s.check(); err != nil {
			t.Errorf("a command refuses its own defaults: %v", err)
		}
	}
}

// Flags that take the name of a file are marked so, or paths of the configuration would start in the
// wrong directory. Help texts name what a flag takes.
func TestFlagsWithFilesAreMarked(t *testing.T) {
	t.Parallel()
	for _, fresh := range commands(t).settables {
		s := fresh()
		for _, name := range []string{"average", "baseline", "history", "logo", "template", "theme", "waivers"} {
			if flag := s.flags.Lookup(name); flag != nil && !namesFile(flag) {
				t.Errorf("--%s takes a file: call MarkFlagFilename", name)
			}
		}
	}
}

// Each example can be copied into a file as it is.
//
//nolint:paralleltest // it changes the working directory
func TestExamplesAreRight(t *testing.T) {
	for _, key := range commands(t).keys() {
		t.Run(key.Name, func(t *testing.T) {
			if key.Example == "" {
				t.Fatal("no example: add one to the table examples")
			}
			files(t, map[string]string{".eifcheck.yaml": "version: 1\n" + key.Name + ": " + key.Example + "\n"})
			c := call{args: []string{"config", "verify"}}
			if code := c.run(t); code != 0 {
				t.Errorf("exit %d: %s", code, c.stderr.String())
			}
		})
	}
}

// mistakes are a wrong value of each key whose values are checked.
func mistakes() map[string]string {
	return map[string]string{
		"by": "nobody", "color": "blue", "compare": "QQ", "disable": "weather/*", "enable": "weather/*", "fail-on": "maybe",
		"format": "papyrus", "lang": "tlh", "max-gap": "wide", "max-regression": "4", "min-area": "{P99: 1}", "min-coverage": "101",
		"min-score": "5", "no-ignores": "maybe", "only": "weather/*", "quiet": "maybe", "severity": "{eif/*: bad}", "verbose": "maybe",
		"width": "wide",
	}
}

// unchecked are keys that take any value: whether a file is there is seen when it is read.
func unchecked() []string { return []string{"base", "baseline", "logo", "theme", "waivers"} }

// A message about a value speaks the language of where it stands: of keys for a file, of variables for the
// environment, and of flags for flags only.
//
//nolint:paralleltest // it changes the working directory
func TestMistakesAreNamedAsWritten(t *testing.T) {
	for _, key := range commands(t).keys() {
		t.Run(key.Name, func(t *testing.T) {
			wrong := mistakes()[key.Name]
			if slices.Contains(unchecked(), key.Name) != (wrong == "") {
				t.Fatal("add a wrong value to mistakes, or the key to unchecked")
			}
			if wrong == "" {
				return
			}
			files(t, map[string]string{".eifcheck.yaml": "version: 1\n" + key.Name + ": " + wrong + "\n"})
			c := call{args: []string{"config", "verify"}}
			if code := c.run(t); code != 2 {
				t.Errorf("file: exit %d", code)
			}
			said := c.stderr.String()
			if !strings.HasPrefix(said, "eifcheck: .eifcheck.yaml:2:") || strings.Contains(said, "--") || strings.Contains(said, "{flag}") {
				t.Errorf("file: %s", said)
			}
			c = call{args: []string{"config", "show", "--no-config"}, env: map[string]string{variable(key.Name): variableWord(key, wrong)}}
			if code := c.run(t); code != 2 {
				t.Errorf("variable: exit %d", code)
			}
			said = c.stderr.String()
			if strings.Contains(said, "--") || key.Name != "format" && !strings.Contains(said, variable(key.Name)) {
				t.Errorf("variable: %s", said)
			}
		})
	}
}

// variableWord is a value of the file as the environment has it.
func variableWord(key config.Key, value string) string {
	if key.Kind != config.Pairs {
		return value
	}
	return strings.ReplaceAll(strings.Trim(value, "{}"), ": ", "=")
}
