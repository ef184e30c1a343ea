package rules

import "github.com/eifcheck/eifcheck/schemas"

// maxComparisons bounds the search for the words that were meant, because a file can have thousands of words and
// thousands of mistakes in them.
const maxComparisons = 50_000

// speller finds what a wrong word was meant to be, for so many mistakes that no file takes long.
type speller struct {
	words       []string
	comparisons int
}

// nearest is the word that was meant, "" where none is near or too many were looked for already.
func (s *speller) nearest(written string) string {
	if s.comparisons += len(s.words); s.comparisons > maxComparisons {
		return ""
	}
	return schemas.Nearest(written, s.words)
}
