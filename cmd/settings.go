package cmd

import (
	"context"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/eifcheck/eifcheck/internal/config"
	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/internal/repository"
)

// settings are what one run takes from elsewhere than its command line.
type settings struct {
	// file is the configuration, nil without one.
	file *config.File
	// origins say where each flag has its value from.
	origins map[string]origin
	// root of the repository that the run is in, "" outside of one.
	root string
}

// files are the files that no report may replace.
func (s settings) files() []string {
	if s.file == nil {
		return nil
	}
	return []string{s.file.Path}
}

// configFlags choose the configuration file.
type configFlags struct {
	path string
	none bool
	// named tells that --config was written, be it without a name.
	named func() bool
}

func (f *configFlags) register(c *cobra.Command, a *app) {
	c.Flags().StringVarP(&f.path, "config", "c", "", a.say("flag/config"))
	c.Flags().BoolVar(&f.none, "no-config", false, a.say("flag/no-config"))
	f.named = func() bool { return c.Flags().Changed("config") }
	_ = c.MarkFlagFilename("config", "yaml", "yml", "json")
}

// configurable lets a command take its flags from the environment and from the configuration file too:
// a flag counts more than a variable, a variable more than the file.
func (a *app) configurable(c *cobra.Command, fresh func() settable) {
	f := &configFlags{}
	f.register(c, a)
	a.settables = append(a.settables, fresh)
	c.PreRunE = func(c *cobra.Command, _ []string) error {
		s := fresh()
		s.flags = c.Flags()
		return a.configure(c.Context(), f, s, fresh)
	}
}

// configure fills the flags of a run. Everything that is wrong with file and environment is said at
// once, and ends the command: a run with half of a configuration would look like a result.
func (a *app) configure(ctx context.Context, f *configFlags, s settable, fresh func() settable) error {
	file, wrong, err := a.load(ctx, f)
	if err != nil {
		return err
	}
	if err := a.refuse(append(wrong, a.checkVariables(fresh)...)); err != nil {
		return err
	}
	a.settings = settings{file: file, root: repository.Root("."), origins: a.fill(s, file)}
	return nil
}

// load finds, reads and checks the configuration file; nil when there is none or none is wanted.
func (a *app) load(ctx context.Context, f *configFlags) (*config.File, []complaint, error) {
	path, err := a.findConfig(f)
	if err != nil || path == "" {
		return nil, nil, err
	}
	file := config.Read(document.Read(ctx, path), config.Rules{
		Keys: a.keys(), Elsewhere: elsewhere(), Version: a.env.Version,
	})
	if file.Unchecked != "" {
		a.complain("config/required-version.unchecked", messages.Args{
			"file": file.Path, "found": file.Unchecked, "version": a.env.Version,
		})
	}
	return file, a.checkFile(file), nil
}

// findConfig is the path of the configuration file as messages show it, "" for none.
func (a *app) findConfig(f *configFlags) (string, error) {
	if f.path != "" && f.none {
		return "", usage("config/none-and-file", nil)
	}
	switch named := a.env.Getenv(variable("config")); {
	case f.none:
		return "", nil
	case f.path != "":
		return f.path, nil
	case f.named():
		return "", usage("config/unnamed", nil)
	case named != "":
		return named, nil
	}
	found := config.Find(".")
	for i, path := range found {
		found[i] = fromHere(path)
	}
	switch len(found) {
	case 0:
		return "", nil
	case 1:
		return found[0], nil
	}
	return "", usage("config/several", messages.Args{"files": found})
}

// fromHere names a file from the working directory.
func fromHere(path string) string {
	if relative, err := filepath.Rel(repository.Real("."), repository.Real(path)); err == nil {
		path = relative
	}
	return filepath.ToSlash(path)
}

// fill gives each flag that the command line does not name its value from the environment, else from
// the file, and says where each has its value from.
func (a *app) fill(s settable, file *config.File) map[string]origin {
	origins := map[string]origin{}
	s.flags.VisitAll(func(flag *pflag.Flag) { origins[flag.Name] = a.originOf(s, flag, file) })
	for name, o := range origins {
		if opposite, ok := origins[opposites()[name]]; ok && opposite.Source > o.Source {
			o = origin{}
		}
		origins[name] = o
	}
	for name, o := range origins {
		switch o.Source {
		case fromEnvironment:
			setAll(s.flags, name, a.fromVariable(s.flags.Lookup(name)))
		case fromFile:
			setAll(s.flags, name, values(s.flags.Lookup(name), file, file.Entry(name)))
		case fromDefault, fromFlag:
		}
	}
	return origins
}

// originOf says where a flag has its value from.
func (a *app) originOf(s settable, flag *pflag.Flag, file *config.File) origin {
	entry := file.Entry(flag.Name)
	switch {
	case flag.Changed:
		return origin{Source: fromFlag, Name: "--" + flag.Name}
	case s.has(flag.Name) == nil:
	case a.env.Getenv(variable(flag.Name)) != "":
		return origin{Source: fromEnvironment, Name: variable(flag.Name)}
	case flag.Name == "color" && a.colorVariable():
	case entry != nil:
		return origin{Source: fromFile, Name: file.Path, Line: entry.Span.Start.Line}
	}
	return origin{}
}

// colorVariable tells that the environment decides on colour by the names that all programs know; like
// every variable they count more than the file.
func (a *app) colorVariable() bool {
	return a.env.Getenv("NO_COLOR") != "" || a.env.Getenv("CLICOLOR_FORCE") != "" || a.env.Getenv("FORCE_COLOR") != ""
}

// setAll gives a flag its values. They were checked before, so that none can be refused.
func setAll(flags *pflag.FlagSet, name string, values []string) {
	for _, value := range values {
		_ = flags.Set(name, value)
	}
}

// values are those that the file gives a flag. Paths in it start where the file lies.
func values(flag *pflag.Flag, file *config.File, entry *config.Entry) []string {
	texts := make([]string, len(entry.Values))
	for i, v := range entry.Values {
		texts[i] = fromFileOf(file, flag, v.Text)
	}
	return texts
}

// fromFileOf is a value of the file as the flag needs it.
func fromFileOf(file *config.File, flag *pflag.Flag, value string) string {
	if flag.Name == "format" {
		if format, path, ok := strings.Cut(value, "="); ok && path != "" {
			return format + "=" + besideFile(file, path)
		}
		return value
	}
	if namesFile(flag) {
		return besideFile(file, value)
	}
	return value
}

// besideFile is a path of the configuration file as seen from the working directory.
func besideFile(file *config.File, path string) string {
	if path == "" || path == document.Stdin || filepath.IsAbs(path) {
		return path
	}
	return filepath.ToSlash(filepath.Join(filepath.Dir(file.Path), path))
}

// inRepository names a file from the root of the repository.
func (a *app) inRepository(name string) string { return repository.Path(a.settings.root, name) }
