//go:build linux

package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// copies is how many files the many are.
const copies = 500

// copyFigures are what many files take.
type copyFigures struct {
	Parse, Eifcheck figures
}

// All are the programs in the page's order.
func (f copyFigures) All() []figures { return []figures{f.Parse, f.Eifcheck} }

// Files is how many files there are.
func (f copyFigures) Files() int { return copies }

// AFile is the processor time for one file.
func (f copyFigures) AFile(of figures) time.Duration { return of.CPU / copies }

func (b *bench) measureCopies(ctx context.Context, rounds int) (copyFigures, error) {
	directory := filepath.Join(b.directory, "copies")
	if err := writeCopies(directory); err != nil {
		return copyFigures{}, err
	}
	f, err := b.measure(ctx, rounds, []command{
		{name: "parsing alone", args: []string{b.parse, directory}},
		{name: "eifcheck", args: []string{b.eifcheck, "assess", directory, "-f", "ndjson"}},
	})
	if err != nil {
		return copyFigures{}, err
	}
	return copyFigures{Parse: f[0], Eifcheck: f[1]}, nil
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
		name := filepath.Join(directory, fmt.Sprintf("fr-%03d.yaml", i+1))
		if err := os.WriteFile(name, numbered, 0o644); err != nil {
			return err
		}
	}
	return nil
}
