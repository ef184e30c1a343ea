package cmd

import (
	"strconv"
	"strings"
	"testing"
	"time"
)

// A run shows how far it has come where a person watches and nothing else moves, once it takes long.
//
//nolint:paralleltest // it changes the working directory
func TestProgress(t *testing.T) {
	small := "eifcheck: 1\ncountry: ZZ\nyear: 2020\n"
	assessments := map[string]string{}
	for i := range 5 {
		assessments["f"+strconv.Itoa(i)+".yaml"] = small
	}
	files(t, assessments)
	for _, c := range []struct {
		name            string
		args            []string
		width, errWidth int
		perCall         time.Duration
		shown           bool
	}{
		{"a report to a file", []string{"-o", "r.txt"}, 100, 100, time.Second, true},
		{"a report in a pipe", []string{"-f", "json"}, 0, 100, time.Second, true},
		{"a report on the terminal", nil, 100, 100, time.Second, false},
		{"errors in a pipe", []string{"-o", "r.txt"}, 100, 0, time.Second, false},
		{"a quick run", []string{"-o", "r.txt"}, 100, 100, time.Millisecond, false},
		{"a quiet run", []string{"-q", "-o", "r.txt"}, 100, 100, time.Second, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			run := &call{args: append([]string{"assess", "."}, c.args...)}
			env := run.environment()
			env.Width, env.ErrWidth = c.width, c.errWidth
			now := env.Now()
			env.Now = func() time.Time { // a clock that moves by being looked at
				now = now.Add(c.perCall)
				return now
			}
			if code := Main(t.Context(), env); code != 0 {
				t.Fatalf("exit %d: %s", code, run.stderr.String())
			}
			if shown := strings.Contains(run.stderr.String(), "Assessing 5 files"); shown != c.shown {
				t.Errorf("shown %v, want %v: %q", shown, c.shown, run.stderr.String())
			}
		})
	}
}
