package cmd

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/eifcheck/eifcheck/internal/config"
	"github.com/eifcheck/eifcheck/internal/messages"
)

func newConfigCommand(a *app) *cobra.Command {
	c := &cobra.Command{
		Use: "config", Short: a.say("cmd/config.short"), Long: a.say("cmd/config.long"), Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(newConfigShowCommand(a), newConfigVerifyCommand(a), newConfigInitCommand(a))
	return c
}

func newConfigVerifyCommand(a *app) *cobra.Command {
	f := &configFlags{}
	c := &cobra.Command{
		Use: "verify", Short: a.say("cmd/config.verify.short"), Long: a.say("cmd/config.verify.long"),
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error { return a.verifyConfig(c.Context(), f) },
	}
	f.register(c, a)
	return c
}

// verifyConfig reads the configuration as a run would. A check of nothing would pass, so a
// configuration that is not there is a mistake.
func (a *app) verifyConfig(ctx context.Context, f *configFlags) error {
	file, wrong, err := a.load(ctx, f)
	if err != nil {
		return err
	}
	if err := a.refuse(append(wrong, a.checkVariables(a.settables...)...)); err != nil {
		return err
	}
	if file == nil {
		return usage("config/missing", messages.Args{"names": config.Names()})
	}
	line := a.wording.Say("config/verified", messages.Args{"file": file.Path, "count": len(file.Entries)})
	return a.print("", []byte(line+"\n"))
}
