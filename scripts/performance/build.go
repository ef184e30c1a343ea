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

// programs are the paths of what is measured.
type programs struct {
	eifcheck, empty, floor, parse, conftest string
}

const conftestModule = "github.com/open-policy-agent/conftest"

// buildPrograms builds everything that is measured, the same way.
func buildPrograms(ctx context.Context, directory string) (programs, error) {
	floor := filepath.Join(directory, "floor.go")
	if err := writeFloor(ctx, floor); err != nil {
		return programs{}, err
	}
	var all programs
	for _, build := range []struct {
		path  *string
		name  string
		flags []string
		from  string
	}{
		{path: &all.eifcheck, name: "eifcheck", from: "./cmd/eifcheck"},
		{path: &all.empty, name: "empty", from: "./scripts/performance/empty"},
		{path: &all.floor, name: "floor", from: floor},
		{path: &all.parse, name: "parse", from: "./scripts/performance/parse"},
		{
			path: &all.conftest, name: "conftest", from: conftestModule,
			flags: []string{"-modfile=scripts/performance/conftest/go.mod"},
		},
	} {
		*build.path = filepath.Join(directory, build.name)
		args := append([]string{"build", "-trimpath", "-o", *build.path}, build.flags...)
		if _, err := goCommand(ctx, append(args, build.from)...); err != nil {
			return programs{}, err
		}
	}
	return all, nil
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
	for _, imported := range strings.Fields(out) {
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
	var out, complaints bytes.Buffer
	process.Stdout, process.Stderr = &out, &complaints
	if err := process.Run(); err != nil {
		return "", fmt.Errorf("go %s: %w\n%s%s", strings.Join(args, " "), err, &out, &complaints)
	}
	return out.String(), nil
}
