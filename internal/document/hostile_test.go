package document

import (
	"bytes"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"
)

// hostile are files of up to 4 MiB made to be slow or large to read.
func hostile() map[string]func() []byte {
	fill := func(head, unit, tail string) []byte {
		n := (MaxBytes - len(head) - len(tail)) / len(unit)
		return []byte(head + strings.Repeat(unit, n) + tail)
	}
	upTo := func(head, unit, tail string, n int) []byte { return []byte(head + strings.Repeat(unit, n) + tail) }
	numbered := func(format string, n int) []byte {
		var b bytes.Buffer
		for i := range n {
			b.WriteString(strings.ReplaceAll(format, "%d", strconv.Itoa(i)))
		}
		return b.Bytes()
	}
	bomb := "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
	for i := 1; i < 12; i++ {
		bomb += fmt.Sprintf("a%d: &a%d [%s]\n", i, i, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d, ", i-1), 10), ", "))
	}
	blockDeep := &bytes.Buffer{}
	for i := range 2800 {
		blockDeep.WriteString(strings.Repeat(" ", i) + "k:\n")
	}
	return map[string]func() []byte{
		"flow list":               func() []byte { return fill("a: [", "1,", "1]") },
		"flow list within starts": func() []byte { return upTo("a: [", "1,", "1]", MaxStarts-10) },
		"flow list of wide items": func() []byte { return upTo("a: [", "12345678901234,", "1]", MaxStarts-10) },
		"flow set":                func() []byte { return upTo("a: {", "a,", "b}", MaxStarts-10) },
		"flow pairs":              func() []byte { return upTo("a: [", "a: ,", "b]", MaxStarts/2-10) },
		"flow maps":               func() []byte { return upTo("a: [", "{a},", "b]", MaxStarts/2-10) },
		"flow quoted":             func() []byte { return upTo("a: [", `"",`, `""]`, MaxStarts-10) },
		"flow tags":               func() []byte { return upTo("a: [", "!a x,", "b]", MaxStarts-10) },
		"flow anchors":            func() []byte { return numbered(",&a%d x%d", 100_000) },
		"anchors in list":         func() []byte { return append(append([]byte("a: ["), numbered("&a%d x%d,", 240_000)...), ']') },
		"aliases":                 func() []byte { return upTo("b: &b x\na: [", "*b,", "1]", MaxStarts/2-20) },
		"missing aliases":         func() []byte { return upTo("a: [", "*b,", "1]", MaxStarts/2-20) },
		"open brackets":           func() []byte { return fill("", "[", "") },
		"open brackets small":     func() []byte { return upTo("", "[", "", MaxStarts-10) },
		"open braces":             func() []byte { return upTo("", "{", "", MaxStarts-10) },
		"open brace pairs":        func() []byte { return upTo("", "{a: ", "", MaxStarts/2-10) },
		"question marks":          func() []byte { return fill("", "? ", "") },
		"dashes":                  func() []byte { return fill("", "- ", "x") },
		"alias bomb":              func() []byte { return []byte(bomb) },
		"one word":                func() []byte { return fill("a: ", "x", "") },
		"one line of words":       func() []byte { return fill("a: ", "x ", "") },
		"one line accents":        func() []byte { return fill("a: ", "é", "") },
		"accents and nodes":       func() []byte { return upTo("a: [", "éééééé,", "1]", MaxStarts-10) },
		"half a million keys":     func() []byte { return numbered("%d:\n", 500_000) },
		"many keys within starts": func() []byte { return numbered("k%d: %d\n", 124_000) },
		"many same keys":          func() []byte { return upTo("", "a: 1\n", "", 124_000) },
		"same keys under limit":   func() []byte { return upTo("", "a: 1\n", "", 99_000) },
		"keys under limit":        func() []byte { return numbered("key_number_%d: value %d\n", 99_000) },
		"long keys":               func() []byte { return upTo("", strings.Repeat("k", 1000)+": 1\n", "", 4000) },
		"block deep":              func() []byte { return blockDeep.Bytes() },
		"comments":                func() []byte { return upTo("", "#xxxxxxxxxxxx\n", "a: 1\n", MaxStarts-10) },
		"comments spread":         func() []byte { return upTo("", "#xx\n\n", "a: 1\n", MaxStarts/2-10) },
		"comments behind":         func() []byte { return upTo("", "a: 1 #x\n", "", MaxStarts/2-10) },
		"comments after list":     func() []byte { return upTo("a: [1,\n", "#x\n", "1]\n", MaxStarts-10) },
		"comments in items":       func() []byte { return upTo("a:\n", "- #x\n", "", MaxStarts-10) },
		"comments indented":       func() []byte { return upTo("a:\n  b: 1\n", "   #x\n", "c: 1\n", MaxStarts-10) },
		"hash words":              func() []byte { return fill("a: ", "#", "") },
		"hash one line":           func() []byte { return fill("a: b ", "# ", "") },
		"quotes":                  func() []byte { return fill("a: ", `"`, "") },
		"single quotes":           func() []byte { return fill("a: ", `'`, "") },
		"escapes":                 func() []byte { return fill(`a: "`, `\n`, `"`) },
		"long quoted":             func() []byte { return fill(`a: "`, `x `, `"`) },
		"empty lines":             func() []byte { return upTo("a: 1\n", "\n", "", MaxStarts-10) },
		"quoted lines":            func() []byte { return upTo("a: \"", "x\n", "\"", MaxStarts-10) },
		"plain lines":             func() []byte { return upTo("a: x\n", " x\n", "", MaxStarts-10) },
		"block text":              func() []byte { return upTo("a: |\n", " xxxxxxxxxx\n", "", MaxStarts-10) },
		"block text blank":        func() []byte { return upTo("a: |\n", "          \n", " x", MaxStarts-10) },
		"folded text":             func() []byte { return upTo("a: >\n", " x\n", "", MaxStarts-10) },
		"many block texts":        func() []byte { return upTo("", "- |\n x\n", "", MaxStarts/2-10) },
		"document markers":        func() []byte { return upTo("", "---\n", "", MaxStarts-10) },
		"document ends":           func() []byte { return upTo("", "...\n", "", MaxStarts-10) },
		"directives":              func() []byte { return upTo("", "%YAML 1.2\n", "", MaxStarts-10) },
		"tag directives":          func() []byte { return numbered("%TAG !a%d! x%d\n", 170_000) },
		"tag directives used": func() []byte {
			return append(numbered("%TAG !a%d! x%d\n", 100_000), append([]byte("---\n"), numbered("- !a%d!x %d\n", 100_000)...)...)
		},
		"long tag":           func() []byte { return fill("a: !", "x", "") },
		"long anchor":        func() []byte { return fill("a: &", "x", "") },
		"anchor colons":      func() []byte { return fill("a: &", ":", "") },
		"spaces":             func() []byte { return fill("", " ", "") },
		"tabs":               func() []byte { return fill("a:", "\t", "1") },
		"returns":            func() []byte { return fill("", "\r", "") },
		"plain dashes":       func() []byte { return fill("a: ", "-", "") },
		"words":              func() []byte { return fill("", "x ", "") },
		"colons":             func() []byte { return fill("a", ":", " b") },
		"zero bytes":         func() []byte { return fill("a: ", "\x00", "") },
		"control characters": func() []byte { return fill("a: ", "\x01", "") },
		"not UTF-8":          func() []byte { return fill("a: ", "\xe9", "") },
		"json.json": func() []byte {
			return append(append([]byte(`{"a":[`), bytes.Repeat([]byte("1,"), MaxStarts-10)...), []byte("1]}")...)
		},
		"json deep.json": func() []byte { return bytes.Repeat([]byte("["), MaxStarts) },
		"json keys.json": func() []byte {
			return append(append([]byte(`{`), numbered("\"k%d\":%d,", 120_000)...), []byte(`"z":1}`)...)
		},
		"json escapes.json": func() []byte { return fill(`{"a":"`, `\ud800`, `"}`) },
		"json text.json":    func() []byte { return fill(`{"a":"`, `x`, `"}`) },
	}
}

//nolint:paralleltest // it measures
func TestHostileTimes(t *testing.T) {
	only := os.Getenv("HOSTILE")
	if only == "" {
		t.Skip("HOSTILE names the file to read, or 'all'")
	}
	for name, file := range hostile() {
		if only != "all" && name != only {
			continue
		}
		src := file()
		start := time.Now()
		d := Parse(name, src)
		took := time.Since(start)
		codes := ""
		for i, p := range d.Problems {
			if i < 3 {
				codes += " " + p.Message.Code
			}
		}
		t.Logf("%-26s %8d bytes %9s root=%t %d problems%s", name, len(src), took.Round(time.Millisecond), d.Root != nil, len(d.Problems), codes)
	}
}
