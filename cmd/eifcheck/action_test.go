package main

import (
	"encoding/json"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// action is what is looked at in action.yml.
type action struct {
	Inputs  map[string]struct{ Description, Default string }
	Outputs map[string]struct{ Value string }
	Runs    struct {
		Using string
		Steps []step
	}
}

func readAction(t *testing.T) action {
	t.Helper()
	return parsed[action](t, content(t, "action.yml"))
}

// expression is what GitHub fills in before a step runs.
var expression = regexp.MustCompile(`\$\{\{ *([a-z_.]+) *\}\}`)

// environment is that of a step: the variables that GitHub sets, and those of the step, with inputs filled in.
func (a *action) environment(t *testing.T, w *workshop, s *step, inputs map[string]string) []string {
	t.Helper()
	runner := filepath.Join(w.directory, "..")
	environment := []string{
		"RUNNER_TEMP=" + filepath.Join(runner, "temp of the runner"),
		"GITHUB_OUTPUT=" + filepath.Join(runner, "output"), "GITHUB_PATH=" + filepath.Join(runner, "path"),
		"GITHUB_STEP_SUMMARY=" + filepath.Join(runner, "summary"),
	}
	for name, value := range s.Env {
		filled := expression.ReplaceAllStringFunc(value, func(found string) string {
			what := expression.FindStringSubmatch(found)[1]
			if what == "github.action_path" {
				return w.project
			}
			input, ok := strings.CutPrefix(what, "inputs.")
			if _, known := a.Inputs[input]; !ok || !known {
				t.Fatalf("%s: nothing is known of %s", name, what)
			}
			if given, ok := inputs[input]; ok {
				return given
			}
			return a.Inputs[input].Default
		})
		environment = append(environment, name+"="+filled)
	}
	return environment
}

// The steps of the action, as a runner runs them.
//
//nolint:paralleltest // it changes the working directory
func TestAction(t *testing.T) {
	t.Chdir("../..")
	a := readAction(t)
	var scripts []*step
	for i := range a.Runs.Steps {
		s := &a.Runs.Steps[i]
		if strings.Contains(s.Run, "${{") {
			t.Errorf("%s: an expression inside a script", s.Name)
		}
		if s.Run != "" {
			scripts = append(scripts, s)
		}
	}
	if len(scripts) != 2 {
		t.Fatalf("want a step that builds and one that assesses, got %d", len(scripts))
	}
	build, assess := scripts[0], scripts[1]
	w := newWorkshop(t)
	w.bash(t, "git add -A && git commit -q -m first && git push -q origin main")
	w.bash(t, build.Run, a.environment(t, w, build, nil)...)
	runner := func(name string) string { return content(t, filepath.Join(w.directory, "..", name)) }
	if got := strings.TrimSpace(runner("path")); got != filepath.Join(w.directory, "..", "temp of the runner", "eifcheck") {
		t.Errorf("on the path: %s", got)
	}

	t.Run("defaults", func(t *testing.T) {
		out := w.bash(t, assess.Run, a.environment(t, w, assess, nil)...)
		if !strings.Contains(out, "::warning file=assessments/france.yaml") {
			t.Errorf("no annotation:\n%s", out)
		}
		if got := runner("output"); got != "sarif=eifcheck.sarif\ncomment=eifcheck.md\n" {
			t.Errorf("outputs: %s", got)
		}
		page := content(t, filepath.Join(w.directory, "eifcheck.md"))
		if !strings.HasPrefix(page, "<!-- eifcheck -->") || !strings.Contains(runner("summary"), "France 2020") {
			t.Errorf("comment: %.200s\nsummary: %.200s", page, runner("summary"))
		}
		if !json.Valid([]byte(content(t, filepath.Join(w.directory, "eifcheck.sarif")))) {
			t.Error("the file for the upload is no JSON")
		}
	})
	t.Run("nothing falls", func(t *testing.T) {
		inputs := map[string]string{
			"files": "assessments/spain.yaml\nassessments/ireland.yaml", "base": "origin/main",
			"arguments": "--max-regression 0", "sarif": "for the upload.sarif",
		}
		w.bash(t, assess.Run, a.environment(t, w, assess, inputs)...)
		w.bash(t, `sed -i.bak 's/^    P4: 3/    P4: 2/' assessments/ireland.yaml; rm assessments/*.bak; git diff | grep -q P4`)
		out, err := w.run("set -eo pipefail\n"+assess.Run, a.environment(t, w, assess, inputs)...)
		if exitCode(err) != 1 || !strings.Contains(out, "the gate allows a fall of 0 (max-regression)") {
			t.Errorf("a fall ends with %v:\n%s", err, out)
		}
		if !json.Valid([]byte(content(t, filepath.Join(w.directory, "for the upload.sarif")))) {
			t.Error("no file for the upload after a failure")
		}
	})
	t.Run("hostile words", func(t *testing.T) {
		script := strings.ReplaceAll(assess.Run, `"$RUNNER_TEMP/eifcheck/eifcheck"`, "eifcheck")
		inputs := map[string]string{"base": "--x; touch made", "sarif": "$(touch made)", "comment": "`touch made`"}
		w.holdsWords(t, script, "FILES", "ARGUMENTS", a.environment(t, w, assess, inputs))
	})
}
