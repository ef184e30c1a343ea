//go:build linux

package main

import (
	"bufio"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/eifcheck/eifcheck/scripts/performance/worst"
)

// worstFigures are what one of the worst files takes.
type worstFigures struct {
	figures

	file worst.File
	size int64
	// message is the first that eifcheck prints.
	message string
}

func measureWorst(ctx context.Context, rounds int, all programs, directory string) ([]worstFigures, error) {
	directory = filepath.Join(directory, "worst")
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
		worsts[i] = worstFigures{file: file, size: size}
		commands[i] = command{name: file.Name, args: []string{all.eifcheck, "assess", path}, anyExit: true}
	}
	measured, err := measure(ctx, rounds, commands)
	if err != nil {
		return nil, err
	}
	for i, c := range commands {
		worsts[i].figures = measured[i]
		if worsts[i].message, err = firstMessage(ctx, c, directory); err != nil {
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

// firstMessage runs a command once more, on lines long enough for any message, and reads the first: it stands on the
// line after the one that begins with the place, and is empty where nothing was found.
func firstMessage(ctx context.Context, c command, directory string) (string, error) {
	out, err := os.CreateTemp(directory, "*.out")
	if err != nil {
		return "", err
	}
	defer out.Close()
	path := c.args[len(c.args)-1]
	c.args = append(c.args, "--width", "1000", "--no-color")
	if _, err := c.run(ctx, out); err != nil {
		return "", err
	}
	if _, err := out.Seek(0, io.SeekStart); err != nil {
		return "", err
	}
	// Only the beginning: a long output is not to make this program larger than what it measures.
	lines := bufio.NewScanner(io.LimitReader(out, 64<<10))
	for lines.Scan() {
		if strings.HasPrefix(lines.Text(), path+":") && lines.Scan() {
			return strings.TrimSpace(lines.Text()), nil
		}
	}
	return "", nil
}
