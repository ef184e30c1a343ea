package cmd

import (
	"context"
	"errors"
	"slices"

	"github.com/spf13/cobra"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/reports"
	"github.com/eifcheck/eifcheck/schemas"
)

func newAssessCommand(a *app) *cobra.Command {
	f := newAssessFlags()
	c := &cobra.Command{
		Use: "assess FILE...", Short: a.say("cmd/assess.short"), Long: a.say("cmd/assess.long"),
		Example: a.say("cmd/assess.example"),
		RunE: func(c *cobra.Command, args []string) error {
			f.compare = c.Flags().Changed("base")
			return a.assess(c.Context(), f, args)
		},
	}
	f.register(c, a)
	a.configurable(c, a.assessSettable)
	return c
}

// assessSettable is assess as the configuration sees it: its flags, and what reads them.
func (a *app) assessSettable() settable {
	f, c := newAssessFlags(), &cobra.Command{}
	f.register(c, a)
	return settable{flags: c.Flags(), check: func() error { return a.checkFlags(f) }}
}

// checkFlags reads the values of flags as a run would.
func (a *app) checkFlags(f *assessFlags) error {
	_, err := a.assessOptions(f)
	if err == nil {
		_, err = f.targets()
	}
	if err == nil {
		_, err = columns(f.width)
	}
	return err
}

func (a *app) assess(ctx context.Context, f *assessFlags, args []string) error {
	go schemas.Prepare()
	o, err := a.assessOptions(f)
	if err != nil {
		return err
	}
	waiving, err := a.waive(ctx, f.waiving, &o)
	if err != nil {
		return err
	}
	found := a.files(args)
	o.Skipped = found.Skipped
	if len(found.Files) == 0 {
		return silent(eifcheck.ExitUsage)
	}
	earlier, err := openEarlier(ctx, f, found.Files, &o)
	if err != nil {
		return err
	}
	defer earlier.close()
	code := eifcheck.ExitPass
	if len(found.Problems) > 0 { // the rest still run
		code = eifcheck.ExitUsage
	}
	kept := slices.Concat(waiving.files(), earlier.files(), a.settings.files(), found.Files)
	look := reports.Options{Header: o.Header(), Wording: o.Wording, ExitCode: code}
	out, err := a.openReports(ctx, f, look, kept)
	if err != nil {
		return err
	}
	defer out.abandon()
	watch := a.newProgress(len(found.Files), f.quiet, out.readable)
	closing, err := eifcheck.Assess(ctx, found.Files, o, func(result *eifcheck.Assessment) error {
		code = max(code, result.ExitCode())
		earlier.saw(result)
		waiving.saw(result)
		watch.next()
		return out.assessment(result)
	})
	watch.close()
	if err == nil {
		err = out.close(closing)
	}
	if err = out.finish(err); err != nil {
		return err
	}
	if err := a.writeBaseline(waiving); err != nil {
		return err
	}
	a.sayNew(earlier)
	a.explainExit(f, out, closing)
	return silent(max(code, closing.ExitCode()))
}

// readLook checks the flags that say how a result is shown, and chooses the language.
func (a *app) readLook(f *assessFlags) error {
	wording, ok := eifcheck.NewWording(f.lang)
	if !ok {
		return usage("cmd/usage.lang", messages.Args{"flag": "--lang", "found": f.lang})
	}
	a.wording = wording
	switch {
	case f.quiet && f.verbose:
		return usage("cmd/usage.quiet", nil)
	case f.by != "" && f.by != byRespondent:
		return usage("cmd/usage.by", messages.Args{"flag": "--by", "found": f.by})
	case !slices.Contains(colorWords(), f.color):
		return usage("cmd/usage.color", messages.Args{
			"flag": "--color", "found": f.color, "allowed": colorWords(),
		})
	}
	return nil
}

func (a *app) assessOptions(f *assessFlags) (eifcheck.Options, error) {
	if err := a.readLook(f); err != nil {
		return eifcheck.Options{}, err
	}
	today, err := a.today(f.today)
	if err != nil {
		return eifcheck.Options{}, err
	}
	gate, err := f.gate()
	if err != nil {
		return eifcheck.Options{}, err
	}
	changes, err := f.changes()
	if err != nil {
		return eifcheck.Options{}, err
	}
	registry, err := f.rules.choose(a.registry())
	return eifcheck.Options{
		Version: a.env.Version, AsOf: today, Wording: a.wording, Rules: registry, Gate: gate, WhatIf: changes,
		Stdin: a.env.Stdin, StdinName: f.stdinFilename, Path: a.inRepository, Settings: a.settingsOf(registry),
	}, err
}

// files finds what the arguments lead to, and says which of them lead nowhere.
func (a *app) files(args []string) document.Found {
	found := document.Find(args)
	for _, lost := range found.Problems {
		a.complainWithHelp(lost.Message.Code, lost.Message.Args)
	}
	if found.Skipped > 0 {
		a.complain("cmd/assess.skipped", messages.Args{"count": found.Skipped})
	}
	return found
}

// explainExit repeats on standard error why the command fails, when the report went to a file or is
// made for machines.
func (a *app) explainExit(f *assessFlags, out *reportSet, closing eifcheck.Closing) {
	if closing.Gate.Passed || out.readable || f.quiet {
		return
	}
	for _, reason := range closing.Gate.Reasons {
		a.complain(reason.Code, reason.Args)
	}
}

// reportSet is the formats of one run, each with its output.
type reportSet struct {
	reports []reports.Report
	outputs []*output
	// readable tells that a person reads standard output.
	readable bool
	finished bool
}

// openReports starts every format that was asked for; o holds what the results say of all of them.
func (a *app) openReports(
	ctx context.Context, f *assessFlags, o reports.Options, inputs []string,
) (*reportSet, error) {
	targets, err := f.targets()
	if err == nil {
		err = distinct(targets, inputs)
	}
	if err == nil {
		o.Template, err = a.readTemplate(f.template, targets)
	}
	columns, widthErr := columns(f.width)
	if err == nil {
		err = widthErr
	}
	if err != nil {
		return nil, err
	}
	o.Verbose, o.Quiet, o.ByRespondent, o.Interrupt = f.verbose, f.quiet, f.by == byRespondent, ctx.Done()
	set := &reportSet{}
	for _, t := range targets {
		out, err := a.open(t.path)
		if err == nil {
			set.outputs = append(set.outputs, out)
			o.Summary, o.SummaryRoom, err = a.jobSummary(t)
		}
		if err != nil {
			return nil, errors.Join(set.finish(err), err)
		}
		o.Width, o.Color = a.terminal(f, columns, out.file == nil)
		set.reports = append(set.reports, t.format.New(out, o))
		set.readable = set.readable || out.file == nil && t.format.Name == "text"
	}
	return set, nil
}

func (s *reportSet) assessment(result *eifcheck.Assessment) error {
	for _, report := range s.reports {
		if err := report.Assessment(result); err != nil {
			return err
		}
	}
	return nil
}

func (s *reportSet) close(closing eifcheck.Closing) error {
	for _, report := range s.reports {
		if err := report.Close(closing); err != nil {
			return err
		}
	}
	return nil
}

// abandon drops what was not finished, whatever ended the command.
func (s *reportSet) abandon() {
	if !s.finished {
		_ = s.finish(errAbandoned)
	}
}

var errAbandoned = errors.New("abandoned")

func (s *reportSet) finish(err error) error {
	s.finished = true
	var all error
	for _, out := range s.outputs {
		all = errors.Join(all, out.finish(err))
	}
	if err != nil {
		return err
	}
	return all
}
