package main

import (
	"strings"

	"go.yaml.in/yaml/v4"
)

const (
	populationsFile   = "eif/populations.yaml"
	questionnaireFile = "eif/questionnaire.yaml"
)

// population is an entry of populations.yaml: a text a scope, or one for all scopes.
type population struct {
	Country      listed `yaml:"country"`
	Region       listed `yaml:"region"`
	Organisation listed `yaml:"organisation"`
	Service      listed `yaml:"service"`
	All          listed `yaml:"all"`
}

// of is the text for a scope.
func (p population) of(scope string) string {
	own := map[string]listed{
		"country": p.Country, "region": p.Region, "organisation": p.Organisation, "service": p.Service,
	}[scope]
	if own.value == "" {
		return p.All.value
	}
	return own.value
}

// listed is prose, or a list that becomes prose.
type listed struct{ text }

// UnmarshalYAML reads either.
func (l *listed) UnmarshalYAML(node *yaml.Node) error {
	if node.Kind != yaml.SequenceNode {
		return l.text.UnmarshalYAML(node)
	}
	var items texts
	if err := items.UnmarshalYAML(node); err != nil {
		return err
	}
	l.line, l.value = node.Line, strings.Join(items.values(), ", ")
	return nil
}

// questionnaire is questionnaire.yaml.
type questionnaire struct {
	Version        at[string] `yaml:"version"`
	AnsweringRules texts      `yaml:"answering_rules"`
}

// readPopulations reads the denominators, in order of id.
func readPopulations(s *source) entries[population] {
	populations, _ := readYAML[entries[population]](s, populationsFile)
	populations = populations.sorted()
	for _, p := range populations {
		s.wantKey(populationsFile, p.line, p.key)
		defined := false
		for _, scope := range scopeNames() {
			defined = defined || p.value.of(scope) != ""
		}
		if !defined {
			s.problem(populationsFile, p.line, "%s is defined for no scope", p.key)
		}
	}
	return populations
}

// readQuestionnaire reads the version of the questions and how to answer them.
func readQuestionnaire(s *source) questionnaire {
	q, ok := readYAML[questionnaire](s, questionnaireFile)
	if !ok {
		return q
	}
	if q.Version.value == "" {
		s.problem(questionnaireFile, q.Version.line, "version is missing or empty")
	}
	if len(q.AnsweringRules) == 0 {
		s.problem(questionnaireFile, 0, "answering_rules is missing or empty")
	}
	return q
}
