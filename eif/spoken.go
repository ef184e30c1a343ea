package eif

import (
	"slices"
	"strings"
	"unicode"
)

// ReadRecommendation reads a recommendation as prose names it: "5", "R5", "Rec. 05", "Recommendation 5". The number is
// 0 when the text names none; it can be one that the framework does not have: Recommendation 48.
func ReadRecommendation(text string) (number int) {
	if len(text) > maxName {
		return 0
	}
	words := spokenWords(text)
	if len(words) == 2 {
		switch words[0] {
		case "r", "rec", "recommendation", "recommandation": //nolint:misspell // as published in English
			return spokenNumber(words[1])
		}
	}
	if len(words) == 1 {
		return spokenNumber(words[0])
	}
	return 0
}

// RecommendationByNumber finds a recommendation, 1 to 47, or nil.
func RecommendationByNumber(number int) *Recommendation {
	if number < 1 || number > len(recommendations) {
		return nil
	}
	return &recommendations[number-1]
}

// AreaNames reads thematic areas as English prose names them. It is made once for many texts.
type AreaNames struct{ byName map[string][]AreaID }

// NewAreaNames makes a reader of names of areas.
func NewAreaNames() AreaNames {
	names := AreaNames{byName: make(map[string][]AreaID, 2*len(areas))}
	for i := range areas {
		id := areas[i].ID
		title := strings.Join(spokenWords(English().Area(id).Title), "")
		for _, name := range []string{strings.ToLower(string(id)), title} {
			names.byName[name] = append(names.byName[name], id)
		}
	}
	return names
}

// Read finds the area that a text names: "P7", "Principle 7", "IG", "base registries", "Principle 7 (Inclusion and
// accessibility)". Two areas have one title, Security and privacy: both are returned. Nothing is returned for a text
// that names no area, or that names one by its number and another by its title. What is returned is read only.
func (names AreaNames) Read(text string) []AreaID {
	if len(text) > maxName {
		return nil
	}
	if found := names.read(text); len(found) > 0 {
		return found
	}
	outside, rest, bracketed := strings.Cut(text, "(")
	inside, _, closed := strings.Cut(rest, ")")
	if !bracketed || !closed {
		return nil
	}
	var both []AreaID
	for _, id := range names.read(outside) {
		if slices.Contains(names.read(inside), id) {
			both = append(both, id)
		}
	}
	return both
}

// maxName is more than any name of an area is long: no longer text is looked into.
const maxName = 200

func (names AreaNames) read(text string) []AreaID {
	words := spokenWords(text)
	if len(words) == 2 && words[0] == "principle" {
		words[0] = "p"
	}
	if len(words) == 2 {
		words[1] = strings.TrimLeft(words[1], "0")
	}
	return names.byName[strings.Join(words, "")]
}

// spokenWords splits a text into its words and numbers as they compare: in small letters, in the singular, "&" as
// "and", without the article and the generic words around a name: "the Open Data area" is open, data.
func spokenWords(text string) (words []string) {
	text = strings.ReplaceAll(text, "&", " and ")
	var b strings.Builder
	digits := false
	for _, r := range strings.ToLower(text) {
		isDigit := r >= '0' && r <= '9'
		switch {
		case !isDigit && !unicode.IsLetter(r):
			b.WriteByte(' ')
		case isDigit != digits && b.Len() > 0: // "R5" is two words
			b.WriteByte(' ')
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
		digits = isDigit
	}
	for word := range strings.FieldsSeq(b.String()) {
		words = append(words, singular(word))
	}
	if n := len(words); n > 1 && (words[n-1] == "area" || words[n-1] == "layer") {
		words = words[:n-1]
	}
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	return words
}

// singular takes the ending of a plural away, and of nothing else that matters here: what is compared is shortened
// alike on both sides.
func singular(word string) string {
	if stem, ok := strings.CutSuffix(word, "ies"); ok {
		return stem + "y"
	}
	if len(word) > 3 {
		word = strings.TrimSuffix(word, "s")
	}
	return strings.ReplaceAll(word, "organization", "organisation")
}

// spokenNumber reads a number of at most three digits; 0 for anything else.
func spokenNumber(word string) (n int) {
	word = strings.TrimLeft(word, "0")
	if len(word) > 3 {
		return 0
	}
	for _, r := range word {
		if r < '0' || r > '9' {
			return 0
		}
		n = 10*n + int(r-'0')
	}
	return n
}
