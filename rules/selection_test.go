package rules_test

import (
	"errors"
	"path"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/eifcheck/eifcheck/rules"
)

// ids lists the rules of a registry of some families.
func ids(r rules.Registry, families ...string) []string {
	var list []string
	for _, rule := range r.Rules() {
		if slices.Contains(families, rules.Family(rule.ID)) {
			list = append(list, rule.ID)
		}
	}
	return list
}

func TestSelect(t *testing.T) {
	t.Parallel()
	all := ids(rules.NewRegistry(), "coverage")
	without := func(id string) []string {
		return slices.DeleteFunc(slices.Clone(all), func(s string) bool { return s == id })
	}
	tests := []struct {
		name      string
		selection rules.Selection
		want      []string // of the family coverage
	}{
		{name: "nothing said", want: all},
		{name: "one off", selection: rules.Selection{Disable: []string{"coverage/partial"}}, want: without("coverage/partial")},
		{name: "a family off", selection: rules.Selection{Disable: []string{"coverage/*"}}},
		{name: "a pattern that reaches fixed rules too", selection: rules.Selection{Disable: []string{"co*/*"}}},
		{
			name:      "one of a family on again",
			selection: rules.Selection{Disable: []string{"coverage/*"}, Enable: []string{"coverage/partial"}},
			want:      []string{"coverage/partial"},
		},
		{
			name:      "an id off counts more than a pattern on",
			selection: rules.Selection{Disable: []string{"coverage/partial"}, Enable: []string{"coverage/*"}},
			want:      without("coverage/partial"),
		},
		{
			name:      "on counts more between patterns",
			selection: rules.Selection{Disable: []string{"*/*"}, Enable: []string{"coverage/*"}},
			want:      all,
		},
		{name: "only one", selection: rules.Selection{Only: []string{"coverage/partial"}}, want: []string{"coverage/partial"}},
		{name: "only others", selection: rules.Selection{Only: []string{"eif/R0[1-5]"}}},
		{name: "only what is always on", selection: rules.Selection{Only: []string{"consistency/*"}}},
		{
			name:      "only some, and one more",
			selection: rules.Selection{Only: []string{"eif/*"}, Enable: []string{"coverage/partial"}},
			want:      []string{"coverage/partial"},
		},
		{
			name:      "only a family without one",
			selection: rules.Selection{Only: []string{"coverage/*"}, Disable: []string{"coverage/partial"}},
			want:      without("coverage/partial"),
		},
		{name: "on what is on", selection: rules.Selection{Enable: []string{"coverage/partial"}}, want: all},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			got, err := rules.NewRegistry().Select(test.selection)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, ids(got, "coverage")); diff != "" {
				t.Errorf("coverage (-want +got):\n%s", diff)
			}
			fixed := []string{"input", "consistency", "waiver"}
			if diff := cmp.Diff(ids(rules.NewRegistry(), fixed...), ids(got, fixed...)); diff != "" {
				t.Errorf("rules that cannot be switched off (-want +got):\n%s", diff)
			}
		})
	}
}

func TestSelectSeverities(t *testing.T) {
	t.Parallel()
	got, err := rules.NewRegistry().Select(rules.Selection{Severities: []rules.SeverityOf{
		{Rule: "coverage/partial", Severity: rules.Error}, // an id counts more, wherever it stands
		{Rule: "c*/*", Severity: rules.Warning},
		{Rule: "coverage/p*", Severity: rules.Warning},
	}})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]rules.Severity{
		"coverage/no-data": rules.Warning, "coverage/not-applicable": rules.Warning, "coverage/partial": rules.Error,
	}
	configured := got.Configured()
	for id := range configured {
		if rules.Family(id) != "coverage" {
			delete(configured, id) // another family that begins with c
		}
	}
	if diff := cmp.Diff(want, configured); diff != "" {
		t.Errorf("configured (-want +got):\n%s", diff)
	}
	for id, severity := range want {
		if rule := got.Find(id); rule.Severity != severity {
			t.Errorf("%s is %s, want %s", id, rule.Severity, severity)
		}
	}
	if rule := got.Find("consistency/area-out-of-reach"); rule.Severity != rules.Error {
		t.Errorf("a rule that cannot be changed is %s", rule.Severity)
	}
	if n := len(rules.NewRegistry().Configured()); n != 0 {
		t.Errorf("%d rules are configured by nobody", n)
	}
}

func TestSelectRefuses(t *testing.T) {
	t.Parallel()
	severities := func(list ...rules.SeverityOf) rules.Selection { return rules.Selection{Severities: list} }
	tests := []struct {
		name       string
		selection  rules.Selection
		part, code string
		args       map[string]any
	}{
		{
			name: "a slip of the pen", selection: rules.Selection{Disable: []string{"coverage/nodata"}},
			part: "disable", code: "rules/select.near", args: map[string]any{"found": "coverage/nodata", "suggestion": "coverage/no-data"},
		},
		{
			name: "a family", selection: rules.Selection{Only: []string{"coverage/"}},
			part: "only", code: "rules/select.near", args: map[string]any{"found": "coverage/", "suggestion": "coverage/*"},
		},
		{
			name: "no rule at all", selection: rules.Selection{Enable: []string{"weather"}},
			part: "enable", code: "rules/select.unknown", args: map[string]any{"found": "weather"},
		},
		{
			name: "a pattern without a match", selection: rules.Selection{Disable: []string{"weather/*"}},
			part: "disable", code: "rules/select.nothing", args: map[string]any{"found": "weather/*"},
		},
		{
			name: "a star does not cross the slash", selection: rules.Selection{Disable: []string{"*"}},
			part: "disable", code: "rules/select.nothing", args: map[string]any{"found": "*"},
		},
		{
			name: "a pattern that is none", selection: rules.Selection{Disable: []string{"eif/[R"}},
			part: "disable", code: "rules/select.pattern", args: map[string]any{"found": "eif/[R"},
		},
		{
			name: "input off", selection: rules.Selection{Disable: []string{"input/*"}},
			part: "disable", code: "rules/select.fixed", args: map[string]any{"found": "input/*"},
		},
		{
			name: "waiver off", selection: rules.Selection{Disable: []string{"waiver/unused"}},
			part: "disable", code: "rules/select.fixed", args: map[string]any{"found": "waiver/unused"},
		},
		{
			name:      "consistency lighter",
			selection: severities(rules.SeverityOf{Rule: "consistency/area-out-of-reach", Severity: rules.Info}),
			part:      "severity", code: "rules/select.fixed", args: map[string]any{"found": "consistency/area-out-of-reach"},
		},
		{
			name:      "off and on",
			selection: rules.Selection{Disable: []string{"eif/R01"}, Enable: []string{"eif/R01"}},
			part:      "enable", code: "rules/select.both", args: map[string]any{"rule": "eif/R01"},
		},
		{
			name: "two severities for one id",
			selection: severities(
				rules.SeverityOf{Rule: "eif/R01", Severity: rules.Info}, rules.SeverityOf{Rule: "eif/R01", Severity: rules.Error},
			),
			part: "severity", code: "rules/select.severities", args: map[string]any{"rule": "eif/R01"},
		},
		{
			name: "two patterns that disagree",
			selection: severities(
				rules.SeverityOf{Rule: "eif/*", Severity: rules.Info}, rules.SeverityOf{Rule: "eif/R0?", Severity: rules.Error},
			),
			part: "severity", code: "rules/select.severities", args: map[string]any{"rule": "eif/R01"},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			_, err := rules.NewRegistry().Select(test.selection)
			got, ok := errors.AsType[rules.SelectionError](err)
			if !ok {
				t.Fatalf("got %v, want a SelectionError", err)
			}
			if got.Part != test.part || got.Code != test.code {
				t.Errorf("got %s %s, want %s %s", got.Part, got.Code, test.part, test.code)
			}
			if diff := cmp.Diff(test.args, map[string]any(got.Args)); diff != "" {
				t.Errorf("arguments (-want +got):\n%s", diff)
			}
		})
	}
}

// The order in which ids and patterns are written never matters.
func TestSelectWhateverTheOrder(t *testing.T) {
	t.Parallel()
	words := []string{"*/*", "e*/*", "coverage/no-data", "coverage/*", "coverage/p*", "eif/R07", "eif/R0[1-9]", "reference/*"}
	severities := []rules.Severity{rules.Error, rules.Warning, rules.Info}
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOfN(rapid.SampledFrom(words), 0, 4)
		s := rules.Selection{Only: list.Draw(t, "only"), Disable: list.Draw(t, "disable"), Enable: list.Draw(t, "enable")}
		for _, rule := range list.Draw(t, "severity of") {
			s.Severities = append(s.Severities, rules.SeverityOf{Rule: rule, Severity: rapid.SampledFrom(severities).Draw(t, "severity")})
		}
		shuffled := rules.Selection{
			Only:       rapid.Permutation(s.Only).Draw(t, "only again"),
			Disable:    rapid.Permutation(s.Disable).Draw(t, "disable again"),
			Enable:     rapid.Permutation(s.Enable).Draw(t, "enable again"),
			Severities: rapid.Permutation(s.Severities).Draw(t, "severities again"),
		}
		got, err := rules.NewRegistry().Select(s)
		again, errAgain := rules.NewRegistry().Select(shuffled)
		if (err == nil) != (errAgain == nil) {
			t.Fatalf("%v in one order, %v in another", err, errAgain)
		}
		if diff := cmp.Diff(selected(got), selected(again)); diff != "" {
			t.Fatalf("the order matters:\n%s", diff)
		}
		off := rules.NewRegistry().Without(got)
		for _, id := range off {
			if err == nil && rules.NewRegistry().Find(id).Fixed() {
				t.Fatalf("%s is off", id)
			}
			if matched, _ := path.Match("e*/*", id); err == nil && matched && slices.Contains(s.Enable, "e*/*") && !slices.Contains(s.Disable, id) {
				t.Fatalf("%s is off although enabled, and not by its id", id)
			}
		}
	})
}

func selected(r rules.Registry) map[string]rules.Severity {
	list := map[string]rules.Severity{}
	for _, rule := range r.Rules() {
		list[rule.ID] = rule.Severity
	}
	return list
}
