package eifcheck_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/rules"
)

// rule is the page about a rule, or about a family of rules that differ only in their id.
func (w pageWriter) rule(rule rules.Rule) string {
	w.Helper()
	example, shown := rules.ExampleOf(rule.ID)
	id, docs, title := rule.ID, "../..", w.RuleTitle(rule.ID)
	if sharesPage(id) {
		family := rules.Family(id)
		id, docs, title = likeRule(family), "..", w.text("page/rule."+family)
		example, shown = rules.ExampleOf(id)
	}
	parts := []string{"# " + title, "`" + id + "`"}
	if sharesPage(id) {
		parts[1] = w.text("page/rule.example-of", "rule", parts[1])
	}
	parts = append(parts, w.weight(rule))
	if why := w.RuleReason(id); why != "" {
		parts = append(parts, "## "+w.text("page/rule.why"), escape(why))
	}
	if shown {
		parts = append(parts, w.example(rule.Severity, id, example)...)
	} else {
		parts = append(parts, w.text("page/rule.says-without"), quote(w.provoked(id)...))
	}
	if rule.Waivable {
		parts = append(parts, "## "+w.text("page/rule.accept-title"), w.text("page/rule.accept"),
			code(rules.IgnoreComment(id, "WHO", "YYYY-MM-DD", "WHY")+"\n"))
	}
	parts = append(parts, w.text("page/rule.more",
		"topic", w.text("page/rule.topic-"+rules.Family(id), "docs", docs), "index", docs+"/rules.md"))
	return strings.Join(parts, "\n\n") + "\n"
}

// likeRule is the rule whose page stands for the family: one that people know from the factsheets.
func likeRule(family string) string {
	if family == "eif" {
		return "eif/R05"
	}
	return "gap/P2"
}

// weight says what a finding of a rule does to the check, and whether it can be waived.
func (w pageWriter) weight(rule rules.Rule) string {
	w.Helper()
	severity, waivable := string(rule.Severity), "explain/not-waivable"
	if rules.Family(rule.ID) == "input" {
		severity = "input"
	}
	if rule.Waivable {
		waivable = "explain/waivable"
	}
	return w.text("page/rule.severity-"+severity) + " " + w.text(waivable)
}

// example shows the wrong snippet with what a run over it says, and the right one.
func (w pageWriter) example(severity rules.Severity, id string, example rules.Example) []string {
	w.Helper()
	wrong, right := rules.ExampleHeadings(severity)
	found := findingOf(w.T, id, example.Whole(example.Wrong))
	head := strings.Count(example.Whole(example.Wrong), "\n") - strings.Count(example.Wrong, "\n")
	line := strconv.Itoa(max(1, found.Location.Line-head))
	parts := []string{"## " + w.text(wrong), code(example.Wrong)}
	if example.Alone {
		parts[1] = block("text", example.Wrong)
	}
	says := w.text("page/rule.says", "line", line)
	if head > 0 {
		says = w.text("page/rule.left-out") + " " + says
	}
	parts = append(parts, says, quote(found.Message, found.Help))
	if example.Right != "" {
		parts = append(parts, "## "+w.text(right), code(example.Right))
	}
	return parts
}

// findingOf runs the house over a file and returns the first finding of a rule.
func findingOf(t *testing.T, id, source string) eifcheck.Finding {
	t.Helper()
	name := filepath.Join(t.TempDir(), "example.yaml")
	if err := os.WriteFile(name, []byte(source), 0o600); err != nil {
		t.Fatal(err)
	}
	return findingIn(t, id, name)
}

func findingIn(t *testing.T, id, name string) eifcheck.Finding {
	t.Helper()
	wording, _ := eifcheck.NewWording("en")
	var found []eifcheck.Finding
	_, err := eifcheck.Assess(t.Context(), []string{name}, eifcheck.Options{
		Version: "test", AsOf: "2026-11-22", Wording: wording, Rules: rules.NewRegistry(),
	}, func(a *eifcheck.Assessment) error {
		found = a.Findings
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(found, func(f eifcheck.Finding) bool { return f.Rule == id })
	if i < 0 {
		t.Fatalf("no finding of %s in %s", id, name)
	}
	return found[i]
}

// provoked is what is said by a rule that no snippet can show.
func (w pageWriter) provoked(id string) []string {
	w.Helper()
	var f eifcheck.Finding
	switch id {
	case "input/no-files":
		lost := document.Find([]string{"assesments/*.yaml"}).Problems[0].Message
		return []string{w.Text(lost), w.Text(messages.New(lost.Code+".help", lost.Args))}
	case "input/unreadable":
		f = findingIn(w.T, id, "assesments/fr.yaml")
	case "input/limit":
		f = findingOf(w.T, id, "eifcheck: 1\ntitle: "+strings.Repeat("[", 100)+strings.Repeat("]", 100)+"\n")
	case "input/more":
		f = findingOf(w.T, id, "eifcheck: 1\ncountry: FR\nyear: 2022\nclaims:\n"+strings.Repeat("  - {text: Well done.}\n", 230))
	case "claims/more":
		f = findingOf(w.T, id, "eifcheck: 1\ncountry: FR\nyear: 2022\nclaims:\n"+strings.Repeat("  - {areas: [x]}\n", 230))
	default:
		w.Fatalf("%s has no example, and nothing here provokes it", id)
	}
	return []string{f.Message, f.Help}
}

// The links of the documentation lead to files of this repository.
func TestPagesLinkToFiles(t *testing.T) {
	t.Parallel()
	link := regexp.MustCompile(`\]\(([^)#:]+)(#[^)]*)?\)`)
	n := 0
	err := filepath.WalkDir("docs", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".md" {
			return err
		}
		page, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		for _, found := range link.FindAllStringSubmatch(string(page), -1) {
			n++
			if _, err := os.Stat(filepath.Join(filepath.Dir(name), filepath.FromSlash(found[1]))); err != nil {
				t.Errorf("%s links to %s: %v", name, found[1], err)
			}
		}
		return nil
	})
	if err != nil || n == 0 {
		t.Errorf("%d links, %v", n, err)
	}
}

// An ignore as the page of a rule shows it accepts the finding of that page's example.
func TestPagesSayHowToAccept(t *testing.T) {
	t.Parallel()
	for _, rule := range rules.NewRegistry().Rules() {
		example, ok := rules.ExampleOf(rule.ID)
		if !ok || !rule.Waivable {
			continue
		}
		lines := strings.SplitAfter(example.Whole(example.Wrong), "\n")
		at := findingOf(t, rule.ID, strings.Join(lines, "")).Location.Line - 1
		indent := lines[at][:len(lines[at])-len(strings.TrimLeft(lines[at], " "))]
		ignore := indent + rules.IgnoreComment(rule.ID, "DINUM", "2027-06-30", "decided in March") + "\n"
		accepted := findingOf(t, rule.ID, strings.Join(slices.Insert(lines, at, ignore), ""))
		if accepted.Waived == nil {
			t.Errorf("%s: not accepted by\n%s", rule.ID, strings.Join(lines, ""))
		}
	}
}

func code(text string) string { return block("yaml", text) }

func block(language, text string) string { return "```" + language + "\n" + text + "```" }

// quote makes paragraphs a quotation.
func quote(paragraphs ...string) string {
	kept := slices.DeleteFunc(paragraphs, func(p string) bool { return p == "" })
	for i := range kept {
		kept[i] = escape(strings.ReplaceAll(kept[i], "\n", " "))
	}
	return "> " + strings.Join(kept, "\n>\n> ")
}

// escape keeps what a page would take for a sign of its own. A line inside a word is none.
func escape(text string) string {
	return strings.NewReplacer("\\", "\\\\", "*", "\\*", "[", "\\[", "]", "\\]", "<", "\\<", ">", "\\>", "`", "\\`").Replace(text)
}
