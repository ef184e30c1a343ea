package revision

import (
	"bytes"
	"context"
	"errors"
	"os/exec"
	"strings"
	"time"

	"github.com/eifcheck/eifcheck/internal/messages"
)

// process is one run of git.
type process struct {
	*exec.Cmd
	stderr head
}

// patience is how long the end of a process that was killed is waited for.
const patience = 5 * time.Second

// command prepares git in a directory: no pager, no prompt, no lock, no network, no repository but
// the one the directory lies in, and English, because some of what it says is recognised.
func command(ctx context.Context, dir string, args ...string) *process {
	before := []string{
		"-C", dir, "--no-pager", "--no-optional-locks",
		"-c", "protocol.allow=never", // a partial clone would fetch what it lacks
		"-c", "core.fsmonitor=false",
	}
	//nolint:gosec // git, with arguments that are no options: see New
	p := &process{Cmd: exec.CommandContext(ctx, "git", append(before, args...)...)}
	p.Env = append(environment(p.Environ()),
		"LC_ALL=C", "LANGUAGE=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "GIT_NO_LAZY_FETCH=1")
	p.Stderr = &p.stderr
	p.WaitDelay = patience
	return p
}

// environment leaves out the variables that would lead git to another repository than the one the
// file lies in; a hook of git sets some. Those that say whom to trust stay.
func environment(all []string) []string {
	var kept []string
	for _, variable := range all {
		name, _, _ := strings.Cut(variable, "=")
		switch {
		case !strings.HasPrefix(name, "GIT_"), strings.HasPrefix(name, "GIT_CONFIG"),
			name == "GIT_EXEC_PATH", name == "GIT_CEILING_DIRECTORIES", name == "GIT_DISCOVERY_ACROSS_FILESYSTEM":
			kept = append(kept, variable)
		}
	}
	return kept
}

// run runs git to its end and returns what it printed.
func run(ctx context.Context, dir string, args ...string) (string, error) {
	p := command(ctx, dir, args...)
	var out head
	p.Stdout = &out
	if err := p.Run(); err != nil {
		if ctx.Err() != nil {
			return "", ctx.Err()
		}
		return "", p.explain(err)
	}
	return out.String(), nil
}

// explain turns how git failed into what a reader can do about it.
func (p *process) explain(err error) error {
	complaint := p.complaint()
	args := messages.Args{"directory": p.Args[2], "detail": complaint}
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return problem(noGit, nil)
	case strings.Contains(complaint, "not a git repository"):
		return problem("revision/no-repository", args)
	case strings.Contains(complaint, "dubious ownership"), strings.Contains(complaint, "unsafe repository"):
		return problem("revision/owner", args)
	case complaint == "":
		args["detail"] = err.Error()
	}
	return problem("revision/git", args)
}

const noGit = "revision/no-git"

func missingGit(err error) bool {
	m, ok := IsError(err)
	return ok && m.Code == noGit
}

// complaint is the first line that git wrote on standard error.
func (p *process) complaint() string {
	line, _, _ := strings.Cut(strings.TrimSpace(p.stderr.String()), "\n")
	return strings.TrimPrefix(strings.TrimSpace(line), "fatal: ")
}

// head keeps the beginning of what is written to it, and takes the rest without keeping it.
type head struct{ bytes.Buffer }

const headBytes = 16 << 10

// Write never fails, so that the process is not held up.
func (h *head) Write(p []byte) (int, error) {
	h.Buffer.Write(p[:min(len(p), max(0, headBytes-h.Len()))])
	return len(p), nil
}
