// Command parse reads the YAML files of a directory into the library's nodes, as many at once as there are
// processors, and does nothing with them: what is left is the cost of parsing.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"go.yaml.in/yaml/v4"
	"golang.org/x/sync/errgroup"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: parse DIRECTORY")
		os.Exit(2)
	}
	if err := parseAll(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}

func parseAll(directory string) error {
	names, err := filepath.Glob(filepath.Join(directory, "*.yaml"))
	if err != nil {
		return err
	}
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, name := range names {
		group.Go(func() error { return parse(name) })
	}
	return group.Wait()
}

func parse(name string) error {
	source, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	var node yaml.Node
	if err := yaml.Load(source, &node); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
