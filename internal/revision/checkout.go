package revision

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/internal/pattern"
)

// checkout is one repository with the revision that was found in it.
type checkout struct {
	// top is the directory of the working tree, commit the id of the revision.
	top, commit string
	// err says why the repository or the revision cannot be had.
	err error
	// reader hands out files, nil before the first one and after one that ended it.
	reader *reader
}

// commitID is what git prints of a commit.
var commitID = pattern.Lazy(`^[0-9a-f]{40,64}\s*$`)

// open finds the repository that a directory lies in and the commit that a revision is.
func open(ctx context.Context, dir, revision string) *checkout {
	out, err := run(ctx, dir, "rev-parse", "--show-toplevel", "--is-shallow-repository")
	if err != nil {
		return &checkout{err: err}
	}
	out = strings.TrimRight(out, "\r\n")
	at := strings.LastIndexByte(out, '\n')
	if at < 0 {
		return &checkout{err: problem("revision/git", messages.Args{"directory": dir, "detail": out})}
	}
	repo := &checkout{top: filepath.FromSlash(strings.TrimRight(out[:at], "\r"))}
	if clean, err := filepath.EvalSymlinks(repo.top); err == nil {
		repo.top = clean
	}
	commit, err := run(ctx, repo.top, "rev-parse", "--verify", "--quiet", "--end-of-options", revision+"^{commit}")
	switch {
	case err == nil && commitID().MatchString(commit): // "^main" gives an id too, with its sign in front
		repo.commit = strings.TrimSpace(commit)
	case ctx.Err() != nil || missingGit(err):
		repo.err = err
	case out[at+1:] == "true":
		repo.err = problem("revision/shallow", messages.Args{"revision": revision, "directory": repo.top})
	default:
		repo.err = problem("revision/unknown", messages.Args{"revision": revision, "directory": repo.top})
	}
	return repo
}

// read reads one file of the revision; found is false where there is none.
func (r *checkout) read(ctx context.Context, path string, limit int64) (source []byte, found bool, err error) {
	if r.reader == nil {
		if r.reader, err = startReader(ctx, r.top); err != nil {
			return nil, false, err
		}
	}
	source, found, err = r.reader.file(r.commit, path, limit)
	if err == nil {
		return source, found, nil
	}
	detail := r.stop() // what is left of the conversation cannot be trusted
	if _, ok := IsError(err); ok || ctx.Err() != nil {
		return nil, false, err
	}
	if detail == "" {
		detail = err.Error()
	}
	return nil, false, problem("revision/git", messages.Args{"directory": r.top, "detail": detail})
}

// stop ends the reader and waits for it; what git complained about is returned.
func (r *checkout) stop() string {
	if r.reader == nil {
		return ""
	}
	complaint := r.reader.stop()
	r.reader = nil
	return complaint
}

// reader is a running "git cat-file --batch": a request a line, an object an answer.
type reader struct {
	process *process
	in      io.WriteCloser
	out     *bufio.Reader
}

func startReader(ctx context.Context, dir string) (*reader, error) {
	p := command(ctx, dir, "cat-file", "--batch")
	in, err := p.StdinPipe()
	if err != nil {
		return nil, fmt.Errorf("talk to git: %w", err)
	}
	out, err := p.StdoutPipe()
	if err != nil {
		return nil, fmt.Errorf("listen to git: %w", err)
	}
	if err := p.Start(); err != nil {
		return nil, p.explain(err)
	}
	return &reader{process: p, in: in, out: bufio.NewReader(out)}, nil
}

var errAnswer = errors.New("git gave an answer that is not understood")

// file asks for one file of a commit. Neither can hold a line end.
func (r *reader) file(commit, path string, limit int64) (source []byte, found bool, err error) {
	if _, err := io.WriteString(r.in, commit+":"+path+"\n"); err != nil {
		return nil, false, fmt.Errorf("ask git: %w", err)
	}
	header, err := r.out.ReadString('\n')
	if err != nil {
		return nil, false, fmt.Errorf("hear from git: %w", err)
	}
	header = strings.TrimSuffix(header, "\n")
	if strings.HasSuffix(header, " missing") {
		return nil, false, nil
	}
	words := strings.Fields(header)
	if len(words) != len([]string{"id", "kind", "size"}) {
		return nil, false, errAnswer
	}
	size, err := strconv.ParseInt(words[2], 10, 64)
	switch {
	case err != nil || size < 0:
		return nil, false, errAnswer
	case words[1] != "blob":
		return nil, false, problem("revision/kind", messages.Args{"path": path})
	case size > limit:
		return nil, false, problem("revision/limit", messages.Args{"path": path, "limit": limit >> 20})
	}
	source = make([]byte, size+1) // and the line end that git adds
	if _, err := io.ReadFull(r.out, source); err != nil {
		return nil, false, fmt.Errorf("hear from git: %w", err)
	}
	return source[:size], true, nil
}

// stop ends the process, whether or not it has more to say, and waits for it.
func (r *reader) stop() string {
	_ = r.in.Close()
	_ = r.process.Process.Kill()
	_ = r.process.Wait() // it was killed: how it ended says nothing
	return r.process.complaint()
}
