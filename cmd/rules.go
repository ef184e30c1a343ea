package cmd

import (
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"
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
		b.WriteString(text.Pad(rule.ID, 36, ' ') + text.Pad(string(rule.Severity), 9, ' ') +
			text.Pad(a.say(waivable), 14, ' ') + a.wording.RuleTitle(rule.ID) + "\n")
	}
	return b.String()
}

