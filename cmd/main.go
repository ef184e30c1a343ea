// Package cmd is the command line: one file a command, each thin. A command reads its arguments,
// calls the house and prints; nothing here computes.
//
// [Main] is a function of its [Environment]: streams, variables, clock, terminal and version are
// given, so that every command can be tested as the user runs it.
package cmd

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/internal/browser"
	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/reports"
	"github.com/eifcheck/eifcheck/rules"
)

// Environment is everything a command may depend on besides the files it reads.
type Environment struct {
	// Args without the program's name.
	Args   []string
	Stdin  io.Reader
	Stdout io.Writer
	Stderr io.Writer
	// Getenv reads a variable.
	Getenv func(string) string
	// Environ lists the variables as NAME=VALUE, to find misspelt ones; nil lists none.
	Environ func() []string
	// Now is the clock; it decides nothing but the default of --today.
	Now func() time.Time
	// Version of the program.
	Version string
	// Width is the terminal's on standard output, 0 when that is no terminal.
	Width int
	// ErrWidth is the terminal's on standard error, 0 when that is no terminal.
	ErrWidth int
}

// Version is the module version the binary was built from, "devel" where the build does not know it.
func Version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "devel"
	}
	return info.Main.Version
}

// Main runs a command and returns its exit code: see the Exit constants of package eifcheck. A
// mistake of ours never shows a stack to the reader.
func Main(ctx context.Context, env Environment) (code int) {
	a := newApp(env)
	defer func() {
		if fault := recover(); fault != nil {
			a.complain("cmd/internal", messages.Args{"detail": fmt.Sprint(fault)})
			code = eifcheck.ExitInternal
		}
	}()
	root := newRootCommand(a)
	root.SetArgs(env.Args)
	root.SetIn(env.Stdin)
	root.SetOut(env.Stdout)
	root.SetErr(env.Stderr)
	return a.exit(root.ExecuteContext(ctx))
}

// app is what the commands of one run share.
type app struct {
	env     Environment
	wording eifcheck.Wording
	// registry lists all rules; made when it is first asked for.
	registry func() rules.Registry
	// settables are the commands that the configuration speaks of, settings what it says for this run.
	settables []func() settable
	settings  settings
}

func newApp(env Environment) *app {
	a := &app{env: env, registry: sync.OnceValue(rules.NewRegistry)}
	a.wording, _ = eifcheck.NewWording("en")
	return a
}

// failure ends a command with an exit code; the message has none when everything was said already.
type failure struct {
	code    int
	message messages.Message
}

func (f failure) Error() string { return f.message.Code }

// usage is a mistake in how a command was called.
func usage(code string, args messages.Args) error {
	return failure{code: eifcheck.ExitUsage, message: messages.New(code, args)}
}

// silent ends a command whose output has said everything.
func silent(code int) error {
	if code == eifcheck.ExitPass {
		return nil
	}
	return failure{code: code}
}

// exit prints what an error has to say, on standard error, and gives the exit code.
func (a *app) exit(err error) int {
	var f failure
	var wrong reports.TemplateError
	var unprinted browser.Error
	switch {
	case err == nil:
		return eifcheck.ExitPass
	case errors.As(err, &f):
		if f.message.Code != "" {
			a.complainWithHelp(f.message.Code, f.message.Args)
		}
		return f.code
	case errors.As(err, &wrong):
		a.complain("cmd/template.wrong", messages.Args{"place": wrong.Place(), "detail": wrong.Detail()})
		return eifcheck.ExitUsage
	case errors.As(err, &unprinted):
		a.complainWithHelp(unprinted.Message.Code, unprinted.Message.Args)
		return eifcheck.ExitUsage
	case errors.Is(err, context.Canceled):
		a.complain("cmd/interrupted", nil)
		return eifcheck.ExitUsage
	}
	a.complain("cmd/failed", messages.Args{"detail": err.Error()})
	return eifcheck.ExitInternal
}

// complain says something on standard error. There is nobody left to tell when that fails too.
func (a *app) complain(code string, args messages.Args) {
	_, _ = fmt.Fprintln(a.env.Stderr, "eifcheck: "+a.wording.Say(code, args))
}

// complainWithHelp says something, and in a line of its own what to do about it.
func (a *app) complainWithHelp(code string, args messages.Args) {
	a.complain(code, args)
	if help := code + ".help"; a.wording.Has(help) {
		a.complain(help, args)
	}
}

// complainAt says what is wrong at a place of a file that is no assessment, and what to write instead.
func (a *app) complainAt(file string, p document.Problem) {
	place := file
	if p.Span.Known() {
		place = fmt.Sprintf("%s:%d:%d", file, p.Span.Start.Line, p.Span.Start.Column)
	}
	words := a.wording.Text(p.Message)
	if help := p.Message.Code + ".help"; a.wording.Has(help) {
		words += " " + a.wording.Say(help, p.Message.Args)
	}
	_, _ = fmt.Fprintln(a.env.Stderr, "eifcheck: "+messages.Clean(place)+": "+words)
}

// say words an entry of the catalogue, for help texts.
func (a *app) say(code string) string { return a.wording.Say(code, nil) }

// helpWidth is the width of help texts in columns: what every terminal has. The catalogue breaks its texts for it.
const helpWidth = 80

func newRootCommand(a *app) *cobra.Command {
	root := &cobra.Command{
		Use:           "eifcheck",
		Short:         a.say("cmd/root.short"),
		Long:          a.say("cmd/root.long"),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          a.knownCommand,
		RunE:          func(c *cobra.Command, _ []string) error { return c.Help() },
		Version:       a.env.Version,
	}
	// cobra writes each flag on one line, however long; the template is the only place to say otherwise.
	root.SetUsageTemplate(strings.ReplaceAll(root.UsageTemplate(),
		"Flags.FlagUsages ", fmt.Sprintf("Flags.FlagUsagesWrapped %d ", helpWidth)))
	root.SetVersionTemplate("eifcheck {{.Version}}\n")
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return usage("cmd/usage.flag", messages.Args{"detail": err.Error(), "command": c.CommandPath()})
	})
	root.AddCommand(
		newAssessCommand(a), newConvertCommand(a), newDiffCommand(a), newExplainCommand(a), newInitCommand(a),
		newMergeCommand(a), newReportCommand(a), newSchemaCommand(a), newRulesCommand(a),
		newConfigCommand(a), newVersionCommand(a),
	)
	a.strictCompletion(root)
	return root
}

// strictCompletion lets the command that cobra adds refuse a shell it does not know.
func (a *app) strictCompletion(root *cobra.Command) {
	root.InitDefaultCompletionCmd()
	for _, c := range root.Commands() {
		if c.Name() == "completion" {
			c.Args, c.RunE = a.knownShell, func(c *cobra.Command, _ []string) error { return c.Help() }
		}
	}
}

func (a *app) knownShell(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var shells []string
	for _, shell := range c.Commands() {
		shells = append(shells, shell.Name())
	}
	return usage("cmd/usage.shell", messages.Args{"found": args[0], "allowed": shells})
}

// knownCommand refuses a first word that is no command.
func (a *app) knownCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	c.SuggestionsMinimumDistance = 2
	if near := c.SuggestionsFor(args[0]); len(near) > 0 {
		return usage("cmd/usage.command.near", messages.Args{"found": args[0], "suggestion": near[0]})
	}
	if looksLikeFile(args[0]) {
		return usage("cmd/usage.command.file", messages.Args{"found": args[0]})
	}
	return usage("cmd/usage.command", messages.Args{"found": args[0]})
}
