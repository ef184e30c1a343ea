package rules_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/eifcheck/eifcheck/rules"
)

// The address that a finding links to leads to a page of this repository, and that page names the rule
// or, where several share it, the family.
func TestDocsURLsLeadToPages(t *testing.T) {
	t.Parallel()
	for _, rule := range rules.NewRegistry().Rules() {
		url := rules.DocsURL(rule.ID)
		path, ok := strings.CutPrefix(url, "https://github.com/eifcheck/eifcheck/blob/main/")
		if !ok || path != rules.DocsPath(rule.ID) {
			t.Fatalf("%s: %q is no page of the repository", rule.ID, url)
		}
		page, err := os.ReadFile(filepath.Join("..", filepath.FromSlash(path)))
		if err != nil {
			t.Errorf("%s: %v; make generate writes it", rule.ID, err)
			continue
		}
		shared := strings.HasSuffix(path, "/"+rules.Family(rule.ID)+".md")
		if !strings.Contains(string(page), rule.ID) && !shared {
			t.Errorf("%s does not name %s", path, rule.ID)
		}
	}
}
