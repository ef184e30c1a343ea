package cmd

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/reports"
)

// newDiffCommand compares two versions. It is assess with a base, without a gate on findings, and
// reports of its own.
func newDiffCommand(a *app) *cobra.Command {
	f := newDiffFlags()
	c := &cobra.Command{
		Use: "diff OLD NEW", Short: a.say("cmd/diff.short"), Long: a.say("cmd/diff.long"),
		Example: a.say("cmd/diff.example"), Args: twoVersions,
		RunE: func(c *cobra.Command, args []string) error {
			f.base, f.compare = args[0], true
			return a.diff(c.Context(), f, args[1])
		},
	}
	f.registerDiff(c, a)
	a.configurable(c, a.diffSettable)
	return c
}

// registerDiff registers the flags of diff: those of assess that say how to read and to print.
func (f *assessFlags) registerDiff(c *cobra.Command, a *app) {
	names := namesOf(f.choice)
	flags := c.Flags()
	flags.StringArrayVarP(&f.formats, "format", "f", nil,
		a.wording.Say("flag/format", messages.Args{"allowed": strings.Join(names, ", ")}))
	flags.StringVarP(&f.output, "output", "o", "", a.say("flag/output"))
	flags.StringVar(&f.maxRegression, "max-regression", "", a.say("flag/max-regression.diff"))
	flags.StringVar(&f.waiving.waivers, "waivers", "", a.say("flag/waivers"))
	flags.BoolVar(&f.waiving.noIgnores, "no-ignores", false, a.say("flag/no-ignores"))
	flags.StringVar(&f.color, "color", "auto", a.say("flag/color"))
	flags.BoolVar(&f.noColor, "no-color", false, a.say("flag/no-color"))
	flags.StringVar(&f.width, "width", "", a.say("flag/width"))
	flags.StringVar(&f.lang, "lang", "en", a.say("flag/lang"))
	flags.StringVar(&f.today, "today", "", a.say("flag/today"))
	flags.StringVar(&f.stdinFilename, "stdin-filename", "-", a.say("flag/stdin-filename"))
	f.rules.register(c, a)
	_ = c.MarkFlagFilename("waivers", "yaml", "yml", "json")
	complete(c, "format", names)
	complete(c, "color", colorWords())
}

// diffSettable is diff as the configuration sees it. Its formats are others than those of assess.
func (a *app) diffSettable() settable {
	f, c := newDiffFlags(), &cobra.Command{}
	f.registerDiff(c, a)
	return settable{flags: c.Flags(), own: []string{"format"}, check: func() error { return a.checkFlags(f) }}
}

func newDiffFlags() *assessFlags { return &assessFlags{failOn: "never", choice: reports.DiffFormats()} }

func twoVersions(_ *cobra.Command, args []string) error {
	if len(args) == 2 {
		return nil
	}
	return usage("cmd/usage.diff", nil)
}

func (a *app) diff(ctx context.Context, f *assessFlags, later string) error {
	o, err := a.assessOptions(f)
	if err != nil {
		return err
	}
	waiving, err := a.waive(ctx, f.waiving, &o)
	if err != nil {
		return err
	}
	names := []string{later}
	earlier, err := openBase(ctx, f.base, names, &o)
	if err != nil {
		return err
	}
	defer earlier.close()
	earlier.required = true
	look := reports.Options{Header: o.Header(), Wording: o.Wording}
	out, err := a.openReports(ctx, f, look, slices.Concat(waiving.files(), earlier.files(), a.settings.files(), names))
	if err != nil {
		return err
	}
	defer out.abandon()
	code := eifcheck.ExitPass
	closing, err := eifcheck.Assess(ctx, names, o, func(result *eifcheck.Assessment) error {
		code = result.ExitCode()
		return out.assessment(result)
	})
	if err == nil {
		err = out.close(closing)
	}
	if err = out.finish(err); err != nil {
		return err
	}
	a.explainExit(f, out, closing)
	return silent(max(code, closing.ExitCode()))
}
