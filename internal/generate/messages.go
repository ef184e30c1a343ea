package main

import (
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// catalogue is all messages of the English files, sorted by code.
type catalogue struct{ messages []message }

// message is an entry of the catalogue.
type message struct {
	code, file string
	line       int
	wording
}

// wording is one text, or one for a single thing and one for any other number.
type wording struct{ one, other string }

// UnmarshalYAML reads a text or a mapping with one and other. Line breaks at the end are those of a
// folded block and do not belong to the text.
func (m *wording) UnmarshalYAML(node *yaml.Node) error {
	if node.Kind == yaml.ScalarNode {
		m.other = strings.TrimRight(node.Value, "\n")
		return nil
	}
	var forms struct {
		One   string `yaml:"one"`
		Other string `yaml:"other"`
	}
	if err := node.Load(&forms, yaml.WithKnownFields()); err != nil {
		return err
	}
	m.one, m.other = strings.TrimRight(forms.One, "\n"), strings.TrimRight(forms.Other, "\n")
	return nil
}

// readCatalogue reads internal/messages/en/*.yaml.
func readCatalogue(s *source) *catalogue {
	c := new(catalogue)
	first := map[string]message{}
	for _, file := range s.list("internal/messages/en/*.yaml") {
		list, _ := readYAML[entries[wording]](s, file)
		for _, e := range list {
			m := message{code: e.key, file: file, line: e.line, wording: e.value}
			if other, ok := first[m.code]; ok {
				s.problem(file, m.line, "%s stands already in %s:%d", m.code, other.file, other.line)
				continue
			}
			first[m.code] = m
			m.check(s)
			c.messages = append(c.messages, m)
		}
	}
	slices.SortFunc(c.messages, func(a, b message) int { return strings.Compare(a.code, b.code) })
	return c
}

// messageCode is what a code looks like: family/rule.outcome, or words joined by dots.
var messageCode = regexp.MustCompile(`^[a-z][a-z0-9-]*(/[a-z0-9-]+)?(\.[a-z0-9_-]+)*$`)

// placeholder is a named argument in a text, or a field of one: {area}, {area.title}.
var placeholder = regexp.MustCompile(`\{[a-z][a-z0-9_]*(\.[a-z0-9_]+)?\}`)

// check checks an entry: a plural form may not lack or add an argument, but may leave out the count.
func (m message) check(s *source) {
	if !messageCode.MatchString(m.code) {
		s.problem(m.file, m.line, "code %q: family/rule.outcome or words joined by dots are wanted", m.code)
	}
	if m.other == "" {
		s.problem(m.file, m.line, "%s has no text", m.code)
	}
	if m.one != "" && !slices.Equal(arguments(m.one), arguments(m.other)) {
		s.problem(m.file, m.line, "%s: one and other do not have the same arguments", m.code)
	}
}

// arguments are the names of the arguments of a text, sorted, without the count.
func arguments(text string) []string {
	names := placeholder.FindAllString(text, -1)
	names = slices.DeleteFunc(names, func(n string) bool { return n == "{count}" })
	slices.Sort(names)
	return slices.Compact(names)
}

// write writes internal/messages/zz_en.go.
func (c *catalogue) write(w *writer) {
	w.line("package messages\n")
	w.line("var english = [...]entry{")
	for _, m := range c.messages {
		if m.one == "" {
			w.line("{code: %s, other: %s},", quote(m.code), quote(m.other))
			continue
		}
		w.line("{code: %s, one: %s, other: %s},", quote(m.code), quote(m.one), quote(m.other))
	}
	w.line("}")
}
