package schemas

import (
	"strings"
	"unicode/utf8"
)

// maxTypo is the length of the longest word for which a likely spelling is looked for.
const maxTypo = 40

// Nearest finds the one word that somebody who wrote another may have meant: equal but for case,
// blanks and dashes, or else the nearest within a third of its length. Two words equally near are no answer.
func Nearest(written string, words []string) string {
	simple := simplify(written)
	if simple == "" || utf8.RuneCountInString(written) > maxTypo {
		return ""
	}
	best, found := "", 1+max(1, utf8.RuneCountInString(simple)/3)
	for _, word := range words {
		d := distance(simple, simplify(word))
		switch {
		case d < found:
			best, found = word, d
		case d == found:
			best = ""
		}
	}
	return best
}

func simplify(word string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		switch r {
		case ' ', '-', '_', '\t':
			return -1
		}
		return r
	}, word))
}

// distance counts the letters to change, add, leave out or swap with their neighbour (Damerau and
// Levenshtein, each letter at most once) to make one word of another.
func distance(a, b string) int {
	from, to := []rune(a), []rune(b)
	before, row, next := make([]int, len(to)+1), make([]int, len(to)+1), make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i := range from {
		next[0] = i + 1
		for j := range to {
			cost := 1
			if from[i] == to[j] {
				cost = 0
			}
			next[j+1] = min(row[j]+cost, row[j+1]+1, next[j]+1)
			if i > 0 && j > 0 && from[i] == to[j-1] && from[i-1] == to[j] {
				next[j+1] = min(next[j+1], before[j-1]+1)
			}
		}
		before, row, next = row, next, before
	}
	return row[len(to)]
}
