package eifcheck_test

import (
	"testing"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/rules"
)

// One real file through the whole house: read, check, score, judge, word.
func BenchmarkAssess(b *testing.B) {
	wording, _ := eifcheck.NewWording("en")
	o := eifcheck.Options{Version: "test", AsOf: "2026-11-22", Wording: wording, Rules: rules.NewRegistry()}
	emit := func(*eifcheck.Assessment) error { return nil }
	b.ReportAllocs()
	for b.Loop() {
		if _, err := eifcheck.Assess(b.Context(), []string{france}, o, emit); err != nil {
			b.Fatal(err)
		}
	}
}
