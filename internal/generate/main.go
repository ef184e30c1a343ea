// Command generate turns the project's data, kept as YAML and CSV that people review, into the Go
// tables that the program links: structure and texts of package eif, the catalogue of package
// messages, the published results of package observatory.
//
//	go run ./internal/generate           write the tables
//	go run ./internal/generate -check    write nothing; exit 1 and name each table that is not current
//
// Everything is read strictly and checked before anything is written, and each mistake is named with
// its file and line. What can be wrong in the data is therefore found here, once, and never while
// the program runs. The tables are static: the linker lays them out, and nothing runs at start.
//
// The generator imports none of the packages it writes to, so that it still runs when one of their
// tables is missing or broken.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

//go:generate go run .

// The exit codes: everything is current or written; a source is wrong or a table is not current;
// the command line is.
const (
	exitDone = iota
	exitRefused
	exitUsage
)

func main() {
	os.Exit(run(os.Args[1:], os.Stderr))
}

// run is the whole program; it says what it did on w.
func run(args []string, w io.Writer) int {
	flags := flag.NewFlagSet("generate", flag.ContinueOnError)
	flags.SetOutput(w)
	check := flags.Bool("check", false, "write nothing; exit 1 and name each file that is not current")
	root := flags.String("root", "", "the module's folder (default: the nearest one upward with a go.mod)")
	if err := flags.Parse(args); err != nil {
		return exitUsage
	}
	if flags.NArg() > 0 {
		fmt.Fprintf(w, "generate: unexpected argument %q\n", flags.Arg(0))
		return exitUsage
	}
	if *root == "" {
		found, err := moduleRoot()
		if err != nil {
			fmt.Fprintln(w, "generate:", err)
			return exitUsage
		}
		*root = found
	}
	return build(*root, *check, w)
}

// build makes the tables and writes them, or, with check, compares them with what is there.
func build(root string, check bool, w io.Writer) int {
	tables, err := generate(root)
	if err != nil {
		fmt.Fprintln(w, err)
		return exitRefused
	}
	stale := staleTables(root, tables)
	code := exitDone
	for _, t := range stale {
		if check {
			fmt.Fprintf(w, "%s is not current: run go generate ./internal/generate\n", t.path)
			code = exitRefused
			continue
		}
		if err := os.WriteFile(filepath.Join(root, filepath.FromSlash(t.path)), t.source, 0o644); err != nil {
			fmt.Fprintln(w, "generate:", err)
			return exitRefused
		}
		fmt.Fprintln(w, "wrote", t.path)
	}
	return code
}

// staleTables lists the tables that are missing or differ from what was generated.
func staleTables(root string, tables []table) []table {
	var stale []table
	for _, t := range tables {
		current, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(t.path)))
		if err != nil || !bytes.Equal(current, t.source) {
			stale = append(stale, t)
		}
	}
	return stale
}

// generate reads all sources below root and makes all tables, or returns every problem found.
func generate(root string) ([]table, error) {
	src := &source{root: root}
	fw := readFramework(src)
	cat := readCatalogue(src)
	obs := readObservatory(src, fw)
	if err := src.err(); err != nil {
		return nil, err
	}
	writers := []struct {
		path  string
		write func(*writer)
	}{
		{"eif/zz_structure.go", fw.writeStructure},
		{"eif/zz_text_en.go", fw.writeTexts},
		{"internal/messages/zz_en.go", cat.write},
		{"observatory/zz_cells.go", obs.write},
	}
	tables := make([]table, 0, len(writers))
	for _, x := range writers {
		t, err := newTable(x.path, x.write)
		if err != nil {
			return nil, err
		}
		tables = append(tables, t)
	}
	return tables, nil
}

// moduleRoot is the nearest folder upward that holds a go.mod, so that the program runs the same
// from the module's folder and under go generate.
func moduleRoot() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", fmt.Errorf("find the working folder: %w", err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", errors.New("no go.mod here or in any folder above")
		}
		dir = parent
	}
}
