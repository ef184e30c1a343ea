package reports

import (
	"strings"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/rules"
)

// project is where a reader finds out more.
const project = "https://github.com/eifcheck/eifcheck"

// floors are what a gate can ask for besides findings. They are no rules of the registry: nothing waives them.
func floors() []string {
	return []string{
		"gate/min-score", "gate/min-area", "gate/max-gap", "gate/min-coverage", "gate/max-regression", "gate/base",
	}
}

// sarifRules describes every rule, also those without a result, so that platforms can show what was looked at.
func sarifRules(w eifcheck.Wording) []sarifRule {
	var list []sarifRule
	for _, rule := range rules.NewRegistry().Rules() {
		list = append(list, describeRule(w, rule.ID, rule.Severity, rules.DocsURL(rule.ID)))
	}
	for _, floor := range floors() {
		list = append(list, describeRule(w, floor, rules.Error, project+"/blob/main/docs/gate.md#what-fails"))
	}
	return list
}

func describeRule(w eifcheck.Wording, id string, severity rules.Severity, page string) sarifRule {
	title := w.RuleTitle(id)
	why := w.RuleReason(id)
	if why == "" {
		why = title
	}
	help, markdown := why, why
	if rules.Family(id) != "gate" {
		more, command := w.Say("help.explain", messages.Args{"topic": id}), "eifcheck explain "+id
		help += "\n\n" + more
		markdown += "\n\n" + strings.ReplaceAll(more, command, "`"+command+"`")
	}
	return sarifRule{
		ID: id, ShortDescription: sarifMessage{Text: title}, FullDescription: sarifMessage{Text: why},
		Help: sarifMessage{Text: help, Markdown: markdown}, HelpURI: page,
		Configuration: sarifConfiguration{Level: sarifLevel(severity)},
		Properties: sarifProperties{
			Tags: []string{"interoperability", rules.Family(id)}, ProblemSeverity: problemSeverity(severity),
		},
	}
}

func sarifLevel(s rules.Severity) string {
	if s == rules.Info {
		return "note"
	}
	return string(s)
}

func problemSeverity(s rules.Severity) string {
	if s == rules.Info {
		return "recommendation"
	}
	return string(s)
}
