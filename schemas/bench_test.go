package schemas_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/schemas"
)

// read parses a file of the project's test data.
func read(tb testing.TB, name string) *document.Document {
	tb.Helper()
	source, err := os.ReadFile(filepath.Join("..", "testdata", filepath.FromSlash(name)))
	if err != nil {
		tb.Fatal(err)
	}
	return document.Parse(name, source)
}

func BenchmarkCheckValid(b *testing.B) {
	d := read(b, "real/fr.yaml")
	b.ReportAllocs()
	for b.Loop() {
		if problems := schemas.Check(d); len(problems) > 0 {
			b.Fatal(problems[0])
		}
	}
}

func BenchmarkParseValid(b *testing.B) {
	source := read(b, "real/fr.yaml").Source
	b.ReportAllocs()
	for b.Loop() {
		document.Parse("fr.yaml", source)
	}
}

// BenchmarkCheckWrongKeys is the most that a hostile file can ask for: as many wrong keys as the reader lets through.
func BenchmarkCheckWrongKeys(b *testing.B) {
	var source strings.Builder
	source.WriteString("eifcheck: 1\ncountry: FR\nyear: 2020\n")
	for i := range document.MaxNodes - 100 {
		fmt.Fprintf(&source, "wrong%d: 1\n", i)
	}
	d := document.Parse("wrong.yaml", []byte(source.String()))
	b.ReportAllocs()
	for b.Loop() {
		schemas.Check(d)
	}
}

// BenchmarkCheckAnswers is a file with every question answered.
func BenchmarkCheckAnswers(b *testing.B) {
	var source strings.Builder
	source.WriteString("eifcheck: 1\ncountry: FR\nyear: 2020\nrecommendations:\n")
	for _, r := range eif.Recommendations() {
		fmt.Fprintf(&source, "  %s:\n    comment: done\n    indicators:\n", r.ID)
		for _, q := range r.Indicators {
			answer := "{level: 3, comment: seen}"
			if q.Kind == eif.ShareAnswer {
				answer = "{done: 13, of: 21}"
			}
			if q.Kind == eif.ChecklistAnswer {
				answer = "{items: [" + q.Items[0] + "], comment: seen}"
			}
			fmt.Fprintf(&source, "      %s: %s\n", q.ID, answer)
		}
	}
	d := document.Parse("answers.yaml", []byte(source.String()))
	b.ReportAllocs()
	for b.Loop() {
		if problems := schemas.Check(d); len(problems) > 0 {
			b.Fatal(problems[0])
		}
	}
}
