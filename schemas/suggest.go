package schemas

// Nearest is the one of some words that was most likely meant by a misspelt one, "" when none is
// near enough or two are equally near.
func Nearest(written string, words []string) string { return nearest(written, words) }
