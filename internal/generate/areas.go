package main

import (
	"fmt"
	"strings"
)

// What the framework is: numbers fixed by the EIF and by the Monitoring Mechanism.
const (
	scoreboardCount     = 4
	crossBorder         = 4 // the scoreboard that repeats areas of the others
	areaCount           = 25
	crossBorderCount    = 19
	recommendationCount = 47
)

const (
	scoreboardsFile = "eif/scoreboards.yaml"
	areasFile       = "eif/areas.yaml"
)

// scoreboard is an entry of scoreboards.yaml.
type scoreboard struct {
	ID      at[int] `yaml:"id"`
	Title   text    `yaml:"title"`
	Summary text    `yaml:"summary"`
}

// area is an entry of areas.yaml.
type area struct {
	ID              at[string]   `yaml:"id"`
	Scoreboard      at[int]      `yaml:"scoreboard"`
	Title           text         `yaml:"title"`
	IRI             at[string]   `yaml:"iri"`
	Recommendations []at[string] `yaml:"recommendations"`
	CrossBorder     bool         `yaml:"cross_border"`
	Summary         text         `yaml:"summary"`
}

// readScoreboards reads the four scoreboards, in order.
func readScoreboards(s *source) []scoreboard {
	list, ok := readYAML[[]scoreboard](s, scoreboardsFile)
	if !ok {
		return nil
	}
	if len(list) != scoreboardCount {
		s.problem(scoreboardsFile, 0, "%d scoreboards instead of %d", len(list), scoreboardCount)
	}
	for i, b := range list {
		if b.ID.value != i+1 {
			s.problem(scoreboardsFile, b.ID.line, "scoreboard %d stands where %d is wanted", b.ID.value, i+1)
		}
		s.wantText(scoreboardsFile, b.ID.line, "title", b.Title)
		s.wantText(scoreboardsFile, b.ID.line, "summary", b.Summary)
	}
	return list
}

// readAreas reads the 25 areas, in the order of the scoreboards.
func readAreas(s *source) []area {
	list, ok := readYAML[[]area](s, areasFile)
	if !ok {
		return nil
	}
	seen := map[string]int{}
	last, repeated := 1, 0
	for _, a := range list {
		checkArea(s, a, seen)
		if a.Scoreboard.value < last || a.Scoreboard.value >= crossBorder {
			s.problem(areasFile, a.Scoreboard.line, "scoreboard %d: areas stand in the order of scoreboards 1 to 3",
				a.Scoreboard.value)
		}
		last = a.Scoreboard.value
		if a.CrossBorder {
			repeated++
		}
	}
	if len(list) != areaCount || repeated != crossBorderCount {
		s.problem(areasFile, 0, "%d areas, %d of them cross-border, instead of %d and %d",
			len(list), repeated, areaCount, crossBorderCount)
	}
	return list
}

// checkArea checks what an area says by itself; seen holds the ids and IRIs of those before it.
func checkArea(s *source, a area, seen map[string]int) {
	for _, v := range []at[string]{a.ID, a.IRI} {
		if first, ok := seen[v.value]; ok {
			s.problem(areasFile, v.line, "%q stands already in line %d", v.value, first)
		}
		seen[v.value] = v.line
	}
	if !strings.HasPrefix(a.IRI.value, conceptIRI) {
		s.problem(areasFile, a.ID.line, "%s: the iri does not begin with %s", a.ID.value, conceptIRI)
	}
	s.wantText(areasFile, a.ID.line, "title", a.Title)
	s.wantText(areasFile, a.ID.line, "summary", a.Summary)
}

// checkMapping checks that areas and recommendations name each other: all 47, once, in order.
func (fw *framework) checkMapping(s *source) {
	number := 0
	for _, a := range fw.areas {
		if len(a.Recommendations) == 0 {
			s.problem(areasFile, a.ID.line, "%s has no recommendation", a.ID.value)
		}
		for _, id := range a.Recommendations {
			number++
			fw.checkMember(s, a, id, number)
		}
	}
	if number != recommendationCount {
		s.problem(areasFile, 0, "%d recommendations instead of %d", number, recommendationCount)
	}
	fw.checkCrossBorder(s)
}

// checkMember checks one recommendation in an area's list: the next by number, and of that area.
func (fw *framework) checkMember(s *source, a area, id at[string], number int) {
	if want := recommendationID(number); id.value != want || number > recommendationCount {
		s.problem(areasFile, id.line, "%s stands where %s is wanted", id.value, want)
		return
	}
	if r := fw.recommendations[number-1]; r.Area.value != a.ID.value {
		s.problem(r.file(), r.Area.line, "area %s, but %s counts %s to %s",
			r.Area.value, areasFile, id.value, a.ID.value)
	}
}

// checkCrossBorder wants every area of scoreboard 4 to be answerable there.
func (fw *framework) checkCrossBorder(s *source) {
	for _, a := range fw.areas {
		if a.CrossBorder && !fw.asksAcrossBorders(a) {
			s.problem(areasFile, a.ID.line, "%s is on scoreboard 4, but no indicator of it is cross-border", a.ID.value)
		}
	}
}

// asksAcrossBorders tells whether a question of the area counts for scoreboard 4, or may yet do so.
func (fw *framework) asksAcrossBorders(a area) bool {
	for _, r := range fw.recommendations {
		if r.Area.value != a.ID.value {
			continue
		}
		if !r.written() {
			return true // it may yet
		}
		for _, i := range r.Indicators {
			if i.CrossBorder {
				return true
			}
		}
	}
	return false
}

// recommendationID writes the strict id of a recommendation.
func recommendationID(number int) string { return fmt.Sprintf("R%02d", number) }

// wantText notes a text that is missing.
func (s *source) wantText(path string, line int, key string, t text) {
	if t.value == "" {
		s.problem(path, line, "%s is missing or empty", key)
	}
}
