package schemas

import (
	"regexp"
	"sync"
)

// pattern compiles a regular expression when it is first used: most files need none of them, and
// compiling all of them at every start would be seen.
func pattern(source string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(source) })
}
