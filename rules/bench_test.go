package rules_test

import (
	"os"
	"testing"

	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/rules"
	"github.com/eifcheck/eifcheck/scoring"
)

// All rules over a file where every recommendation has a finding.
func BenchmarkRun(b *testing.B) {
	source, err := os.ReadFile("../testdata/err/eif-every-recommendation.yaml")
	if err != nil {
		b.Fatal(err)
	}
	d := document.Parse("bench.yaml", source)
	a := assessment.Decode(d.Root)
	reference := &scoring.Reference{Year: 2020, AverageOf: func(eif.Scoreboard, eif.AreaID) (eif.Hundredths, int, bool) {
		return 400, 27, true
	}}
	subject := &rules.Subject{Document: d, Assessment: a, Card: scoring.Score(a, reference), Reference: reference}
	registry := rules.NewRegistry()
	b.ReportAllocs()
	for b.Loop() {
		registry.Run(subject)
	}
}
