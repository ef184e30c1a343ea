// Package pattern compiles regular expressions when they are first used: a run needs few of them, and starts without
// any.
package pattern

import (
	"regexp"
	"sync"
)

// Lazy is a regular expression that is compiled on its first use; one that is wrong panics then.
func Lazy(source string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(source) })
}
