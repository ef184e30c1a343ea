package pattern_test

import (
	"testing"

	"github.com/eifcheck/eifcheck/internal/pattern"
)

// Nothing is compiled before it is used, so that a wrong expression is found by the test that uses it, and a start
// costs nothing.
func TestLazy(t *testing.T) {
	t.Parallel()
	wrong := pattern.Lazy(`(`)
	func() {
		defer func() {
			if recover() == nil {
				t.Error("a wrong expression was compiled")
			}
		}()
		wrong()
	}()
	digits := pattern.Lazy(`^[0-9]+$`)
	if first, again := digits(), digits(); !first.MatchString("12") || first != again {
		t.Error("an expression is compiled more than once, or does not match")
	}
}
