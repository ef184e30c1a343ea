package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// source reads files below a folder and collects what is wrong in them, so that one run names
// every mistake.
type source struct {
	root     string
	problems []error
}

// problem notes a mistake; line 0 means the file as a whole.
func (s *source) problem(path string, line int, format string, args ...any) {
	text := fmt.Sprintf(format, args...)
	if line > 0 {
		s.problems = append(s.problems, fmt.Errorf("%s:%d: %s", path, line, text))
		return
	}
	s.problems = append(s.problems, fmt.Errorf("%s: %s", path, text))
}

// err joins the problems, one a line, or is nil.
func (s *source) err() error { return errors.Join(s.problems...) }

// read returns a file's bytes, nil when it cannot be read.
func (s *source) read(path string) []byte {
	b, err := os.ReadFile(filepath.Join(s.root, filepath.FromSlash(path)))
	if err != nil {
		s.problem(path, 0, "cannot be read: %v", errors.Unwrap(err))
		return nil
	}
	return b
}

// list returns the files that match a pattern, in order, as paths with forward slashes.
func (s *source) list(pattern string) []string {
	found, err := filepath.Glob(filepath.Join(s.root, filepath.FromSlash(pattern)))
	if err != nil || len(found) == 0 {
		s.problem(pattern, 0, "no such files")
		return nil
	}
	paths := make([]string, 0, len(found))
	for _, f := range found {
		rel, err := filepath.Rel(s.root, f)
		if err != nil {
			s.problem(pattern, 0, "%v", err)
			return nil
		}
		paths = append(paths, filepath.ToSlash(rel))
	}
	slices.Sort(paths)
	return paths
}

// readYAML reads one YAML file strictly: an unknown or repeated key, a value of another type or a
// second document is a problem. What was read with a problem is not worth checking: ok is false.
func readYAML[T any](s *source, path string) (value T, ok bool) {
	before := len(s.problems)
	b := s.read(path)
	if b != nil && len(bytes.TrimSpace(b)) == 0 {
		s.problem(path, 0, "the file is empty")
	} else if b != nil {
		s.decodeProblems(path, yaml.Load(b, &value, yaml.WithKnownFields()))
	}
	return value, len(s.problems) == before
}

// decodeProblems notes what the YAML library or a type's own decoding found wrong.
func (s *source) decodeProblems(path string, err error) {
	if many, ok := errors.AsType[*yaml.LoadErrors](err); ok {
		for _, e := range many.Errors {
			if own, ok := errors.AsType[*mistake](e); ok {
				s.problem(path, own.line, "%s", own.text)
				continue
			}
			s.problem(path, e.Mark.Line, "%s", e.Message)
		}
	} else if one, ok := errors.AsType[*yaml.LoadError](err); ok {
		s.problem(path, one.Mark.Line, "%s", one.Message)
	} else if err != nil {
		s.problem(path, 0, "%v", err)
	}
}

// mistake is one that only the decoding of a type can find: the library passes it on.
type mistake struct {
	line int
	text string
}

func (m *mistake) Error() string { return m.text }

// at is a value of a YAML file with the line it stands on; line 0 means that it is not there.
type at[T any] struct {
	value T
	line  int
}

// UnmarshalYAML keeps the line. Strictness has to be asked for again: it does not reach nested nodes by itself.
func (a *at[T]) UnmarshalYAML(node *yaml.Node) error {
	a.line = node.Line
	return node.Load(&a.value, yaml.WithKnownFields())
}

// text is a piece of prose: one line, without white space at its ends.
type text struct{ at[string] }

// UnmarshalYAML reads the prose; a folded block's last line break does not belong to it.
func (t *text) UnmarshalYAML(node *yaml.Node) error {
	if err := t.at.UnmarshalYAML(node); err != nil {
		return err
	}
	t.value = strings.TrimSpace(t.value)
	if strings.ContainsAny(t.value, "\n\r\t") {
		return &mistake{node.Line, "a text stands in one line: fold it with >-"}
	}
	return nil
}

// texts is a sequence of prose. The library drops empty items silently; here they are mistakes.
type texts []text

// UnmarshalYAML reads the sequence.
func (l *texts) UnmarshalYAML(node *yaml.Node) error {
	if node.Kind != yaml.SequenceNode {
		return &mistake{node.Line, "a list is wanted here"}
	}
	for _, item := range node.Content {
		var t text
		if err := t.UnmarshalYAML(item); err != nil {
			return err
		}
		if t.value == "" {
			return &mistake{item.Line, "an item of the list is empty"}
		}
		*l = append(*l, t)
	}
	return nil
}

// values returns the prose without its places.
func (l texts) values() []string {
	values := make([]string, len(l))
	for i, t := range l {
		values[i] = t.value
	}
	return values
}

// entries is a mapping in the order of the source.
type entries[T any] []member[T]

// member is a key of a mapping with its value.
type member[T any] struct {
	key   string
	line  int
	value T
}

// UnmarshalYAML reads the mapping. Repeated keys are refused here, because the library looks for
// them only where it fills a map or a struct.
func (m *entries[T]) UnmarshalYAML(node *yaml.Node) error {
	if node.Kind != yaml.MappingNode {
		return &mistake{node.Line, "a mapping is wanted here"}
	}
	for i := 0; i+1 < len(node.Content); i += 2 {
		key := node.Content[i]
		if first, ok := m.get(key.Value); ok {
			return &mistake{key.Line, fmt.Sprintf("%s stands already in line %d", key.Value, first.line)}
		}
		e := member[T]{key: key.Value, line: key.Line}
		if err := node.Content[i+1].Load(&e.value, yaml.WithKnownFields()); err != nil {
			return err
		}
		*m = append(*m, e)
	}
	return nil
}

// get finds a member by its key.
func (m entries[T]) get(key string) (member[T], bool) {
	for _, e := range m {
		if e.key == key {
			return e, true
		}
	}
	return member[T]{}, false
}

// sorted returns the members in the order of their keys.
func (m entries[T]) sorted() entries[T] {
	s := slices.Clone(m)
	slices.SortFunc(s, func(a, b member[T]) int { return strings.Compare(a.key, b.key) })
	return s
}
