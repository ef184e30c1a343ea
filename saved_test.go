package eifcheck_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/reports"
	"github.com/eifcheck/eifcheck/rules"
)

// assessed is the result of some files as a format writes it.
func assessed(t *testing.T, format string, names ...string) []byte {
	t.Helper()

	wording, _ := eifcheck.NewWording("en")
	o := eifcheck.Options{
		Version: "1.0.0", AsOf: "2026-11-22", Wording: wording, Rules: rules.NewRegistry(),
		Gate: eifcheck.GateOptions{
			FailOn: rules.Warning, MinScore: 3, MinCoverage: 100, MaxGap: new(eif.Hundredths(50)),
			MinArea: map[eif.AreaID]eif.Score{"P7": 4, "IPSG": 2},
		},
		WhatIf: []eifcheck.Change{{Recommendation: "R05", Score: new(eif.Score(4)), Items: []string{}}},
	}
	var out bytes.Buffer
	f, _ := reports.Find(format)
	report := f.New(&out, reports.Options{Header: o.Header(), Wording: wording})
	closing, err := eifcheck.Assess(t.Context(), names, o, report.Assessment)
	if err = errors.Join(err, report.Close(closing)); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// converted prints a saved result in a format.
func converted(saved []byte, format reports.Format) ([]byte, error) {
	s, err := eifcheck.ReadSaved(bytes.NewReader(saved))
	if err != nil {
		return nil, err
	}
	wording, _ := eifcheck.NewWording("en")
	s.Reword(wording)
	var out bytes.Buffer
	report := format.New(&out, reports.Options{Header: s.Header, Wording: wording, Verbose: true, ByRespondent: true})
	if err := errors.Join(s.Each(wording, report.Assessment), report.Close(s.Closing)); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func everyFile(t *testing.T) []string {
	t.Helper()

	names := []string{"missing.yaml"}
	for _, pattern := range []string{"real/*.yaml", "ok/*.yaml", "err/*.yaml", "err/*.json"} {
		found, err := filepath.Glob(filepath.Join("testdata", pattern))
		if err != nil || len(found) == 0 {
			t.Fatalf("%s: %d files, %v", pattern, len(found), err)
		}
		names = append(names, found...)
	}
	return names
}

// What is read back and written again is the same to the byte, for every file of the test data.
func TestSavedResultsComeBackWhole(t *testing.T) {
	t.Parallel()

	names := everyFile(t)
	want := map[string][]byte{"json": assessed(t, "json", names...), "ndjson": assessed(t, "ndjson", names...)}
	for from, to := range map[string]string{"json": "ndjson", "ndjson": "json"} {
		format, _ := reports.Find(to)
		got, err := converted(want[from], format)
		if err != nil {
			t.Fatalf("%s to %s: %v", from, to, err)
		}
		if !bytes.Equal(got, want[to]) {
			t.Errorf("%s to %s differs (-assessed +converted):\n%s", from, to, cmp.Diff(string(want[to]), string(got)))
		}
	}
}

// Every message and every reason is worded anew from its code and arguments, to the letter: what was
// saved is not needed for it.
func TestMessagesAreWordedAnew(t *testing.T) {
	t.Parallel()

	saved := assessed(t, "json", everyFile(t)...)
	var want, blank eifcheck.Result
	if err := errors.Join(json.Unmarshal(saved, &want), json.Unmarshal(saved, &blank)); err != nil {
		t.Fatal(err)
	}
	for _, a := range blank.Assessments {
		for i := range a.Findings {
			a.Findings[i].Message = "as saved"
		}
		for i := range a.Gate.Reasons {
			a.Gate.Reasons[i].Message = "as saved"
		}
	}
	text, err := json.Marshal(blank)
	if err != nil {
		t.Fatal(err)
	}
	s, err := eifcheck.ReadSaved(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	wording, _ := eifcheck.NewWording("en")
	n, i := 0, 0
	err = s.Each(wording, func(a *eifcheck.Assessment) error {
		for j, f := range a.Findings {
			if was := want.Assessments[i].Findings[j].Message; f.Message != was {
				t.Errorf("%s: got %q, want %q", f.Code, f.Message, was)
			}
			n++
		}
		for j, r := range a.Gate.Reasons {
			if was := want.Assessments[i].Gate.Reasons[j].Message; r.Message != was {
				t.Errorf("%s: got %q, want %q", r.Code, r.Message, was)
			}
		}
		i++
		return nil
	})
	if err != nil || n < 100 {
		t.Errorf("%d findings, %v", n, err)
	}
}

// A message of another version is shown as it was saved.
func TestUnknownMessagesStay(t *testing.T) {
	t.Parallel()

	saved := string(assessed(t, "json", "testdata/real/fr.yaml"))
	start := strings.Index(saved, `"code": "coverage/no-data`)
	head, finding := saved[:start], saved[start:]
	finding = strings.Replace(finding, "Integrated public service governance (IPSG) has", "X has", 1)
	for name, changed := range map[string]string{
		"code":     strings.Replace(finding, "coverage/no-data", "coverage/nothing", 1),
		"argument": strings.Replace(finding, `"area"`, `"place"`, 1),
	} {
		format, _ := reports.Find("json")
		got, err := converted([]byte(head+changed), format)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(got), `"message": "X has`) {
			t.Errorf("%s: the saved message is gone", name)
		}
	}
}

func TestReadSavedRefuses(t *testing.T) {
	t.Parallel()

	whole := string(assessed(t, "json", "testdata/real/fr.yaml"))
	beforeDraft, _, _ := strings.Cut(whole, `"status": "draft"`)
	draftLine := 1 + strings.Count(beforeDraft, "\n")
	lines := string(assessed(t, "ndjson", "testdata/real/fr.yaml", "testdata/err/input-keys.yaml"))
	last := strings.LastIndexByte(strings.TrimSpace(lines), '\n') + 1
	tests := []struct {
		name, input, code string
		line              int
	}{
		{name: "nothing", input: " \n", code: "convert/empty"},
		{name: "an assessment in YAML", input: "eifcheck: 1\ncountry: FR\n", code: "convert/syntax", line: 1},
		{name: "an assessment in JSON", input: `{"eifcheck": 1, "country": "FR"}`, code: "convert/assessment"},
		{name: "another JSON", input: `{"version": "2.1.0", "runs": []}`, code: "convert/not-a-result"},
		{name: "a list", input: `[]`, code: "convert/not-a-result"},
		{name: "null", input: `null`, code: "convert/not-a-result"},
		{name: "cut off", input: beforeDraft + `"status": "dra`, code: "convert/truncated", line: draftLine},
		{name: "a line cut off", input: lines[:len(lines)-9], code: "convert/truncated", line: 3},
		{name: "no last line", input: lines[:last], code: "convert/no-last-line"},
		{name: "twice", input: whole + whole, code: "convert/syntax", line: 1 + strings.Count(whole, "\n")},
		{name: "another version", input: strings.Replace(whole, `"result": 1`, `"result": 2`, 1), code: "convert/version"},
		{name: "a number for a word", input: strings.Replace(whole, `"status": "draft"`, `"status": 7`, 1), code: "convert/misfit.version", line: draftLine},
		{name: "an unknown key", input: strings.Replace(whole, `"as_of"`, `"as_off"`, 1), code: "convert/misfit.version", line: 1},
		{name: "no assessments", input: strings.Replace(whole, `"assessments"`, `"assessment"`, 1), code: "convert/misfit.version", line: 1},
		{name: "files taken out", input: strings.Replace(whole, `"files": 1`, `"files": 2`, 1), code: "convert/count"},
		{name: "a line taken out", input: lines[strings.IndexByte(lines, '\n')+1:], code: "convert/count"},
		{name: "deep", input: strings.Repeat("[", 1<<20), code: "convert/syntax", line: 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()

			_, err := eifcheck.ReadSaved(strings.NewReader(test.input))
			refusal, ok := errors.AsType[eifcheck.RefusalError](err)
			if !ok || refusal.Code != test.code {
				t.Fatalf("got %v %v, want %s", err, refusal.Args, test.code)
			}
			if line, _ := refusal.Args["line"].(int); line != test.line {
				t.Errorf("line %d, want %d", line, test.line)
			}
		})
	}
}

// zeros is a file of so many zero bytes.
type zeros struct{ left int }

func (z *zeros) Read(p []byte) (int, error) {
	if z.left <= 0 {
		return 0, io.EOF
	}
	n := min(len(p), z.left)
	z.left -= n
	return n, nil
}

func TestReadSavedIsBounded(t *testing.T) { //nolint:paralleltest // it takes a gigabyte for a moment
	if testing.Short() {
		t.Skip("reads 256 MiB")
	}
	_, err := eifcheck.ReadSaved(&zeros{left: 1 << 40})
	if refusal, ok := errors.AsType[eifcheck.RefusalError](err); !ok || refusal.Code != "convert/too-large" {
		t.Errorf("got %v, want convert/too-large", err)
	}
}

// Whatever somebody does to a saved result, it is refused with a reason or printed in every format.
func TestChangedResultsAreRefusedOrPrinted(t *testing.T) {
	t.Parallel()

	saved := assessed(t, "json", "docs/examples/interior.yaml")
	rapid.Check(t, func(t *rapid.T) {
		var value any
		if err := json.Unmarshal(saved, &value); err != nil {
			t.Fatal(err)
		}
		for range rapid.IntRange(1, 3).Draw(t, "changes") {
			value = change(t, value)
		}
		text, err := json.Marshal(value)
		if err != nil {
			t.Fatal(err)
		}
		for _, format := range reports.Formats() {
			_, err := converted(text, format)
			if _, refused := errors.AsType[eifcheck.RefusalError](err); refused {
				return
			}
			if err != nil {
				t.Fatalf("%s: %v", format.Name, err)
			}
		}
	})
}

// change replaces or removes something at a random place.
func change(t *rapid.T, value any) any {
	if rapid.IntRange(0, 9).Draw(t, "stop") > 0 {
		switch v := value.(type) {
		case map[string]any:
			keys := []string{}
			for key := range v {
				keys = append(keys, key)
			}
			if len(keys) > 0 {
				slices.Sort(keys)
				key := rapid.SampledFrom(keys).Draw(t, "key")
				v[key] = change(t, v[key])
				return v
			}
		case []any:
			if len(v) > 0 {
				i := rapid.IntRange(0, len(v)-1).Draw(t, "index")
				v[i] = change(t, v[i])
				return v
			}
		}
	}
	return rapid.SampledFrom([]any{nil, true, "", "x", -1, 2, 1e300, 0.5, []any{}, map[string]any{}, []any{1, 2}}).Draw(t, "value")
}
