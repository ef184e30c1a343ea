//go:build unix

package browser

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestFind(t *testing.T) {
	directory := t.TempDir()
	t.Setenv("PATH", directory)
	nothing := func(string) string { return "" }
	for _, test := range []struct{ name, named, install, code string }{
		{name: "a name that is no program", named: "no-such-browser", code: "browser/named"},
		{name: "a path that is no program", named: directory, code: "browser/named"},
		{name: "on the PATH", install: "google-chrome"},
		{name: "by name", named: "my-browser", install: "my-browser"},
		{name: "by path", named: filepath.Join(directory, "other"), install: "other"},
	} {
		if test.install != "" {
			if err := os.WriteFile(filepath.Join(directory, test.install), []byte("#!/bin/sh\n"), 0o755); err != nil {
				t.Fatal(err)
			}
		}
		found, err := Find(test.named, nothing)
		if message, _ := IsError(err); message.Code != test.code {
			t.Errorf("%s: got error %v, want %q", test.name, err, test.code)
		}
		if test.code == "" && filepath.Base(found.Path) != test.install {
			t.Errorf("%s: found %s, want %s", test.name, found.Path, test.install)
		}
	}
}

// script makes a program that stands for a browser: what it writes to the file that it is asked for is decided by
// the test, and so is what it says.
func script(t *testing.T, lines string) Browser {
	t.Helper()

	path := filepath.Join(t.TempDir(), "browser")
	text := "#!/bin/sh\nfor word; do case $word in --print-to-pdf=*) target=${word#*=};; file://*) page=${word#file://};; esac; done\n"
	if err := os.WriteFile(path, []byte(text+lines+"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	return Browser{Path: path, patience: 20 * time.Second}
}

func TestPrint(t *testing.T) {
	t.Parallel()

	const whole = "%PDF-1.4\n<p>hello</p>%%EOF\n"
	tests := []struct {
		name, lines string
		// want is the document, code that of what is said without one, and detail what is in it.
		want, code, detail string
	}{
		{
			name: "whole", want: whole,
			lines: `{ printf '%%PDF-1.4\n'; cat "$page"; printf '%%%%EOF\n'; } > "$target"`,
		},
		{
			name: "an error said on the way is none", want: whole,
			lines: `echo noise >&2; { printf '%%PDF-1.4\n'; cat "$page"; printf '%%%%EOF\n'; } > "$target"`,
		},
		{name: "cut off", code: "browser/nothing", lines: `printf '%%PDF-1.4\nhalf a pa' > "$target"; echo no space`, detail: "no space"},
		{name: "something else", code: "browser/nothing", lines: `printf '<html>%%%%EOF' > "$target"`},
		{name: "nothing", code: "browser/nothing", lines: `exit 0`},
		{
			name: "refuses", code: "browser/nothing", detail: "No usable sandbox!",
			lines: `echo first >&2; echo '[12:13:1122/101010.1:FATAL:zygote.cc(1)] No usable sandbox!' >&2; exit 1`,
		},
		{
			name: "fails after a whole document", code: "browser/nothing",
			lines: `printf '%%PDF-1.4\n%%%%EOF\n' > "$target"; exit 1`,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()

			got, err := script(t, tt.lines).Print(t.Context(), []byte("<p>hello</p>"))
			if string(got) != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			message, wrong := IsError(err)
			if wrong != (tt.code != "") || message.Code != tt.code {
				t.Errorf("got error %v, want %q", err, tt.code)
			}
			if detail, _ := message.Args["detail"].(string); detail != tt.detail {
				t.Errorf("got detail %q, want %q", detail, tt.detail)
			}
		})
	}
}

// A browser that never ends is stopped with all that it started.
func TestPrintStopsASlowBrowser(t *testing.T) {
	t.Parallel()

	pid := filepath.Join(t.TempDir(), "pid")
	b := script(t, `sleep 600 & echo $! > '`+pid+`'; wait`)
	b.patience = 200 * time.Millisecond
	_, err := b.Print(t.Context(), nil)
	if message, _ := IsError(err); message.Code != "browser/slow" {
		t.Fatalf("got %v, want browser/slow", err)
	}
	child, err := os.ReadFile(pid)
	if err != nil {
		t.Fatal(err)
	}
	waitUntilGone(t, strings.TrimSpace(string(child)))
}

func waitUntilGone(t *testing.T, pid string) {
	t.Helper()

	for range 200 {
		status, err := os.ReadFile("/proc/" + pid + "/stat")
		if err != nil || strings.Contains(string(status), ") Z ") {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("process %s is still there", pid)
}

func TestPrintEndsWithTheRun(t *testing.T) {
	t.Parallel()

	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := script(t, `sleep 600`).Print(ctx, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want %v", err, context.Canceled)
	}
}

// Nothing is left behind where temporary files lie.
func TestPrintLeavesNothing(t *testing.T) {
	directory := t.TempDir()
	t.Setenv("TMPDIR", directory)
	for _, lines := range []string{`printf '%%PDF-1.4\n%%%%EOF\n' > "$target"`, `exit 1`} {
		b := script(t, lines)
		_, _ = b.Print(t.Context(), []byte("page")) // whether it fails is the subject of another test
	}
	left, err := filepath.Glob(filepath.Join(directory, "eifcheck-*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

func TestArguments(t *testing.T) {
	t.Parallel()

	args := arguments("/p", "/a b/report#1.html", "/t.pdf")
	for _, want := range []string{
		"--headless=new", "--user-data-dir=/p", "--print-to-pdf=/t.pdf", "--host-resolver-rules=MAP * ~NOTFOUND",
		"--generate-pdf-document-outline", "--no-pdf-header-footer", "--export-tagged-pdf",
	} {
		if !strings.Contains("\n"+strings.Join(args, "\n")+"\n", "\n"+want+"\n") {
			t.Errorf("%s is missing in %q", want, args)
		}
	}
	if got, want := args[len(args)-1], "file:///a%20b/report%231.html"; got != want {
		t.Errorf("got page %s, want %s", got, want)
	}
	if got := strings.Contains(strings.Join(args, " "), "--no-sandbox"); got != (os.Geteuid() == 0) {
		t.Errorf("without sandbox: %v, want only as root", got)
	}
}
