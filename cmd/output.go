package cmd

import (
	"bufio"
	"errors"
	"os"
	"path/filepath"

	"github.com/eifcheck/eifcheck/internal/messages"
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
