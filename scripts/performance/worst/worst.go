// Package worst makes the files that cost a reader of assessments the most: as long as eifcheck reads them, and
// of the shapes that readers of YAML and JSON are known to choke on. Some are far past every limit, and some stay
// just within those of the syntax, so that they reach what comes after it.
package worst

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
)

const (
	// Size is how long the files are at most: the size of the largest file that eifcheck reads.
	Size = 4 << 20
	// Starts is how many bytes that can start a node eifcheck reads.
	Starts = 250_000
	// Nodes is how many nodes eifcheck reads.
	Nodes = 100_000
)

// Exit codes of eifcheck.
const (
	pass    = 0
	refused = 2
)

// File is one of the worst files.
type File struct {
	// Name with its extension.
	Name string
	// About says what is in it.
	About string
	// Exit is the code that assessing the file alone must end with.
	Exit int

	write func(w *bufio.Writer)
}

// WriteTo writes what is in the file, piece by piece: it is never in memory as a whole.
func (f File) WriteTo(w io.Writer) (int64, error) {
	counter := &counter{to: w}
	buffer := bufio.NewWriter(counter)
	f.write(buffer)
	return counter.written, buffer.Flush()
}

// Bytes is what is in the file.
func (f File) Bytes() []byte {
	var b bytes.Buffer
	_, _ = f.WriteTo(&b) // a bytes.Buffer takes everything
	return b.Bytes()
}

// counter counts what is written through it.
type counter struct {
	to      io.Writer
	written int64
}

func (c *counter) Write(p []byte) (int, error) {
	n, err := c.to.Write(p)
	c.written += int64(n)
	return n, err
}

// Files are the worst files, always the same.
func Files() []File {
	return slices.Concat(pastTheLimits(), withManyMistakes(), withLongLines(), withNoMistake())
}

// start is the least that an assessment needs.
const start = "eifcheck: 1\ncountry: FR\nyear: 2020\n"

// pastTheLimits are files that are to be refused, and soon.
func pastTheLimits() []File {
	return []File{
		{Name: "flow-list.yaml", About: "a list `[1,1,1,…`", Exit: refused, write: filled("[", "1,", "1]")},
		{Name: "open-brackets.yaml", About: "two million `[`", Exit: refused, write: times("", "[", "", 2_000_000)},
		{
			Name: "alias-bomb.yaml", About: "twelve lists, each ten times the one before", Exit: refused,
			write: aliasBomb,
		},
		{Name: "one-line.yaml", About: "one line of plain text", Exit: refused, write: filled("", "word ", "")},
		{
			Name: "wrong-keys.yaml", About: "half a million unknown keys", Exit: refused,
			write: numbered(start, "%s:\n", 500_000),
		},
		{Name: "deep-blocks.yaml", About: "2,800 mappings inside each other", Exit: refused, write: deepBlocks(2_800)},
		{
			Name: "anchors.yaml", About: "a quarter of a million anchors, each with an alias", Exit: refused,
			write: numbered("", "- &%[1]s\n- *%[1]s\n", 250_000),
		},
		{
			Name: "comments.yaml", About: "two million comments", Exit: refused,
			write: times("", "#\n", start, 2_000_000),
		},
		{
			Name: "recommendations.yaml", About: "half a million entries under `recommendations`", Exit: refused,
			write: numbered(start+"recommendations:\n", " %s:\n", 500_000),
		},
		{
			Name: "duplicate-keys.yaml", About: "the key `year` half a million times", Exit: refused,
			write: times(start, "year:\n", "", 500_000),
		},
		{
			Name: "nested.json", About: "two million arrays inside each other", Exit: refused,
			write: func(w *bufio.Writer) {
				w.WriteString(strings.Repeat("[", Size/2))
				w.WriteString(strings.Repeat("]", Size/2))
			},
		},
		{Name: "zero-bytes.yaml", About: "zero bytes", Exit: refused, write: filled("title: ", "\x00", "")},
		{Name: "not-utf-8.yaml", About: "bytes that are no UTF-8", Exit: refused, write: filled("title: ", "\xe9", "")},
		{Name: "quoted.yaml", About: "one quoted text", Exit: refused, write: filled(`"`, "x", `"`)},
		{Name: "documents.yaml", About: "a million documents", Exit: refused, write: filled("", "---\n", "")},
	}
}

// withManyMistakes are files that the limits of the syntax let through, or nearly, to what comes after it, with as many
// mistakes as there can be nodes.
func withManyMistakes() []File {
	return []File{
		{
			Name: "within-flow-list.yaml", About: "a list of as many items as may be parsed", Exit: refused,
			write: times(start+"title: [", "1234567890123,", "1]\n", Starts-100),
		},
		{
			Name: "within-anchors.yaml", About: "as many anchors as may be parsed", Exit: refused,
			write: numbered(start+"title: [", "&%s x,", Starts-100, "x]\n"),
		},
		{
			Name: "within-wrong-keys.yaml", About: "as many unknown keys as may be in the tree", Exit: refused,
			write: numbered(start, "contry%s: 1\n", Nodes/2-100),
		},
		{
			Name: "within-wrong-keys.json", About: "the same in JSON, on one line", Exit: refused,
			write: numbered("{", `"contry%s":1,`, Nodes/2-100, `"eifcheck":1}`),
		},
		{
			Name: "within-duplicate-keys.yaml", About: "one key as often as it may be in the tree", Exit: refused,
			write: times(start, "country: FR\n", "", Nodes/2-100),
		},
		{
			Name: "within-recommendations.yaml", About: "unknown recommendations, four mistakes each", Exit: refused,
			write: numbered(start+"recommendations: {", "R%s: {score: 9, status: x, a: 1, plan: 1},", Nodes/11, "}\n"),
		},
		{
			Name: "within-indicators.yaml", About: "unknown questions, three mistakes each", Exit: refused,
			write: numbered(start+"recommendations: {R01: {indicators: {",
				"R01-%s: {level: 9, status: x, share: 2},", Nodes/9, "}}}\n"),
		},
		{
			Name: "within-evidence.yaml", About: "evidence, five mistakes each", Exit: refused,
			write: times(start+"recommendations:\n R01:\n  evidence:\n",
				"   - {kind: lwa, date: 2020-13-40, stance: support, nte: 1}\n", "", Nodes/9-100),
		},
		{
			Name: "within-claims.yaml", About: "claims that say nothing", Exit: refused,
			write: times(start+"claims: [", "{},", "]\n", Nodes-100),
		},
	}
}

// withLongLines are files whose mistakes stand on long lines or within large values: whatever is done for a mistake
// with its line or its value is done very often.
func withLongLines() []File {
	return []File{
		{
			Name: "within-one-line.json", About: "a thousand unknown keys on one line", Exit: refused,
			write: numbered("{", `"%s":"`+strings.Repeat("x", 4_000)+`",`, 1_000, `"eifcheck":1}`),
		},
		{
			Name: "within-one-claim.yaml", About: "one claim with as many wrong areas as may be", Exit: refused,
			write: times(start+"claims: [{areas: [", "1,", "]}]\n", Nodes-100),
		},
		{
			Name: "within-long-claim.yaml", About: "one claim with 3 MiB of text and many wrong areas", Exit: refused,
			write: times(start+`claims: [{text: "`+strings.Repeat("x", 3<<20)+`", areas: [`, "1,", "]}]\n", Nodes-100),
		},
		{
			Name: "within-long-keys.yaml", About: "unknown keys of a thousand letters", Exit: refused,
			write: numbered(start, "%s"+strings.Repeat("k", 1_000)+": 1\n", 4_000),
		},
	}
}

// withNoMistake are files that are assessed.
func withNoMistake() []File {
	return []File{
		{
			Name: "valid-claims.yaml", About: "as many claims as may be in the tree", Exit: pass,
			write: times(start+"claims:\n", " - {areas: [P1, P2, P3], relation: above}\n", "", Nodes/8-100),
		},
		{
			Name: "valid-evidence.yaml", About: "as much evidence as may be in the tree", Exit: pass,
			write: times(start+"recommendations: {R01: {score: 3, evidence: [",
				"{title: x, url: http://x.eu},", "]}}\n", Nodes/5-100),
		},
		{
			Name: "valid-sources.yaml", About: "as many sources as may be in the tree", Exit: pass,
			write: numbered(start+"sources: {", "%s: {},", Nodes/2-100, "}\n"),
		},
		{
			Name: "valid-title.yaml", About: "a title of 4 MiB", Exit: pass,
			write: filled(start+`title: "`, "x", "\"\n"),
		},
		{
			Name: "valid-escapes.yaml", About: "two million line breaks in the title", Exit: pass,
			write: filled(start+`title: "`, `\n`, "\"\n"),
		},
		{
			Name: "valid-hashes.yaml", About: "a comment of two million `#`", Exit: pass,
			write: filled(start+"title: x ", "# ", "\n"),
		},
		{
			Name: "valid-comments.yaml", About: "as many comments as may be parsed", Exit: pass,
			write: times("", "#             \n", start, Starts-100),
		},
	}
}

// filled repeats a piece between a head and a tail, as often as fits.
func filled(head, piece, tail string) func(*bufio.Writer) {
	return times(head, piece, tail, (Size-len(head)-len(tail))/len(piece))
}

// times repeats a piece between a head and a tail.
func times(head, piece, tail string, count int) func(*bufio.Writer) {
	return func(w *bufio.Writer) {
		w.WriteString(head)
		for range count {
			w.WriteString(piece)
		}
		w.WriteString(tail)
	}
}

// numbered is as times, with a short name in each piece that no other has.
func numbered(head, format string, count int, tail ...string) func(*bufio.Writer) {
	return func(w *bufio.Writer) {
		w.WriteString(head)
		for i := range count {
			fmt.Fprintf(w, format, name(i))
		}
		for _, t := range tail {
			w.WriteString(t)
		}
	}
}

// name is a short name for a number under half a million: four letters and digits, a letter first.
func name(number int) string {
	const digits = "abcdefghijklmnopqrstuvwxyz234567"
	var name [4]byte
	for i := len(name) - 1; i >= 0; i-- {
		name[i] = digits[number%len(digits)]
		number /= len(digits)
	}
	return string(name[:])
}

// aliasBomb would be 10^13 nodes, if the aliases were followed.
func aliasBomb(w *bufio.Writer) {
	fmt.Fprintf(w, "a0: &a0 [%s]\n", strings.Repeat("x, ", 10))
	for i := 1; i <= 12; i++ {
		fmt.Fprintf(w, "a%d: &a%d [%s]\n", i, i, strings.Repeat(fmt.Sprintf("*a%d, ", i-1), 10))
	}
}

// deepBlocks nests mappings, each on a line of its own.
func deepBlocks(levels int) func(*bufio.Writer) {
	return func(w *bufio.Writer) {
		for level := range levels {
			fmt.Fprintf(w, "%*sa:\n", level, "")
		}
	}
}
