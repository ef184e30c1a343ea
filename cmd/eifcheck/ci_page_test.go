package main

import (
	"encoding/json"
	"errors"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// workflow is what is looked at in a workflow of GitHub.
type workflow struct {
	On   any
	Jobs map[string]struct {
		Steps []step
	}
}

type step struct {
	ID, Name, Uses, Run string
	With, Env           map[string]string
}

// workflows are those that docs/ci.md shows, by their names; the working directory is where the project begins.
func workflows(t *testing.T) map[string]string {
	t.Helper()
	found := shown(content(t, filepath.Join("docs", "ci.md")))
	maps.DeleteFunc(found, func(name, _ string) bool { return !strings.HasPrefix(name, ".github/workflows/") })
	if len(found) != 2 {
		t.Fatalf("want two workflows, got %d", len(found))
	}
	return found
}

// actionlint is the linter that the Makefile runs on this project's own workflows.
func TestDocumentedWorkflowsKeepToActionlint(t *testing.T) {
	t.Chdir("../..")
	directory := t.TempDir()
	lint := func(text string) (string, error) {
		file := filepath.Join(directory, "workflow.yml")
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command("go", "tool", "-modfile=internal/tools/actionlint/go.mod", "actionlint",
			"-shellcheck=", "-pyflakes=", file).CombinedOutput()
		return string(out), err
	}
	for name, text := range workflows(t) {
		if out, err := lint(text); err != nil {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
		if out, err := lint(strings.Replace(text, "runs-on:", "run-on:", 1)); err == nil || !strings.Contains(out, "run-on") {
			t.Errorf("%s: actionlint takes anything: %v\n%s", name, err, out)
		}
	}
}

// What the workflows ask of the action is there, and they give no stranger a token that writes.
func TestDocumentedWorkflowsFitTheAction(t *testing.T) {
	t.Chdir("../..")
	action, used := readAction(t), 0
	for name, text := range workflows(t) {
		if !strings.Contains(text, "\npermissions:") || strings.Contains(text, "pull_request_target") {
			t.Errorf("%s: want permissions of its own, and no pull_request_target", name)
		}
		for _, job := range parsed[workflow](t, text).Jobs {
			for _, step := range job.Steps {
				if strings.Contains(step.Run, "${{") {
					t.Errorf("%s: an expression inside a script: %s", name, step.Run)
				}
				if !strings.HasPrefix(step.Uses, "eifcheck/eifcheck@") {
					continue
				}
				used++
				for key := range step.With {
					if _, ok := action.Inputs[key]; !ok {
						t.Errorf("%s: the action has no input %s", name, key)
					}
				}
				for _, part := range strings.Split(text, "steps."+step.ID+".outputs.")[1:] {
					output, _, _ := strings.Cut(part, " ")
					if _, ok := action.Outputs[output]; !ok {
						t.Errorf("%s: the action has no output %s", name, output)
					}
				}
			}
		}
	}
	if used == 0 {
		t.Error("no workflow uses the action")
	}
}

// The scripts of the workflows run: gh is asked for one comment, and the plain steps print and write what they say.
func TestDocumentedWorkflowScripts(t *testing.T) {
	t.Chdir("../..")
	found := workflows(t)
	w := newWorkshop(t)
	w.bash(t, "git add -A && git commit -q -m first && git push -q origin main")
	w.program(t, "gh", `printf '%s\n' "$@" > gh.txt`)
	w.program(t, "go", `[ "$*" = "install github.com/eifcheck/eifcheck/cmd/eifcheck@main" ]`)
	var ran []string
	for _, name := range slices.Sorted(maps.Keys(found)) {
		for _, job := range parsed[workflow](t, found[name]).Jobs {
			for _, step := range job.Steps {
				if step.Run == "" {
					continue
				}
				out := w.bash(t, step.Run, "PULL_REQUEST=7", "COMMENT=a comment.md")
				ran = append(ran, strings.Fields(step.Run)[0])
				if strings.HasPrefix(step.Run, "eifcheck") && !strings.Contains(out, "::warning ") {
					t.Errorf("%s: no annotation:\n%s", step.Run, out)
				}
			}
		}
	}
	slices.Sort(ran)
	if diff := cmp.Diff([]string{"eifcheck", "gh", "go"}, ran); diff != "" {
		t.Errorf("scripts (-want +got):\n%s", diff)
	}
	want := "pr comment 7 --edit-last --create-if-none --body-file|a comment.md"
	got := strings.Split(strings.TrimSpace(content(t, filepath.Join(w.directory, "gh.txt"))), "\n")
	if strings.Join(got[:len(got)-1], " ")+"|"+got[len(got)-1] != want {
		t.Errorf("gh was asked for %q", got)
	}
	for _, name := range []string{"eifcheck.sarif", "eifcheck.md"} {
		if content(t, filepath.Join(w.directory, name)) == "" {
			t.Errorf("%s is empty", name)
		}
	}
}

// template is what is looked at in the template for GitLab.
type template struct {
	Variables map[string]string
	Eifcheck  struct {
		Image, Stage string
		Variables    map[string]string
		BeforeScript []string `yaml:"before_script"`
		Script       []string
		Artifacts    struct {
			When    string
			Paths   []string
			Reports map[string]string
		}
	}
}

// script is what a runner of GitLab makes of the job.
func (f *template) script() string {
	return strings.Join(append(append([]string{}, f.Eifcheck.BeforeScript...), f.Eifcheck.Script...), "\n")
}

// The job of the template, with the variables of the page's .gitlab-ci.yml.
func TestGitLabTemplate(t *testing.T) {
	t.Chdir("../..")
	f := parsed[template](t, content(t, filepath.Join("templates", "gitlab.yml")))
	page := parsed[template](t, shown(content(t, filepath.Join("docs", "ci.md")))[".gitlab-ci.yml"])
	var variables []string
	for name := range page.Variables {
		if _, ok := f.Variables[name]; !ok {
			t.Errorf("the template has no variable %s", name)
		}
	}
	maps.Copy(f.Variables, page.Variables)
	for name, value := range f.Variables {
		variables = append(variables, name+"="+value)
	}
	w := newWorkshop(t)
	w.bash(t, "git add -A && git commit -q -m first && git push -q origin main")
	w.bash(t, f.script(), variables...)
	for name, file := range f.Eifcheck.Artifacts.Reports {
		if !slices.Contains(f.Eifcheck.Artifacts.Paths, file) || f.Eifcheck.Artifacts.When != "always" {
			t.Errorf("the report %s, %s, is not kept whatever happens", name, file)
		}
		text := content(t, filepath.Join(w.directory, file))
		if name == "codequality" && !json.Valid([]byte(text)) || name == "junit" && !strings.HasPrefix(text, "<?xml") {
			t.Errorf("%s is no report of the kind %s:\n%s", file, name, text)
		}
	}
	w.bash(t, `sed -i.bak 's/^    P4: 3/    P4: 0/' assessments/ireland.yaml; rm assessments/*.bak`)
	if out, err := w.run("set -e\n"+f.script(), variables...); exitCode(err) != 2 {
		t.Errorf("a file that cannot be assessed ends with %v:\n%s", err, out)
	}
	w.holdsWords(t, f.script(), "EIFCHECK_FILES", "EIFCHECK_ARGUMENTS", variables)
}

// hostile is what somebody could write where names and arguments belong.
const hostile = "a*.yaml $(touch made) ; touch made `touch made` \"$HOME\"\n| touch made && touch made > made"

// holdsWords tries hostile values of the two variables that hold several words: each word reaches eifcheck as it is,
// names of files behind two dashes, and nothing else happens.
func (w *workshop) holdsWords(t *testing.T, script, files, arguments string, environment []string) {
	t.Helper()
	w.program(t, "eifcheck", `printf '%s\n' "$@" > ../words`)
	w.write(t, "a file.yaml", "")
	w.bash(t, script, append(environment, files+"="+hostile, arguments+"="+hostile)...)
	if err := os.Remove(filepath.Join(w.bin, "eifcheck")); err != nil {
		t.Fatal(err)
	}
	words := strings.Split(strings.TrimSpace(content(t, filepath.Join(w.directory, "../words"))), "\n")
	dashes, want := slices.Index(words, "--"), strings.Fields(hostile)
	if dashes < 0 {
		t.Fatalf("no two dashes before the files: %q", words)
	}
	if diff := cmp.Diff(want, words[dashes+1:]); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
	if joined := strings.Join(words[:dashes], "\n"); !strings.Contains(joined, strings.Join(want, "\n")) {
		t.Errorf("arguments: %q, want in them %q", words[:dashes], want)
	}
	if _, err := os.Stat(filepath.Join(w.directory, "made")); err == nil {
		t.Error("a value was executed")
	}
}

func exitCode(err error) int {
	if failed := (*exec.ExitError)(nil); errors.As(err, &failed) {
		return failed.ExitCode()
	}
	return 0
}

// The hook that the project offers passes, fails and says why.
func TestPreCommitHook(t *testing.T) {
	t.Chdir("../..")
	w := newWorkshop(t)
	w.write(t, ".pre-commit-config.yaml", "repos: [{hooks: [{id: eifcheck}]}]\n")
	hook := w.hook(t)
	w.bash(t, hook)
	w.write(t, ".eifcheck.yaml", "version: 1\nfail-on: warning\n")
	if out, err := w.run(hook); exitCode(err) != 1 || !strings.Contains(out, "the gate allows none (fail-on)") {
		t.Errorf("a gate that fails ends with %v:\n%s", err, out)
	}
	w.write(t, "assessments/new.yaml", "eifcheck: 1\ncountry: FR\n")
	if out, err := w.run(hook); exitCode(err) != 2 || !strings.Contains(out, "assessments/new.yaml") {
		t.Errorf("a file that cannot be assessed ends with %v:\n%s", err, out)
	}
}
