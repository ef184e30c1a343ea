package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// moduleFolder is the repository, seen from here.
const moduleFolder = "../.."

func TestTablesAreCurrent(t *testing.T) {
	t.Parallel()

	var out bytes.Buffer
	if code := run([]string{"-check", "-root", moduleFolder}, &out); code != exitDone {
		t.Errorf("exit code %d:\n%s", code, out.String())
	}
}

func TestTheModuleIsFoundUpward(t *testing.T) {
	t.Parallel()

	var out bytes.Buffer
	if code := run([]string{"-check"}, &out); code == exitUsage {
		t.Errorf("exit code %d:\n%s", code, out.String())
	}
}

func TestCommandLine(t *testing.T) {
	t.Parallel()

	tests := map[string]struct {
		args []string
		want int
	}{
		"unknown flag":     {[]string{"-x"}, exitUsage},
		"an argument":      {[]string{"eif"}, exitUsage},
		"no sources there": {[]string{"-root", t.TempDir()}, exitRefused},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			var out bytes.Buffer
			if got := run(test.args, &out); got != test.want {
				t.Errorf("got exit code %d, want %d:\n%s", got, test.want, out.String())
			}
			if out.Len() == 0 {
				t.Error("nothing says why")
			}
		})
	}
}

func TestCheckNamesWhatIsNotCurrentAndWritesNothing(t *testing.T) {
	t.Parallel()

	root := copySources(t, allSources()...)
	stale := filepath.Join(root, "eif", "zz_structure.go")
	if out := mustRun(t, exitDone, "-root", root); strings.Count(out, "wrote ") != 4 {
		t.Errorf("four tables are to be written, got:\n%s", out)
	}
	if out := mustRun(t, exitDone, "-root", root, "-check"); out != "" {
		t.Errorf("everything is current, got:\n%s", out)
	}
	if out := mustRun(t, exitDone, "-root", root); out != "" {
		t.Errorf("nothing is left to write, got:\n%s", out)
	}

	if err := os.WriteFile(stale, []byte("package eif\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	out := mustRun(t, exitRefused, "-root", root, "-check")
	if want := "eif/zz_structure.go is not current: run go generate ./internal/generate\n"; out != want {
		t.Errorf("got %q, want %q", out, want)
	}
	if b, err := os.ReadFile(stale); err != nil || string(b) != "package eif\n" {
		t.Errorf("-check wrote %q, %v", b, err)
	}
}

func TestSameSourcesSameTables(t *testing.T) {
	t.Parallel()

	root := copySources(t, allSources()...)
	first, err := generate(root)
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		again, err := generate(root)
		if err != nil {
			t.Fatal(err)
		}
		for i := range first {
			if !bytes.Equal(first[i].source, again[i].source) {
				t.Errorf("%s differs from run to run", first[i].path)
			}
		}
	}
}

// mustRun runs the program and returns what it said.
func mustRun(t *testing.T, want int, args ...string) string {
	t.Helper()

	var out bytes.Buffer
	if got := run(args, &out); got != want {
		t.Fatalf("got exit code %d, want %d:\n%s", got, want, out.String())
	}
	return out.String()
}

// What the generator reads.
func frameworkSources() []string   { return []string{"eif/*.yaml", "eif/recommendations/*.yaml"} }
func messageSources() []string     { return []string{"internal/messages/en/*.yaml"} }
func observatorySources() []string { return []string{"observatory/data/*.csv"} }

func allSources() []string {
	return slices.Concat(frameworkSources(), messageSources(), observatorySources())
}

// copySources copies files to a folder of their own, which then has the folders that are written
// to as well, and returns that folder.
func copySources(t *testing.T, patterns ...string) string {
	t.Helper()

	root := t.TempDir()
	for _, pattern := range patterns {
		files, err := filepath.Glob(filepath.Join(moduleFolder, filepath.FromSlash(pattern)))
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %d files, %v", pattern, len(files), err)
		}
		target := filepath.Join(root, filepath.FromSlash(filepath.Dir(pattern)))
		if err := os.MkdirAll(target, 0o755); err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(target, filepath.Base(file)), b, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	return root
}
