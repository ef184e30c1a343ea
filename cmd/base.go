package cmd

import (
	"context"
	"os"
	"path"
	"strconv"
	"strings"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/internal/revision"
)

// base is the earlier version that files are compared with; nil where nothing is.
type base struct {
	// name is what the user wrote.
	name string
	// file is the earlier version itself, "" when it comes from a revision.
	file string
	// revision holds the earlier versions, each under its own path or all under one.
	revision *revision.Revision
	label    string
	path     string
	// required tells that a file the revision does not have is a mistake and not a new file.
	required bool
	// unknown are the files that the revision does not have.
	unknown []string
}

// openEarlier opens the earlier version that a run is compared with; nil without one.
func openEarlier(ctx context.Context, f *assessFlags, files []string, o *eifcheck.Options) (*base, error) {
	switch {
	case f.compare:
		return openBase(ctx, f.base, files, o)
	case o.Gate.MaxRegression != nil:
		return nil, usage("cmd/usage.max-regression.base", nil)
	}
	return nil, nil //nolint:nilnil // nothing to compare with
}

// openBase finds out what --base names and lets files be compared with it. A file that is there is
// meant; anything else is a git revision, before a colon the revision of another path.
func openBase(ctx context.Context, name string, files []string, o *eifcheck.Options) (*base, error) {
	if name == "" { // as in a script whose command for it failed: comparing with nothing would pass
		return nil, usage("cmd/usage.base.empty", nil)
	}
	b := &base{name: name, label: name}
	if info, err := os.Stat(name); err == nil && !info.IsDir() {
		b.file = name
		o.Base = b.readFile
		return b, b.alone(files)
	}
	if rev, within, ok := strings.Cut(name, ":"); ok {
		if rev == "" || within == "" {
			return nil, usage("cmd/usage.base.path", messages.Args{"base": name})
		}
		b.label, b.path = rev, path.Clean(within)
		if err := b.alone(files); err != nil {
			return nil, err
		}
	}
	var err error
	if b.revision, err = revision.New(ctx, b.label, document.MaxBytes); err == nil {
		err = b.check(files[0], o.StdinName)
	}
	if err != nil {
		return nil, b.refuse(err)
	}
	o.Base = b.readRevision
	return b, nil
}

// alone refuses one earlier version for several files.
func (b *base) alone(files []string) error {
	if len(files) == 1 {
		return nil
	}
	return usage("cmd/usage.base.several", messages.Args{"base": b.name, "count": len(files)})
}

// check asks for the revision once before anything is assessed, so that a mistake in its name is said once.
func (b *base) check(file, stdinName string) error {
	if file == document.Stdin {
		if file = stdinName; file == document.Stdin && b.path == "" {
			return usage("cmd/usage.base.stdin", messages.Args{"base": b.name})
		}
	}
	return b.revision.Check(file)
}

// refuse ends what was begun, and words why there is no such revision.
func (b *base) refuse(err error) error {
	b.close()
	if m, ok := revision.IsError(err); ok {
		return usage(m.Code, m.Args)
	}
	return err
}

// readFile reads the earlier version that is a file.
func (b *base) readFile(ctx context.Context, _ string) *eifcheck.Base {
	d := document.Read(ctx, b.file)
	return &eifcheck.Base{Document: d, Path: d.Name}
}

// readRevision reads the earlier version of a file in the revision; nil when it is not there.
func (b *base) readRevision(_ context.Context, name string) *eifcheck.Base {
	var found revision.File
	var err error
	if b.path == "" {
		found, err = b.revision.Read(name)
	} else {
		found, err = b.revision.ReadPath(name, b.path)
	}
	if err == nil && !found.Found && b.required {
		err = b.revision.Missing(found.Path)
	}
	switch {
	case err != nil:
		return &eifcheck.Base{Document: unreadable(b.name, err), Path: b.name}
	case !found.Found:
		return nil
	}
	return &eifcheck.Base{Document: document.Parse(b.label+":"+found.Path, found.Source), Path: found.Path}
}

// unreadable makes a document of the reason why there is none.
func unreadable(name string, err error) *document.Document {
	m, ok := revision.IsError(err)
	if !ok {
		m = messages.New("revision/git", messages.Args{"directory": ".", "detail": err.Error()})
	}
	return &document.Document{Name: name, Problems: []document.Problem{{Message: m}}}
}

// saw notes a file that could be assessed and has nothing to be compared with.
func (b *base) saw(result *eifcheck.Assessment) {
	if b != nil && result.Assessed && result.Changes == nil && result.ExitCode() < eifcheck.ExitUsage {
		b.unknown = append(b.unknown, result.Input.File)
	}
}

// mostNamed is how many files a sentence names.
const mostNamed = 10

// sayNew tells which files have nothing to be compared with: a gate on falls cannot hold them.
func (a *app) sayNew(b *base) {
	if b == nil || len(b.unknown) == 0 {
		return
	}
	files := a.wording.List(b.unknown[:min(len(b.unknown), mostNamed)])
	if more := len(b.unknown) - mostNamed; more > 0 {
		files = a.wording.Say("cmd/base.new.more", messages.Args{
			"files": strings.Join(b.unknown[:mostNamed], ", "), "count": more,
		})
	}
	a.complain("cmd/base.new", messages.Args{"base": b.label, "files": files, "count": len(b.unknown)})
}

// files are those that no report may replace.
func (b *base) files() []string {
	if b == nil || b.file == "" {
		return nil
	}
	return []string{b.file}
}

func (b *base) close() {
	if b != nil && b.revision != nil {
		b.revision.Close()
	}
}

// widestFall is the distance from one end of the scale to the other.
const widestFall = 3

// readMaxRegression reads a whole number from 0 to 3.
func (f *assessFlags) readMaxRegression(o *eifcheck.GateOptions) error {
	if f.maxRegression == "" {
		return nil
	}
	limit, err := strconv.Atoi(f.maxRegression)
	if err != nil || limit < 0 || limit > widestFall {
		return usage("cmd/usage.max-regression", messages.Args{"flag": "--max-regression", "found": f.maxRegression})
	}
	o.MaxRegression = &limit
	return nil
}
