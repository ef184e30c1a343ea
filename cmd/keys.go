package cmd

import (
	"maps"
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/eifcheck/eifcheck/internal/config"
)

// settable is a command as the configuration sees it, made anew for each use: its flags at their
// defaults, and a check that reads them all as the command would.
type settable struct {
	flags *pflag.FlagSet
	check func() error
	// own are flags that the configuration has under the same name with another meaning.
	own []string
}

// has finds the flag that a key stands for, or nil.
func (s settable) has(key string) *pflag.Flag {
	if elsewhere()[key] != "" || slices.Contains(s.own, key) {
		return nil
	}
	return s.flags.Lookup(key)
}

// elsewhere are the flags that are no keys, each with the code of the reason. They are about one run, or
// about the configuration itself.
func elsewhere() map[string]string {
	return map[string]string{
		"config":         "config/no-key.config",
		"no-config":      "config/no-key.config",
		"help":           "config/no-key.help",
		"history":        "config/no-key.history",
		"no-color":       "config/no-key.no-color",
		"output":         "config/no-key.output",
		"stdin-filename": "config/no-key.stdin-filename",
		"template":       "config/no-key.template",
		"today":          "config/no-key.today",
		"what-if":        "config/no-key.what-if",
		"write-baseline": "config/no-key.write-baseline",
	}
}

// pairs are the flags that take NAME=VALUE, repeatedly: in the file their values are keys with a value.
func pairs() []string { return []string{"min-area", "severity"} }

// examples are values as somebody would write them in the file, for messages and for the starter file.
func examples() map[string]string {
	return map[string]string{
		"base":           "origin/main",
		"baseline":       "eifcheck-baseline.json",
		"by":             "respondent",
		"color":          "never",
		"compare":        "[DE, ES, EE]",
		"disable":        "[coverage/*]",
		"enable":         "[coverage/no-data]",
		"fail-on":        "warning",
		"format":         "[text, json=eifcheck.json]",
		"lang":           "en",
		"logo":           "logo.svg",
		"max-gap":        "1",
		"max-regression": "0",
		"min-area":       "{P3: 3, P7: 2}",
		"min-coverage":   "80",
		"min-score":      "2",
		"no-ignores":     "true",
		"only":           "[eif/*, coverage/no-data]",
		"quiet":          "true",
		"severity":       "{coverage/no-data: warning}",
		"theme":          "theme.css",
		"verbose":        "true",
		"waivers":        "eifcheck-waivers.yaml",
		"width":          "100",
	}
}

// opposites are flags of which a run can have one: what is said nearer to the run decides.
func opposites() map[string]string {
	return map[string]string{"quiet": "verbose", "verbose": "quiet", "config": "no-config", "no-config": "config"}
}

// keys are the keys of a configuration: every flag of every command that it speaks of, once.
func (a *app) keys() []config.Key {
	byName := map[string]config.Key{}
	for _, fresh := range a.settables {
		s := fresh()
		s.flags.VisitAll(func(flag *pflag.Flag) {
			if _, known := byName[flag.Name]; !known && s.has(flag.Name) != nil {
				byName[flag.Name] = config.Key{Name: flag.Name, Kind: kindOf(flag), Example: examples()[flag.Name]}
			}
		})
	}
	keys := make([]config.Key, 0, len(byName))
	for _, name := range slices.Sorted(maps.Keys(byName)) {
		keys = append(keys, byName[name])
	}
	return keys
}

// kindOf says how the value of a flag is written in the file.
func kindOf(flag *pflag.Flag) config.Kind {
	_, repeatable := flag.Value.(pflag.SliceValue)
	switch {
	case slices.Contains(pairs(), flag.Name):
		return config.Pairs
	case repeatable:
		return config.List
	case flag.Value.Type() == "bool":
		return config.Switch
	}
	return config.Text
}

// namesFile tells that the value of a flag is a path: so the shell completes it, and so the
// configuration takes it from where the file lies. See [cobra.MarkFlagFilename].
func namesFile(flag *pflag.Flag) bool {
	_, ok := flag.Annotations[cobra.BashCompFilenameExt]
	return ok
}
