package cmd

import (
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/reports"
)

// maxTemplate is the largest template that is read, in MiB.
const maxTemplate = 1

// readTemplate reads what --template names. It and -f template go together.
func (a *app) readTemplate(path string, targets []target) (*reports.Template, error) {
	wanted := slices.ContainsFunc(targets, func(t target) bool { return t.format.Name == "template" })
	switch {
	case wanted && path == "":
		return nil, usage("cmd/template.missing", nil)
	case !wanted && path != "":
		return nil, usage("cmd/template.unused", nil)
	case !wanted:
		return nil, nil //nolint:nilnil // no template was asked for
	}
	source, err := readLimited(path, maxTemplate<<20)
	if err != nil {
		return nil, usage("cmd/template.cannot-read", messages.Args{"path": path, "detail": reasonOf(err)})
	}
	if len(source) > maxTemplate<<20 {
		return nil, usage("cmd/template.too-large", messages.Args{"path": path, "limit": maxTemplate})
	}
	return reports.ParseTemplate(filepath.Base(path), string(source))
}

// readLimited reads a file as far as one byte over a limit.
func readLimited(path string, limit int64) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, limit+1))
}
