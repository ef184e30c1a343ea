package main

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// checkThresholds wants three ascending numbers for the levels 2, 3 and 4, none above most, and
// level sentences that name them: the sentence is what people answer by, the numbers are what is
// computed with, and the two must never part.
func (i indicator) checkThresholds(s *source, file string, most int) {
	line := i.Kind.line
	if len(i.Thresholds) != highest-1 {
		s.problem(file, line, "thresholds: three numbers are wanted, the least for the levels 2, 3 and 4")
		return
	}
	low := 0
	for _, t := range i.Thresholds {
		if t.value <= low || t.value > most {
			s.problem(file, t.line, "thresholds ascend, from 1 to at most %d", most)
			return
		}
		low = t.value
	}
	if len(i.Levels) != highest {
		return
	}
	bounds := []int{0, i.Thresholds[0].value, i.Thresholds[1].value, i.Thresholds[2].value, most + 1}
	for n, level := range i.Levels {
		from, to := bounds[n], bounds[n+1]-1
		if !mentions(level.value.value, from, to, most) {
			s.problem(file, level.line, "the sentence of level %s does not say that it is for %d to %d",
				level.key, from, to)
		}
	}
}

// mentions tells whether a sentence names both ends of a range, each by the number itself or, at
// an open end, by words such as "or more".
func mentions(sentence string, from, to, most int) bool {
	words := wordsOf(sentence)
	has := func(n int) bool {
		return slices.ContainsFunc(numerals(n, most), func(w string) bool { return words[w] })
	}
	low := from == 0 || has(from)
	high := has(to)
	if to == most { // the top level: "five or six", "five or more", "all six"
		high = high || words["more"] || words["least"]
	} else { // "25 to 59", "25 to under 60", "fewer than 25"
		high = high || has(to+1) && (words["under"] || words["fewer"] || words["less"] || words["below"])
	}
	return low && high
}

// numerals are the ways to say a number: in digits, in words, and as nothing or everything.
func numerals(n, most int) []string {
	small := []string{
		"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
	}
	forms := []string{strconv.Itoa(n)}
	if n < len(small) {
		forms = append(forms, small[n])
	}
	if n == 0 {
		forms = append(forms, "no", "none", "nothing")
	}
	if n == most {
		forms = append(forms, "all", "every", "each")
	}
	if n == most && most == 2 {
		forms = append(forms, "both")
	}
	return forms
}

// wordsOf are the words and numbers of a sentence in lower case.
func wordsOf(sentence string) map[string]bool {
	words := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(sentence), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}) {
		words[w] = true
	}
	return words
}
