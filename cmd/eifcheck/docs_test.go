package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/eifcheck/eifcheck/cmd"
)

// The console blocks of the documentation are executed: each line "$ eifcheck …" is run where the
// repository begins, and what follows it is what it prints. -update rewrites them. A page that takes its reader
// by the hand has a repository of its own, where its sh blocks are run too: see workshop_test.go.
//
//nolint:paralleltest // it changes the working directory
func TestDocumentedCommands(t *testing.T) {
	t.Chdir("../..")
	for _, name := range pages(t) {
		t.Run(filepath.Base(name), func(t *testing.T) {
			page, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			got := execute(t, string(page), readerOf(t, name))
			if *update {
				if err := os.WriteFile(name, []byte(got), 0o600); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(page), got); diff != "" {
				t.Errorf("%s (-page +run); go test ./cmd/eifcheck -update rewrites it:\n%s", name, diff)
			}
		})
	}
}

// The assessment files shown in the documentation can be assessed as they are.
func TestDocumentedFiles(t *testing.T) {
	t.Chdir("../..")
	n := 0
	for _, name := range pages(t) {
		page, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, block := range blocks(string(page), "yaml") {
			if !strings.Contains(block, "eifcheck: 1") {
				continue
			}
			n++
			var out bytes.Buffer
			env := environment([]string{"assess", "-q", "-"}, &out)
			env.Stdin = strings.NewReader(block)
			if code := cmd.Main(t.Context(), env); code != 0 {
				t.Errorf("%s: exit code %d for\n%s\n%s", name, code, block, out.String())
			}
		}
	}
	if n == 0 {
		t.Error("no page shows an assessment file")
	}
}

// The configurations shown in the documentation can be used as they are.
func TestDocumentedConfigurations(t *testing.T) {
	t.Chdir("../..")
	n := 0
	for _, name := range pages(t) {
		page, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, block := range blocks(string(page), "yaml") {
			if !strings.Contains("\n"+block, "\nversion: 1\n") {
				continue
			}
			n++
			file := filepath.Join(t.TempDir(), "eifcheck.yaml")
			if err := os.WriteFile(file, []byte(block), 0o600); err != nil {
				t.Fatal(err)
			}
			var out bytes.Buffer
			if code := cmd.Main(t.Context(), environment([]string{"config", "verify", "-c", file}, &out)); code != 0 {
				t.Errorf("%s: exit code %d for\n%s\n%s", name, code, block, out.String())
			}
		}
	}
	if n == 0 {
		t.Error("no page shows a configuration")
	}
}

func pages(t *testing.T) []string {
	t.Helper()
	names, err := filepath.Glob("docs/*.md")
	if err != nil || len(names) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	return append(names, "README.md", "CONTRIBUTING.md")
}

// reader does what a page says.
type reader struct {
	// command runs a line of a console block and returns what it prints.
	command func(t *testing.T, line string) string
	// block follows any other block; nil for pages whose other blocks only show something.
	block func(t *testing.T, info, text string)
}

// readerOf is the reader of a page.
func readerOf(t *testing.T, name string) reader {
	t.Helper()
	if isWorkshop(name) {
		return newWorkshop(t).reader()
	}
	return reader{command: run}
}

// execute does what a page says, and returns the page with what its commands print.
func execute(t *testing.T, page string, r reader) string {
	t.Helper()
	var b, text strings.Builder
	info, indent, inside, skipping := "", "", false, false
	for line := range strings.Lines(page) {
		before, after, fence := strings.Cut(line, "```")
		switch {
		case fence && !inside:
			info, indent, inside = strings.TrimSpace(after), before, true
		case fence:
			if info != "console" && r.block != nil {
				r.block(t, info, text.String())
			}
			text.Reset()
			inside, skipping = false, false
		case info == "console" && inside && strings.HasPrefix(line, "$ "):
			b.WriteString(line)
			b.WriteString(r.command(t, strings.TrimSpace(line[2:])))
			skipping = true
			continue
		case inside:
			text.WriteString(strings.TrimPrefix(line, indent))
		}
		if !skipping {
			b.WriteString(line)
		}
	}
	return b.String()
}

// run runs "eifcheck …; echo $?", "eifcheck … | head -N" or "eifcheck … | grep -A N 'TEXT'" as a
// reader would in a shell.
func run(t *testing.T, line string) string {
	t.Helper()
	line, echo := strings.CutSuffix(line, "; echo $?")
	line, around, found := strings.Cut(line, " | grep -A ")
	line, limit, cut := strings.Cut(line, " | head -")
	words := strings.Fields(line)
	if len(words) == 0 || words[0] != "eifcheck" {
		t.Fatalf("a console block may only run eifcheck, not %q", line)
	}
	var out bytes.Buffer
	code := cmd.Main(t.Context(), environment(words[1:], &out))
	text := out.String()
	if cut {
		var n int
		if _, err := fmt.Sscan(limit, &n); err != nil {
			t.Fatalf("head -%s: %v", limit, err)
		}
		lines := strings.SplitAfter(text, "\n")
		text = strings.Join(lines[:min(n, len(lines))], "")
	}
	if found {
		text = after(t, text, around)
	}
	if echo {
		text += fmt.Sprintf("%d\n", code)
	}
	return text
}

// after is what "grep -A N 'TEXT'" leaves of a text that has TEXT on one line.
func after(t *testing.T, text, around string) string {
	t.Helper()
	count, wanted, _ := strings.Cut(around, " ")
	n, err := strconv.Atoi(count)
	if err != nil {
		t.Fatalf("grep -A %s: %v", around, err)
	}
	lines := strings.SplitAfter(text, "\n")
	start := slices.IndexFunc(lines, func(l string) bool { return strings.Contains(l, strings.Trim(wanted, "'")) })
	if start < 0 {
		t.Fatalf("grep -A %s finds nothing in:\n%s", around, text)
	}
	return strings.Join(lines[start:min(start+n+1, len(lines))], "")
}

func environment(args []string, out *bytes.Buffer) cmd.Environment {
	return cmd.Environment{
		Args: args, Stdin: strings.NewReader(""), Stdout: out, Stderr: out,
		Getenv:  func(string) string { return "" },
		Now:     func() time.Time { return time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC) },
		Version: "devel",
	}
}

// blocks returns the fenced blocks of a language.
func blocks(page, language string) []string {
	var found []string
	for _, part := range strings.Split(page, "```"+language+"\n")[1:] {
		block, _, _ := strings.Cut(part, "```")
		found = append(found, block)
	}
	return found
}
