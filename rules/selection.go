package rules

import (
	"path"
	"slices"
	"strings"

	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/schemas"
)

// Selection says which rules run, and with which severity. Its entries are ids, or patterns such as
// evidence/* as [path.Match] reads them. The zero value leaves everything as it is.
//
// An id counts more than a pattern; between two patterns Enable counts more than Disable. The order of
// entries never matters, so that a selection can be put together from a file and a command.
type Selection struct {
	// Only leaves nothing but these, and the rules that cannot be switched off.
	Only []string
	// Disable switches off, Enable on again.
	Disable, Enable []string
	// Severities replace those of rules, whatever the case.
	Severities []SeverityOf
}

// SeverityOf gives the rules that an id or a pattern names a severity.
type SeverityOf struct {
	Rule     string
	Severity Severity
}

// SelectionError is a selection that cannot be meant. Part is the one concerned: only, disable,
// enable or severity.
type SelectionError struct {
	messages.Message
	Part string
}

func (e SelectionError) Error() string { return e.Code }

// Fixed tells that a rule can be neither switched off nor given another severity: its findings
// must be mended, or say that a waiver is wrong.
func (r *Rule) Fixed() bool { return !r.Waivable }

// Select returns the registry of the rules that are chosen. The registry itself does not change.
func (r Registry) Select(s Selection) (Registry, error) {
	chosen := chooser{registry: r}
	only := chosen.read("only", s.Only)
	disabled := chosen.read("disable", s.Disable)
	enabled := chosen.read("enable", s.Enable)
	severities := chosen.severities(s.Severities)
	chosen.contradiction(disabled, enabled)
	if chosen.err != nil {
		return Registry{}, chosen.err
	}
	selected := Registry{rules: make([]Rule, 0, len(r.rules))}
	for i := range r.rules {
		rule := r.rules[i]
		if !rule.Fixed() {
			if !runs(rule.ID, len(s.Only) > 0, only, disabled, enabled) {
				continue
			}
			if severity, ok := severities[rule.ID]; ok {
				rule.Severity, rule.configured = severity.Severity, true
			}
		}
		selected.rules = append(selected.rules, rule)
	}
	return selected, nil
}

// Configured lists the rules whose severity was replaced.
func (r Registry) Configured() map[string]Severity {
	configured := map[string]Severity{}
	for i := range r.rules {
		if r.rules[i].configured {
			configured[r.rules[i].ID] = r.rules[i].Severity
		}
	}
	return configured
}

// Without lists the rules of this registry that one selected from it lacks, in order.
func (r Registry) Without(selected Registry) []string {
	var ids []string
	next := 0
	for i := range r.rules {
		if next < len(selected.rules) && selected.rules[next].ID == r.rules[i].ID {
			next++
			continue
		}
		ids = append(ids, r.rules[i].ID)
	}
	return ids
}

// weight says how a rule is named: not at all, by a pattern, by its id.
type weight uint8

const (
	byPattern weight = iota + 1
	byID
)

// runs decides on one rule.
func runs(id string, some bool, only, disabled, enabled map[string]weight) bool {
	if off := disabled[id]; off > 0 {
		return enabled[id] >= off
	}
	return !some || only[id] > 0 || enabled[id] > 0
}

// chooser reads the entries of a selection and keeps the first mistake.
type chooser struct {
	registry Registry
	err      error
}

func (c *chooser) fail(part, code string, args messages.Args) {
	if c.err == nil {
		c.err = SelectionError{Message: messages.New(code, args), Part: part}
	}
}

// read finds the rules that ids and patterns name.
func (c *chooser) read(part string, entries []string) map[string]weight {
	named := map[string]weight{}
	for _, entry := range entries {
		for _, rule := range c.find(part, entry) {
			if rule.ID == entry {
				named[rule.ID] = byID
			} else {
				named[rule.ID] = max(named[rule.ID], byPattern)
			}
		}
	}
	return named
}

// find returns the rules that one id or pattern names. A pattern may name fixed rules among others,
// which then stay as they are; on their own they are a mistake, except that one may want only them.
func (c *chooser) find(part, entry string) []*Rule {
	var found []*Rule
	fixed := true
	for i := range c.registry.rules {
		rule := &c.registry.rules[i]
		switch matched, err := path.Match(entry, rule.ID); {
		case err != nil:
			c.fail(part, "rules/select.pattern", messages.Args{"found": entry})
			return nil
		case matched:
			found = append(found, rule)
			fixed = fixed && rule.Fixed()
		}
	}
	switch {
	case len(found) == 0:
		c.unknown(part, entry)
	case fixed && part != "only":
		c.fail(part, "rules/select.fixed", messages.Args{"found": entry})
	}
	return found
}

// unknown says that an entry names no rule, and what may be meant: a rule, or all of a family.
func (c *chooser) unknown(part, entry string) {
	args := messages.Args{"found": entry}
	if strings.ContainsAny(entry, "*?[") {
		c.fail(part, "rules/select.nothing", args)
		return
	}
	var words []string
	for i := range c.registry.rules {
		id := c.registry.rules[i].ID
		if family := Family(id); !slices.Contains(words, family) {
			words = append(words, family)
		}
		words = append(words, id)
	}
	near := schemas.Nearest(strings.TrimRight(entry, "/"), words)
	switch {
	case near == "":
		c.fail(part, "rules/select.unknown", args)
		return
	case !strings.Contains(near, "/"):
		near += "/*"
	}
	args["suggestion"] = near
	c.fail(part, "rules/select.near", args)
}

// chosenSeverity is a severity and how the rule was named.
type chosenSeverity struct {
	Severity
	weight weight
}

// severities finds the severity of each rule that an entry names; two that disagree are a mistake.
func (c *chooser) severities(entries []SeverityOf) map[string]chosenSeverity {
	named := map[string]chosenSeverity{}
	for _, entry := range entries {
		for _, rule := range c.find("severity", entry.Rule) {
			next := chosenSeverity{Severity: entry.Severity, weight: byPattern}
			if rule.ID == entry.Rule {
				next.weight = byID
			}
			before, ok := named[rule.ID]
			if ok && before.weight == next.weight && before.Severity != next.Severity {
				c.fail("severity", "rules/select.severities", messages.Args{"rule": rule.ID})
			}
			if next.weight >= before.weight {
				named[rule.ID] = next
			}
		}
	}
	return named
}

// contradiction: an id that is switched both off and on.
func (c *chooser) contradiction(disabled, enabled map[string]weight) {
	for i := range c.registry.rules {
		id := c.registry.rules[i].ID
		if disabled[id] == byID && enabled[id] == byID {
			c.fail("enable", "rules/select.both", messages.Args{"rule": id})
		}
	}
}
