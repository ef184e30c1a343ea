package cmd

import (
	"io"
	"os"

	"github.com/eifcheck/eifcheck/internal/messages"
)

// maxJobSummary is what GitHub takes of one step, in bytes.
const maxJobSummary = 1 << 20

// jobSummary is where -f github writes its page: the file that GitHub Actions names in
// GITHUB_STEP_SUMMARY, nil for other formats and elsewhere. What other commands of the step wrote
// stays; room is what they left.
func (a *app) jobSummary(t target) (w io.Writer, room int, err error) {
	path := a.env.Getenv("GITHUB_STEP_SUMMARY")
	if t.format.Name != "github" || path == "" {
		return nil, 0, nil
	}
	room = maxJobSummary
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return nil, 0, usage("cmd/output.directory", messages.Args{"path": path})
	case err == nil && info.Mode().IsRegular():
		room -= int(min(info.Size(), maxJobSummary))
	}
	return appender(path), room, nil
}

// appender is the path of a file that each write is appended to.
type appender string

func (path appender) Write(p []byte) (int, error) {
	file, err := os.OpenFile(string(path), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return 0, cannotWrite(string(path), err)
	}
	n, err := file.Write(p)
	if closing := file.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return n, cannotWrite(string(path), err)
	}
	return n, nil
}
