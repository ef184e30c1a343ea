package document

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"
	"time"
)

func onlyCode(t *testing.T, d *Document) string {
	t.Helper()
	if d.Root != nil || len(d.Problems) != 1 {
		t.Fatalf("got a tree or %d problems, want no tree and one problem: %v", len(d.Problems), d.Problems)
	}
	if len(d.Source) == 0 && d.Problems[0].Span != (Span{Position{1, 1}, Position{1, 1}}) {
		t.Errorf("got span %v, want the start of the file", d.Problems[0].Span)
	}
	return d.Problems[0].Message.Code
}

func write(t *testing.T, dir, name, text string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestRead(t *testing.T) {
	t.Parallel()
	path := write(t, t.TempDir(), "a.yaml", "eifcheck: 1\n")
	d := Read(t.Context(), path)
	if len(d.Problems) > 0 || d.Root.Get("eifcheck").Text != "1" {
		t.Errorf("got %s, want a tree", dump(d))
	}
	if d.Name != filepath.ToSlash(path) || string(d.Source) != "eifcheck: 1\n" {
		t.Errorf("got name %q and source %q", d.Name, d.Source)
	}
	if want := fmt.Sprintf("%x", sha256.Sum256(d.Source)); d.SHA256 != want {
		t.Errorf("got digest %q, want %q", d.SHA256, want)
	}
}

func TestReadUnreadable(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	folder := filepath.Join(dir, "x.yaml")
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	large := filepath.Join(dir, "large.yaml")
	if err := os.WriteFile(large, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(large, 1<<40); err != nil {
		t.Skipf("no sparse files here: %v", err)
	}
	tests := []struct{ name, path, want string }{
		{"missing", filepath.Join(dir, "none.yaml"), "input/unreadable.missing"},
		{"directory", folder, "input/unreadable.directory"},
		{"too large", large, "input/limit.bytes"},
		{"below a file", filepath.Join(large, "a.yaml"), "input/unreadable"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if got := onlyCode(t, Read(t.Context(), test.path)); got != test.want && runtime.GOOS != "windows" {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

func TestReadDevice(t *testing.T) {
	t.Parallel()
	for _, path := range []string{"/dev/zero", "/dev/null"} {
		if _, err := os.Stat(path); err != nil {
			t.Skipf("no %s here", path)
		}
		if got := onlyCode(t, Read(t.Context(), path)); got != "input/unreadable.kind" {
			t.Errorf("%s: got %s, want input/unreadable.kind", path, got)
		}
	}
}

func TestReadPermission(t *testing.T) {
	t.Parallel()
	path := write(t, t.TempDir(), "a.yaml", "a: 1\n")
	if err := os.Chmod(path, 0); err != nil {
		t.Fatal(err)
	}
	if f, err := os.Open(path); err == nil {
		_ = f.Close()
		t.Skip("this user may read every file")
	}
	if got := onlyCode(t, Read(t.Context(), path)); got != "input/unreadable.permission" {
		t.Errorf("got %s, want input/unreadable.permission", got)
	}
}

func TestReadCancelled(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	path := write(t, t.TempDir(), "a.yaml", "a: 1\n")
	for _, name := range []string{path, Stdin} {
		d := Input{Stdin: strings.NewReader("a: 1")}.Read(ctx, name)
		if got := onlyCode(t, d); got != "input/unreadable" {
			t.Errorf("%s: got %s, want input/unreadable", name, got)
		}
	}
}

func TestUnreadable(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		err  error
		want string
	}{
		{os.ErrPermission, "input/unreadable.permission"},
		{&os.PathError{Op: "open", Path: "a", Err: os.ErrNotExist}, "input/unreadable.missing"},
		{errChanged, "input/unreadable.changed"},
		{errKind, "input/unreadable.kind"},
		{errFolder, "input/unreadable.directory"},
		{errTooLarge, "input/limit.bytes"},
		{&os.PathError{Op: "open", Path: "a", Err: io.ErrClosedPipe}, "input/unreadable"},
	} {
		d := unreadable("a", test.err)
		if got := onlyCode(t, d); got != test.want {
			t.Errorf("%v: got %s, want %s", test.err, got, test.want)
		}
		if detail, ok := d.Problems[0].Message.Args["detail"]; ok && detail != io.ErrClosedPipe.Error() {
			t.Errorf("got detail %q, want the reason without the path", detail)
		}
	}
}

func TestReadFrom(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, file, src string
		code, shown     string
	}{
		{"YAML", "", "a: 1", "", "-"},
		{"JSON without a name is YAML too", "-", `{"a": 1}`, "", "-"},
		{"name of a JSON file", "x/b.json", `{"a": 1}`, "", "x/b.json"},
		{"YAML named JSON", "b.JSON", "a: 1", "input/syntax.json-value", "b.JSON"},
		{"too large", "", strings.Repeat("x", MaxBytes+1), "input/limit.bytes", "-"},
		{"just not too large", "", "a: " + strings.Repeat("x", MaxBytes-3), "", "-"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			d := Input{Stdin: iotest.HalfReader(strings.NewReader(test.src)), StdinName: test.file}.Read(t.Context(), Stdin)
			if d.Name != test.shown {
				t.Errorf("got name %q, want %q", d.Name, test.shown)
			}
			if test.code == "" {
				if d.Root == nil || len(d.Problems) > 0 {
					t.Errorf("got %s, want a tree", dump(d))
				}
			} else if got := onlyCode(t, d); got != test.code {
				t.Errorf("got %s, want %s", got, test.code)
			}
		})
	}
}

// endless counts how much is taken from a source without an end.
type endless struct{ taken int }

func (e *endless) Read(p []byte) (int, error) {
	e.taken += len(p)
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

func TestReadFromEndless(t *testing.T) {
	t.Parallel()
	source := &endless{}
	if got := onlyCode(t, ReadFrom(source, "")); got != "input/limit.bytes" {
		t.Errorf("got %s, want input/limit.bytes", got)
	}
	if source.taken > MaxBytes+1 {
		t.Errorf("took %d bytes, want at most %d", source.taken, MaxBytes+1)
	}
}

func TestReadFromBroken(t *testing.T) {
	t.Parallel()
	if got := onlyCode(t, ReadFrom(iotest.ErrReader(errors.New("broken")), "")); got != "input/unreadable" {
		t.Errorf("got %s, want input/unreadable", got)
	}
	if got := onlyCode(t, Input{}.Read(t.Context(), Stdin)); got != "input/unreadable" {
		t.Errorf("got %s, want input/unreadable", got)
	}
}

func TestParseTooLarge(t *testing.T) {
	t.Parallel()
	d := Parse("a.yaml", bytes.Repeat([]byte{'\n'}, MaxBytes+1))
	if got := onlyCode(t, d); got != "input/limit.bytes" {
		t.Errorf("got %s, want input/limit.bytes", got)
	}
	if d.Line(1) != "" || d.Position(5) != (Position{1, 1}) || d.Offset(Position{3, 4}) != 0 {
		t.Error("a document without source has lines")
	}
}

// within fails a test that hangs.
func within(t *testing.T, limit time.Duration, do func()) {
	t.Helper()
	done := make(chan struct{})
	go func() {
		defer close(done)
		do()
	}()
	select {
	case <-done:
	case <-time.After(limit):
		t.Fatalf("not done within %v", limit)
	}
}
