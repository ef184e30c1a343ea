package reports

import (
	"strings"
	"testing"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/rules"
)

func TestMarkdown(t *testing.T) {
	t.Parallel()

	changed := norway()
	changed.Changes = changesOf(changed)
	edition := norway()
	edition.Changes = changesOf(edition)
	edition.Changes.Methodology, edition.Changes.Year = "mm-71", 2021
	for i := range edition.Changes.Areas { // as a comparison of two methodologies says it
		if d := &edition.Changes.Areas[i]; d.Direction == eifcheck.Up || d.Direction == eifcheck.Down {
			d.Direction = eifcheck.Other
		}
	}
	for name, list := range map[string][]*eifcheck.Assessment{
		"country": {france()}, "changes": {changed}, "edition": {edition}, "organisation": {agency()},
		"not-assessed": {broken()}, "many": {france(), broken(), norway(), agency()},
	} {
		closing := one(list[0])
		if len(list) > 1 {
			closing = several()
		}
		golden(t, "markdown-"+name, printed(t, "markdown", Options{}, closing, list...))
	}
}

// What a run did not look at is said.
func TestMarkdownSaysWhatIsOff(t *testing.T) {
	t.Parallel()

	h := header()
	h.Settings.RulesOff, h.Settings.IgnoresOff = []string{"evidence/undated", "plan/owner"}, true
	h.Settings.Severities = map[string]rules.Severity{"eif/R05": rules.Error}
	m := newMarkdownWords(Options{Header: h, Wording: wording(t)})
	foot := m.foot(nil)
	for _, want := range []string{"evidence/undated and plan/owner", "eif/R05 (error)", "nothing was waived"} {
		if !strings.Contains(foot, want) {
			t.Errorf("%q is not in:\n%s", want, foot)
		}
	}
}

// However many files there are, a comment is one that GitHub takes; those that failed come first.
func TestMarkdownKeepsToItsLimit(t *testing.T) {
	t.Parallel()

	var list []*eifcheck.Assessment
	for range 600 {
		list = append(list, france())
	}
	list = append(list, broken())
	c := several()
	c.Totals.Files = len(list)
	page := string(printed(t, "markdown", Options{}, c, list...))
	if len(page) > markdownLimit || len(page) < markdownLimit/2 {
		t.Errorf("%d bytes, want at most %d and most of them used", len(page), markdownLimit)
	}
	_, sections, _ := strings.Cut(page, "### ")
	first, _, _ := strings.Cut(sections, "\n")
	if !strings.Contains(first, "broken.yaml") {
		t.Errorf("the first section is %q, want that of the file that failed", first)
	}
	for _, want := range []string{"more files are left out of this table", "files are not shown in detail"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}

func TestEscapeMarkdown(t *testing.T) {
	t.Parallel()

	for text, want := range map[string]string{
		"plain, 96 % (P7) no_data":  "plain, 96 % (P7) no_data",
		"# heading":                 `\# heading`,
		"1. one":                    `1\. one`,
		"- list":                    `\- list`,
		"*a* _b_ [c](d) <e> `f` |g": "\\*a\\* \\_b\\_ \\[c\\](d) \\<e\\> \\`f\\` \\|g",
		"ask @me, #12":              "ask `@me,` `#12`",
		"see https://a.eu/x_y":      "see `https://a.eu/x_y`",
		"a`@b`|c":                   "``a`@b`¦c``",
		"two\nlines\x00":            `two lines\\u0000`,
	} {
		if got := escapeMarkdown(text); got != want {
			t.Errorf("escapeMarkdown(%q) = %q, want %q", text, got, want)
		}
	}
}
