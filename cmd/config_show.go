package cmd

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/eifcheck/eifcheck/internal/config"
	"github.com/eifcheck/eifcheck/internal/messages"
)

func newConfigShowCommand(a *app) *cobra.Command {
	f := &configFlags{}
	var format string
	c := &cobra.Command{
		Use: "show [-- FLAG...]", Short: a.say("cmd/config.show.short"), Long: a.say("cmd/config.show.long"),
		RunE: func(c *cobra.Command, args []string) error { return a.showConfig(c.Context(), f, format, args) },
	}
	f.register(c, a)
	c.Flags().StringVarP(&format, "format", "f", "text", a.say("flag/config-format"))
	complete(c, "format", []string{"text", "json"})
	return c
}

// setting is a setting with its value: a text, true or false, or a list of texts; null where it is not set.
type setting struct {
	Key   string `json:"key"`
	Value any    `json:"value"`
	// From is flag, environment, file or default; Name the flag, the variable or the file, null for a default.
	From string  `json:"from"`
	Name *string `json:"name"`
	// Line in the file, null elsewhere.
	Line *int `json:"line"`

	origin origin
}

// shownSettings is what config show prints.
type shownSettings struct {
	// Config is the file that counts, null without one.
	Config   *string   `json:"config"`
	Settings []setting `json:"settings"`
}

func (a *app) showConfig(ctx context.Context, f *configFlags, format string, args []string) error {
	if format != "text" && format != "json" {
		return usage("config/usage.format", messages.Args{"found": format})
	}
	file, wrong, err := a.load(ctx, f)
	if err != nil {
		return err
	}
	if err := a.refuse(append(wrong, a.checkVariables(a.settables...)...)); err != nil {
		return err
	}
	shown := shownSettings{Settings: []setting{}}
	if file != nil {
		shown.Config = &file.Path
	}
	if shown.Settings, err = a.effective(file, args); err != nil {
		return err
	}
	if format == "json" {
		return a.printJSON(shown)
	}
	return a.print("", []byte(a.settingsTable(shown)))
}

// effective are the settings of the commands that the configuration speaks of, each once. The flags in
// args are read as those of the first, assess.
func (a *app) effective(file *config.File, args []string) ([]setting, error) {
	byName := map[string]setting{}
	for i, fresh := range a.settables {
		s := fresh()
		if i == 0 {
			if err := parseFlags(s, args); err != nil {
				return nil, err
			}
		}
		origins := a.fill(s, file)
		s.flags.VisitAll(func(flag *pflag.Flag) {
			if _, known := byName[flag.Name]; !known && s.has(flag.Name) != nil {
				byName[flag.Name] = newSetting(flag, origins[flag.Name])
			}
		})
	}
	settings := []setting{}
	for _, key := range a.keys() {
		settings = append(settings, byName[key.Name])
	}
	return settings, nil
}

// parseFlags reads flags as the command line would.
func parseFlags(s settable, args []string) error {
	if err := s.flags.Parse(args); err != nil {
		return usage("cmd/usage.flag", messages.Args{"detail": err.Error(), "command": "eifcheck assess"})
	}
	if s.flags.NArg() > 0 {
		return usage("config/usage.arguments", messages.Args{"found": s.flags.Arg(0)})
	}
	return s.check()
}

func newSetting(flag *pflag.Flag, o origin) setting {
	s := setting{Key: flag.Name, From: o.Source.word(), Value: flag.Value.String(), origin: o}
	switch list, ok := flag.Value.(pflag.SliceValue); {
	case ok && o.Source == fromDefault:
		s.Value = nil
	case ok:
		s.Value = list.GetSlice()
	case flag.Value.Type() == "bool":
		s.Value = flag.Value.String() == "true"
	case flag.Value.String() == "":
		s.Value = nil
	}
	if o.Source != fromDefault {
		s.Name = &o.Name
	}
	if o.Line > 0 {
		s.Line = &o.Line
	}
	return s
}

// settingsTable is a line a setting: key, value, where it comes from.
func (a *app) settingsTable(shown shownSettings) string {
	var b strings.Builder
	head := a.say("config/show.none")
	if shown.Config != nil {
		head = a.wording.Say("config/show.file", messages.Args{"file": *shown.Config})
	}
	b.WriteString(head + "\n\n")
	keys, values := 0, 0
	for _, s := range shown.Settings {
		keys, values = max(keys, len(s.Key)), max(values, len([]rune(a.valueWord(s))))
	}
	for _, s := range shown.Settings {
		from := a.say("config/show.default")
		if s.origin.Source != fromDefault {
			from = messages.CleanLine(s.origin.String())
		}
		fmt.Fprintf(&b, "%-*s  %-*s  %s\n", keys, s.Key, values, a.valueWord(s), from)
	}
	return b.String()
}

// valueWord is a value on one line.
func (a *app) valueWord(s setting) string {
	switch v := s.Value.(type) {
	case nil:
		return a.say("config/show.unset")
	case []string:
		return messages.CleanLine(strings.Join(v, ", "))
	default:
		return messages.CleanLine(fmt.Sprint(v))
	}
}

func (a *app) printJSON(v any) error {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(v); err != nil {
		return fmt.Errorf("write settings: %w", err)
	}
	return a.print("", b.Bytes())
}
