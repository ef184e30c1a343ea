package rules

import (
	"strings"
	"time"

	"github.com/eifcheck/eifcheck/internal/messages"
)

// terms are what every ignore and waiver must say besides its rules.
type terms struct {
	owner, until, reason string
	// void tells that it accepts nothing, because something is wrong with it.
	void bool
}

func (t *terms) acceptance(by AcceptedBy) *Acceptance {
	return &Acceptance{By: by, Reason: t.reason, Owner: t.owner, Until: t.until}
}

// judge reports what is wrong with an ignore or a waiver of some rules, and makes it void.
func (a *Acceptances) judge(
	t *terms, rules []string, ids *speller, report func(code string, args messages.Args),
) {
	wrong := func(code string, args messages.Args) {
		t.void = true
		report(code, args)
	}
	for _, id := range rules {
		a.judgeRule(id, ids, wrong)
	}
	if missing := t.missing(); len(missing) > 0 {
		wrong("waiver/incomplete", messages.Args{"missing": missing, "count": len(missing)})
	}
	switch _, err := time.Parse(time.DateOnly, t.until); {
	case t.until == "":
	case err != nil:
		wrong("waiver/incomplete.day", messages.Args{"found": t.until})
	case t.until < a.asOf:
		wrong("waiver/expired", messages.Args{"day": t.until, "owner": t.owner})
	}
}

// missing lists the keys that are not there.
func (t *terms) missing() []string {
	var keys []string
	for _, field := range []struct{ key, value string }{
		{"owner", t.owner}, {"until", t.until}, {"reason", t.reason},
	} {
		if strings.TrimSpace(field.value) == "" {
			keys = append(keys, field.key)
		}
	}
	return keys
}

// judgeRule holds the id of a rule to those that there are and that can be waived. A family or all
// rules at once cannot be: what is accepted must be known when it is accepted.
func (a *Acceptances) judgeRule(id string, ids *speller, wrong func(code string, args messages.Args)) {
	rule := a.all().Find(id)
	switch {
	case strings.Contains(id, "*"):
		wrong("waiver/unknown-rule.pattern", messages.Args{"found": id})
	case rule == nil:
		if meant := ids.nearest(id); meant != "" {
			wrong("waiver/unknown-rule.suggest", messages.Args{"found": id, "suggestion": meant})
			return
		}
		wrong("waiver/unknown-rule", messages.Args{"found": id})
	case !rule.Waivable:
		wrong("waiver/not-waivable", messages.Args{"rule": id})
	}
}

func (r Registry) ids() []string {
	ids := make([]string, len(r.rules))
	for i := range r.rules {
		ids[i] = r.rules[i].ID
	}
	return ids
}
