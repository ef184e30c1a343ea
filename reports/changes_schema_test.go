package reports_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/reports"
	"github.com/eifcheck/eifcheck/rules"
	"github.com/eifcheck/eifcheck/schemas"
)

// A result with changes keeps to the schema too, whether they could be found or not.
func TestChangesKeepToTheResultSchema(t *testing.T) {
	t.Parallel()
	source, _ := schemas.Source(schemas.Result)
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("result.schema.json", bytes.NewReader(source)); err != nil {
		t.Fatal(err)
	}
	whole := compiler.MustCompile("result.schema.json")
	wording, _ := eifcheck.NewWording("en")
	changed := filepath.Join(t.TempDir(), "then.yaml")
	if err := os.WriteFile(changed, []byte(`eifcheck: 1
country: FR
year: 2022
areas: {P1: 1, P7: 4, IPSG: 2}
recommendations:
  R05: {score: 2, indicators: {R05-2: {level: 2, evidence: [{title: Portal}]}}, evidence: [{title: Page, date: 2020-01-01}]}
`), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, earlier := range []string{changed, "../testdata/real/es-2022.yaml", "../testdata/real/fr.yaml", "missing.yaml"} {
		o := eifcheck.Options{
			Version: "test", AsOf: "2026-11-22", Wording: wording, Rules: rules.NewRegistry(),
			Gate: eifcheck.GateOptions{MaxRegression: new(0)},
			Base: func(ctx context.Context, _ string) *eifcheck.Base {
				return &eifcheck.Base{Document: document.Read(ctx, earlier), Path: earlier}
			},
		}
		var out bytes.Buffer
		report := reports.DiffFormats()[1].New(&out, reports.Options{Header: o.Header(), Wording: wording})
		closing, err := eifcheck.Assess(t.Context(), []string{"../testdata/real/fr.yaml"}, o, report.Assessment)
		if err != nil {
			t.Fatal(err)
		}
		if err := report.Close(closing); err != nil {
			t.Fatal(err)
		}
		validate(t, whole, out.String())
	}
}
