package main

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
)

// conceptIRI begins the addresses of the Commission's concepts.
const conceptIRI = "http://data.europa.eu/"

// recommendation is a file of eif/recommendations.
type recommendation struct {
	ID         at[string]    `yaml:"id"`
	IRI        at[string]    `yaml:"iri"`
	Area       at[string]    `yaml:"area"`
	Title      text          `yaml:"title"`
	Summary    text          `yaml:"summary"`
	Rationale  text          `yaml:"rationale"`
	NotHere    entries[text] `yaml:"not_here"`
	AppliesTo  []at[string]  `yaml:"applies_to"`
	Ask        text          `yaml:"ask"`
	Indicators []indicator   `yaml:"indicators"`
	Steps      []step        `yaml:"steps"`
	References []reference   `yaml:"references"`
}

// step leads from one level to the next.
type step struct {
	From      at[int]      `yaml:"from"`
	Do        text         `yaml:"do"`
	Who       text         `yaml:"who"`
	Months    at[int]      `yaml:"months"`
	Solutions []at[string] `yaml:"solutions"`
}

// reference points to an act.
type reference struct {
	Act        at[string] `yaml:"act"`
	At         text       `yaml:"at"`
	InsertedBy at[string] `yaml:"inserted_by"`
	Note       text       `yaml:"note"`
}

// file is where a recommendation is written.
func (r recommendation) file() string { return "eif/recommendations/" + r.ID.value + ".yaml" }

// written tells whether the questions and steps are there. A recommendation can stand in the
// framework before they are: the questionnaire is written file by file. A test of package eif says
// which are missing.
func (r recommendation) written() bool { return len(r.Indicators) > 0 || len(r.Steps) > 0 }

// scopes are those that one of its questions is written for, in the order of scopeNames; while none
// is, those that the recommendation names itself.
func (r recommendation) scopes() []string {
	if !r.written() {
		return plain(r.AppliesTo)
	}
	var scopes []string
	for _, name := range scopeNames() {
		for _, i := range r.Indicators {
			if slices.Contains(i.scopes(r), name) {
				scopes = append(scopes, name)
				break
			}
		}
	}
	return scopes
}

// readRecommendations reads R01.yaml to R47.yaml, no more and no fewer.
func readRecommendations(s *source) []recommendation {
	list := make([]recommendation, 0, recommendationCount)
	for _, file := range s.list("eif/recommendations/*.yaml") {
		r, ok := readYAML[recommendation](s, file)
		number := len(list) + 1
		if want := recommendationID(number); path.Base(file) != want+".yaml" {
			s.problem(file, 0, "%s.yaml is wanted here: there are %d recommendations, a file each",
				want, recommendationCount)
			return nil
		}
		if ok {
			checkRecommendation(s, file, r, number)
		}
		list = append(list, r)
	}
	if len(list) != recommendationCount {
		s.problem("eif/recommendations", 0, "%d recommendations instead of %d", len(list), recommendationCount)
		return nil
	}
	return list
}

// checkRecommendation checks what a file says by itself.
func checkRecommendation(s *source, file string, r recommendation, number int) {
	if want := recommendationID(number); r.ID.value != want {
		s.problem(file, r.ID.line, "id %q instead of %s", r.ID.value, want)
	}
	if want := conceptIRI + "Rec" + strconv.Itoa(number); r.IRI.value != want {
		s.problem(file, r.IRI.line, "iri %q instead of %s", r.IRI.value, want)
	}
	s.wantText(file, r.ID.line, "title", r.Title)
	s.wantText(file, r.ID.line, "summary", r.Summary)
	s.wantText(file, r.ID.line, "rationale", r.Rationale)
	s.wantText(file, r.ID.line, "ask", r.Ask)
	s.wantScopes(file, r.ID.line, r.AppliesTo)
	if !slices.Contains(r.scopes(), "country") {
		s.problem(file, r.ID.line, "no indicator applies to a country: every recommendation asks something of it")
	}
	if !r.written() {
		return
	}
	for i, indicator := range r.Indicators {
		indicator.check(s, file, fmt.Sprintf("%s-%d", r.ID.value, i+1))
	}
	checkSteps(s, file, r)
}

// checkSteps wants one step from each level below the highest, in order.
func checkSteps(s *source, file string, r recommendation) {
	if len(r.Steps) != highest-1 {
		s.problem(file, r.ID.line, "%d steps instead of one from each of the levels 1, 2 and 3", len(r.Steps))
	}
	for i, st := range r.Steps {
		if st.From.value != i+1 {
			s.problem(file, st.From.line, "a step from %d stands where one from %d is wanted", st.From.value, i+1)
		}
		if st.Months.value < 1 {
			s.problem(file, st.From.line, "months: how long the step takes, at least 1")
		}
		s.wantText(file, st.From.line, "do", st.Do)
		s.wantText(file, st.From.line, "who", st.Who)
	}
}

// checkReferences checks that everything the recommendations name exists.
func (fw *framework) checkReferences(s *source) {
	for _, r := range fw.recommendations {
		fw.checkNeighbours(s, r)
		for _, st := range r.Steps {
			for _, id := range st.Solutions {
				if _, ok := fw.solutions.get(id.value); !ok {
					s.problem(r.file(), id.line, "solution %q is not in %s", id.value, solutionsFile)
				}
			}
		}
		for _, ref := range r.References {
			fw.checkAct(s, r, ref.Act)
			if ref.InsertedBy.value != "" {
				fw.checkAct(s, r, ref.InsertedBy)
			}
		}
	}
}

// checkNeighbours checks the ids of not_here.
func (fw *framework) checkNeighbours(s *source, r recommendation) {
	for _, n := range r.NotHere {
		if n.key == r.ID.value {
			s.problem(r.file(), n.line, "not_here names the recommendation itself")
		}
		known := slices.ContainsFunc(fw.recommendations, func(o recommendation) bool { return o.ID.value == n.key })
		if !known {
			s.problem(r.file(), n.line, "not_here: there is no recommendation %q", n.key)
		}
		s.wantText(r.file(), n.line, "not_here "+n.key, n.value)
	}
}

// checkAct checks that an act is there.
func (fw *framework) checkAct(s *source, r recommendation, id at[string]) {
	if _, ok := fw.acts.get(id.value); !ok {
		s.problem(r.file(), id.line, "act %q is not in %s", id.value, actsFile)
	}
}

// scopeNames are the scopes in the order of package eif's constants.
func scopeNames() []string { return []string{"country", "region", "organisation", "service"} }

// wantScopes wants at least one scope, each known and named once.
func (s *source) wantScopes(file string, line int, scopes []at[string]) {
	if len(scopes) == 0 {
		s.problem(file, line, "applies_to is missing or empty")
	}
	seen := map[string]bool{}
	for _, scope := range scopes {
		if !slices.Contains(scopeNames(), scope.value) || seen[scope.value] {
			s.problem(file, scope.line, "applies_to: %q is no scope or stands twice; the scopes are %s",
				scope.value, strings.Join(scopeNames(), ", "))
		}
		seen[scope.value] = true
	}
}
