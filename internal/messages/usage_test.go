package messages_test

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/eifcheck/eifcheck/internal/messages"
)

// built are codes, or beginnings of codes, that the program puts together in a way the tests below
// cannot see, with the place.
func built() map[string]string {
	return map[string]string{
		"input/required.":   "schemas appends the key that is missing",
		"waivers/required.": "schemas appends the key that is missing",
		"page/":             "the tests of docs/rules.md, docs/rules/ and docs/questionnaire.md write those pages",
		"html/figure.":      "reports/html puts the family and an indicator of the file together",
		"html/page.":        "the templates of reports/html say it; a test there holds them to the catalogue",
		"config/schema":     "the test of schemas/config.schema.json writes that file",
		"jsonld/concept.":   "reports puts a family of terms and a word of the result together",
	}
}

// noCodes are literals that look like codes and are none, with what they are.
func noCodes() map[string]string {
	return map[string]string{}
}

// codeShape is what a code with a family looks like.
var codeShape = regexp.MustCompile(`^([a-z]+)/[a-z0-9-]+(\.[a-z0-9_-]+)*$`)

// Whatever the program says is in the catalogue: a code that is not would be shown to a reader as itself.
func TestWhatIsSaidIsInTheCatalogue(t *testing.T) {
	t.Parallel()

	s, catalogue := readSources(t), messages.English()
	families := map[string]bool{}
	for _, code := range catalogue.Codes() {
		if family, _, ok := strings.Cut(code, "/"); ok {
			families[family] = true
		}
	}
	for _, code := range slices.Sorted(maps.Keys(s.said)) {
		// Methods of two types can have one name: what is no code was said by the other one.
		if strings.ContainsAny(code, "/.") && !catalogue.Has(code) && !isRule(catalogue, code) {
			t.Errorf("%s: %q is said, but is not in the catalogue", s.said[code], code)
		}
	}
	for _, text := range slices.Sorted(maps.Keys(s.literals)) {
		shape := codeShape.FindStringSubmatch(text)
		if shape == nil || !families[shape[1]] || noCodes()[text] != "" || s.stems[text] {
			continue
		}
		if !catalogue.Has(text) && !isRule(catalogue, text) {
			t.Errorf("%s: %q looks like a code, but is not in the catalogue", s.literals[text], text)
		}
	}
}

// Whatever is in the catalogue is said somewhere: an entry that nothing says would be translated for nothing.
func TestWhatIsInTheCatalogueIsSaid(t *testing.T) {
	t.Parallel()

	s := readSources(t)
	rules := map[string]bool{}
	for text := range s.literals {
		rules[messages.New(text, nil).Rule()] = true
	}
	for _, code := range messages.English().Codes() {
		if !s.say(code) && !s.excuse(code) && !namesRule(rules, code) {
			t.Errorf("nothing says %s: delete it, or name in the table built how its code is put together", code)
		}
	}
}

// say tells whether a code is a literal, or put together of literals: "coverage/partial" and the
// ending ".help", "gate/" and "warning", "eif/gap.next-" and a number.
func (s sources) say(code string) bool {
	if s.literals[code] != "" {
		return true
	}
	if dot := strings.LastIndexByte(code, '.'); dot > 0 && s.literals[code[dot:]] != "" {
		if base := code[:dot]; s.say(base) || s.excuse(base) {
			return true
		}
	}
	for i := 1; i < len(code); i++ {
		rest := code[i:]
		if s.stems[code[:i]] && (s.literals[rest] != "" || strings.Trim(rest, "0123456789") == "") {
			return true
		}
	}
	return false
}

// excuse tells whether the table names a code or its beginning.
func (s sources) excuse(code string) bool {
	for beginning := range built() {
		if strings.HasPrefix(code, beginning) {
			return true
		}
	}
	return false
}

// namesRule tells whether a code is the title of a rule or the reason for it: the registry asks for
// both by the rule's id.
func namesRule(rules map[string]bool, code string) bool {
	title, isTitle := strings.CutSuffix(code, ".title")
	why, isWhy := strings.CutSuffix(code, ".why")
	return isTitle && rules[title] || isWhy && rules[why]
}

// The tables above excuse only what is still there.
func TestExcusesAreNeeded(t *testing.T) {
	t.Parallel()

	s, codes := readSources(t), messages.English().Codes()
	for beginning := range built() {
		needed := slices.ContainsFunc(codes, func(code string) bool {
			return strings.HasPrefix(code, beginning) && !s.say(code)
		})
		if !needed {
			t.Errorf("%q needs no excuse: delete it from the table built", beginning)
		}
	}
	for text := range noCodes() {
		if s.literals[text] == "" || messages.English().Has(text) {
			t.Errorf("%q is no literal any more, or is a code: delete it from the table noCodes", text)
		}
	}
}

// isRule tells whether a text is the id of a rule: codes of the catalogue belong to it.
func isRule(catalogue messages.Catalogue, id string) bool {
	return slices.ContainsFunc(catalogue.Codes(), func(code string) bool { return messages.New(code, nil).Rule() == id })
}
