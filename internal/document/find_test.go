package document

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// tree writes files, whose names end in their text after "=", into a new directory.
func tree(t *testing.T, files map[string]string) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		write(t, dir, name, text)
	}
	return dir
}

func assessments() map[string]string {
	return map[string]string{
		"fr.yaml":               "eifcheck: 1\n",
		"be.yml":                "# c\ncountry: BE\nareas: {}\n",
		"sub/es.json":           `{"country": "ES", "recommendations": {}}`,
		"sub/deep/it.YAML":      "---\nrecommendations:\n",
		"sub/broken.yaml":       "country: [\n",
		"sub/latin.yaml":        "a: \xe9\n",
		"sub/other.yaml":        "kind: Deployment\n---\nkind: Service\n",
		"sub/list.yaml":         "- eifcheck: 1\n",
		"sub/empty.yaml":        "",
		"sub/text.yaml":         "eifcheck\n",
		"sub/below.yaml":        "x:\n  eifcheck: 1\n",
		"sub/notes.md":          "eifcheck: 1\n",
		".hidden.yaml":          "eifcheck: 1\n",
		".github/workflow.yaml": "eifcheck: 1\n",
	}
}

// under removes the directory from paths.
func under(dir string, paths []string) []string {
	short := make([]string, len(paths))
	for i, path := range paths {
		short[i] = strings.TrimPrefix(path, filepath.ToSlash(dir)+"/")
	}
	return short
}

func codesOf(found Found) []string {
	var codes []string
	for _, p := range found.Problems {
		codes = append(codes, p.Message.Code)
	}
	return codes
}

func TestFind(t *testing.T) {
	t.Parallel()
	dir := tree(t, assessments())
	all := []string{"be.yml", "fr.yaml", "sub/broken.yaml", "sub/deep/it.YAML", "sub/es.json", "sub/latin.yaml"}
	at := func(name string) string { return filepath.Join(dir, name) }
	tests := []struct {
		name    string
		args    []string
		files   []string
		skipped int
		codes   []string
	}{
		{"directory", []string{dir}, all, 5, nil},
		{"directory twice", []string{dir, dir + "/", at("sub/.."), at("sub")}, all, 5, nil},
		{"file", []string{at("sub/notes.md")}, []string{"sub/notes.md"}, 0, nil},
		{"hidden file", []string{at(".hidden.yaml")}, []string{".hidden.yaml"}, 0, nil},
		{"hidden directory", []string{at(".github")}, []string{".github/workflow.yaml"}, 0, nil},
		{"file and its directory", []string{at("sub/deep"), at("sub/deep/it.YAML")}, []string{"sub/deep/it.YAML"}, 0, nil},
		{"named file is never skipped", []string{at("sub/other.yaml"), at("sub")}, []string{
			"sub/broken.yaml", "sub/deep/it.YAML", "sub/es.json", "sub/latin.yaml", "sub/other.yaml",
		}, 4, nil},
		{"missing file", []string{at("none.yaml")}, []string{"none.yaml"}, 0, nil},
		{"standard input", []string{"-", at("fr.yaml")}, []string{"-", "fr.yaml"}, 0, nil},
		{"pattern", []string{at("*.y*ml")}, []string{"be.yml", "fr.yaml"}, 0, nil},
		{"deep pattern", []string{at("**/*.json")}, []string{"sub/es.json"}, 0, nil},
		{"pattern that ends in stars", []string{at("sub/d**")}, []string{"sub/deep/it.YAML"}, 0, nil},
		{"pattern for everything", []string{at("sub/deep/**")}, []string{"sub/deep/it.YAML"}, 0, nil},
		{"pattern for everything, others skipped", []string{at("sub/**")}, []string{
			"sub/broken.yaml", "sub/deep/it.YAML", "sub/es.json", "sub/latin.yaml",
		}, 5, nil},
		{"pattern of directories", []string{at("s*b")}, []string{
			"sub/broken.yaml", "sub/deep/it.YAML", "sub/es.json", "sub/latin.yaml",
		}, 5, nil},
		{"pattern without match", []string{at("*.txt")}, []string{}, 0, []string{"input/no-files.pattern"}},
		{"broken pattern", []string{at("[")}, []string{}, 0, []string{"input/no-files.pattern-wrong"}},
		{"nothing", nil, []string{}, 0, []string{"input/no-files"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			found := Find(test.args)
			got := under(dir, found.Files)
			if diff := cmp.Diff(test.files, got); diff != "" {
				t.Errorf("files differ (-want +got):\n%s", diff)
			}
			if found.Skipped != test.skipped {
				t.Errorf("got %d files skipped, want %d", found.Skipped, test.skipped)
			}
			if diff := cmp.Diff(test.codes, codesOf(found)); diff != "" {
				t.Errorf("problems differ (-want +got):\n%s", diff)
			}
			slices.Reverse(test.args)
			if diff := cmp.Diff(found, Find(test.args)); diff != "" {
				t.Errorf("another order of arguments gives another result:\n%s", diff)
			}
		})
	}
}

func TestFindNothing(t *testing.T) {
	t.Parallel()
	dir := tree(t, map[string]string{"empty/notes.md": "x", "other/a.yaml": "x: 1\n", "other/b.json": "[]"})
	found := Find([]string{filepath.Join(dir, "empty"), filepath.Join(dir, "other")})
	want := []string{"input/no-files.directory-empty", "input/no-files.directory"}
	if diff := cmp.Diff(want, codesOf(found)); diff != "" {
		t.Errorf("problems differ (-want +got):\n%s", diff)
	}
	if got := found.Problems[1].Message.Args["count"]; got != 2 || found.Skipped != 2 {
		t.Errorf("got %v and %d files skipped, want 2", got, found.Skipped)
	}
}

func TestFindNameOfPattern(t *testing.T) {
	t.Parallel()
	dir := tree(t, map[string]string{"a[1].yaml": "x: 1\n", "a1.yaml": "x: 1\n"})
	found := Find([]string{filepath.Join(dir, "a[1].yaml")})
	if diff := cmp.Diff([]string{"a[1].yaml"}, under(dir, found.Files)); diff != "" {
		t.Errorf("files differ (-want +got):\n%s", diff)
	}
}

func link(t *testing.T, old, name string) {
	t.Helper()
	if err := os.Symlink(old, name); err != nil {
		t.Skipf("no links here: %v", err)
	}
}

func TestFindLinks(t *testing.T) {
	t.Parallel()
	dir := tree(t, map[string]string{"d/a.yaml": "eifcheck: 1\n", "d/e/b.yaml": "eifcheck: 1\n", "far/c.yaml": "eifcheck: 1\n"})
	link(t, "..", filepath.Join(dir, "d/e/loop"))
	link(t, "self", filepath.Join(dir, "d/self"))
	link(t, "a.yaml", filepath.Join(dir, "d/longer-name.yaml"))
	link(t, "nowhere.yaml", filepath.Join(dir, "d/broken.yaml"))
	link(t, filepath.Join(dir, "far"), filepath.Join(dir, "d/far"))
	found := Find([]string{filepath.Join(dir, "d")})
	want := []string{"d/a.yaml", "d/broken.yaml", "d/e/b.yaml", "d/far/c.yaml"}
	if diff := cmp.Diff(want, under(dir, found.Files)); diff != "" {
		t.Errorf("files differ (-want +got):\n%s", diff)
	}
}

func TestFindUnreadableDirectory(t *testing.T) {
	t.Parallel()
	dir := tree(t, map[string]string{"a.yaml": "eifcheck: 1\n", "closed/b.yaml": "eifcheck: 1\n"})
	closed := filepath.Join(dir, "closed")
	if err := os.Chmod(closed, 0); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(closed, 0o755) })
	if _, err := os.ReadDir(closed); err == nil {
		t.Skip("this user may read every directory")
	}
	if diff := cmp.Diff([]string{"input/unreadable.in-directory"}, codesOf(Find([]string{dir}))); diff != "" {
		t.Errorf("problems differ (-want +got):\n%s", diff)
	}
}

func TestFirstKey(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"eifcheck: 1":                            true,
		"eifcheck:\n":                            true,
		"areas:":                                 true,
		"\ufeff# c\r\n\r\n---\n# d\neifcheck: 1": true,
		"{eifcheck: 1}":                          true,
		`{"eifcheck":1}`:                         true,
		"{\n  'recommendations' : {}}":           true,
		"eifcheck:1":                             false,
		"eifcheck 1":                             false,
		"\"eifcheck': 1":                         false,
		"eifchecks: 1":                           false,
		"- eifcheck: 1":                          false,
		"country: FR\neifcheck: 1":               false,
		"":                                       false,
	} {
		if got := firstKey().MatchString(text); got != want {
			t.Errorf("%q: got %t, want %t", text, got, want)
		}
		if !want {
			continue
		}
		if d := Parse("a.yaml", []byte(text)); d.Root != nil && !hasOwnKey(d.Root) {
			t.Errorf("%q: the first key is taken for one of an assessment, and the tree has none", text)
		}
	}
}
