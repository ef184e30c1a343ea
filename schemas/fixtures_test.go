package schemas_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/schemas"
)

// fixtures lists the files of folders of the test data that match a pattern.
func fixtures(tb testing.TB, patterns ...string) []string {
	tb.Helper()
	var all []string
	for _, pattern := range patterns {
		names, err := filepath.Glob(filepath.Join("..", "testdata", filepath.FromSlash(pattern)))
		if err != nil || len(names) == 0 {
			tb.Fatalf("no files match %s: %v", pattern, err)
		}
		all = append(all, names...)
	}
	return all
}

func parseFile(tb testing.TB, name string) *document.Document {
	tb.Helper()
	source, err := os.ReadFile(name)
	if err != nil {
		tb.Fatal(err)
	}
	return document.Parse(filepath.ToSlash(name), source)
}

// wanted reads the comments "# want CODE…" of a fixture, the codes of the findings on that line, and
// the lines "LINE CODE" of the file NAME.want beside it.
func wanted(name, source string) []string {
	var want []string
	if beside, err := os.ReadFile(name + ".want"); err == nil {
		want = strings.Split(strings.TrimSpace(string(beside)), "\n")
	}
	for i, line := range strings.Split(source, "\n") {
		if _, codes, ok := strings.Cut(line, "# want "); ok {
			for code := range strings.FieldsSeq(codes) {
				want = append(want, fmt.Sprintf("%d %s", i+1, code))
			}
		}
	}
	slices.Sort(want)
	return want
}

func TestCheckFixtures(t *testing.T) {
	t.Parallel()
	names := fixtures(t, "err/input-*.yaml", "ok/*.yaml", "real/*.yaml")
	for _, name := range append(names, filepath.Join("testdata", "forms.yaml")) {
		t.Run(filepath.Base(name), func(t *testing.T) {
			t.Parallel()
			d := parseFile(t, name)
			want := []string(nil)
			if strings.HasPrefix(filepath.Base(name), "input-") {
				want = wanted(name, string(d.Source))
			}
			var got []string
			for _, p := range slices.Concat(d.Problems, schemas.Check(d)) {
				got = append(got, fmt.Sprintf("%d %s", p.Span.Start.Line, p.Message.Code))
			}
			slices.Sort(got)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("findings of %s (-want +got):\n%s", name, diff)
			}
		})
	}
}
