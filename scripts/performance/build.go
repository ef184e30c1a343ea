//go:build linux

package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// bench is where and with what things are measured.
type bench struct {
	// directory takes whatever is written for the purpose.
	directory string
	// launch starts the others and says what they took.
	launch string
	// What is measured.
	eifcheck, empty, floor, parse, conftest string
}

const conftestModule = "github.com/open-policy-agent/conftest"

// newBench builds everything that is measured, the same way.
func newBench(ctx context.Context, directory string) (*bench, error) {
	floor := filepath.Join(directory, "floor.go")
	if err := writeFloor(ctx, floor); err != nil {
		return nil, err
	}
	b := &bench{directory: directory}
	for _, build := range []struct {
		path  *string
		name  string
		flags []string
		from  string
	}{
		{path: &b.launch, name: "launch", from: "./scripts/performance/launch"},
		{path: &b.eifcheck, name: "eifcheck", from: "./cmd/eifcheck"},
		{path: &b.empty, name: "empty", from: "./scripts/performance/empty"},
		{path: &b.floor, name: "floor", from: floor},
		{path: &b.parse, name: "parse", from: "./scripts/performance/parse"},
		{
			path: &b.conftest, name: "conftest", from: conftestModule,
			flags: []string{"-modfile=scripts/performance/conftest/go.mod"},
		},
	} {
		*build.path = filepath.Join(directory, build.name)
		args := append([]string{"build", "-o", *build.path}, build.flags...)
		if _, err := goCommand(ctx, append(args, build.from)...); err != nil {
			return nil, err
		}
	}
	return b, nil
}

// writeFloor writes a program that imports whatever eifcheck's binary imports from other modules, and does nothing.
func writeFloor(ctx context.Context, path string) error {
	out, err := goCommand(ctx, "list", "-deps",
		"-f", "{{with .Module}}{{if not .Main}}{{$.ImportPath}}{{end}}{{end}}", "./cmd/eifcheck")
	if err != nil {
		return err
	}
	var source bytes.Buffer
	source.WriteString("package main\n\nimport (\n")
	for imported := range strings.FieldsSeq(out) {
		if !strings.Contains(imported, "/internal/") {
			fmt.Fprintf(&source, "\t_ %q\n", imported)
		}
	}
	source.WriteString(")\n\nfunc main() {}\n")
	return os.WriteFile(path, source.Bytes(), 0o644)
}

// conftestVersion is the version that the module beside this file asks for.
func conftestVersion(ctx context.Context) (string, error) {
	out, err := goCommand(ctx, "list", "-modfile=scripts/performance/conftest/go.mod", "-m", "-f", "{{.Version}}",
		conftestModule)
	return strings.TrimSpace(out), err
}

// goCommand runs the go command and returns what it prints.
func goCommand(ctx context.Context, args ...string) (string, error) {
	process := exec.CommandContext(ctx, "go", args...)
	process.Env = append(os.Environ(), "CGO_ENABLED=0") // as binaries that run anywhere are built
	var out, complaints bytes.Buffer
	process.Stdout, process.Stderr = &out, &complaints
	if err := process.Run(); err != nil {
		return "", fmt.Errorf("go %s: %w\n%s%s", strings.Join(args, " "), err, &out, &complaints)
	}
	return out.String(), nil
}
