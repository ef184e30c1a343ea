package cmd

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/rules"
)

// ruleFlags choose rules and their severities.
type ruleFlags struct {
	only, disable, enable, severity []string
}

func (f *ruleFlags) register(c *cobra.Command, a *app) {
	flags := c.Flags()
	flags.StringArrayVar(&f.only, "only", nil, a.say("flag/only-rules"))
	flags.StringArrayVar(&f.disable, "disable", nil, a.say("flag/disable"))
	flags.StringArrayVar(&f.enable, "enable", nil, a.say("flag/enable"))
	flags.StringArrayVar(&f.severity, "severity", nil, a.say("flag/severity"))
	for _, flag := range []string{"only", "disable", "enable"} {
		_ = c.RegisterFlagCompletionFunc(flag, completeRules)
	}
}

// completeRules offers the rules that can be chosen, and whole families.
func completeRules(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return selectable(), cobra.ShellCompDirectiveNoFileComp
}

// selectable lists the rules that can be switched off, each family first.
func selectable() []string {
	var words []string
	family, registry := "", rules.NewRegistry()
	for i := range registry.Rules() {
		rule := &registry.Rules()[i]
		if rule.Fixed() {
			continue
		}
		if f := rules.Family(rule.ID); f != family {
			family = f
			words = append(words, family+"/*")
		}
		words = append(words, rule.ID)
	}
	return words
}

// choose makes the registry of the run from that of all rules.
func (f *ruleFlags) choose(all rules.Registry) (rules.Registry, error) {
	selection := rules.Selection{Only: f.only, Disable: f.disable, Enable: f.enable}
	for _, written := range f.severity {
		rule, word, ok := strings.Cut(written, "=")
		severity := rules.Severity(strings.TrimSpace(word))
		if !ok || severity.Rank() == 0 {
			return rules.Registry{}, usage("cmd/usage.severity", messages.Args{"flag": "--severity", "found": written})
		}
		selection.Severities = append(selection.Severities, rules.SeverityOf{
			Rule: strings.TrimSpace(rule), Severity: severity,
		})
	}
	registry, err := all.Select(selection)
	if wrong, ok := errors.AsType[rules.SelectionError](err); ok {
		wrong.Args["flag"] = "--" + wrong.Part
		return registry, usage(wrong.Code, wrong.Args)
	}
	return registry, err
}

// settingsOf says in the result how the run departs from the defaults, and who says so.
func (a *app) settingsOf(registry rules.Registry) eifcheck.Settings {
	s := eifcheck.Settings{
		RulesOff: a.registry().Without(registry), Severities: registry.Configured(),
		Origins: map[string]string{},
	}
	if a.settings.file != nil {
		config := a.inRepository(a.settings.file.Path)
		s.Config = &config
	}
	for _, name := range []string{"only", "disable", "enable", "severity", "no-ignores"} {
		if origin, ok := a.settings.origins[name]; ok && origin.Source != fromDefault {
			s.Origins[name] = origin.String()
		}
	}
	return s
}
