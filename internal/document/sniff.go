package document

import (
	"context"
	"io"
	"os"

	"github.com/eifcheck/eifcheck/internal/pattern"
)

// headBytes is how much of a file is looked at before it is read as a whole.
const headBytes = 4096

// firstKey matches a file whose very first key is one of an assessment: nothing but comments, a
// byte order mark, "---" and an opening brace stands before it. Such a file either has that top-level key or
// cannot be parsed; both are to be read. So the common file is parsed once, not twice.
var firstKey = pattern.Lazy(`^(?:\x{FEFF})?` + blankLines + `(?:---[ \t]*\r?\n` + blankLines + `)?(?:\{\s*)?` +
	`(?:` + ownKeys + `[ \t]*:(?:\s|$)|"` + ownKeys + `"[ \t]*:|'` + ownKeys + `'[ \t]*:)`)

const (
	blankLines = `(?:[ \t]*(?:#[^\r\n]*)?\r?\n)*`
	ownKeys    = `(?:eifcheck|areas|recommendations)`
)

// isAssessment tells whether a file below a directory is to be read: it has a top-level key
// eifcheck, areas or recommendations, or cannot be parsed, and so could have one.
func isAssessment(name string) bool {
	if head, err := readHead(name); err == nil && firstKey().Match(head) {
		return true
	}
	d := Read(context.Background(), name)
	if d.Root == nil {
		return !isForeign(d)
	}
	return hasOwnKey(d.Root)
}

func hasOwnKey(root *Node) bool {
	return root.Member("eifcheck") != nil || root.Member("areas") != nil || root.Member("recommendations") != nil
}

// isForeign tells that a file was understood, and is something else: empty, a list, or text.
func isForeign(d *Document) bool {
	for _, p := range d.Problems {
		if rule := p.Message.Rule(); rule == "input/empty" || rule == "input/root" {
			return true
		}
	}
	return false
}

func readHead(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	head := make([]byte, headBytes)
	n, err := io.ReadFull(f, head)
	if err != nil && n == 0 {
		return nil, err
	}
	return head[:n], nil
}
