package cmd

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/eifcheck/eifcheck/internal/config"
	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/internal/repository"
)

// configSchema is where editors find the schema of the configuration.
const configSchema = "https://raw.githubusercontent.com/eifcheck/eifcheck/main/schemas/config.schema.json"

func newConfigInitCommand(a *app) *cobra.Command {
	var path string
	var force bool
	c := &cobra.Command{
		Use: "init", Short: a.say("cmd/config.init.short"), Long: a.say("cmd/config.init.long"), Args: noArguments,
		RunE: func(*cobra.Command, []string) error { return a.initConfig(path, force) },
	}
	c.Flags().StringVarP(&path, "output", "o", config.Names()[0], a.say("flag/config-output"))
	c.Flags().BoolVar(&force, "force", false, a.say("flag/force"))
	return c
}

// initConfig writes a configuration to start from, and never over one, or beside another that
// would count too.
func (a *app) initConfig(path string, force bool) error {
	if path == document.Stdin || path == "" {
		return a.print("", a.starter())
	}
	if _, err := os.Lstat(path); err == nil && !force {
		return usage("config/exists", messages.Args{"path": path})
	}
	for _, other := range config.In(filepath.Dir(path)) {
		if repository.Real(other) != repository.Real(path) && isConfigName(path) {
			return usage("config/exists.other", messages.Args{"path": fromHere(other)})
		}
	}
	if err := a.print(path, a.starter()); err != nil {
		return err
	}
	a.complain("config/written", messages.Args{"path": path})
	return nil
}

// isConfigName tells that a file would be found without being named.
func isConfigName(path string) bool {
	for _, name := range config.Names() {
		if filepath.Base(path) == filepath.Base(name) {
			return true
		}
	}
	return false
}

// starter is a configuration that changes nothing: every key as a comment, with what it does.
func (a *app) starter() []byte {
	var b bytes.Buffer
	b.WriteString("# yaml-language-server: $schema=" + configSchema + "\n")
	comment(&b, a.say("config/init.head"))
	b.WriteString("version: 1\n")
	about := a.flagHelp()
	b.WriteString("\n")
	comment(&b, a.say("config/init.required"))
	comment(&b, config.RequiredKey+`: ">=1.0"`)
	for _, key := range a.keys() {
		b.WriteString("\n")
		comment(&b, sentence(about[key.Name]))
		comment(&b, key.Name+": "+key.Example)
	}
	return b.Bytes()
}

// flagHelp is the help of each flag that has a key.
func (a *app) flagHelp() map[string]string {
	about := map[string]string{}
	for _, fresh := range a.settables {
		fresh().flags.VisitAll(func(flag *pflag.Flag) {
			if about[flag.Name] == "" {
				about[flag.Name] = flag.Usage
			}
		})
	}
	return about
}

// sentence makes the help of a flag one.
func sentence(help string) string {
	if help == "" {
		return help
	}
	return strings.ToUpper(help[:1]) + help[1:] + "."
}

func comment(b *bytes.Buffer, text string) {
	for line := range strings.SplitSeq(text, "\n") {
		b.WriteString("# " + line + "\n")
	}
}
