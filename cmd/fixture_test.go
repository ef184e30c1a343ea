package cmd

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// call is one call of the program: what it is given and, after run, what it says.
type call struct {
	args   []string
	env    map[string]string
	stdout bytes.Buffer
	stderr bytes.Buffer
}

func (c *call) run(t *testing.T) int {
	t.Helper()
	return Main(t.Context(), c.environment())
}

func (c *call) environment() Environment {
	return Environment{
		Args: c.args, Stdin: strings.NewReader(""), Stdout: &c.stdout, Stderr: &c.stderr,
		Getenv:  func(name string) string { return c.env[name] },
		Now:     func() time.Time { return time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC) },
		Version: "v1.4.0",
	}
}

// commands is the program's command line, ready to be looked at.
func commands(t *testing.T) *app {
	t.Helper()
	a := newApp((&call{}).environment())
	newRootCommand(a)
	return a
}

// files fills a new working directory.
func files(t *testing.T, contents map[string]string) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range contents {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
}
