//go:build linux

package main

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/scripts/performance/worst"
)

func TestMedian(t *testing.T) {
	t.Parallel()

	tests := map[string]struct {
		values []int
		want   int
	}{
		"one":          {[]int{7}, 7},
		"odd":          {[]int{9, 1, 5}, 5},
		"lower of two": {[]int{4, 1, 3, 2}, 2},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			if got := median(test.values); got != test.want {
				t.Errorf("median(%v) = %d, want %d", test.values, got, test.want)
			}
		})
	}
}

func TestParseGoBenchmarks(t *testing.T) {
	t.Parallel()

	const out = `goos: linux
pkg: github.com/eifcheck/eifcheck
cpu: some processor
BenchmarkAssess-2   	     100	  11000000 ns/op	  500 B/op	   5 allocs/op
BenchmarkAssess-2   	     100	  13000000 ns/op	  700 B/op	   7 allocs/op
BenchmarkAssess-2   	     100	  12000000 ns/op	  600 B/op	   6 allocs/op
PASS
pkg: github.com/eifcheck/eifcheck/internal/document
BenchmarkParse/20KB-2	 9	 1234.5 ns/op	  12.50 MB/s	 7 B/op	 0 allocs/op
ok  	github.com/eifcheck/eifcheck/internal/document	1.2s
`
	want := []goBenchmark{
		{Room: ".", Name: "Assess", Time: 12 * time.Millisecond, Bytes: 600, Allocations: 6},
		{Room: "internal/document", Name: "Parse/20KB", Time: 1234, Bytes: 7},
	}
	if diff := cmp.Diff(want, parseGoBenchmarks(out)); diff != "" {
		t.Errorf("parseGoBenchmarks (-want +got):\n%s", diff)
	}
}

func TestShownFigures(t *testing.T) {
	t.Parallel()

	tests := []struct{ got, want string }{
		{duration(1234 * time.Millisecond), "1.23 s"},
		{duration(45670 * time.Microsecond), "45.7 ms"},
		{duration(100 * time.Millisecond), "100 ms"},
		{duration(3 * time.Second), "3 s"},
		{duration(999), "999 ns"},
		{size(799), "799 B"},
		{size(1536), "1.5 KiB"},
		{size(40 << 20), "40 MiB"},
		{size(3 << 29), "1.5 GiB"},
		{cell("a|b\n<c>"), `a\|b \<c>`},
		{cell(""), "none"},
		{list(nil), "none"},
		{list([]string{"IG", "P3"}), "IG, P3"},
	}
	for _, test := range tests {
		if test.got != test.want {
			t.Errorf("got %q, want %q", test.got, test.want)
		}
	}
}

// TestWorstFilesReachTheLimits holds the files to the limits they are made for.
func TestWorstFilesReachTheLimits(t *testing.T) {
	t.Parallel()

	if worst.Size != document.MaxBytes || worst.Starts != document.MaxStarts || worst.Nodes != document.MaxNodes {
		t.Errorf("worst knows limits of %d bytes, %d starts and %d nodes, document has %d, %d and %d",
			worst.Size, worst.Starts, worst.Nodes, document.MaxBytes, document.MaxStarts, document.MaxNodes)
	}
	for _, file := range worst.Files() {
		if n := len(file.Bytes()); n == 0 || n > worst.Size {
			t.Errorf("%s has %d bytes, want 1 to %d", file.Name, n, worst.Size)
		}
	}
}

func TestPage(t *testing.T) {
	t.Parallel()

	one := figures{Name: "some program", Wall: time.Second, CPU: time.Second, Memory: 1 << 20}
	r := &results{
		Start:        startFigures{Empty: one, Floor: one, Eifcheck: one, Conftest: one},
		Copies:       copyFigures{Parse: one, Eifcheck: one},
		Documents:    documentFigures{JSON: one, HTML: one, All: one, Size: 1 << 10, Count: 98},
		Worst:        []worstFigures{{Text: one, JSON: one, File: worst.Files()[0]}},
		GoBenchmarks: []goBenchmark{{Room: "scoring", Name: "Score"}},
	}
	if _, err := r.page(); err != nil {
		t.Error(err)
	}
	var broken []string
	for _, p := range r.Promises() {
		if !p.held {
			broken = append(broken, p.Text)
		}
	}
	// As slow as conftest, and the file ends with 0.
	want := []string{
		"Assessing one real file takes at most 0.7 of the time that conftest takes for the same checks",
		"Each of the worst files ends with the exit code it should",
	}
	if diff := cmp.Diff(want, broken); diff != "" {
		t.Errorf("promises not held (-want +got):\n%s", diff)
	}
}
