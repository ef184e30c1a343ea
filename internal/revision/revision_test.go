package revision_test

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/internal/revision"
)

const limit = 1 << 20

// git runs git as somebody, in a directory.
func git(t *testing.T, dir string, args ...string) {
	t.Helper()
	c := exec.Command("git", append([]string{"-C", dir}, args...)...)
	c.Env = append(
		c.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1",
		"GIT_AUTHOR_NAME=A", "GIT_AUTHOR_EMAIL=a@example.org", "GIT_COMMITTER_NAME=A", "GIT_COMMITTER_EMAIL=a@example.org",
	)
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// history makes a repository with two commits, the first tagged "one".
func history(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	git(t, dir, "init", "-q", "-b", "main")
	write(t, filepath.Join(dir, "a.yaml"), "first\n")
	write(t, filepath.Join(dir, "sub/b c.yaml"), "no line end")
	write(t, filepath.Join(dir, "sub/ü.yaml"), "")
	write(t, filepath.Join(dir, "large.yaml"), strings.Repeat("x", limit+1))
	git(t, dir, "add", "-A")
	git(t, dir, "commit", "-q", "-m", "one")
	git(t, dir, "tag", "-a", "-m", "one", "one")
	write(t, filepath.Join(dir, "a.yaml"), "second\n")
	git(t, dir, "commit", "-q", "-a", "-m", "two")
	write(t, filepath.Join(dir, "a.yaml"), "third\n")
	return dir
}

func open(t *testing.T, name string) *revision.Revision {
	t.Helper()
	r, err := revision.New(t.Context(), name, limit)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(r.Close)
	return r
}

// wantCode fails unless an error has a message with a code of the catalogue.
func wantCode(t *testing.T, err error, code string) {
	t.Helper()
	m, ok := revision.IsError(err)
	if !ok || m.Code != code {
		t.Errorf("error %v (%v), want %s", err, m, code)
	}
	if text := messages.English().Text(m); strings.Contains(text, "{directory}") || text == m.Code {
		t.Errorf("%s is not worded: %s", m.Code, text)
	}
}

// Files are read as they were, whatever the name of the revision.
func TestRead(t *testing.T) {
	t.Parallel()
	dir := history(t)
	tests := []struct{ revision, file, want string }{
		{"HEAD", "a.yaml", "second\n"},
		{"HEAD~1", "a.yaml", "first\n"},
		{"one", "a.yaml", "first\n"},
		{"main@{0}", "a.yaml", "second\n"},
		{"refs/heads/main", "sub/b c.yaml", "no line end"},
		{"HEAD", "sub/ü.yaml", ""},
	}
	for _, test := range tests {
		r := open(t, test.revision)
		got, err := r.Read(filepath.Join(dir, test.file))
		if err != nil || !got.Found || string(got.Source) != test.want || got.Path != test.file {
			t.Errorf("%s of %s: %+v, %v", test.file, test.revision, got, err)
		}
		other, err := r.ReadPath(filepath.Join(dir, "sub", "x.yaml"), test.file)
		if err != nil || string(other.Source) != test.want {
			t.Errorf("%s of %s as a path: %+v, %v", test.file, test.revision, other, err)
		}
	}
}

// One process answers all questions, also after one that it could not answer.
func TestReadAgain(t *testing.T) {
	t.Parallel()
	dir := history(t)
	r := open(t, "HEAD")
	for _, step := range []struct{ file, code, want string }{
		{"a.yaml", "", "second\n"},
		{"large.yaml", "revision/limit", ""},
		{"a.yaml", "", "second\n"},
		{"sub", "revision/kind", ""},
		{"sub/b c.yaml", "", "no line end"},
		{"a\nb", "revision/characters", ""},
		{"../../etc/passwd", "revision/outside", ""},
		{"/etc/passwd", "revision/outside", ""},
		{"a.yaml", "", "second\n"},
	} {
		got, err := r.ReadPath(filepath.Join(dir, "a.yaml"), step.file)
		if step.code != "" {
			wantCode(t, err, step.code)
		} else if err != nil || string(got.Source) != step.want {
			t.Errorf("%q: %+v, %v", step.file, got, err)
		}
	}
}

// Many may ask at once.
func TestReadFromManyGoroutines(t *testing.T) {
	t.Parallel()
	dir := history(t)
	r := open(t, "HEAD")
	var group sync.WaitGroup
	for range 20 {
		group.Go(func() {
			for name, want := range map[string]string{"a.yaml": "second\n", "sub/b c.yaml": "no line end"} {
				if got, err := r.Read(filepath.Join(dir, name)); err != nil || string(got.Source) != want {
					t.Errorf("%s: %+v, %v", name, got, err)
				}
			}
		})
	}
	group.Wait()
}

// A file that is new is not found, and that is no error unless its path was named.
func TestNewFile(t *testing.T) {
	t.Parallel()
	dir := history(t)
	write(t, filepath.Join(dir, "new.yaml"), "new")
	r := open(t, "HEAD")
	if got, err := r.Read(filepath.Join(dir, "new.yaml")); err != nil || got.Found {
		t.Errorf("%+v, %v", got, err)
	}
	_, err := r.ReadPath(filepath.Join(dir, "new.yaml"), "new.yaml")
	wantCode(t, err, "revision/path")
}

// A link counts as the file it leads to; a repository in a repository is one of its own.
func TestLinksAndNestedRepositories(t *testing.T) {
	t.Parallel()
	dir, inner := history(t), history(t)
	if err := os.Rename(inner, filepath.Join(dir, "inner")); err != nil {
		t.Fatal(err)
	}
	git(t, filepath.Join(dir, "inner"), "commit", "-q", "-a", "-m", "three")
	if err := os.Symlink(filepath.Join(dir, "a.yaml"), filepath.Join(dir, "sub", "link.yaml")); err != nil {
		t.Fatal(err)
	}
	r := open(t, "HEAD")
	for name, want := range map[string]string{"sub/link.yaml": "second\n", "inner/a.yaml": "third\n"} {
		if got, err := r.Read(filepath.Join(dir, name)); err != nil || string(got.Source) != want || got.Path != "a.yaml" {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
}

// Names that git could take for something else never reach it.
func TestRefusedNames(t *testing.T) {
	t.Parallel()
	for name, code := range map[string]string{
		"": "revision/name", "-": "revision/name", "--output=x": "revision/name", "-p": "revision/name",
		"a\nb": "revision/name", "a\x00b": "revision/name", "a\x1b[31m": "revision/name",
		"main...HEAD": "revision/range", "HEAD~1..": "revision/range",
	} {
		_, err := revision.New(t.Context(), name, limit)
		wantCode(t, err, code)
	}
}

// Names that are no revision are told as such, and nothing is run for them.
func TestUnknownRevisions(t *testing.T) {
	t.Parallel()
	dir := history(t)
	mark := filepath.Join(dir, "mark")
	for _, name := range []string{
		"nope", "HEAD; touch " + mark, "$(touch " + mark + ")", "`touch " + mark + "`", "| touch " + mark, "HEAD^{tree}",
		"HEAD^{/nothing}", "HEAD^@", "HEAD^!", "^HEAD", "main main", " ", "*", "a.yaml",
	} {
		wantCode(t, open(t, name).Check(filepath.Join(dir, "a.yaml")), "revision/unknown")
	}
	if _, err := os.Stat(mark); err == nil {
		t.Error("a revision was executed")
	}
}

// A clone without the history says how to get it.
func TestShallow(t *testing.T) {
	t.Parallel()
	dir, clone := history(t), filepath.Join(t.TempDir(), "clone")
	git(t, dir, "clone", "-q", "--depth=1", "file://"+filepath.ToSlash(dir), clone)
	err := open(t, "HEAD~1").Check(filepath.Join(clone, "a.yaml"))
	wantCode(t, err, "revision/shallow")
	m, _ := revision.IsError(err)
	if text := messages.English().Text(m); !strings.Contains(text, "fetch-depth: 0") {
		t.Error(text)
	}
}

// What cannot be is told by its cause.
func TestNoRepository(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	wantCode(t, open(t, "HEAD").Check(filepath.Join(dir, "a.yaml")), "revision/no-repository")
	git(t, dir, "init", "-q")
	wantCode(t, open(t, "HEAD").Check(filepath.Join(dir, "a.yaml")), "revision/unknown")
	if err := os.WriteFile(filepath.Join(dir, ".git", "config"), []byte("[broken"), 0o600); err != nil {
		t.Fatal(err)
	}
	wantCode(t, open(t, "HEAD").Check(filepath.Join(dir, "a.yaml")), "revision/git")
}

// The variables that a hook of git sets do not lead to another repository.
func TestHook(t *testing.T) {
	dir, other := history(t), history(t)
	git(t, other, "commit", "-q", "-a", "-m", "three")
	t.Setenv("GIT_DIR", filepath.Join(other, ".git"))
	t.Setenv("GIT_WORK_TREE", other)
	t.Setenv("GIT_INDEX_FILE", "nowhere")
	if got, err := open(t, "HEAD").Read(filepath.Join(dir, "a.yaml")); err != nil || string(got.Source) != "second\n" {
		t.Errorf("%+v, %v", got, err)
	}
}

// Without git that is said.
func TestWithoutGit(t *testing.T) {
	dir := history(t)
	t.Setenv("PATH", t.TempDir())
	wantCode(t, open(t, "HEAD").Check(filepath.Join(dir, "a.yaml")), "revision/no-git")
}

// A run that was stopped stays so, and leaves no process behind.
func TestCancelled(t *testing.T) {
	t.Parallel()
	dir := history(t)
	ctx, cancel := context.WithCancel(t.Context())
	r, err := revision.New(ctx, "HEAD", limit)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Read(filepath.Join(dir, "a.yaml")); err != nil {
		t.Fatal(err)
	}
	cancel()
	r.Close() // waits for the process
	_, err = r.Read(filepath.Join(dir, "a.yaml"))
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}
