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

// Path names a file from a root that [Root] gave, with slashes, the same however the file was named and from
// wherever. A link counts as the file it leads to; one that leads out of the tree, as itself. A file outside
// begins with "..". Where there is no root a file keeps its name, without detours; "-" is no file.
func Path(root, name string) string {
	if name == "" || name == "-" {
		return name
	}
	if root == "" {
		return filepath.ToSlash(filepath.Clean(name))
	}
	relative, inside := from(root, Real(name))
	if !inside {
		if link, ok := from(root, filepath.Join(Real(filepath.Dir(name)), filepath.Base(name))); ok {
			return link
		}
	}
	return relative
}

// from is a file as seen from a root, and whether it lies below. On another drive it is only known by its whole name.
func from(root, full string) (path string, inside bool) {
	relative, err := filepath.Rel(root, full)
	if err != nil {
		return filepath.ToSlash(full), false
	}
	return filepath.ToSlash(relative), filepath.IsLocal(relative)
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
