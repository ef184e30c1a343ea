package eifcheck_test

import (
	"path/filepath"
	"testing"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/rules"
)

// assessFiles runs the house over files with fixed surroundings.
func assessFiles(tb testing.TB, names ...string) (eifcheck.Closing, []*eifcheck.Assessment) {
	tb.Helper()
	return assessWith(tb, eifcheck.GateOptions{FailOn: rules.Error}, names...)
}

func assessWith(tb testing.TB, gate eifcheck.GateOptions, names ...string) (eifcheck.Closing, []*eifcheck.Assessment) {
	tb.Helper()
	wording, ok := eifcheck.NewWording("en")
	if !ok {
		tb.Fatal("no English")
	}
	var results []*eifcheck.Assessment
	closing, err := eifcheck.Assess(tb.Context(), names, eifcheck.Options{
		Version: "test", AsOf: "2026-11-22", Wording: wording, Rules: rules.NewRegistry(), Gate: gate,
	}, func(a *eifcheck.Assessment) error {
		results = append(results, a)
		return nil
	})
	if err != nil {
		tb.Fatalf("assess %v: %v", names, err)
	}
	return closing, results
}

func glob(t *testing.T, pattern string) []string {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) == 0 {
		t.Fatalf("%s: %d files, %v", pattern, len(names), err)
	}
	for i := range names {
		names[i] = filepath.ToSlash(names[i])
	}
	return names
}
