package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

// The pages that take a reader by the hand. Their sh blocks are run by bash, in order, in a fresh git repository
// with a remote; their files are written there; and the lines of their console blocks are run there too.
func isWorkshop(page string) bool {
	return page == filepath.Join("docs", "ci.md") || page == filepath.Join("docs", "waivers.md")
}

// workshop is a repository on its first day.
type workshop struct {
	// project is where the files of eifcheck lie.
	project, directory, bin string
	environment             []string
}

// firstFiles are the assessments that a workshop starts with, by their name in it.
func firstFiles() map[string]string {
	return map[string]string{
		"france": "fr.yaml", "ireland": "ie-2020.yaml", "lindmoor": "ville.yaml", "spain": "es-2022.yaml",
	}
}

// newWorkshop makes one; the working directory is where the project begins.
func newWorkshop(t *testing.T) *workshop {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("what is tried here is written for a shell")
	}
	root := t.TempDir()
	project, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	w := &workshop{
		project: project, directory: filepath.Join(root, "repository"), bin: filepath.Join(root, "bin"),
		environment: append(
			os.Environ(), "SOURCE_DATE_EPOCH=1795305600", // 2026-11-22
			"GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1",
			"GIT_AUTHOR_NAME=Reader", "GIT_AUTHOR_EMAIL=reader@example.org",
			"GIT_COMMITTER_NAME=Reader", "GIT_COMMITTER_EMAIL=reader@example.org",
			"GORACE="+impatient, "GITHUB_STEP_SUMMARY=", "PATH="+filepath.Join(root, "bin")+string(filepath.ListSeparator)+os.Getenv("PATH"),
		),
	}
	for name, file := range firstFiles() {
		w.write(t, filepath.Join("assessments", name+".yaml"), content(t, filepath.Join("testdata", "real", file)))
	}
	w.bash(t, `git init -q -b main . && git init -q --bare ../origin.git && git remote add origin ../origin.git`)
	return w
}

func content(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// parsed reads a YAML file of the project.
func parsed[T any](t *testing.T, text string) T {
	t.Helper()
	var v T
	if err := yaml.Unmarshal([]byte(text), &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// named is the name that a file on a page has in its first line.
var named = regexp.MustCompile(`^# (\S+\.ya?ml)\n`)

// shown are the files that a page shows whole, by their names.
func shown(page string) map[string]string {
	found := map[string]string{}
	for _, block := range blocks(page, "yaml") {
		if name := named.FindStringSubmatch(block); name != nil {
			found[name[1]] = block
		}
	}
	return found
}

// reader reads a page in the workshop.
func (w *workshop) reader() reader {
	return reader{
		command: func(t *testing.T, line string) string {
			t.Helper()
			out, _ := w.run(line) // how it ends is for the page to show
			return out
		},
		block: func(t *testing.T, info, text string) {
			t.Helper()
			language, service, _ := strings.Cut(info, " needs=")
			switch name := named.FindStringSubmatch(text); {
			case language == "yaml" && name != nil:
				w.write(t, name[1], text)
			case language == "sh":
				w.standIn(t, service)
				w.bash(t, text)
			}
		},
	}
}

// bash runs a script that must succeed, and returns what it prints.
func (w *workshop) bash(t *testing.T, script string, environment ...string) string {
	t.Helper()
	out, err := w.run("set -e\n"+script, environment...)
	if err != nil {
		t.Fatalf("%v:\n%s\n%s", err, script, out)
	}
	return out
}

// run runs a script in the repository and returns what it prints on both streams.
func (w *workshop) run(script string, environment ...string) (string, error) {
	command := exec.Command("bash", "-c", script)
	command.Dir = w.directory
	command.Env = append(append([]string{}, w.environment...), environment...)
	out, err := command.CombinedOutput()
	return string(out), err
}

func (w *workshop) write(t *testing.T, name, text string) {
	t.Helper()
	path := filepath.Join(w.directory, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// program puts a script in front of what is on the path.
func (w *workshop) program(t *testing.T, name, script string) {
	t.Helper()
	if err := os.MkdirAll(w.bin, 0o750); err != nil {
		t.Fatal(err)
	}
	text := "#!/usr/bin/env bash\nset -e\n" + strings.TrimSpace(script) + "\n"
	if err := os.WriteFile(filepath.Join(w.bin, name), []byte(text), 0o700); err != nil {
		t.Fatal(err)
	}
}

// standIn puts a program in the place of one that needs a network or a service. It does what the page relies on, with
// the project's own files, and refuses everything else.
func (w *workshop) standIn(t *testing.T, service string) {
	t.Helper()
	switch service {
	case "":
	case "docker":
		w.program(t, service, `
if [ "$1" = build ]; then
	[ "$*" = "build -t eifcheck https://github.com/eifcheck/eifcheck.git" ]
else
	[ "$1 $2 $3 $4 $5 $6 $7" = "run --rm -u $(id -u) -v $PWD:/work eifcheck" ]
	shift 7
	exec eifcheck "$@"
fi`)
	case "pre-commit":
		w.program(t, service, `[ "$*" = "run eifcheck --all-files" ]`+"\n"+w.hook(t))
	default:
		t.Fatalf("nothing stands in for %q", service)
	}
}

// hook is the command of the hook as the repository's .pre-commit-config.yaml asks for it.
func (w *workshop) hook(t *testing.T) string {
	t.Helper()
	type hook struct {
		ID, Entry     string
		Args          []string
		PassFilenames bool `yaml:"pass_filenames"`
	}
	offered := parsed[[]hook](t, content(t, filepath.Join(w.project, ".pre-commit-hooks.yaml")))
	config := parsed[struct{ Repos []struct{ Hooks []hook } }](
		t, content(t, filepath.Join(w.directory, ".pre-commit-config.yaml")))
	if len(offered) != 1 || len(config.Repos) != 1 || len(config.Repos[0].Hooks) != 1 {
		t.Fatalf("want one hook, offered and asked for: %+v, %+v", offered, config)
	}
	have, asked := offered[0], config.Repos[0].Hooks[0]
	if asked.ID != have.ID || have.PassFilenames {
		t.Fatalf("%+v is asked for, %+v is there", asked, have)
	}
	args := have.Args
	if asked.Args != nil {
		args = asked.Args
	}
	return have.Entry + " '" + strings.Join(args, "' '") + "'"
}
