package main

import (
	"regexp"
	"slices"
	"strconv"
)

// highest is the highest level of the scale that begins with 1.
const highest = 4

// The kinds of answer, as the files name them.
const (
	kindLevel     = "level"
	kindShare     = "share"
	kindChecklist = "checklist"
)

// indicator is one question.
type indicator struct {
	ID          at[string]       `yaml:"id"`
	Question    text             `yaml:"question"`
	Kind        at[string]       `yaml:"kind"`
	Of          at[string]       `yaml:"of"`
	AppliesTo   []at[string]     `yaml:"applies_to"`
	Ask         text             `yaml:"ask"`
	WhenNone    entries[at[int]] `yaml:"when_none"`
	Items       entries[text]    `yaml:"items"`
	Thresholds  []at[int]        `yaml:"thresholds"`
	Levels      entries[text]    `yaml:"levels"`
	Evidence    texts            `yaml:"evidence"`
	CrossBorder bool             `yaml:"cross_border"`
}

// scopes are the indicator's own, or those of its recommendation, in the order of the file.
func (i indicator) scopes(r recommendation) []string {
	own := i.AppliesTo
	if len(own) == 0 {
		own = r.AppliesTo
	}
	names := make([]string, len(own))
	for n, scope := range own {
		names[n] = scope.value
	}
	return names
}

// condition is when_none read: the other checklist, how many of its items are too few, and the level then.
type condition struct {
	indicator     string
	atMost, level int
}

// whenNone reads when_none, a mapping like {R37-1: 0, level: 1}; ok is false when it says anything else.
func (i indicator) whenNone() (c condition, ok bool) {
	level, hasLevel := i.WhenNone.get("level")
	for _, e := range i.WhenNone {
		if e.key != "level" {
			c = condition{indicator: e.key, atMost: e.value.value, level: level.value.value}
		}
	}
	return c, hasLevel && len(i.WhenNone) == 2 && c.level >= 1 && c.level <= highest && c.atMost >= 0
}

// check checks what a question says by itself.
func (i indicator) check(s *source, file, id string) {
	line := i.ID.line
	if i.ID.value != id {
		s.problem(file, line, "id %q instead of %s", i.ID.value, id)
	}
	s.wantText(file, line, "question", i.Question)
	if len(i.AppliesTo) > 0 {
		s.wantScopes(file, line, i.AppliesTo)
	}
	if len(i.Evidence) == 0 {
		s.problem(file, line, "evidence is missing or empty: say what counts as proof")
	}
	if i.WhenNone != nil {
		if _, ok := i.whenNone(); !ok {
			s.problem(file, i.WhenNone[0].line, "when_none is to look like {R37-1: 0, level: 1}")
		}
	}
	i.checkItems(s, file)
	i.checkLevels(s, file)
	i.checkKind(s, file)
}

// checkKind checks that the keys fit the kind.
func (i indicator) checkKind(s *source, file string) {
	line := i.Kind.line
	switch i.Kind.value {
	case kindLevel:
		if len(i.Thresholds) > 0 || len(i.Items) > 0 {
			s.problem(file, line, "a question of kind level has neither thresholds nor items")
		}
	case kindShare:
		if len(i.Items) > 0 {
			s.problem(file, line, "a question of kind share has no items")
		}
		if i.Of.value == "" {
			s.problem(file, line, "a share needs of: the population it is a share of")
		}
		i.checkThresholds(s, file, 100)
	case kindChecklist:
		if len(i.Items) == 0 {
			s.problem(file, line, "a checklist needs items")
		}
		i.checkThresholds(s, file, len(i.Items))
	default:
		s.problem(file, i.ID.line, "kind %q is none of level, share, checklist", i.Kind.value)
	}
}

// itemKey is what an item of a checklist may be called: it is typed by people, in a list.
var itemKey = regexp.MustCompile(`^[a-z][a-z0-9]*$`)

// checkItems wants items with short keys and different texts.
func (i indicator) checkItems(s *source, file string) {
	seen := map[string]string{}
	for _, item := range i.Items {
		if !itemKey.MatchString(item.key) {
			s.problem(file, item.line, "item %q: a key is a small letter, then small letters or digits", item.key)
		}
		s.wantText(file, item.line, "item "+item.key, item.value)
		if first, ok := seen[item.value.value]; ok {
			s.problem(file, item.line, "items %s and %s say the same", first, item.key)
		}
		seen[item.value.value] = item.key
	}
}

// checkLevels wants a sentence for each of the levels 1 to 4, all different.
func (i indicator) checkLevels(s *source, file string) {
	if len(i.Levels) != highest {
		s.problem(file, i.ID.line, "levels: a sentence for each of 1, 2, 3 and 4 is wanted")
		return
	}
	seen := map[string]string{}
	for n, level := range i.Levels {
		if level.key != strconv.Itoa(n+1) {
			s.problem(file, level.line, "level %q stands where %d is wanted", level.key, n+1)
		}
		s.wantText(file, level.line, "level "+level.key, level.value)
		if first, ok := seen[level.value.value]; ok {
			s.problem(file, level.line, "levels %s and %s say the same", first, level.key)
		}
		seen[level.value.value] = level.key
	}
}

// checkIndicators checks what the questions say of populations and of each other.
func (fw *framework) checkIndicators(s *source) {
	for _, r := range fw.recommendations {
		for _, i := range r.Indicators {
			if i.Of.value != "" {
				fw.checkPopulation(s, r, i)
			}
			if c, ok := i.whenNone(); ok {
				fw.checkCondition(s, r, i, c)
			}
		}
	}
}

// checkPopulation wants the denominator to be defined for every scope the question is put to.
func (fw *framework) checkPopulation(s *source, r recommendation, i indicator) {
	p, ok := fw.populations.get(i.Of.value)
	if !ok {
		s.problem(r.file(), i.Of.line, "population %q is not in %s", i.Of.value, populationsFile)
		return
	}
	for _, scope := range i.scopes(r) {
		if p.value.of(scope) == "" {
			s.problem(r.file(), i.Of.line, "%s is put to a %s, but %s does not say what %q is there",
				i.ID.value, scope, populationsFile, i.Of.value)
		}
	}
}

// checkCondition wants when_none to name another checklist that is put to the same scopes.
func (fw *framework) checkCondition(s *source, r recommendation, i indicator, c condition) {
	line := i.WhenNone[0].line
	other, owner, ok := fw.indicator(c.indicator)
	if !ok {
		s.problem(r.file(), line, "when_none: there is no indicator %q", c.indicator)
		return
	}
	if other.Kind.value != kindChecklist || other.ID.value == i.ID.value || c.atMost >= len(other.Items) {
		s.problem(r.file(), line, "when_none: %s is no other checklist with more than %d items", c.indicator, c.atMost)
	}
	for _, scope := range i.scopes(r) {
		if !slices.Contains(other.scopes(owner), scope) {
			s.problem(r.file(), line, "when_none: %s is not put to a %s", c.indicator, scope)
		}
	}
}

// indicator finds a question and the recommendation it belongs to.
func (fw *framework) indicator(id string) (indicator, recommendation, bool) {
	for _, r := range fw.recommendations {
		for _, i := range r.Indicators {
			if i.ID.value == id {
				return i, r, true
			}
		}
	}
	return indicator{}, recommendation{}, false
}
