//go:build linux

package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// copies is how many files the many are.
const copies = 500

// copyFigures are what many files take.
type copyFigures struct {
	eifcheck, parse figures
}

func measureCopies(ctx context.Context, rounds int, all programs, directory string) (copyFigures, error) {
	directory = filepath.Join(directory, "copies")
	if err := writeCopies(directory); err != nil {
		return copyFigures{}, err
	}
	f, err := measure(ctx, rounds, []command{
		{name: "eifcheck", args: []string{all.eifcheck, "assess", directory, "-f", "ndjson"}},
		{name: "parse", args: []string{all.parse, directory}},
	})
	if err != nil {
		return copyFigures{}, err
	}
	return copyFigures{eifcheck: f[0], parse: f[1]}, nil
}

// writeCopies writes the real file many times, each with a name and a title of its own.
func writeCopies(directory string) error {
	source, err := os.ReadFile(realFile)
	if err != nil {
		return err
	}
	title := []byte("\ntitle: ")
	if !bytes.Contains(source, title) {
		return errors.New(realFile + " has no title to number")
	}
	if err := os.Mkdir(directory, 0o755); err != nil {
		return err
	}
	for i := range copies {
		numbered := bytes.Replace(source, title, fmt.Appendf(nil, "%sCopy %d of ", title, i+1), 1)
		if err := os.WriteFile(filepath.Join(directory, fmt.Sprintf("fr-%03d.yaml", i+1)), numbered, 0o644); err != nil {
			return err
		}
	}
	return nil
}
