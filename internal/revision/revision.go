// Package revision reads files as they were in a revision of the git repository they lie in.
//
// It runs the git that is installed, never a shell, and only to read: nothing is written, nobody is
// asked, nothing is fetched. What a user names as a revision reaches git as one argument that can be
// no option, and is a commit's id from then on.
package revision

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"unicode"

	"github.com/eifcheck/eifcheck/internal/messages"
)

// Error is why something cannot be read, for a reader.
type Error struct{ Message messages.Message }

// Error is the code of the message; whoever prints it words it.
func (e Error) Error() string { return e.Message.Code }

func problem(code string, args messages.Args) error {
	return Error{Message: messages.New(code, args)}
}

// Revision is one revision, by name, of the repositories in which files lie. It may be asked from
// several goroutines at once. [Revision.Close] ends what it started.
type Revision struct {
	// ctx is the run's: a process lives longer than the question that started it.
	ctx   context.Context
	name  string
	limit int64

	mu sync.Mutex
	// repositories by the directory in which git was asked for them.
	repositories map[string]*repository
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
	return &Revision{ctx: ctx, name: name, limit: limit, repositories: map[string]*repository{}}, nil
}

// Check tells whether the repository that holds a file, which need not exist, has the revision.
func (r *Revision) Check(file string) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	_, err := r.repository(filepath.Dir(realPath(file)))
	return err
}

// Read reads a file under its own name. A link counts as the file it leads to.
func (r *Revision) Read(file string) (File, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	file = realPath(file)
	repo, err := r.repository(filepath.Dir(file))
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
	repo, err := r.repository(filepath.Dir(realPath(file)))
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

func (r *Revision) read(repo *repository, path string) (File, error) {
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
	for _, repo := range r.repositories {
		repo.stop()
	}
	clear(r.repositories)
}

// repository finds the repository of a directory, and the revision in it. Directories between which
// and the root no other repository begins share one.
func (r *Revision) repository(dir string) (*repository, error) {
	dir = begin(dir)
	if known, ok := r.repositories[dir]; ok {
		return known, known.err
	}
	repo := open(r.ctx, dir, r.name)
	r.repositories[dir] = repo
	return repo, repo.err
}

// begin is the nearest directory upward that holds .git, else the directory itself.
func begin(dir string) string {
	for at := dir; ; at = filepath.Dir(at) {
		if _, err := os.Lstat(filepath.Join(at, ".git")); err == nil {
			return at
		}
		if at == filepath.Dir(at) {
			return dir
		}
	}
}

// realPath is the absolute name without links; of a file that does not exist, that of its directory.
func realPath(file string) string {
	if absolute, err := filepath.Abs(file); err == nil {
		file = absolute
	}
	if target, err := filepath.EvalSymlinks(file); err == nil {
		return target
	}
	if dir, err := filepath.EvalSymlinks(filepath.Dir(file)); err == nil {
		return filepath.Join(dir, filepath.Base(file))
	}
	return file
}

// IsError finds the message of an error of this package.
func IsError(err error) (messages.Message, bool) {
	var e Error
	ok := errors.As(err, &e)
	return e.Message, ok
}
