package config_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/eifcheck/eifcheck/internal/config"
	"github.com/eifcheck/eifcheck/internal/repository"
)

func TestFind(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		files []string
		from  string
		want  []string
	}{
		{name: "none", files: []string{".git/", "a/"}, from: "a"},
		{name: "here", files: []string{".git/", ".eifcheck.yaml"}, want: []string{".eifcheck.yaml"}},
		{name: "without a dot", files: []string{".git/", "eifcheck.yaml"}, want: []string{"eifcheck.yaml"}},
		{name: "among the files of the forge", files: []string{".git/", ".github/eifcheck.yaml"}, want: []string{".github/eifcheck.yaml"}},
		{name: "above", files: []string{".git/", ".eifcheck.yaml", "a/b/"}, from: "a/b", want: []string{".eifcheck.yaml"}},
		{name: "the nearest", files: []string{".git/", ".eifcheck.yaml", "a/eifcheck.yaml", "a/b/"}, from: "a/b", want: []string{"a/eifcheck.yaml"}},
		{name: "never above the repository", files: []string{".eifcheck.yaml", "r/.git/", "r/a/"}, from: "r/a"},
		{name: "a worktree has a file for .git", files: []string{".eifcheck.yaml", "r/.git", "r/a/"}, from: "r/a"},
		{name: "at the root of the repository", files: []string{"r/.git", "r/.eifcheck.yaml", "r/a/"}, from: "r/a", want: []string{"r/.eifcheck.yaml"}},
		{name: "outside of a repository only here", files: []string{".eifcheck.yaml", "a/"}, from: "a"},
		{name: "outside of a repository", files: []string{"a/.eifcheck.yaml"}, from: "a", want: []string{"a/.eifcheck.yaml"}},
		{
			name: "several", files: []string{".git/", ".eifcheck.yaml", "eifcheck.yaml", ".github/eifcheck.yaml"},
			want: []string{".eifcheck.yaml", "eifcheck.yaml", ".github/eifcheck.yaml"},
		},
		{name: "a directory counts, so that reading it says so", files: []string{".git/", "eifcheck.yaml/"}, want: []string{"eifcheck.yaml"}},
		{name: "a file called .github", files: []string{".git/", ".github"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			root := repository.Real(t.TempDir())
			if repository.Root(root) != "" {
				t.Skip("the temporary directory lies in a repository")
			}
			for _, name := range test.files {
				place(t, root, name)
			}
			var got []string
			for _, path := range config.Find(filepath.Join(root, test.from)) {
				relative, err := filepath.Rel(root, path)
				if err != nil {
					t.Fatal(err)
				}
				got = append(got, filepath.ToSlash(relative))
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// place makes a file, or a directory where the name ends in a slash.
func place(t *testing.T, root, name string) {
	t.Helper()
	path := filepath.Join(root, filepath.FromSlash(name))
	dir := path
	if name[len(name)-1] != '/' {
		dir = filepath.Dir(path)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if dir != path {
		if err := os.WriteFile(path, []byte("version: 1\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// A link that leads nowhere is a configuration that cannot be read, not one that is not there.
func TestFindBrokenLink(t *testing.T) {
	t.Parallel()
	root := repository.Real(t.TempDir())
	if err := os.Symlink("missing", filepath.Join(root, ".eifcheck.yaml")); err != nil {
		t.Skip("no links on this system")
	}
	if got := config.Find(root); len(got) != 1 {
		t.Errorf("found %v, want the link", got)
	}
}
