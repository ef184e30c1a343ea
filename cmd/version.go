package cmd

import (
	"github.com/spf13/cobra"

	"github.com/eifcheck/eifcheck/eif"
)

func newVersionCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: a.say("cmd/version.short"), Args: noArguments,
		RunE: func(*cobra.Command, []string) error {
			text := "eifcheck " + a.env.Version + "\nquestionnaire " + eif.QuestionnaireVersion() + "\n"
			return a.print("", []byte(text))
		},
	}
}
