// Package formats_test holds what eifcheck writes for machines to the official schemas of its formats. It is a module
// of its own: `make formats` fetches what it needs and runs it.
package formats_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// repository is the root, seen from here.
const repository = "../.."

// format is a format with what its output is held to.
type format struct {
	name string
	// module and file are where the schema is; without a module it is one of ours, because there is no other to be had.
	module, file string
	xml          bool
	// spoil replaces text of an output so that the schema must refuse it.
	spoil [2]string
}

func formats() []format {
	return []format{
		{
			name: "sarif", module: "github.com/securego/gosec/v2", file: "report/sarif/testdata/sarif-schema-2.1.0.json",
			spoil: [2]string{`"level":"`, `"level":"very `},
		},
		{
			name: "code-scanning", module: "github.com/securego/gosec/v2", file: "report/sarif/testdata/sarif-schema-2.1.0.json",
			spoil: [2]string{`"level":"`, `"level":"very `},
		},
		{
			name: "junit", module: "github.com/yannh/kubeconform", file: "fixtures/junit.xsd", xml: true,
			spoil: [2]string{"<testcase ", `<testcase file="a.yaml" `},
		},
		{name: "gitlab", file: "testdata/code-quality.schema.json", spoil: [2]string{`"begin":`, `"begin":-`}},
		{name: "checkstyle", file: "testdata/checkstyle.xsd", xml: true, spoil: [2]string{` severity="`, ` severity="very `}},
	}
}

// The real program, over every file of the test data and one that does not exist, with floors that fail and a waiver
// file; and the golden files of the reports, which have what no file of the test data has: a base, hostile text.
func TestOutputKeepsToTheOfficialSchemas(t *testing.T) {
	t.Parallel()

	program := build(t)
	for _, f := range formats() {
		t.Run(f.name, func(t *testing.T) {
			t.Parallel()

			schema := f.schema(t)
			output := filepath.Join(t.TempDir(), "output")
			assess(t, program, f.name, output)
			files := []string{output}
			for _, golden := range []string{"many", "none"} {
				files = append(files, filepath.Join(repository, "reports/testdata", f.name+"-"+golden+".golden"))
			}
			for _, file := range files {
				if err := f.validate(t, schema, file); err != nil {
					t.Errorf("%s: %v", file, err)
				}
			}
			if err := f.validate(t, schema, spoiled(t, output, f.spoil)); err == nil {
				t.Errorf("the schema takes anything: %q written as %q passes", f.spoil[0], f.spoil[1])
			}
		})
	}
}

// build makes the program.
func build(t *testing.T) string {
	t.Helper()

	program := filepath.Join(t.TempDir(), "eifcheck.exe") // the ending that Windows wants does no harm elsewhere
	run(t, repository, "go", "build", "-o", program, "./cmd/eifcheck")
	return program
}

// assess runs the program over the test data. It has to end with the code of files that could not be assessed.
func assess(t *testing.T, program, name, output string) {
	t.Helper()

	waivers, err := filepath.Abs("testdata/waivers.yaml")
	if err != nil {
		t.Fatal(err)
	}
	arguments := []string{
		"assess", "-f", name, "-o", output, "--fail-on", "info", "--min-score", "3", "--min-coverage", "100",
		"--max-gap", "0", "--waivers", waivers, "--today", "2026-11-22",
	}
	for _, pattern := range []string{"real", "ok", "err"} {
		found, err := filepath.Glob(filepath.Join(repository, "testdata", pattern, "*.*"))
		if err != nil || len(found) == 0 {
			t.Fatalf("%s: %d files, %v", pattern, len(found), err)
		}
		for _, file := range found {
			if filepath.Ext(file) == ".want" {
				continue
			}
			inside, err := filepath.Rel(repository, file)
			if err != nil {
				t.Fatal(err)
			}
			arguments = append(arguments, inside)
		}
	}
	const notAssessed = 2
	command := exec.Command(program, append(arguments, "missing.yaml")...)
	command.Dir = repository
	out, err := command.CombinedOutput()
	var ended *exec.ExitError
	if !errors.As(err, &ended) || ended.ExitCode() != notAssessed {
		t.Fatalf("%v\n%s", err, out)
	}
	text, err := os.ReadFile(output)
	if err != nil {
		t.Fatal(err)
	}
	accepted, floor := "waived by the waiver file; until 2027-06-30", "gate/min-score"
	switch name {
	case "junit":
		floor = "the gate asks for 3 (min-score)"
	case "code-scanning":
		accepted = "not in this file: GitHub would show"
	}
	for _, want := range []string{accepted, floor, "waiver/unused", "missing.yaml"} {
		if !bytes.Contains(text, []byte(want)) {
			t.Errorf("nothing in the output of %s is about %s", name, want)
		}
	}
}

// schema finds the schema in the module that holds it.
func (f format) schema(t *testing.T) string {
	t.Helper()

	if f.module == "" {
		return f.file
	}
	folder := strings.TrimSpace(run(t, ".", "go", "list", "-m", "-f", "{{.Dir}}", f.module))
	if folder == "" {
		t.Fatalf("%s is not there: run make formats, which fetches it", f.module)
	}
	return filepath.Join(folder, filepath.FromSlash(f.file))
}

func (f format) validate(t *testing.T, schema, file string) error {
	t.Helper()

	if f.xml {
		return validateXML(schema, file)
	}
	return validateJSON(t, schema, file)
}

// validateXML leaves it to xmllint, which node runs.
func validateXML(schema, file string) error {
	out, err := exec.Command("node", "testdata/validate.mjs", schema, file).CombinedOutput()
	if err != nil {
		return errors.New(err.Error() + ": " + string(out))
	}
	return nil
}

func validateJSON(t *testing.T, schema, file string) error {
	t.Helper()

	source, err := os.ReadFile(schema)
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat = true
	if err := compiler.AddResource("schema.json", bytes.NewReader(source)); err != nil {
		t.Fatal(err)
	}
	compiled, err := compiler.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var value any
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	if err := decoder.Decode(&value); err != nil {
		return err
	}
	return compiled.Validate(value)
}

// spoiled is a copy of a file with one mistake.
func spoiled(t *testing.T, file string, replace [2]string) string {
	t.Helper()

	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	changed := bytes.Replace(text, []byte(replace[0]), []byte(replace[1]), 1)
	if bytes.Equal(text, changed) {
		t.Fatalf("%s has no %q", file, replace[0])
	}
	name := filepath.Join(t.TempDir(), "spoiled")
	if err := os.WriteFile(name, changed, 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}

// run runs a program and returns what it prints.
func run(t *testing.T, folder, name string, arguments ...string) string {
	t.Helper()

	command := exec.Command(name, arguments...)
	command.Dir = folder
	var problems bytes.Buffer
	command.Stderr = &problems
	out, err := command.Output()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(arguments, " "), err, problems.String())
	}
	return string(out)
}
