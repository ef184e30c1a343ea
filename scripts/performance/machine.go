//go:build linux

package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"runtime"
	"strings"
)

// machine is what the figures depend on besides the code.
type machine struct {
	processor  string
	processors int
	goVersion  string
	platform   string
}

func describeMachine(ctx context.Context) (machine, error) {
	version, err := goCommand(ctx, "env", "GOVERSION")
	if err != nil {
		return machine{}, err
	}
	processor, err := processorModel()
	return machine{
		processor: processor, processors: runtime.NumCPU(), goVersion: strings.TrimSpace(version),
		platform: runtime.GOOS + "/" + runtime.GOARCH,
	}, err
}

// processorModel is what Linux calls the processor; some processors have no name there.
func processorModel() (string, error) {
	file, err := os.Open("/proc/cpuinfo")
	if err != nil {
		return "", err
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		if key, value, _ := strings.Cut(lines.Text(), ":"); strings.TrimSpace(key) == "model name" {
			return strings.TrimSpace(value), nil
		}
	}
	return "unnamed processor", lines.Err()
}

func (m machine) String() string {
	return fmt.Sprintf("%s, %d processors, %s, %s", m.processor, m.processors, m.platform, m.goVersion)
}
