package cmd

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/reports"
)

// shown asks config show for one setting: its value and where it comes from.
func shown(t *testing.T, key string, env map[string]string, args ...string) (value, from string) {
	t.Helper()
	c := call{args: append([]string{"config", "show", "-f", "json"}, args...), env: env}
	if code := c.run(t); code != 0 {
		t.Fatalf("exit %d: %s", code, c.stderr.String())
	}
	var got shownSettings
	if err := json.Unmarshal(c.stdout.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	for _, s := range got.Settings {
		if s.Key != key {
			continue
		}
		from = s.From
		if s.Name != nil {
			from += " " + *s.Name
		}
		if s.Line != nil {
			from += fmt.Sprintf(":%d", *s.Line)
		}
		return fmt.Sprint(s.Value), from
	}
	t.Fatalf("no setting %s", key)
	return "", ""
}

//nolint:paralleltest // it changes the working directory
func TestPrecedence(t *testing.T) {
	const file = "version: 1\nfail-on: warning\ndisable: [eif/R01, eif/R02]\nmin-area: {P3: 3}\nverbose: true\ncolor: always\n"
	type env = map[string]string
	tests := []struct {
		name, file string
		env        env
		flags      []string
		key        string
		value      string
		from       string
	}{
		{name: "default", key: "fail-on", value: "error", from: "default"},
		{name: "default of a list", key: "disable", value: "<nil>", from: "default"},
		{name: "file", file: file, key: "fail-on", value: "warning", from: "file .eifcheck.yaml:2"},
		{name: "variable over file", file: file, env: env{"EIFCHECK_FAIL_ON": "info"}, key: "fail-on", value: "info", from: "environment EIFCHECK_FAIL_ON"},
		{name: "an empty variable is none", file: file, env: env{"EIFCHECK_FAIL_ON": ""}, key: "fail-on", value: "warning", from: "file .eifcheck.yaml:2"},
		{
			name: "flag over variable", file: file, env: env{"EIFCHECK_FAIL_ON": "info"}, flags: []string{"--", "--fail-on", "never"},
			key: "fail-on", value: "never", from: "flag --fail-on",
		},
		{
			name: "a flag that says the default counts too", file: file, flags: []string{"--", "--fail-on", "error"},
			key: "fail-on", value: "error", from: "flag --fail-on",
		},
		{name: "a list", file: file, key: "disable", value: "[eif/R01 eif/R02]", from: "file .eifcheck.yaml:3"},
		{
			name: "a list is replaced, not added to", file: file, flags: []string{"--", "--disable", "eif/R03"},
			key: "disable", value: "[eif/R03]", from: "flag --disable",
		},
		{
			name: "a variable has commas", file: file, env: env{"EIFCHECK_DISABLE": "eif/R04, eif/R05,"},
			key: "disable", value: "[eif/R04 eif/R05]", from: "environment EIFCHECK_DISABLE",
		},
		{name: "pairs", file: file, key: "min-area", value: "[P3=3]", from: "file .eifcheck.yaml:4"},
		{
			name: "pairs in a variable", env: env{"EIFCHECK_MIN_AREA": "P3=2,P7=1"},
			key: "min-area", value: "[P3=2 P7=1]", from: "environment EIFCHECK_MIN_AREA",
		},
		{name: "a switch", file: file, key: "verbose", value: "true", from: "file .eifcheck.yaml:5"},
		{name: "its opposite as a flag drops it", file: file, flags: []string{"--", "-q"}, key: "verbose", value: "false", from: "default"},
		{name: "its opposite as a variable drops it", file: file, env: env{"EIFCHECK_QUIET": "true"}, key: "verbose", value: "false", from: "default"},
		{name: "colour of the file", file: file, key: "color", value: "always", from: "file .eifcheck.yaml:6"},
		{name: "NO_COLOR counts more than the file", file: file, env: env{"NO_COLOR": "1"}, key: "color", value: "auto", from: "default"},
		{name: "no configuration wanted", file: file, flags: []string{"--no-config"}, key: "fail-on", value: "error", from: "default"},
		{name: "a named one", flags: []string{"-c", "other.yaml"}, key: "fail-on", value: "info", from: "file other.yaml:2"},
		{name: "named by a variable", env: env{"EIFCHECK_CONFIG": "other.yaml"}, key: "fail-on", value: "info", from: "file other.yaml:2"},
		{
			name: "the flag names it over the variable", file: file, env: env{"EIFCHECK_CONFIG": "other.yaml"}, flags: []string{"-c", ".eifcheck.yaml"},
			key: "fail-on", value: "warning", from: "file .eifcheck.yaml:2",
		},
		{
			name: "none over the variable", env: env{"EIFCHECK_CONFIG": "other.yaml"}, flags: []string{"--no-config"},
			key: "fail-on", value: "error", from: "default",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			contents := map[string]string{"other.yaml": "version: 1\nfail-on: info\n"}
			if test.file != "" {
				contents[".eifcheck.yaml"] = test.file
			}
			files(t, contents)
			value, from := shown(t, test.key, test.env, test.flags...)
			if value != test.value || from != test.from {
				t.Errorf("got %s from %q, want %s from %q", value, from, test.value, test.from)
			}
		})
	}
}

// Paths in the file start where it lies, those of flags and variables in the working directory.
func TestPathsStartWhereTheyAreWritten(t *testing.T) {
	files(t, map[string]string{
		".git/HEAD":      "",
		".eifcheck.yaml": "version: 1\nformat: [text, json=out/a.json, ndjson=/tmp/b.ndjson]\nwaivers: waivers.yaml\n",
		"a/b/c.yaml":     "",
	})
	t.Chdir("a/b")
	value, from := shown(t, "format", nil)
	if want := "[text json=../../out/a.json ndjson=/tmp/b.ndjson]"; value != want || from != "file ../../.eifcheck.yaml:2" {
		t.Errorf("got %s from %s, want %s", value, from, want)
	}
	if value, _ = shown(t, "waivers", nil); value != "../../waivers.yaml" {
		t.Errorf("waivers: got %s", value)
	}
	value, _ = shown(t, "format", map[string]string{"EIFCHECK_FORMAT": "json=a.json"})
	if want := "[json=a.json]"; value != want {
		t.Errorf("variable: got %s, want %s", value, want)
	}
}

// Everything wrong is said at once, in the order of the file, each with its place and what to write.
//
//nolint:paralleltest // it changes the working directory
func TestEveryMistakeAtOnce(t *testing.T) {
	files(t, map[string]string{".eifcheck.yaml": `version: 1
fail-on: everything
min-area: {P3: 9, p7: 2, P7: 3}
fail_on: warning
disable: [coverage/nodata, coverage/*, "input/*"]
quiet: yes
format: [text, jsn]
today: 2026-01-01
max-gap:
severity: {coverage/no-data: bad}
`})
	c := call{args: []string{"assess", "missing.yaml"}, env: map[string]string{"EIFCHECK_WIDTH": "wide"}}
	if code := c.run(t); code != 2 {
		t.Errorf("exit %d", code)
	}
	want := `eifcheck: .eifcheck.yaml:2:10: fail-on: everything is not known. The words are error, warning, info and never.
eifcheck: .eifcheck.yaml:3:12: min-area: P3: 9 is not a score. Write 1, 2, 3 or 4.
eifcheck: .eifcheck.yaml:4:1: There is no setting fail_on. Did you mean fail-on?
eifcheck: .eifcheck.yaml:5:11: disable: coverage/nodata: there is no such rule. Did you mean coverage/no-data?
eifcheck: .eifcheck.yaml:5:40: disable: input/*: these findings mean that a file is wrong. They can be neither switched off nor given another severity; correct the file.
eifcheck: .eifcheck.yaml:6:8: quiet: yes is neither true nor false. Write quiet: true, or delete the line.
eifcheck: .eifcheck.yaml:7:16: There is no format jsn. The formats are ` + messages.English().List(namesOf(reports.Formats())) + `.
eifcheck: .eifcheck.yaml:8:1: today cannot be set in the configuration, because every later run would speak of that day. Write --today behind the command, or set SOURCE_DATE_EPOCH.
eifcheck: .eifcheck.yaml:9:1: max-gap has no value. Write max-gap: 1, or delete the line.
eifcheck: .eifcheck.yaml:10:12: severity: coverage/no-data: bad is not understood. Write rules with error, warning or info: {coverage/no-data: warning}.
eifcheck: EIFCHECK_WIDTH wide is not a width. Write a number of columns, for example 100.
`
	if diff := cmp.Diff(want, c.stderr.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if c.stdout.Len() > 0 {
		t.Errorf("something was printed: %s", c.stdout.String())
	}
}

// What is right alone can be wrong beside another value, and is reported where the second stands.
//
//nolint:paralleltest // it changes the working directory
func TestMistakesBetweenKeys(t *testing.T) {
	tests := []struct{ name, file, want string }{
		{name: "quiet and verbose", file: "quiet: true\nverbose: true", want: "3:1: quiet shows less"},
		{name: "off and on", file: "disable: [eif/R01]\nenable: eif/R01", want: "3:1: eif/R01 is both"},
		{name: "two formats for standard output", file: "format: [text, json]", want: "2:1: Two formats cannot both go to standard output. Give all but one a file: [text"},
		{name: "an area twice", file: "min-area: {P7: 2, p7: 3}", want: "2:1: min-area: names P7 twice"},
		{name: "two severities", file: "severity: {eif/*: info, eif/R0*: error}", want: "2:1: eif/R01 gets two severities"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			files(t, map[string]string{".eifcheck.yaml": "version: 1\n" + test.file + "\n"})
			c := call{args: []string{"config", "verify"}}
			if code := c.run(t); code != 2 || !strings.HasPrefix(c.stderr.String(), "eifcheck: .eifcheck.yaml:"+test.want) {
				t.Errorf("exit %d: %s", code, c.stderr.String())
			}
			if n := strings.Count(c.stderr.String(), "\n"); n != 1 {
				t.Errorf("%d lines, want 1: %s", n, c.stderr.String())
			}
		})
	}
}

// The starter file changes nothing, and each of its settings can be switched on by removing the #.
//
//nolint:paralleltest // it changes the working directory
func TestStarterFile(t *testing.T) {
	files(t, nil)
	c := call{args: []string{"config", "init"}}
	if code := c.run(t); code != 0 {
		t.Fatalf("exit %d: %s", code, c.stderr.String())
	}
	starter, err := os.ReadFile(".eifcheck.yaml")
	if err != nil {
		t.Fatal(err)
	}
	c = call{args: []string{"config", "verify"}}
	if code := c.run(t); code != 0 || !strings.Contains(c.stdout.String(), "sets 0 keys") {
		t.Errorf("exit %d: %s%s", code, c.stdout.String(), c.stderr.String())
	}
	for _, key := range commands(t).keys() {
		line := "# " + key.Name + ": "
		if !strings.Contains(string(starter), "\n"+line) {
			t.Errorf("%s is missing", key.Name)
		}
		on := strings.Replace(string(starter), "\n"+line, "\n"+line[2:], 1)
		if err := os.WriteFile(".eifcheck.yaml", []byte(on), 0o600); err != nil {
			t.Fatal(err)
		}
		c := call{args: []string{"config", "verify"}}
		if code := c.run(t); code != 0 || !strings.Contains(c.stdout.String(), "sets 1 key.") {
			t.Errorf("%s: exit %d: %s%s", key.Name, code, c.stdout.String(), c.stderr.String())
		}
	}
}

// A misspelt variable would set nothing, and nobody would notice.
//
//nolint:paralleltest // it changes the working directory
func TestVariablesThatSetNothing(t *testing.T) {
	files(t, nil)
	tests := []struct{ variable, want string }{
		{variable: "EIFCHECK_FAILON", want: "Did you mean EIFCHECK_FAIL_ON?"},
		{variable: "EIFCHECK_fail_on", want: "Did you mean EIFCHECK_FAIL_ON?"},
		{variable: "EIFCHECK_CONFG", want: "Did you mean EIFCHECK_CONFIG?"},
		{variable: "EIFCHECK_OUTPUT", want: "Write --output behind the command."},
		{variable: "EIFCHECK_NO_CONFIG", want: "Write --no-config behind the command."},
		{variable: "EIFCHECK_FAIL_ON"},
		{variable: "EIFCHECK_CONFIG"},
		{variable: "EIFCHECK_VERSION"}, // of an installer or an image
		{variable: "EIFCHECK_HOME"},
		{variable: "XEIFCHECK_FAILON"},
	}
	for _, test := range tests {
		t.Run(test.variable, func(t *testing.T) {
			c := call{args: []string{"config", "show"}}
			env := c.environment()
			env.Environ = func() []string { return []string{"HOME=/", test.variable + "=x=y"} }
			code := Main(t.Context(), env)
			if said := c.stderr.String(); !strings.Contains(said, test.want) || (said == "") != (test.want == "") || (code == 2) != (test.want != "") {
				t.Errorf("exit %d: %s", code, said)
			}
		})
	}
}
