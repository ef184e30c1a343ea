package main

import (
	"regexp"
	"strings"
	"time"
)

const (
	actsFile      = "eif/acts.yaml"
	solutionsFile = "eif/solutions.yaml"
)

// act is an entry of acts.yaml.
type act struct {
	Title       text       `yaml:"title"`
	ELI         at[string] `yaml:"eli"`
	AppliesFrom at[string] `yaml:"applies_from"`
	Note        text       `yaml:"note"`
	// Checked is for whoever maintains the file: what of the entry was confirmed. It is not published.
	Checked text `yaml:"checked"`
}

// solution is an entry of solutions.yaml.
type solution struct {
	Title text       `yaml:"title"`
	URL   at[string] `yaml:"url"`
	// Act is the act that the page is about, "" for none.
	Act at[string] `yaml:"act"`
}

// tableKey is what entries of the shared tables are called.
var tableKey = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// readActs reads the legal acts, in order of id.
func readActs(s *source) entries[act] {
	acts, _ := readYAML[entries[act]](s, actsFile)
	acts = acts.sorted()
	for _, a := range acts {
		s.wantKey(actsFile, a.line, a.key)
		s.wantText(actsFile, a.line, "title", a.value.Title)
		if !strings.HasPrefix(a.value.ELI.value, conceptIRI+"eli/") {
			s.problem(actsFile, a.line, "%s: the eli does not begin with %seli/", a.key, conceptIRI)
		}
		// An unconfirmed day is null: a wrong one would show an act as law before it was.
		if day := a.value.AppliesFrom; day.value != "" {
			if _, err := time.Parse(time.DateOnly, day.value); err != nil {
				s.problem(actsFile, day.line, "%s: applies_from is an ISO day or null", a.key)
			}
		}
	}
	return acts
}

// readSolutions reads the EU solutions, in order of id.
func readSolutions(s *source) entries[solution] {
	solutions, _ := readYAML[entries[solution]](s, solutionsFile)
	solutions = solutions.sorted()
	for _, x := range solutions {
		s.wantKey(solutionsFile, x.line, x.key)
		s.wantText(solutionsFile, x.line, "title", x.value.Title)
		if url := x.value.URL.value; !strings.HasPrefix(url, "https://") && !strings.HasPrefix(url, conceptIRI) {
			s.problem(solutionsFile, x.line, "%s: the url begins neither with https:// nor with %s", x.key, conceptIRI)
		}
	}
	return solutions
}

// wantKey wants a short id.
func (s *source) wantKey(file string, line int, key string) {
	if !tableKey.MatchString(key) {
		s.problem(file, line, "id %q: small letters and digits in parts joined by hyphens are wanted", key)
	}
}
