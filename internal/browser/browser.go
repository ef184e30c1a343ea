// Package browser prints a page to PDF with the browser that is installed: Chromium, Chrome or Edge, run as a
// program. It is not linked in, and no other page is fetched: the page is one file, and the network is off.
package browser

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/eifcheck/eifcheck/internal/messages"
)

// Error says why there is no PDF. What its message says is what somebody can do about it.
type Error struct{ messages.Message }

func (e Error) Error() string { return e.Code }

func problem(code string, args messages.Args) error { return Error{messages.New(code, args)} }

// patience is how long a browser may take for one page. The largest report takes a few seconds.
const patience = time.Minute

// Browser is one that was found.
type Browser struct {
	// Path of the program.
	Path string
	// patience is how long it may take.
	patience time.Duration
}

// Print prints a page of HTML to PDF, as its own style sheet says for paper: tagged, with an outline from its
// headings, its title and its language. The PDF is complete, or there is an error.
func (b Browser) Print(ctx context.Context, page []byte) ([]byte, error) {
	directory, err := os.MkdirTemp(b.workplace(), "eifcheck-")
	if err != nil {
		return nil, problem("browser/directory", messages.Args{"detail": err.Error()})
	}
	defer remove(directory)
	source, target := filepath.Join(directory, "report.html"), filepath.Join(directory, "report.pdf")
	if err := os.WriteFile(source, page, 0o600); err != nil {
		return nil, problem("browser/directory", messages.Args{"detail": err.Error()})
	}
	said, err := b.run(ctx, arguments(filepath.Join(directory, "profile"), source, target))
	if err != nil {
		return nil, err
	}
	document, err := os.ReadFile(target)
	if err != nil || !complete(document) {
		return nil, problem("browser/nothing", messages.Args{"browser": b.Path, "detail": said})
	}
	return document, nil
}

// workplace is where the files of a run lie: "" is the system's own place for such. A browser in a snap does not
// see that one; it sees a folder of its own in the home directory.
func (b Browser) workplace() string {
	path, err := filepath.EvalSymlinks(b.Path)
	if err != nil || !strings.HasPrefix(b.Path, "/snap/") && !strings.HasPrefix(path, "/snap/") {
		return ""
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	folder := filepath.Join(home, "snap", filepath.Base(b.Path), "common")
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return ""
	}
	return folder
}

// remove removes a folder in which a process that is just ending may still write.
func remove(directory string) {
	for range 20 {
		if os.RemoveAll(directory) == nil {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
}

// arguments are those of Chromium, and so of all that are built from it. What each of the less obvious ones is for:
//
//   - host-resolver-rules, disable-background-networking, disable-component-update and disable-sync: nothing leaves
//     the machine, neither for the page, which is forbidden to ask by itself, nor for the browser;
//   - user-data-dir: no profile of the user is read or changed, and a browser that is open is left alone.
func arguments(profile, source, target string) []string {
	all := []string{
		"--headless=new", "--disable-gpu", "--no-first-run", "--no-default-browser-check", "--hide-scrollbars",
		"--user-data-dir=" + profile,
		"--host-resolver-rules=MAP * ~NOTFOUND", "--disable-background-networking", "--disable-component-update",
		"--disable-sync", "--disable-quic", "--disable-extensions", "--disable-crash-reporter", "--disable-breakpad",
		"--password-store=basic", "--use-mock-keychain",
		"--no-pdf-header-footer", "--generate-pdf-document-outline", "--export-tagged-pdf",
		"--print-to-pdf=" + target,
	}
	if os.Geteuid() == 0 {
		// As root the browser refuses to start with its sandbox.
		all = append(all, "--no-sandbox")
	}
	return append(all, fileURL(source))
}

// fileURL is the address of a file.
func fileURL(path string) string {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // a drive of Windows
	}
	return "file://" + strings.NewReplacer("%", "%25", " ", "%20", "#", "%23", "?", "%3F").Replace(path)
}

// complete tells that bytes are a whole PDF: it has a beginning, and an end.
func complete(document []byte) bool {
	text := strings.TrimRight(string(document), "\r\n\x00 ")
	return strings.HasPrefix(text, "%PDF-") && strings.HasSuffix(text, "%%EOF")
}

// IsError returns what an error of this package has to say.
func IsError(err error) (messages.Message, bool) {
	e, ok := errors.AsType[Error](err)
	return e.Message, ok
}
