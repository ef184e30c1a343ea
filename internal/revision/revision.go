// Package revision reads files as they were in a revision of the git repository they lie in.
//
// It runs the git that is installed, never a shell, and only to read: nothing is written, nobody is
// asked, nothing is fetched. What a user names as a revision reaches git as one argument that can be
// no option, and is a commit's id from then on.
package revision

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"sync"
	"unicode"

	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/internal/repository"
)

// Error is why something cannot be read, for a reader.
type Error struct{ Message messages.Message }

// Error is the code of the message; whoever prints it words it.
func (e Error) Error() string { return e.Message.Code }

func problem(code string, args messages.Args) error {
	return Error{Message: messages.New(code, args)}
}

// Revision is one revision, by name, of the checkouts in which files lie. It may be asked from
// several goroutines at once. [Revision.Close] ends what it started.
type Revision struct {
	// ctx is the run's: a process lives longer than the question that started it.
	ctx   context.Context
	name  string
	limit int64

	mu sync.Mutex
	// checkouts by the directory in which git was asked for them.
	checkouts map[string]*checkout
}

// File is a file in a revision.
type File struct {
	// Path from the root of the repository, with slashes.
	Path   string
	Source []byte
	// Found is false for a file that the revision does not have.
	Found bool
}

// New checks the name of a revision; git is not asked yet. No file over limit bytes will be read.
func New(ctx context.Context, name string, limit int64) (*Revision, error) {
	args := messages.Args{"revision": name}
	switch {
	case name == "" || strings.HasPrefix(name, "-") || strings.ContainsFunc(name, unicode.IsControl):
		return nil, problem("revision/name", args)
	case strings.Contains(name, ".."):
		return nil, problem("revision/range", args)
	}
	return &Revision{ctx: ctx, name: name, limit: limit, checkouts: map[string]*checkout{}}, nil
}

// Check tells whether the repository that holds a file, which need not exist, has the revision.
func (r *Revision) Check(file string) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	_, err := r.checkout(filepath.Dir(repository.Real(file)))
	return err
}

// Read reads a file under its own name. A link counts as the file it leads to.
func (r *Revision) Read(file string) (File, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	file = repository.Real(file)
	repo, err := r.checkout(filepath.Dir(file))
	if err != nil {
		return File{}, err
	}
	path, err := filepath.Rel(repo.top, file)
	if err != nil || !filepath.IsLocal(path) {
		return File{}, problem("revision/outside", messages.Args{"file": file, "directory": repo.top})
	}
	return r.read(repo, filepath.ToSlash(path))
}

// ReadPath reads another file: a path from the root of the repository that holds a file.
func (r *Revision) ReadPath(file, path string) (File, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	repo, err := r.checkout(filepath.Dir(repository.Real(file)))
	if err != nil {
		return File{}, err
	}
	if !filepath.IsLocal(filepath.FromSlash(path)) {
		return File{}, problem("revision/outside", messages.Args{"file": path, "directory": repo.top})
	}
	result, err := r.read(repo, filepath.ToSlash(path))
	if err == nil && !result.Found {
		err = r.Missing(path)
	}
	return result, err
}

// Missing is the error of a path that the revision does not have.
func (r *Revision) Missing(path string) error {
	return problem("revision/path", messages.Args{"revision": r.name, "path": path})
}

func (r *Revision) read(repo *checkout, path string) (File, error) {
	if strings.ContainsFunc(path, unicode.IsControl) { // a line of the conversation with git is a path
		return File{Path: path}, problem("revision/characters", messages.Args{"path": path})
	}
	source, found, err := repo.read(r.ctx, path, r.limit)
	return File{Path: path, Source: source, Found: found}, err
}

// Close ends the processes that were started.
func (r *Revision) Close() {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, repo := range r.checkouts {
		repo.stop()
	}
	clear(r.checkouts)
}

// checkout finds the repository of a directory, and the revision in it. Directories between which
// and the root no other repository begins share one.
func (r *Revision) checkout(dir string) (*checkout, error) {
	if root := repository.Root(dir); root != "" {
		dir = root
	}
	if known, ok := r.checkouts[dir]; ok {
		return known, known.err
	}
	repo := open(r.ctx, dir, r.name)
	r.checkouts[dir] = repo
	return repo, repo.err
}

// IsError finds the message of an error of this package.
func IsError(err error) (messages.Message, bool) {
	var e Error
	ok := errors.As(err, &e)
	return e.Message, ok
}
