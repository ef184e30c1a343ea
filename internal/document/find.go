package document

import (
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/eifcheck/eifcheck/internal/messages"
)

// Found is what the arguments of a command lead to.
type Found struct {
	// Files to read, sorted, each once, with forward slashes; "-" is standard input.
	Files []string
	// Skipped counts the files below the directories that are YAML or JSON, but no assessments.
	Skipped int
	// Problems are arguments that lead nowhere and directories that cannot be read.
	Problems []Lost
}

// Lost is a path that gives no file, and why.
type Lost struct {
	Path    string
	Message messages.Message
}

// Find turns arguments into files: files, directories (every .yaml, .yml and .json file below that has a top-level
// key of an assessment), patterns such as data/**/*.yaml where no file has that very
// name, and "-". The result does not depend on the order of the arguments.
//
// A file named by itself is always read, whatever its name or content, and so is one that does not exist: reading it
// says so. Below a directory, names with a leading dot are left out, links to files and directories are
// followed, and each file and directory is visited once, so that links in a circle do no harm. A file that cannot be
// parsed could be a broken assessment: it is among the files, and reading it says what is wrong.
func Find(args []string) Found {
	f := &finder{files: map[string]string{}, dirs: map[string]bool{}}
	args = slices.Compact(slices.Sorted(slices.Values(args)))
	if len(args) == 0 {
		f.lose("", "input/no-files", nil)
	}
	var dirs []string
	for _, arg := range args {
		dirs = append(dirs, f.argument(arg)...)
	}
	// Directories come last, because a file named by itself is never one that is skipped.
	for _, dir := range dirs {
		f.directory(dir)
	}
	for _, name := range f.files {
		f.found.Files = append(f.found.Files, name)
	}
	slices.Sort(f.found.Files)
	return f.found
}

type finder struct {
	found Found
	files map[string]string // by path without links
	dirs  map[string]bool   // seen, by path without links
}

// argument notes files and returns directories.
func (f *finder) argument(arg string) []string {
	if arg == Stdin {
		f.files[Stdin] = Stdin
		return nil
	}
	if info, err := os.Stat(arg); err == nil {
		if info.IsDir() {
			return []string{arg}
		}
		f.file(arg)
		return nil
	}
	if _, err := os.Lstat(arg); err == nil || !strings.ContainsAny(arg, "*?[{") {
		f.file(arg)
		return nil
	}
	return f.pattern(arg)
}

// pattern takes what matches as a shell would: as if it had been named.
func (f *finder) pattern(arg string) []string {
	matches, err := doublestar.FilepathGlob(arg, doublestar.WithNoHidden(), doublestar.WithNoFollow())
	if err != nil {
		f.lose(arg, "input/no-files.pattern-wrong", messages.Args{"pattern": arg})
		return nil
	}
	if len(matches) == 0 {
		f.lose(arg, "input/no-files.pattern", messages.Args{"pattern": arg})
	}
	slices.Sort(matches)
	// "data/**" asks for what can be found below data, not for each file there as if it had been named.
	everything := path.Base(filepath.ToSlash(arg)) == "**"
	var dirs []string
	for _, name := range matches {
		if info, err := os.Stat(name); err == nil && info.IsDir() {
			dirs = append(dirs, name)
		} else if !everything {
			f.file(name)
		}
	}
	return dirs
}

// file notes a file under the shortest of its names.
func (f *finder) file(name string) {
	clean := filepath.ToSlash(filepath.Clean(name))
	if clean == Stdin {
		clean = "./" + clean // a file with this name, not standard input
	}
	target := realPath(name)
	old, ok := f.files[target]
	if !ok || len(clean) < len(old) || len(clean) == len(old) && clean < old {
		f.files[target] = clean
	}
}

// realPath is the absolute path without links, or as near to it as can be had.
func realPath(name string) string {
	if abs, err := filepath.Abs(name); err == nil {
		name = abs
	}
	if target, err := filepath.EvalSymlinks(name); err == nil {
		return target
	}
	return name
}

func (f *finder) lose(name, code string, args messages.Args) {
	f.found.Problems = append(f.found.Problems, Lost{Path: filepath.ToSlash(name), Message: messages.New(code, args)})
}

// directory walks a directory that an argument names.
func (f *finder) directory(dir string) {
	before := f.found.Skipped
	if f.walk(dir) {
		return
	}
	name := filepath.ToSlash(dir)
	code, args := "input/no-files.directory-empty", messages.Args{"directory": name}
	if skipped := f.found.Skipped - before; skipped > 0 {
		code, args["count"] = "input/no-files.directory", skipped
	}
	f.lose(name, code, args)
}

// walk visits everything below a directory and tells whether there is anything to read, or to
// complain of.
func (f *finder) walk(dir string) bool {
	target := realPath(dir)
	if f.dirs[target] {
		return true
	}
	f.dirs[target] = true
	entries, err := os.ReadDir(dir)
	if err != nil {
		name := filepath.ToSlash(dir)
		f.lose(name, "input/unreadable.in-directory", messages.Args{"directory": name, "detail": reason(err)})
	}
	some := err != nil
	for _, entry := range entries {
		if strings.HasPrefix(entry.Name(), ".") {
			continue
		}
		if f.entry(filepath.Join(dir, entry.Name())) {
			some = true
		}
	}
	return some
}

func (f *finder) entry(name string) bool {
	info, err := os.Stat(name)
	switch {
	case err == nil && info.IsDir():
		return f.walk(name)
	case !isCandidate(name):
		return false
	case err != nil || info.Mode().IsRegular():
		return f.candidate(name)
	}
	return false
}

func isCandidate(name string) bool {
	switch strings.ToLower(path.Ext(filepath.ToSlash(name))) {
	case ".yaml", ".yml", ".json":
		return true
	}
	return false
}

// candidate notes a file below a directory, if it is an assessment or could be one.
func (f *finder) candidate(name string) bool {
	if _, ok := f.files[realPath(name)]; !ok && !isAssessment(name) {
		f.found.Skipped++
		return false
	}
	f.file(name)
	return true
}
