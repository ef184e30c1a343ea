//go:build linux

package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/eifcheck/eifcheck/scripts/performance/worst"
)

// worstFigures are what one of the worst files takes.
type worstFigures struct {
	File worst.File
	// Text and JSON are what printing for a person and for a program takes.
	Text, JSON figures
	Size       int64
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
	var commands []command
	for i, file := range files {
		path := filepath.Join(directory, file.Name)
		size, err := writeWorst(path, file)
		if err != nil {
			return nil, err
		}
		worsts[i] = worstFigures{File: file, Size: size}
		for _, format := range []string{"text", "json"} {
			commands = append(commands, command{
				name: file.Name, args: []string{b.eifcheck, "assess", path, "-f", format}, anyExit: true,
			})
		}
	}
	measured, err := b.measure(ctx, rounds, commands)
	if err != nil {
		return nil, err
	}
	for i := range worsts {
		worsts[i].Text, worsts[i].JSON = measured[2*i], measured[2*i+1]
		if worsts[i].Message, err = b.firstMessage(ctx, commands[2*i+1]); err != nil {
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

// Time is the longer of the two.
func (f worstFigures) Time() time.Duration { return max(f.Text.Wall, f.JSON.Wall) }

// Memory is the larger of the two.
func (f worstFigures) Memory() int64 { return max(f.Text.Memory, f.JSON.Memory) }

// unlike says where an exit code is not the one the file should have; empty where both are.
func (f worstFigures) unlike() string {
	for _, format := range []figures{f.Text, f.JSON} {
		if format.Exit != f.File.Exit {
			return fmt.Sprintf("`%s` ends with %d, not %d", f.File.Name, format.Exit, f.File.Exit)
		}
	}
	return ""
}

// firstMessage runs a command that prints JSON once more, for the first thing it has to say; empty where it has
// nothing. The rest of what it prints may be long and is not read.
func (b *bench) firstMessage(ctx context.Context, c command) (string, error) {
	output := filepath.Join(b.directory, "output")
	if _, err := b.run(ctx, c, output); err != nil {
		return "", err
	}
	printed, err := os.Open(output)
	if err != nil {
		return "", err
	}
	defer printed.Close()
	tokens := json.NewDecoder(printed)
	for previous := json.Token(nil); ; {
		token, err := tokens.Token()
		if err != nil {
			// The end, or what is left where the command had to be ended.
			return "", nil
		}
		if text, ok := token.(string); ok && previous == "message" {
			return text, nil
		}
		previous = token
	}
}
