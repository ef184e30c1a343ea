package reports

import (
	"slices"
	"strings"

	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/rules"
)

func (e *Explainer) rule(r *rules.Rule) {
	e.heading(r.ID, e.wording.RuleTitle(r.ID))
	waivable := "explain/not-waivable"
	if r.Waivable {
		waivable = "explain/waivable"
	}
	e.page.line(5, e.say("explain/severity", messages.Args{"severity": string(r.Severity)})+" "+e.say(waivable, nil))
	e.section("explain/why", e.wording.RuleReason(r.ID))
	e.ruleHelp(r.ID)
	e.example(r)
	if r.Waivable {
		e.section("page/rule.accept-title", e.say("page/rule.accept", nil))
		e.page.verbatim(2, rules.IgnoreComment(r.ID, "WHO", "YYYY-MM-DD", "WHY"))
	}
	family, name, _ := strings.Cut(r.ID, "/")
	if family == "eif" || family == "gap" {
		e.page.blank()
		e.page.line(0, e.say("help.explain", messages.Args{"topic": name}))
	}
}

// example shows where the rule has a finding and the same put right, as it is written in a file.
func (e *Explainer) example(r *rules.Rule) {
	example, _ := rules.ExampleOf(r.ID)
	wrong, right := rules.ExampleHeadings(r.Severity)
	for _, part := range []struct{ heading, snippet string }{{wrong, example.Wrong}, {right, example.Right}} {
		if part.snippet == "" {
			continue
		}
		e.page.blank()
		e.page.line(0, e.say(part.heading, nil))
		for line := range strings.Lines(part.snippet) {
			e.page.verbatim(2, strings.TrimSuffix(line, "\n"))
		}
	}
}

// ruleHelp lists what the findings of a rule say to do, where that does not depend on the file.
func (e *Explainer) ruleHelp(rule string) {
	list := e.helpOf(rule)
	if len(list) < 2 {
		e.section("explain/help", strings.Join(list, ""))
		return
	}
	e.page.blank()
	e.page.line(0, e.say("explain/help", nil))
	for _, words := range list {
		e.page.item(2, "-", 2, words)
	}
}

// helpOf finds the help of a rule's messages; what begins another one is left out.
func (e *Explainer) helpOf(rule string) []string {
	var list []string
	for _, code := range e.wording.Codes() {
		of, isHelp := strings.CutSuffix(code, ".help")
		if words := e.say(code, nil); isHelp && messages.New(of, nil).Rule() == rule && !strings.Contains(words, "{") {
			list = append(list, words)
		}
	}
	slices.Sort(list) // what begins another one stands right before it
	kept := list[:0]
	for i, words := range list {
		if i+1 == len(list) || !strings.HasPrefix(list[i+1], words) {
			kept = append(kept, words)
		}
	}
	return kept
}
