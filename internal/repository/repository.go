// Package repository tells where a version-controlled tree begins and what a file is called in it,
// however a command was called. It looks at names only and never runs git.
package repository

import (
	"os"
	"path/filepath"
	"strings"
)

// Root is the nearest directory, from dir upward, that holds .git: a directory, or the file that a
// worktree or a submodule has in its place. Links are resolved. "" means that there is none.
func Root(dir string) string {
	dir = Real(dir)
	for {
		if _, err := os.Lstat(filepath.Join(dir, ".git")); err == nil {
			return dir
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return ""
		}
		dir = parent
	}
}

// Path names a file from a root that [Root] gave, with slashes. A link counts as the file it leads
// to; one that leads out of the tree, as itself. A file outside keeps its name, and so do "-", which is
// no file, and every file where there is no root.
func Path(root, name string) string {
	if root == "" || name == "" || name == "-" {
		return name
	}
	for _, full := range []string{Real(name), filepath.Join(Real(filepath.Dir(name)), filepath.Base(name))} {
		relative, err := filepath.Rel(root, full)
		if err == nil && filepath.IsLocal(relative) && relative != "." {
			return filepath.ToSlash(relative)
		}
	}
	return name
}

// Real is the absolute name without links; of what does not exist, as far as it exists.
func Real(name string) string {
	if absolute, err := filepath.Abs(name); err == nil {
		name = absolute
	}
	if target, err := filepath.EvalSymlinks(name); err == nil {
		return target
	}
	parent := filepath.Dir(name)
	if parent == name || strings.HasSuffix(name, string(filepath.Separator)) {
		return name
	}
	return filepath.Join(Real(parent), filepath.Base(name))
}
