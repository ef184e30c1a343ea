//go:build linux

package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/eifcheck/eifcheck/scripts/performance/worst"
)

// worstFigures are what one of the worst files takes.
type worstFigures struct {
	figures

	File worst.File
	Size int64
	// Message is the first that eifcheck has to say, empty where there is none.
	Message string
}

func (b *bench) measureWorst(ctx context.Context, rounds int) ([]worstFigures, error) {
	directory := filepath.Join(b.directory, "worst")
	if err := os.Mkdir(directory, 0o755); err != nil {
		return nil, err
	}
	files := worst.Files()
	worsts := make([]worstFigures, len(files))
	commands := make([]command, len(files))
	for i, file := range files {
		path := filepath.Join(directory, file.Name)
		size, err := writeWorst(path, file)
		if err != nil {
			return nil, err
		}
		worsts[i] = worstFigures{File: file, Size: size}
		commands[i] = command{name: file.Name, args: []string{b.eifcheck, "assess", path}, anyExit: true}
	}
	measured, err := b.measure(ctx, rounds, commands)
	if err != nil {
		return nil, err
	}
	for i, c := range commands {
		worsts[i].figures = measured[i]
		if worsts[i].Message, err = b.firstMessage(ctx, c); err != nil {
			return nil, err
		}
	}
	return worsts, nil
}

func writeWorst(path string, file worst.File) (int64, error) {
	out, err := os.Create(path)
	if err != nil {
		return 0, err
	}
	size, err := file.WriteTo(out)
	if closed := out.Close(); err == nil {
		err = closed
	}
	return size, err
}

// firstMessage runs a command once more, for the first thing it has to say; empty where it has nothing.
func (b *bench) firstMessage(ctx context.Context, c command) (string, error) {
	output := filepath.Join(b.directory, "output")
	c.args = append(c.args, "-f", "json")
	if s, err := b.run(ctx, c, output); err != nil || s.exit == didNotEnd {
		return "", err
	}
	printed, err := os.ReadFile(output)
	if err != nil {
		return "", err
	}
	var result struct {
		Assessments []struct {
			Findings []struct{ Message string }
		}
	}
	if err := json.Unmarshal(printed, &result); err != nil {
		return "", fmt.Errorf("%s: %w", c.name, err)
	}
	for _, a := range result.Assessments {
		for _, finding := range a.Findings {
			return finding.Message, nil
		}
	}
	return "", nil
}
