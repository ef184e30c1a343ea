package reports

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestEveryWordIsInTheCatalogue reads which entries text asks for. One that ends in a dot is
// completed by a word of the result, such as "text/severity.".
func TestEveryWordIsInTheCatalogue(t *testing.T) {
	t.Parallel()

	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var asked []string
	literal := regexp.MustCompile(`"(text/[a-z.-]+)"`)
	label := regexp.MustCompile(`r\.fact\("([a-z-]+)"`)
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, match := range literal.FindAllStringSubmatch(string(source), -1) {
			if match[1] != "text/template" { // the package
				asked = append(asked, match[1])
			}
		}
		for _, match := range label.FindAllStringSubmatch(string(source), -1) {
			asked = append(asked, "text/fact."+match[1])
		}
	}
	w := wording(t)
	for _, code := range asked {
		if !strings.HasSuffix(code, ".") && !w.Has(code) {
			t.Errorf("no catalogue entry %s", code)
		}
	}
	for _, code := range w.Codes() {
		used := slices.ContainsFunc(asked, func(a string) bool {
			return a == code || strings.HasSuffix(a, ".") && a != "text/fact." && strings.HasPrefix(code, a)
		})
		if strings.HasPrefix(code, "text/") && !used {
			t.Errorf("%s is never said", code)
		}
	}
}
