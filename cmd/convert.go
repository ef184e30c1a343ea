package cmd

import (
	"context"
	"errors"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/reports"
)

func newConvertCommand(a *app) *cobra.Command {
	f := newAssessFlags()
	c := &cobra.Command{
		Use: "convert RESULT", Short: a.say("cmd/convert.short"), Long: a.say("cmd/convert.long"),
		Example: a.say("cmd/convert.example"), Args: someArguments,
		RunE: func(c *cobra.Command, args []string) error { return a.convert(c.Context(), f, args) },
	}
	flags := c.Flags()
	flags.StringArrayVarP(&f.formats, "format", "f", nil,
		a.wording.Say("flag/format", messages.Args{"allowed": strings.Join(namesOf(f.choice), ", ")}))
	flags.StringVarP(&f.output, "output", "o", "", a.say("flag/output"))
	flags.StringVar(&f.template, "template", "", a.say("flag/template"))
	_ = c.MarkFlagFilename("template")
	flags.StringVar(&f.by, "by", "", a.say("flag/by"))
	flags.StringVar(&f.color, "color", "auto", a.say("flag/color"))
	flags.BoolVar(&f.noColor, "no-color", false, a.say("flag/no-color"))
	flags.StringVar(&f.width, "width", "", a.say("flag/width"))
	flags.BoolVarP(&f.quiet, "quiet", "q", false, a.say("flag/quiet"))
	flags.BoolVarP(&f.verbose, "verbose", "v", false, a.say("flag/verbose"))
	flags.StringVar(&f.lang, "lang", "en", a.say("flag/lang"))
	complete(c, "format", namesOf(f.choice))
	complete(c, "color", colorWords())
	complete(c, "by", []string{byRespondent})
	return c
}

// convert prints a saved result anew. The verdict in it was an exit code before; it is none again, so
// that a later step that only makes another page does not fail for it a second time.
func (a *app) convert(ctx context.Context, f *assessFlags, args []string) error {
	if len(args) > 1 {
		return usage("cmd/convert.arguments", messages.Args{"count": len(args)})
	}
	if err := a.readLook(f); err != nil {
		return err
	}
	saved, err := a.readSaved(args[0])
	if err != nil {
		return err
	}
	saved.Reword(a.wording)
	out, err := a.openReports(ctx, f, reports.Options{Header: saved.Header, Wording: a.wording}, args)
	if err != nil {
		return err
	}
	defer out.abandon()
	err = saved.Each(a.wording, func(result *eifcheck.Assessment) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		return out.assessment(result)
	})
	if err == nil {
		err = out.close(saved.Closing)
	}
	return out.finish(err)
}

// readSaved reads the result that an argument names, and says what is wrong with it.
func (a *app) readSaved(path string) (*eifcheck.Saved, error) {
	source := a.env.Stdin
	if path != "-" {
		file, err := os.Open(path)
		if err != nil {
			return nil, usage("cmd/convert.cannot-read", messages.Args{"path": path, "detail": reasonOf(err)})
		}
		defer file.Close()
		source = file
	}
	saved, err := eifcheck.ReadSaved(source)
	if refusal, ok := errors.AsType[eifcheck.RefusalError](err); ok {
		a.complain("cmd/convert.refused", messages.Args{"path": path})
		return nil, usage(refusal.Code, refusal.Args)
	}
	if err != nil {
		return nil, usage("cmd/convert.cannot-read", messages.Args{"path": path, "detail": reasonOf(err)})
	}
	return saved, nil
}
