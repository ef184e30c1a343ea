package cmd_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/eifcheck/eifcheck/cmd"
)

// A run in which every look at the clock is some time later than the last.
func longRun(t *testing.T, step time.Duration, errWidth, width int, args ...string) string {
	t.Helper()
	now := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	var out, complaints bytes.Buffer
	cmd.Main(t.Context(), cmd.Environment{
		Args:  append([]string{"assess", "--no-config", "../testdata/real/fr.yaml", "../testdata/real/de-2022.yaml"}, args...),
		Stdin: strings.NewReader(""), Stdout: &out, Stderr: &complaints, Width: width, ErrWidth: errWidth,
		Getenv: func(string) string { return "" },
		Now: func() time.Time {
			now = now.Add(step)
			return now
		},
	})
	return complaints.String()
}

func TestProgressLine(t *testing.T) {
	t.Parallel()
	const line = "\rAssessing 2 files: 1\rAssessing 2 files: 2"
	tests := []struct {
		name            string
		step            time.Duration
		errWidth, width int
		args            []string
		want            string
	}{
		{name: "a long run, watched", step: 2 * time.Second, errWidth: 80, want: line + "\r" + strings.Repeat(" ", 20) + "\r"},
		{name: "a short run", step: time.Millisecond, errWidth: 80},
		{name: "often, but not too often", step: 600 * time.Millisecond, errWidth: 80, want: "\rAssessing 2 files: 2\r" + strings.Repeat(" ", 20) + "\r"},
		{name: "nobody watches", step: 2 * time.Second},
		{name: "the report itself is watched", step: 2 * time.Second, errWidth: 80, width: 80},
		{name: "quiet", step: 2 * time.Second, errWidth: 80, args: []string{"-q"}},
		{name: "no room", step: 2 * time.Second, errWidth: 12},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if got := longRun(t, test.step, test.errWidth, test.width, test.args...); got != test.want {
				t.Errorf("on standard error: %q, want %q", got, test.want)
			}
		})
	}
}
