package main

import (
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

const countriesFile = "eif/countries.yaml"

// isoCount is the number of ISO 3166-1 alpha-2 codes. A new version of the library that knows a
// code more is noticed here, and somebody decides.
const isoCount = 249

// memberCount is the number of Member States.
const memberCount = 27

// countryChoices is countries.yaml: what the project decides beside the ISO list.
type countryChoices struct {
	Member     []at[string]        `yaml:"member"`
	Renamed    entries[at[string]] `yaml:"renamed"`
	Added      entries[text]       `yaml:"added"`
	NotCurrent []at[string]        `yaml:"not_current"`
	Names      entries[text]       `yaml:"names"`
}

// country is an accepted code.
type country struct {
	code, name string
	member     bool
}

// readCountries joins the ISO list and English names of golang.org/x/text with the project's
// choices. The library is used here only, so that the program does not carry its tables.
func readCountries(s *source) []country {
	choices, ok := readYAML[countryChoices](s, countriesFile)
	if !ok {
		return nil
	}
	list := isoCountries(s, choices)
	if len(list) != isoCount {
		s.problem(countriesFile, 0, "%d ISO codes instead of %d", len(list), isoCount)
	}
	for i, c := range list {
		if renamed, ok := choices.Renamed.get(c.code); ok {
			list[i].code = renamed.value.value
		}
	}
	for _, added := range choices.Added {
		list = append(list, country{code: added.key, name: added.value.value})
	}
	slices.SortFunc(list, func(a, b country) int { return strings.Compare(a.code, b.code) })
	applyNames(s, choices.Names, list)
	markMembers(s, choices.Member, list)
	for i, c := range list {
		if len(c.code) != 2 || c.name == "" || i > 0 && list[i-1].code == c.code {
			s.problem(countriesFile, 0, "%q (%s) has not two letters, has no name or stands twice", c.code, c.name)
		}
	}
	return list
}

// isoCountries lists the codes of ISO 3166-1 with their English names.
func isoCountries(s *source, choices countryChoices) []country {
	var list []country
	names := display.English.Regions()
	used := map[string]bool{}
	for i := range 26 * 26 {
		code := string([]byte{'A' + byte(i/26), 'A' + byte(i%26)})
		region, err := language.ParseRegion(code)
		// Codes that were withdrawn parse as their successor.
		if err != nil || !region.IsCountry() || region.Canonicalize().String() != code {
			continue
		}
		if slices.ContainsFunc(choices.NotCurrent, func(c at[string]) bool { return c.value == code }) {
			used[code] = true
			continue
		}
		list = append(list, country{code: code, name: strings.ReplaceAll(names.Name(region), " & ", " and ")})
	}
	for _, c := range choices.NotCurrent {
		if !used[c.value] {
			s.problem(countriesFile, c.line, "not_current: %s is not in the library's list anyway", c.value)
		}
	}
	return list
}

// applyNames replaces names where the EU says another one.
func applyNames(s *source, names entries[text], list []country) {
	for _, n := range names {
		i := slices.IndexFunc(list, func(c country) bool { return c.code == n.key })
		if i < 0 || list[i].name == n.value.value {
			s.problem(countriesFile, n.line, "names: %s is unknown, or has that name already", n.key)
			continue
		}
		list[i].name = n.value.value
	}
}

// markMembers marks the Member States.
func markMembers(s *source, members []at[string], list []country) {
	for _, m := range members {
		i := slices.IndexFunc(list, func(c country) bool { return c.code == m.value })
		if i < 0 || list[i].member {
			s.problem(countriesFile, m.line, "member: %s is unknown or stands twice", m.value)
			continue
		}
		list[i].member = true
	}
	if len(members) != memberCount {
		s.problem(countriesFile, 0, "%d Member States instead of %d", len(members), memberCount)
	}
}
