package cmd

import (
	"github.com/spf13/cobra"

	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/schemas"
)

func newSchemaCommand(a *app) *cobra.Command {
	var target string
	c := &cobra.Command{
		Use: "schema NAME", Short: a.say("cmd/schema.short"), Long: a.say("cmd/schema.long"),
		Args: someArguments, ValidArgs: schemas.Names(),
		RunE: func(_ *cobra.Command, args []string) error {
			source, ok := schemas.Source(args[0])
			if !ok || len(args) > 1 {
				return usage("cmd/schema.unknown", messages.Args{
					"found": args[len(args)-1], "allowed": schemas.Names(),
				})
			}
			return a.print(target, source)
		},
	}
	c.Flags().StringVarP(&target, "output", "o", "", a.say("flag/output"))
	return c
}
