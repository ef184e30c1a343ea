package eifcheck_test

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/rules"
)

var update = flag.Bool("update", false, "rewrite generated pages")

// docs/rules.md and the pages below docs/rules are written from the registry, the catalogue and the
// examples. A page of a rule that is gone is deleted.
func TestRulesPageIsCurrent(t *testing.T) {
	t.Parallel()
	w := pageWriter{T: t}
	w.Wording, _ = eifcheck.NewWording("en")
	wantPage(t, "docs/rules.md", w.index())
	wanted := map[string]bool{}
	for _, rule := range rules.NewRegistry().Rules() {
		name := rules.DocsPath(rule.ID)
		if !wanted[name] {
			wanted[name] = true
			wantPage(t, name, w.rule(rule))
		}
	}
	for _, pattern := range []string{"docs/rules/*.md", "docs/rules/*/*.md"} {
		names, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			if !wanted[filepath.ToSlash(name)] {
				unwantPage(t, name)
			}
		}
	}
}

// wantPage holds a generated page to what generates it; -update rewrites it.
func wantPage(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(name), 0o750); err != nil {
			t.Fatal(err)
		}
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

// unwantPage objects to a page of a rule that is gone; -update deletes it.
func unwantPage(t *testing.T, name string) {
	t.Helper()
	if !*update {
		t.Errorf("%s is of no rule, go test . -update deletes it", name)
		return
	}
	if err := os.Remove(name); err != nil {
		t.Fatal(err)
	}
}

// pageWriter writes pages in the words of the catalogue.
type pageWriter struct {
	*testing.T
	eifcheck.Wording
}

// text is an entry of the catalogue; a page without it would show its code.
func (w pageWriter) text(code string, pairs ...string) string {
	w.Helper()
	if !w.Has(code) {
		w.Fatalf("internal/messages/en lacks %s", code)
	}
	args := map[string]any{}
	for pair := range slices.Chunk(pairs, 2) {
		args[pair[0]] = pair[1]
	}
	return w.Say(code, args)
}

// index lists all rules, a table a family.
func (w pageWriter) index() string {
	w.Helper()
	var b strings.Builder
	b.WriteString(w.text("page/rules.head") + "\n")
	family := ""
	for _, rule := range rules.NewRegistry().Rules() {
		if f := rules.Family(rule.ID); f != family {
			family = f
			b.WriteString("\n## " + family + "\n\n" + w.text("page/rules."+family) + "\n\n")
			b.WriteString("| rule | severity | waivable | what |\n|---|---|---|---|\n")
		}
		waivable := "no"
		if rule.Waivable {
			waivable = "yes"
		}
		what := "**" + w.RuleTitle(rule.ID) + ".**"
		if !sharesPage(rule.ID) {
			what = strings.TrimSpace(what + " " + w.RuleReason(rule.ID))
		}
		page := strings.TrimPrefix(rules.DocsPath(rule.ID), "docs/")
		b.WriteString("| [`" + rule.ID + "`](" + page + ") | " + string(rule.Severity) + " | " + waivable + " | " + what + " |\n")
	}
	return b.String()
}

// sharesPage tells whether the page of a rule is that of its family.
func sharesPage(id string) bool { return rules.DocsPath(id) == "docs/rules/"+rules.Family(id)+".md" }
