package document

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"github.com/eifcheck/eifcheck/internal/messages"
)

// Stdin is the name that stands for standard input.
const Stdin = "-"

// Input is where files come from.
type Input struct {
	// Stdin is read for the name "-".
	Stdin io.Reader
	// StdinName is what standard input is called in messages, and decides between YAML and JSON; "-" when empty.
	StdinName string
}

// Read reads a file, or standard input for "-". Like [Parse] it never fails: a file that cannot be
// read is a document with problems and without a tree.
func (in Input) Read(ctx context.Context, path string) *Document {
	if path != Stdin {
		return Read(ctx, path)
	}
	if err := ctx.Err(); err != nil {
		return unreadable(Stdin, err)
	}
	if in.Stdin == nil {
		return unreadable(Stdin, errNoStdin)
	}
	// Nothing can interrupt a read, so whoever waits for one waits beside it.
	done := make(chan *Document, 1)
	go func() { done <- ReadFrom(in.Stdin, in.StdinName) }()
	select {
	case d := <-done:
		return d
	case <-ctx.Done():
		return unreadable(Stdin, ctx.Err())
	}
}

var (
	errNoStdin  = errors.New("there is no standard input")
	errTooLarge = errors.New("larger than the limit")
	errKind     = errors.New("not a regular file")
	errChanged  = errors.New("changed while being read")
	errFolder   = errors.New("is a directory")
)

// Read reads a regular file. Anything else, such as a device or a pipe, is refused: it could keep
// eifcheck waiting for ever.
func Read(ctx context.Context, path string) *Document {
	name := filepath.ToSlash(path)
	if err := ctx.Err(); err != nil {
		return unreadable(name, err)
	}
	src, err := readRegular(path)
	if err != nil {
		return unreadable(name, err)
	}
	return Parse(name, src)
}

// ReadFrom reads standard input. The name, "-" when empty, is shown in messages and decides between YAML and JSON.
func ReadFrom(r io.Reader, name string) *Document {
	if name == "" {
		name = Stdin
	}
	name = filepath.ToSlash(name)
	src, err := readLimited(r, 0)
	if err != nil {
		return unreadable(name, err)
	}
	return Parse(name, src)
}

// readRegular opens first and asks afterwards what it opened, so that nothing can be put in the
// file's place in between. Without O_NONBLOCK opening a pipe would wait for somebody to write to it.
func readRegular(path string) ([]byte, error) {
	f, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	before, err := f.Stat()
	switch {
	case err != nil:
		return nil, err
	case before.IsDir():
		return nil, errFolder
	case !before.Mode().IsRegular():
		return nil, errKind
	case before.Size() > MaxBytes:
		return nil, errTooLarge
	}
	src, err := readLimited(f, before.Size())
	if err != nil {
		return nil, err
	}
	after, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if after.Size() != int64(len(src)) || !after.ModTime().Equal(before.ModTime()) {
		return nil, errChanged
	}
	return src, nil
}

// readLimited never takes more than one byte over the limit. The size is a hint.
func readLimited(r io.Reader, size int64) ([]byte, error) {
	src := make([]byte, 0, size+1)
	for {
		if len(src) == cap(src) {
			src = append(src, 0)[:len(src)]
		}
		n, err := r.Read(src[len(src):min(cap(src), MaxBytes+1)])
		src = src[:len(src)+n]
		switch {
		case len(src) > MaxBytes:
			return nil, errTooLarge
		case errors.Is(err, io.EOF):
			return src, nil
		case err != nil:
			return nil, fmt.Errorf("read: %w", err)
		}
	}
}

// unreadable makes a document of the reason why there is none.
func unreadable(name string, err error) *Document {
	d := &Document{Name: name}
	args := messages.Args{"file": name}
	switch {
	case errors.Is(err, errTooLarge):
		d.report("input/limit.bytes", messages.Args{"limit": MaxBytes >> 20})
	case errors.Is(err, fs.ErrNotExist):
		d.report("input/unreadable.missing", args)
	case errors.Is(err, fs.ErrPermission):
		d.report("input/unreadable.permission", args)
	case errors.Is(err, errFolder):
		d.report("input/unreadable.directory", args)
	case errors.Is(err, errKind):
		d.report("input/unreadable.kind", args)
	case errors.Is(err, errChanged):
		d.report("input/unreadable.changed", args)
	default:
		d.report("input/unreadable", messages.Args{"file": name, "detail": reason(err)})
	}
	return d
}

// reason is the system's own word for an error, without the path, which is said already.
func reason(err error) string {
	if failed, ok := errors.AsType[*fs.PathError](err); ok {
		return failed.Err.Error()
	}
	return err.Error()
}
