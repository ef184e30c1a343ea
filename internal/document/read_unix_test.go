//go:build unix

package document

import (
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

func TestReadPipe(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "pipe.yaml")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skipf("no pipes here: %v", err)
	}
	within(t, 10*time.Second, func() {
		if got := onlyCode(t, Read(t.Context(), path)); got != "input/unreadable.kind" {
			t.Errorf("got %s, want input/unreadable.kind", got)
		}
		found := Find([]string{filepath.Dir(path)})
		if len(found.Files) != 0 {
			t.Errorf("got files %v, want none", found.Files)
		}
	})
}
