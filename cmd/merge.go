package cmd

import (
	"bytes"
	"context"
	"io"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/comparison"
	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/internal/repository"
	"github.com/eifcheck/eifcheck/reports"
	"github.com/eifcheck/eifcheck/rules"
	"github.com/eifcheck/eifcheck/schemas"
)

// mergeFlags are the flags of merge, as written.
type mergeFlags struct {
	output string
	force  bool
}

func newMergeCommand(a *app) *cobra.Command {
	f := &mergeFlags{}
	c := &cobra.Command{
		Use: "merge FILE...", Short: a.say("cmd/merge.short"), Long: a.say("cmd/merge.long"),
		Example: a.say("cmd/merge.example"), Args: someArguments,
		RunE: func(c *cobra.Command, args []string) error { return a.merge(c.Context(), f, args) },
	}
	flags := c.Flags()
	flags.StringVarP(&f.output, "output", "o", "", a.say("flag/output"))
	flags.BoolVar(&f.force, "force", false, a.say("flag/force"))
	return c
}

func (a *app) merge(ctx context.Context, f *mergeFlags, args []string) error {
	found := a.files(args)
	if len(found.Problems) > 0 || len(found.Files) == 0 {
		return silent(eifcheck.ExitUsage)
	}
	if err := f.checkOutput(found.Files); err != nil {
		return err
	}
	parts, err := a.readParts(ctx, found.Files)
	if err != nil {
		return err
	}
	merged, conflicts := comparison.Merge(parts)
	for _, c := range conflicts {
		a.complain(c.Code, c.Args)
	}
	if len(conflicts) > 0 {
		return usage("cmd/merge.conflicts", messages.Args{"count": len(conflicts)})
	}
	if problems := problemsOf(document.Parse("merged.yaml", merged)); len(problems) > 0 {
		detail := a.wording.Say(problems[0].Message.Code, problems[0].Message.Args)
		return usage("cmd/merge.together", messages.Args{"detail": detail})
	}
	if err := a.print(f.output, merged); err != nil || !f.toFile() {
		return err
	}
	a.complain("cmd/merge.done", messages.Args{"path": f.output})
	return nil
}

func (f *mergeFlags) toFile() bool { return f.output != "" && f.output != "-" }

// checkOutput refuses to replace a part, whatever the flags, and another file unless told to.
func (f *mergeFlags) checkOutput(inputs []string) error {
	if !f.toFile() {
		return nil
	}
	for _, input := range inputs {
		if input != document.Stdin && repository.Real(input) == repository.Real(f.output) {
			return usage("cmd/merge.input", messages.Args{"path": f.output})
		}
	}
	if info, err := os.Stat(f.output); err == nil && info.Mode().IsRegular() && !f.force {
		return usage("cmd/merge.exists", messages.Args{"path": f.output})
	}
	return nil
}

// readParts reads the files to merge. Those with errors are reported as assess does, all of them.
func (a *app) readParts(ctx context.Context, names []string) ([]*document.Document, error) {
	var read bytes.Buffer // what came from standard input, for the report
	input := document.Input{Stdin: io.TeeReader(a.env.Stdin, &read)}
	var parts []*document.Document
	var wrong []string
	for _, name := range names {
		d := input.Read(ctx, name)
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if d.Root == nil || len(problemsOf(d)) > 0 {
			wrong = append(wrong, name)
		}
		parts = append(parts, d)
	}
	if len(wrong) == 0 {
		return parts, nil
	}
	if err := a.reportParts(ctx, wrong, &read); err != nil {
		return nil, err
	}
	return nil, usage("cmd/merge.parts", messages.Args{"count": len(wrong)})
}

// reportParts prints what is wrong with parts on standard error.
func (a *app) reportParts(ctx context.Context, names []string, stdin io.Reader) error {
	today, err := a.today("")
	if err != nil {
		return err
	}
	o := eifcheck.Options{
		Version: a.env.Version, AsOf: today, Wording: a.wording, Rules: rules.NewRegistry(), Stdin: stdin,
	}
	format, _ := reports.Find("text")
	report := format.New(a.env.Stderr, reports.Options{Header: o.Header(), Wording: a.wording})
	_, err = eifcheck.Assess(ctx, names, o, report.Assessment)
	return err
}

// problemsOf is everything that keeps a file from being assessed.
func problemsOf(d *document.Document) []document.Problem {
	return slices.Concat(d.Problems, schemas.Check(d))
}
