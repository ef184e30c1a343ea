package document

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/eifcheck/eifcheck/internal/messages"
)

// TestCatalogue checks that each code this package can say has a text and a help, and that the
// catalogue has no other.
func TestCatalogue(t *testing.T) {
	t.Parallel()
	const file = "../messages/en/input-file.yaml"
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	catalogue := Parse(file, src)
	if len(catalogue.Problems) > 0 {
		t.Fatalf("problems in %s: %s", file, dump(catalogue))
	}
	codes := codesInSource(t)
	for code := range codes {
		for _, entry := range []string{code, code + ".help"} {
			if catalogue.Root.Member(entry) == nil {
				t.Errorf("%s: no entry %s", file, entry)
			}
		}
	}
	for _, m := range catalogue.Root.Members {
		if !codes[strings.TrimSuffix(m.Key, ".help")] && !ofRule(m.Key, codes) {
			t.Errorf("%s:%d: nothing says %s", file, m.KeySpan.Start.Line, m.Key)
		}
	}
}

// ofRule tells whether an entry is the title of a rule or the reason for it.
func ofRule(entry string, codes map[string]bool) bool {
	rule, isTitle := strings.CutSuffix(entry, ".title")
	rule, isWhy := strings.CutSuffix(rule, ".why")
	for code := range codes {
		if (isTitle || isWhy) && messages.New(code, nil).Rule() == rule {
			return true
		}
	}
	return false
}

// codesInSource collects the string literals that are codes.
func codesInSource(t *testing.T) map[string]bool {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	codes := map[string]bool{}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if literal, ok := n.(*ast.BasicLit); ok && literal.Kind == token.STRING {
				if text, err := strconv.Unquote(literal.Value); err == nil && strings.HasPrefix(text, "input/") {
					codes[text] = true
				}
			}
			return true
		})
	}
	return codes
}
