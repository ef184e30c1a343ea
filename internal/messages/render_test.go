package messages

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// small is a catalogue of our own, so that no entry of the real one is needed to test how it works.
func small() Catalogue {
	return Catalogue{language: "en", entries: []entry{
		{code: "list.and", other: "{head} and {last}"},
		{code: "test/count", one: "One area of {area}.", other: "{count} areas of {area}."},
		{code: "test/field", other: "{area.title} ({area})"},
		{code: "test/literal", other: "Write {share: 62} or } or { or {{value}} for {name}."},
		{code: "test/plain", other: "Nothing to fill."},
		{code: "test/value", other: "<{value}>"},
	}}
}

// level prints itself.
type level int

func (l level) String() string { return "level " + strings.Repeat("I", int(l)) }

func TestText(t *testing.T) {
	t.Parallel()

	value := func(v any) Message { return New("test/value", Args{"value": v}) }
	tests := map[string]struct {
		message Message
		want    string
	}{
		"no arguments":            {New("test/plain", nil), "Nothing to fill."},
		"argument not needed":     {New("test/plain", Args{"value": "x"}), "Nothing to fill."},
		"missing argument":        {New("test/value", nil), "<{value}>"},
		"other argument":          {New("test/value", Args{"name": "x"}), "<{value}>"},
		"unknown code":            {New("test/unknown", Args{"value": "x"}), "test/unknown"},
		"one":                     {New("test/count", Args{"count": 1, "area": "P1"}), "One area of P1."},
		"two":                     {New("test/count", Args{"count": 2, "area": "P1"}), "2 areas of P1."},
		"none":                    {New("test/count", Args{"count": 0, "area": "P1"}), "0 areas of P1."},
		"count missing":           {New("test/count", Args{"area": "P1"}), "{count} areas of P1."},
		"count no number":         {New("test/count", Args{"count": "1", "area": "P1"}), "1 areas of P1."},
		"braces that stay":        {New("test/literal", Args{"name": "R01", "value": 3}), "Write {share: 62} or } or { or {3} for R01."},
		"text":                    {value("x"), "<x>"},
		"number":                  {value(-12), "<-12>"},
		"stringer":                {value(level(3)), "<level III>"},
		"anything":                {value(3.5), "<3.5>"},
		"nothing":                 {value(nil), "<<nil>>"},
		"no words":                {value([]string{}), "<>"},
		"one word":                {value([]string{"a"}), "<a>"},
		"two words":               {value([]string{"a", "b"}), "<a and b>"},
		"three words":             {value([]string{"a", "b", "c"}), "<a, b and c>"},
		"text with braces":        {value("{value} {name}"), "<{value} {name}>"},
		"words with braces":       {value([]string{"{last}", "{head}"}), "<{last} and {head}>"},
		"field without a wording": {New("test/field", Args{"area": "P1"}), "{area.title} (P1)"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			if got := small().Text(test.message); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestFields(t *testing.T) {
	t.Parallel()

	plain := small()
	worded := plain.WithFields(func(value any, field string) (string, bool) {
		return "Openness {area}", value == "P2" && field == "title"
	})
	for area, want := range map[string]string{"P2": "Openness {area} (P2)", "P3": "{area.title} (P3)"} {
		if got := worded.Say("test/field", Args{"area": area}); got != want {
			t.Errorf("%s: got %q, want %q", area, got, want)
		}
	}
	if got, want := worded.Say("test/field", nil), "{area.title} ({area})"; got != want {
		t.Errorf("without the argument: got %q, want %q", got, want)
	}
	if got, want := plain.Say("test/field", Args{"area": "P2"}), "{area.title} (P2)"; got != want {
		t.Errorf("the catalogue itself was changed: got %q, want %q", got, want)
	}
}

func TestListWithoutItsEntry(t *testing.T) {
	t.Parallel()

	if got := (Catalogue{}).List([]string{"a", "b"}); got != "a, b" {
		t.Errorf("got %q", got)
	}
}

func TestRule(t *testing.T) {
	t.Parallel()

	for code, want := range map[string]string{
		"input/score": "input/score", "input/score.zero": "input/score", "input/score.zero.help": "input/score", "": "",
	} {
		if got := New(code, nil).Rule(); got != want {
			t.Errorf("%q: got rule %q, want %q", code, got, want)
		}
	}
}

func TestClean(t *testing.T) {
	t.Parallel()

	long := strings.Repeat("é", maxWord)
	for text, want := range map[string]string{
		"":                        "",
		"Ministère, 5 %":          "Ministère, 5 %",
		"日本 😀":                    "日本 😀",
		"a\x1b[31mb":              `a\u001B[31mb`,
		"a\x00b":                  `a\u0000b`,
		"a\u009bb":                `a\u009Bb`,
		"a\nb\r\tc":               `a\nb\r\tc`,
		"a\u202eb\u2066c\u200fd":  `a\u202Eb\u2066c\u200Fd`,
		"a\u2028b\u2029c\ufeffd":  `a\u2028b\u2029c\uFEFFd`,
		"a\U000e0041b":            `a\uE0041b`,
		"a\ue000b":                `a\uE000b`,
		"a\xffb":                  "a\ufffdb",
		long:                      long,
		long + "x":                long + "…",
		strings.Repeat("\n", 200): strings.Repeat(`\n`, maxWord) + "…",
	} {
		if got := Clean(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
	if got, want := CleanLine(long+"\x1b"+long), long+`\u001B`+long; got != want {
		t.Errorf("a line was cut: got %q, want %q", got, want)
	}
}

// No text of a file can put a control or direction character, a line break or broken UTF-8 into a sentence.
func TestNothingHiddenGetsThrough(t *testing.T) {
	t.Parallel()

	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(
			rapid.String(),
			rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) }),
		).Draw(t, "text")
		for what, got := range map[string]string{
			"word": small().Say("test/value", Args{"value": text}),
			"list": small().Say("test/value", Args{"value": []string{text, text}}),
			"line": CleanLine(text),
		} {
			for _, r := range got {
				if r != '\ufffd' && hidden(r) {
					t.Fatalf("%s: %q lets %U through: %q", what, text, r, got)
				}
			}
		}
		if again := CleanLine(CleanLine(text)); again != CleanLine(text) {
			t.Fatalf("cleaning %q twice gives %q", text, again)
		}
	})
}
