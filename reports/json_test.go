package reports

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/rules"
)

// assessed runs the whole house over the project's real files.
func assessed(tb testing.TB, files ...string) eifcheck.Result {
	tb.Helper()

	o := eifcheck.Options{
		Version: "1.0.0", AsOf: "2026-11-22", Wording: wording(tb), Rules: rules.NewRegistry(),
		Gate: eifcheck.GateOptions{FailOn: rules.Error},
	}
	result := eifcheck.Result{Header: o.Header(), Assessments: []*eifcheck.Assessment{}}
	closing, err := eifcheck.Assess(tb.Context(), files, o, func(a *eifcheck.Assessment) error {
		result.Assessments = append(result.Assessments, a)
		return nil
	})
	if err != nil {
		tb.Fatal(err)
	}
	result.Closing = closing
	return result
}

func realFiles() []string {
	return []string{"../testdata/real/fr.yaml", "../testdata/real/ie-2020.yaml", "../testdata/real/de-2022.yaml"}
}

// encode is what encoding/json makes of a whole value.
func encode(t *testing.T, v any, indent string) string {
	t.Helper()

	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", indent)
	if err := e.Encode(v); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestJSONIsTheResult(t *testing.T) {
	t.Parallel()

	strange := france()
	strange.Input.File = "<a & b>.yaml"
	strange.Document.Sources = append(strange.Document.Sources, assessment.Source{ID: "\u2028</script>\x1b"})
	tests := []struct {
		name        string
		assessments []*eifcheck.Assessment
		closing     eifcheck.Closing
	}{
		{name: "none", assessments: []*eifcheck.Assessment{}, closing: eifcheck.Closing{Gate: eifcheck.Gate{Passed: true}}},
		{name: "one", assessments: []*eifcheck.Assessment{france()}, closing: one(france())},
		{name: "escapes", assessments: []*eifcheck.Assessment{strange}, closing: one(strange)},
		{name: "several", assessments: []*eifcheck.Assessment{france(), broken(), norway(), agency()}, closing: several()},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()

			result := eifcheck.Result{Header: header(), Assessments: test.assessments, Closing: test.closing}
			got := string(printed(t, "json", Options{}, test.closing, test.assessments...))
			if diff := cmp.Diff(encode(t, result, "  "), got); diff != "" {
				t.Errorf("streamed and marshalled JSON differ (-marshalled +streamed):\n%s", diff)
			}
		})
	}
}

func TestJSONOfRealFiles(t *testing.T) {
	t.Parallel()

	result := assessed(t, realFiles()...)
	got := printed(t, "json", Options{}, result.Closing, result.Assessments...)
	if diff := cmp.Diff(encode(t, result, "  "), string(got)); diff != "" {
		t.Errorf("streamed and marshalled JSON differ (-marshalled +streamed):\n%s", diff)
	}
}

func TestNDJSON(t *testing.T) {
	t.Parallel()

	list := []*eifcheck.Assessment{france(), broken(), norway(), agency()}
	lines := strings.SplitAfter(string(printed(t, "ndjson", Options{}, several(), list...)), "\n")
	if len(lines) != len(list)+2 || lines[len(list)+1] != "" {
		t.Fatalf("got %d lines, want %d", len(lines)-1, len(list)+1)
	}
	for i, a := range list {
		if want := encode(t, a, ""); lines[i] != want {
			t.Errorf("line %d: got %s, want %s", i+1, lines[i], want)
		}
	}
	last := map[string]any{}
	if err := json.Unmarshal([]byte(lines[len(list)]), &last); err != nil {
		t.Fatal(err)
	}
	whole := map[string]any{}
	result := eifcheck.Result{Header: header(), Closing: several()}
	if err := json.Unmarshal([]byte(encode(t, result, "")), &whole); err != nil {
		t.Fatal(err)
	}
	delete(whole, "assessments")
	if diff := cmp.Diff(whole, last); diff != "" {
		t.Errorf("the last line is not the result without its assessments (-want +got):\n%s", diff)
	}
}

func TestFind(t *testing.T) {
	t.Parallel()

	w := wording(t)
	for _, f := range Formats() {
		if found, ok := Find(f.Name); !ok || found.Name != f.Name {
			t.Errorf("Find(%q) = %q, %t", f.Name, found.Name, ok)
		}
		if !w.Has(f.About) {
			t.Errorf("%s: no catalogue entry %q", f.Name, f.About)
		}
		if !strings.HasPrefix(f.Extension, ".") {
			t.Errorf("%s: extension %q has no dot", f.Name, f.Extension)
		}
	}
	if f, ok := Find("TEXT"); ok {
		t.Errorf("Find(TEXT) = %q, want none", f.Name)
	}
}

var errFull = errors.New("no space left")

// fullDisk takes a number of bytes and then nothing more.
type fullDisk struct{ room int }

func (d *fullDisk) Write(b []byte) (int, error) {
	if len(b) > d.room {
		n := d.room
		d.room = 0
		return n, errFull
	}
	d.room -= len(b)
	return len(b), nil
}

func TestWriteErrorsAreReturned(t *testing.T) {
	t.Parallel()

	for _, f := range Formats() {
		for _, quiet := range []bool{false, true} {
			whole := len(printed(t, f.Name, Options{Quiet: quiet}, several(), france(), norway(), broken()))
			for room := 0; room < whole; room += 1 + whole/50 {
				r := f.New(&fullDisk{room: room}, Options{Header: header(), Wording: wording(t), Quiet: quiet})
				if err := run(r, france(), norway(), broken()); !errors.Is(err, errFull) {
					t.Errorf("%s, quiet %t, a disk with room for %d of %d bytes: got error %v, want %v", f.Name, quiet, room, whole, err, errFull)
				}
			}
		}
	}
}

// run prints until the first error.
func run(r Report, list ...*eifcheck.Assessment) error {
	for _, a := range list {
		if err := r.Assessment(a); err != nil {
			return err
		}
	}
	return r.Close(several())
}

// TestMemoryIsFlat prints many files and looks at what a report keeps of them.
func TestMemoryIsFlat(t *testing.T) { //nolint:paralleltest // other tests would be measured too
	for _, f := range Formats() {
		if f.Whole {
			continue
		}
		r := f.New(io.Discard, Options{Header: header(), Wording: wording(t)})
		before := kept(t, r, 10)
		after := kept(t, r, 150)
		if limit := uint64(256 << 10); after > before+limit {
			t.Errorf("%s: %d bytes kept after 10 files, %d after 160", f.Name, before, after)
		}
		if err := r.Close(several()); err != nil {
			t.Fatal(err)
		}
	}
}

func kept(t *testing.T, r Report, files int) uint64 {
	t.Helper()

	for range files {
		if err := r.Assessment(norway()); err != nil {
			t.Fatal(err)
		}
	}
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	runtime.KeepAlive(r)
	return m.HeapAlloc
}

func BenchmarkReport(b *testing.B) {
	a := assessed(b, realFiles()[0]).Assessments[0]
	for _, f := range Formats() {
		b.Run(f.Name, func(b *testing.B) {
			r := f.New(io.Discard, Options{Header: header(), Wording: wording(b)})
			b.ReportAllocs()
			for b.Loop() {
				if err := r.Assessment(a); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// TestArgsOfSavedResults: in a result read back from JSON the arguments are strings and numbers.
func TestArgsOfSavedResults(t *testing.T) {
	t.Parallel()

	f := finding("coverage/no-data", rules.Info, 3, 5, 6, "", "", "", messages.Args{"area": "P7", "count": 2.0})
	if got := subjectOf(&f); got != "P7" {
		t.Errorf("subjectOf = %q, want P7", got)
	}
	f.Args = nil
	if got := subjectOf(&f); got != "3:5" {
		t.Errorf("subjectOf = %q, want 3:5", got)
	}
}
