package reports

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/rules"
)

// What was not looked at is said beside the verdict, long or short, of one file or of many.
func TestSettingsAreSaid(t *testing.T) {
	t.Parallel()
	var eifRules []string
	for _, rule := range rules.NewRegistry().Rules() {
		if rules.Family(rule.ID) == "eif" {
			eifRules = append(eifRules, rule.ID)
		}
	}
	tests := []struct {
		name     string
		settings eifcheck.Settings
		want     []string
	}{
		{name: "everything looked at", settings: eifcheck.Settings{}},
		{name: "only a configuration", settings: eifcheck.Settings{Config: new(".eifcheck.yaml")}},
		{
			name: "one rule", settings: eifcheck.Settings{
				RulesOff: []string{"coverage/partial"}, Origins: map[string]string{"disable": ".eifcheck.yaml:4", "severity": "--severity"},
			},
			want: []string{"Not looked at: coverage/partial (.eifcheck.yaml:4)."},
		},
		{
			name: "a family and a rule", settings: eifcheck.Settings{
				RulesOff: append([]string{"coverage/partial"}, eifRules...),
				Origins:  map[string]string{"disable": "--disable", "only": "EIFCHECK_ONLY"},
			},
			want: []string{"Not looked at: coverage/partial and eif/* (EIFCHECK_ONLY and --disable)."},
		},
		{
			name: "many", settings: eifcheck.Settings{RulesOff: eifRules[1:], Origins: map[string]string{"disable": "--disable"}},
			want: []string{"Not looked at: eif/R02, eif/R03, eif/R04, eif/R05, eif/R06, eif/R07 and 40 more (--disable)."},
		},
		{
			name: "severities", settings: eifcheck.Settings{
				Severities: map[string]rules.Severity{"eif/R02": rules.Info, "eif/R01": rules.Error},
				Origins:    map[string]string{"severity": ".eifcheck.yaml:7"},
			},
			want: []string{"Severity changed: eif/R01 is error and eif/R02 is info (.eifcheck.yaml:7)."},
		},
		{
			name: "nothing waived", settings: eifcheck.Settings{IgnoresOff: true, Origins: map[string]string{"no-ignores": "EIFCHECK_NO_IGNORES"}},
			want: []string{"Nothing was waived: ignores, waivers and baseline did not count (EIFCHECK_NO_IGNORES)."},
		},
		{
			name: "from a saved result that lies", settings: eifcheck.Settings{
				RulesOff: []string{"x/\x1b[31my"}, Origins: map[string]string{"disable": "\x1b[2J"},
			},
			want: []string{`Not looked at: x/\u001B[31my (\u001B[2J).`},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(test.want, settingLines(test.settings, wording(t))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			for _, quiet := range []bool{false, true} {
				for _, files := range []int{1, 2} {
					said := endOf(t, test.settings, quiet, files)
					for _, line := range test.want {
						if !strings.Contains(said, line) {
							t.Errorf("quiet %t, %d files: not said: %s", quiet, files, line)
						}
					}
					if len(test.want) == 0 && strings.Contains(said, "Not looked at") {
						t.Errorf("quiet %t, %d files: said without need", quiet, files)
					}
				}
			}
		})
	}
}

// endOf prints a report with settings, its lines joined again.
func endOf(t *testing.T, s eifcheck.Settings, quiet bool, files int) string {
	t.Helper()
	var b strings.Builder
	h := header()
	h.Settings = s
	r := newText(&b, Options{Header: h, Wording: wording(t), Quiet: quiet})
	for range files {
		if err := r.Assessment(france()); err != nil {
			t.Fatal(err)
		}
	}
	closing := one(france())
	closing.Totals.Files = files
	if err := r.Close(closing); err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(b.String(), "\n", " ")
}
