package reports_test

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/reports"
	"github.com/eifcheck/eifcheck/rules"
	"github.com/eifcheck/eifcheck/schemas"
)

// What json and ndjson write of every file of the test data, and of a missing one, is what the
// result schema promises.
func TestOutputKeepsToTheResultSchema(t *testing.T) {
	t.Parallel()
	source, ok := schemas.Source(schemas.Result)
	if !ok {
		t.Fatal("no result schema")
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("result.schema.json", bytes.NewReader(source)); err != nil {
		t.Fatal(err)
	}
	whole := compiler.MustCompile("result.schema.json")
	one := compiler.MustCompile("result.schema.json#/$defs/assessment")
	names := []string{"missing.yaml"}
	for _, pattern := range []string{"real/*.yaml", "ok/*.yaml", "err/*.yaml"} {
		found, err := filepath.Glob(filepath.Join("../testdata", pattern))
		if err != nil || len(found) == 0 {
			t.Fatalf("%s: %d files, %v", pattern, len(found), err)
		}
		names = append(names, found...)
	}
	slices.Sort(names)
	validate(t, whole, render(t, "json", names))
	lines := strings.Split(strings.TrimSpace(render(t, "ndjson", names)), "\n")
	if len(lines) != len(names)+1 {
		t.Fatalf("%d lines for %d files", len(lines), len(names))
	}
	for _, line := range lines[:len(names)] {
		validate(t, one, line)
	}
}

func render(t *testing.T, format string, names []string) string {
	t.Helper()
	f, ok := reports.Find(format)
	if !ok {
		t.Fatalf("no format %s", format)
	}
	wording, _ := eifcheck.NewWording("en")
	o := eifcheck.Options{
		Version: "test", AsOf: "2026-11-22", Wording: wording, Rules: rules.NewRegistry(),
		WhatIf: []eifcheck.Change{
			{Recommendation: "R05", Score: new(eif.Score(4)), Items: []string{}},
			{Recommendation: "R14", Indicator: new(eif.IndicatorID("R14-1")), Share: new(eif.Hundredths(6250)), Items: []string{}},
		},
	}
	var out bytes.Buffer
	report := f.New(&out, reports.Options{Header: o.Header(), Wording: wording})
	closing, err := eifcheck.Assess(t.Context(), names, o, report.Assessment)
	if err != nil {
		t.Fatal(err)
	}
	if err := report.Close(closing); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func validate(t *testing.T, schema *jsonschema.Schema, text string) {
	t.Helper()
	var value any
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	if err := decoder.Decode(&value); err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(value); err != nil {
		t.Errorf("%.200s…: %#v", text, err)
	}
}
