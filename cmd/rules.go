package cmd

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/eifcheck/eifcheck/rules"
)

func newRulesCommand(a *app) *cobra.Command {
	c := &cobra.Command{
		Use: "rules", Short: a.say("cmd/rules.short"), Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(&cobra.Command{
		Use: "list", Short: a.say("cmd/rules.list.short"), Args: noArguments,
		RunE: func(*cobra.Command, []string) error { return a.print("", []byte(a.ruleList())) },
	})
	return c
}

// ruleList is one line a rule: id, severity, whether it can be waived, title.
func (a *app) ruleList() string {
	var b strings.Builder
	for _, rule := range rules.NewRegistry().Rules() {
		waivable := "rules/not-waivable"
		if rule.Waivable {
			waivable = "rules/waivable"
		}
		fmt.Fprintf(&b, "%-35s %-8s %-15s %s\n", rule.ID, rule.Severity, a.say(waivable), a.wording.RuleTitle(rule.ID))
	}
	return b.String()
}
