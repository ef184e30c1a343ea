package repository_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/eifcheck/eifcheck/internal/repository"
)

// tree makes a directory with files; a name that ends in / is a directory.
func tree(t *testing.T, names ...string) string {
	t.Helper()
	root := repository.Real(t.TempDir())
	for _, name := range names {
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if name[len(name)-1] == '/' {
			if err := os.MkdirAll(path, 0o755); err != nil {
				t.Fatal(err)
			}
		} else if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func TestRoot(t *testing.T) {
	t.Parallel()
	root := tree(t, "repo/.git/", "repo/a/b/", "repo/sub/.git", "repo/sub/c/", "outside/")
	tests := []struct{ dir, want string }{
		{dir: "repo", want: "repo"},
		{dir: "repo/a/b", want: "repo"},
		{dir: "repo/sub/c", want: "repo/sub"}, // a worktree or submodule has a file
		{dir: "repo/missing", want: "repo"},
	}
	for _, test := range tests {
		if got, want := repository.Root(filepath.Join(root, test.dir)), filepath.Join(root, test.want); got != want {
			t.Errorf("Root(%s) = %s, want %s", test.dir, got, want)
		}
	}
	if got := repository.Root(filepath.Join(root, "outside")); filepath.Dir(got) == root {
		t.Errorf("Root(outside) = %s", got)
	}
}

func TestPath(t *testing.T) {
	root := tree(t, "repo/.git/", "repo/data/fr.yaml", "repo/data/..odd.yaml", "outside/be.yaml")
	link := func(target, name string) {
		t.Helper()
		if err := os.Symlink(target, filepath.Join(root, name)); err != nil {
			t.Skip("no links on this system")
		}
	}
	link("fr.yaml", "repo/data/link.yaml")
	link("../../outside/be.yaml", "repo/data/be.yaml")
	link("repo", "other-way")
	t.Chdir(filepath.Join(root, "other-way", "data"))
	repo := repository.Root(".")
	if want := filepath.Join(root, "repo"); repo != want {
		t.Fatalf("Root = %s, want %s", repo, want)
	}
	tests := []struct{ what, name, want string }{
		{what: "from the working directory", name: "fr.yaml", want: "data/fr.yaml"},
		{what: "with detours", name: "./../data/fr.yaml", want: "data/fr.yaml"},
		{what: "with its whole path", name: filepath.Join(root, "repo/data/fr.yaml"), want: "data/fr.yaml"},
		{what: "by a link to the repository", name: filepath.Join(root, "other-way/data/fr.yaml"), want: "data/fr.yaml"},
		{what: "a link is what it leads to", name: "link.yaml", want: "data/fr.yaml"},
		{what: "a link that leads out is itself", name: "be.yaml", want: "data/be.yaml"},
		{what: "a name that begins with dots", name: "..odd.yaml", want: "data/..odd.yaml"},
		{what: "a file that is not there", name: "new/it.yaml", want: "data/new/it.yaml"},
		{what: "a file outside", name: "../../outside/be.yaml", want: "../outside/be.yaml"},
		{what: "a file outside, with its whole path", name: filepath.Join(root, "outside/be.yaml"), want: "../outside/be.yaml"},
		{what: "the root itself", name: "..", want: "."},
		{what: "standard input", name: "-", want: "-"},
		{what: "nothing", name: "", want: ""},
	}
	for _, test := range tests {
		if got := repository.Path(repo, test.name); got != test.want {
			t.Errorf("%s: Path(%s) = %s, want %s", test.what, test.name, got, test.want)
		}
	}
	for _, name := range []string{"fr.yaml", "./fr.yaml", "a/../fr.yaml"} {
		if got := repository.Path("", name); got != "fr.yaml" {
			t.Errorf("%s without a repository: %s", name, got)
		}
	}
}
