package config

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"github.com/eifcheck/eifcheck/internal/repository"
)

// Names are the places of a configuration file in a directory.
func Names() []string {
	return []string{".eifcheck.yaml", "eifcheck.yaml", filepath.Join(".github", "eifcheck.yaml")}
}

// Find looks for the configuration file of a directory: there, then upward to the root of the
// repository. Outside of a repository it looks no further, because nobody expects a file that lies
// around in a directory above to change a result. The nearest directory with a file decides; more than one
// path means that it has several, and that nobody can know which one counts.
func Find(dir string) []string {
	root := repository.Root(dir)
	dir = repository.Real(dir)
	for {
		if found := In(dir); len(found) > 0 {
			return found
		}
		parent := filepath.Dir(dir)
		if root == "" || dir == root || parent == dir {
			return nil
		}
		dir = parent
	}
}

// In lists the configuration files of one directory. What is there but cannot be read counts:
// reading it will say so.
func In(dir string) []string {
	var found []string
	for _, name := range Names() {
		path := filepath.Join(dir, name)
		_, err := os.Lstat(path)
		if err == nil || !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, syscall.ENOTDIR) {
			found = append(found, path)
		}
	}
	return found
}
