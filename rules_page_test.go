package eifcheck_test

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/rules"
)

var update = flag.Bool("update", false, "rewrite generated pages")

// docs/rules.md is written from the registry and the catalogue.
func TestRulesPageIsCurrent(t *testing.T) {
	t.Parallel()
	wantPage(t, "docs/rules.md", rulesPage(t))
}

// wantPage holds a generated page to what generates it; -update rewrites it.
func wantPage(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s is not current, go test . -update rewrites it (-page +generated):\n%s", name, diff)
	}
}

func rulesPage(t *testing.T) string {
	t.Helper()
	wording, _ := eifcheck.NewWording("en")
	var b strings.Builder
	b.WriteString(wording.Say("page/rules.head", nil) + "\n")
	family := ""
	for _, rule := range rules.NewRegistry().Rules() {
		if f := rules.Family(rule.ID); f != family {
			family = f
			b.WriteString("\n## " + family + "\n\n" + wording.Say("page/rules."+family, nil) + "\n\n")
			b.WriteString("| rule | severity | waivable | what |\n|---|---|---|---|\n")
		}
		waivable := "no"
		if rule.Waivable {
			waivable = "yes"
		}
		what := "**" + wording.RuleTitle(rule.ID) + ".**"
		if family != "eif" && family != "gap" {
			what = strings.TrimSpace(what + " " + wording.RuleReason(rule.ID))
		}
		b.WriteString("| `" + rule.ID + "` | " + string(rule.Severity) + " | " + waivable + " | " + what + " |\n")
	}
	return b.String()
}
