package messages_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/eifcheck/eifcheck/internal/messages"
)

func TestCodesAreInOrder(t *testing.T) {
	t.Parallel()

	codes := messages.English().Codes()
	if len(codes) == 0 || !slices.IsSorted(codes) || len(slices.Compact(slices.Clone(codes))) != len(codes) {
		t.Errorf("%d codes are not in order, or one stands twice: lookups would miss some", len(codes))
	}
	for _, code := range codes {
		if !messages.English().Has(code) {
			t.Errorf("%s is not found", code)
		}
	}
	for _, code := range []string{"", "zz", "input", "input/", "list.and "} {
		if messages.English().Has(code) {
			t.Errorf("%q was found", code)
		}
	}
}

// argument is a placeholder in a text.
var argument = regexp.MustCompile(`\{[a-z][a-z0-9_]*(\.[a-z0-9_]+)?\}`)

// The two forms of an entry take the same arguments, the count apart, which the singular may put in words.
func TestPluralFormsTakeTheSameArguments(t *testing.T) {
	t.Parallel()

	catalogue := messages.English()
	for _, code := range catalogue.Codes() {
		one := arguments(catalogue.Say(code, messages.Args{"count": 1}))
		other := arguments(catalogue.Say(code, messages.Args{"count": 2}))
		if !slices.Equal(one, other) {
			t.Errorf("%s: the singular takes %v, the plural %v", code, one, other)
		}
	}
}

// arguments are the placeholders left in a text, once each. The count has been filled in.
func arguments(text string) []string {
	names := argument.FindAllString(text, -1)
	slices.Sort(names)
	return slices.Compact(names)
}

// A sentence may quote a file, but the catalogue itself holds nothing that an output would have to escape.
func TestTextsAreClean(t *testing.T) {
	t.Parallel()

	catalogue := messages.English()
	for _, code := range catalogue.Codes() {
		text := catalogue.Say(code, nil)
		lines := strings.ReplaceAll(text, "\n", "")
		if text == "" || messages.CleanLine(lines) != lines {
			t.Errorf("%s: %q is empty or holds control characters", code, text)
		}
	}
}
