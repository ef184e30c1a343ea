package eifcheck

import "github.com/eifcheck/eifcheck/rules"

// Off lists the rules that did not run as a person would write them: a family none of whose rules ran
// that can be switched off as family/*, others by their ids.
func (s Settings) Off() []string {
	off := map[string]bool{}
	for _, id := range s.RulesOff {
		off[id] = true
	}
	whole := map[string]bool{}
	registry := rules.NewRegistry().Rules()
	for i := range registry {
		family := rules.Family(registry[i].ID)
		if before, seen := whole[family]; !registry[i].Fixed() {
			whole[family] = off[registry[i].ID] && (before || !seen)
		}
	}
	var words []string
	for _, id := range s.RulesOff {
		family := rules.Family(id)
		word := family + "/*"
		if !whole[family] {
			word = id
		}
		if len(words) == 0 || words[len(words)-1] != word {
			words = append(words, word)
		}
	}
	return words
}

// OriginsOf lists where some settings were written, each once.
func (s Settings) OriginsOf(flags ...string) []string {
	var places []string
	seen := map[string]bool{}
	for _, flag := range flags {
		if place := s.Origins[flag]; place != "" && !seen[place] {
			seen[place] = true
			places = append(places, place)
		}
	}
	return places
}
