package cmd

import (
	"github.com/spf13/cobra"

	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/reports"
	"github.com/eifcheck/eifcheck/rules"
)

func newExplainCommand(a *app) *cobra.Command {
	var width string
	c := &cobra.Command{
		Use: "explain ID", Short: a.say("cmd/explain.short"), Long: a.say("cmd/explain.long"),
		Args: someArguments, ValidArgsFunction: explainable,
		RunE: func(_ *cobra.Command, args []string) error {
			columns, err := columns(width)
			if err != nil {
				return err
			}
			if columns == 0 {
				columns = a.env.Width
			}
			e := reports.NewExplainer(a.wording, rules.NewRegistry(), columns)
			for _, id := range args {
				if !e.Add(id) {
					return a.unexplained(e, id)
				}
			}
			return a.print("", e.Text())
		},
	}
	c.Flags().StringVar(&width, "width", "", a.say("flag/width"))
	return c
}

func (a *app) unexplained(e *reports.Explainer, id string) error {
	if near := e.Nearest(id); near != "" {
		return usage("cmd/explain.near", messages.Args{"found": id, "suggestion": near})
	}
	return usage("cmd/explain.unknown", messages.Args{"found": id})
}

// explainable lists what the shell completes: recommendations, areas, questions and rules.
func explainable(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	var ids []string
	for i := range eif.Areas() {
		ids = append(ids, string(eif.Areas()[i].ID))
	}
	for i := range eif.Recommendations() {
		r := &eif.Recommendations()[i]
		ids = append(ids, string(r.ID))
		for j := range r.Indicators {
			ids = append(ids, string(r.Indicators[j].ID))
		}
	}
	for i := range eif.Methodologies() {
		ids = append(ids, eif.Methodologies()[i].ID)
	}
	for _, rule := range rules.NewRegistry().Rules() {
		ids = append(ids, rule.ID)
	}
	return ids, cobra.ShellCompDirectiveNoFileComp
}
