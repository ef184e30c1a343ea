package cmd

import (
	"bufio"
	"errors"
	"os"
	"path/filepath"

	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/internal/repository"
)

// output is where a command writes: standard output, or a file that appears whole or not at all.
type output struct {
	*bufio.Writer
	path string
	file *os.File // nil for standard output
	// replace tells that file is a temporary one that takes the place of path when all went well.
	replace bool
}

// open starts an output; "" and "-" are standard output. A file is written beside its place and
// moved there by commit; a device or a pipe is written directly, because it must not be replaced.
func (a *app) open(path string) (*output, error) {
	if path == "" || path == "-" {
		return &output{Writer: bufio.NewWriter(a.env.Stdout)}, nil
	}
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return nil, usage("cmd/output.directory", messages.Args{"path": path})
	case err == nil && !info.Mode().IsRegular():
		return openDevice(path)
	}
	file, err := os.CreateTemp(filepath.Dir(path), ".eifcheck-*")
	if err != nil {
		return nil, cannotWrite(path, err)
	}
	return &output{Writer: bufio.NewWriter(file), path: path, file: file, replace: true}, nil
}

func openDevice(path string) (*output, error) {
	file, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return nil, cannotWrite(path, err)
	}
	return &output{Writer: bufio.NewWriter(file), path: path, file: file}, nil
}

// Write and Flush name the output in what goes wrong, so that a full disk is told as such and never
// as a mistake of eifcheck.
func (o *output) Write(p []byte) (int, error) {
	n, err := o.Writer.Write(p)
	if err != nil {
		err = cannotWrite(o.name(), err)
	}
	return n, err
}

// name is what the output is called in messages.
func (o *output) name() string {
	if o.path == "" {
		return "-"
	}
	return o.path
}

// commit finishes the output: what was written is there for good, or an error says why not.
func (o *output) commit() error {
	err := o.Flush()
	if o.file == nil {
		if err != nil {
			return cannotWrite("-", err)
		}
		return nil
	}
	if err == nil && o.replace {
		err = o.file.Chmod(o.mode())
	}
	err = errors.Join(err, o.file.Close())
	if err == nil && o.replace {
		err = os.Rename(o.file.Name(), o.path)
	}
	if err != nil {
		o.remove()
		return cannotWrite(o.path, err)
	}
	return nil
}

// mode keeps the permissions of the file that is replaced; a new one gets the usual ones.
func (o *output) mode() os.FileMode {
	if info, err := os.Stat(o.path); err == nil {
		return info.Mode().Perm()
	}
	return 0o644
}

// distinct refuses reports that would replace a file to assess, or each other.
func distinct(targets []target, inputs []string) error {
	taken := map[string]bool{}
	for _, input := range inputs {
		taken[repository.Real(input)] = true
	}
	written := map[string]bool{}
	for _, t := range targets {
		if t.path == "" || t.path == "-" {
			continue
		}
		path := repository.Real(t.path)
		switch {
		case taken[path]:
			return usage("cmd/output.input", messages.Args{"path": t.path})
		case written[path] && isRegular(path):
			return usage("cmd/output.twice", messages.Args{"path": t.path})
		}
		written[path] = true
	}
	return nil
}

// isRegular tells that a path is, or would become, an ordinary file.
func isRegular(path string) bool {
	info, err := os.Stat(path)
	return err != nil || info.Mode().IsRegular()
}

// discard drops the output of a command that failed.
func (o *output) discard() {
	if o.file == nil {
		_ = o.Flush() // what is on standard output stays there; the exit code tells the rest
		return
	}
	_ = o.file.Close()
	o.remove()
}

func (o *output) remove() {
	if o.replace {
		_ = os.Remove(o.file.Name())
	}
}

// finish commits when err is nil and discards otherwise.
func (o *output) finish(err error) error {
	if err != nil {
		o.discard()
		return err
	}
	return o.commit()
}

func cannotWrite(path string, err error) error {
	if path == "-" {
		return usage("cmd/output.cannot-write.stdout", messages.Args{"detail": reasonOf(err)})
	}
	return usage("cmd/output.cannot-write", messages.Args{"path": path, "detail": reasonOf(err)})
}

// reasonOf is the system's own word for what went wrong, without the path in front.
func reasonOf(err error) string {
	if pathError, ok := errors.AsType[*os.PathError](err); ok {
		return pathError.Err.Error()
	}
	if linkError, ok := errors.AsType[*os.LinkError](err); ok {
		return linkError.Err.Error()
	}
	return err.Error()
}

// print writes a text to standard output or to a file.
func (a *app) print(path string, text []byte) error {
	out, err := a.open(path)
	if err != nil {
		return err
	}
	_, err = out.Write(text)
	return out.finish(err)
}
