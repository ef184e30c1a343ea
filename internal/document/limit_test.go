package document

import (
	"bytes"
	"fmt"
	"runtime"
	"testing"
)

// maxAllocated bounds the memory that reading any file may ask for in all, which bounds the work
// too, and the memory in use at any moment all the more.
const maxAllocated = 512 << 20

// TestHostile reads the worst files known. What is asserted does not depend on the machine: the
// size of what comes out, and the bytes allocated on the way.
//
//nolint:paralleltest // it counts the bytes that the whole process allocates
func TestHostile(t *testing.T) {
	if testing.Short() || raceDetector {
		t.Skip("many large files")
	}
	for name, file := range hostile() {
		src := file()
		if len(src) > MaxBytes {
			t.Errorf("%s: %d bytes are refused unread", name, len(src))
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		d := Parse(name, src)
		runtime.ReadMemStats(&after)
		if got := after.TotalAlloc - before.TotalAlloc; got > maxAllocated {
			t.Errorf("%s: %d MiB allocated, want at most %d", name, got>>20, maxAllocated>>20)
		}
		if got := size(d.Root); got > MaxNodes {
			t.Errorf("%s: %d nodes, want at most %d", name, got, MaxNodes)
		}
		if len(d.Problems) > MaxProblems+1 {
			t.Errorf("%s: %d problems, want at most %d", name, len(d.Problems), MaxProblems+1)
		}
		if d.Root == nil && len(d.Problems) == 0 {
			t.Errorf("%s: neither a tree nor a problem", name)
		}
	}
}

func size(n *Node) int {
	if n == nil {
		return 0
	}
	total := 1
	for _, m := range n.Members {
		total += size(m.Value)
	}
	for _, item := range n.Items {
		total += size(item)
	}
	return total
}

func TestLimits(t *testing.T) {
	t.Parallel()
	list := func(n int) string { return "a: [" + repeat("1,", n-1) + "1]" }
	tests := []struct {
		name, file, src string
		code            string
	}{
		{"as many nodes as allowed", "a.yaml", list(MaxNodes - 2), ""},
		{"one node too many", "a.yaml", list(MaxNodes - 1), "input/limit.nodes"},
		{"as many nodes as allowed, JSON", "a.json", `{"a": [` + repeat("1,", MaxNodes-3) + "1]}", ""},
		{"one node too many, JSON", "a.json", `{"a": [` + repeat("1,", MaxNodes-2) + "1]}", "input/limit.nodes"},
		{"as many starts as allowed", "a.yaml", "a: '" + repeat(",", MaxStarts-1) + "'", ""},
		{"one start too many", "a.yaml", "a: '" + repeat(",", MaxStarts) + "'", "input/limit.starts"},
		{"as deep as allowed", "a.yaml", "a: " + repeat("[", MaxDepth-1) + repeat("]", MaxDepth-1), ""},
		{"one level too deep", "a.yaml", "a: " + repeat("[", MaxDepth) + repeat("]", MaxDepth), "input/limit.depth"},
		{"one level too deep, JSON", "a.json", `{"a": ` + repeat("[", MaxDepth) + repeat("]", MaxDepth) + "}", "input/limit.depth"},
		{"one level too deep, dashes", "a.yaml", "a:\n  " + repeat("- ", MaxDepth) + "x", "input/limit.depth"},
		{"one level too deep, dashes not indented", "a.yaml", "a:\n" + repeat("- ", MaxDepth) + "x", "input/limit.depth"},
		{"one level too deep through an alias", "a.yaml", "a: &a " + repeat("[", 40) + repeat("]", 40) + "\nb: " +
			repeat("[", 24) + "*a" + repeat("]", 24), "input/limit.depth"},
		{"aliases in aliases", "a.yaml", string(hostile()["alias bomb"]()), "input/limit.nodes"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			d := Parse(test.file, []byte(test.src))
			if test.code == "" {
				if d.Root == nil || len(d.Problems) > 0 {
					t.Errorf("got problems %v, want a tree", d.Problems)
				}
			} else if d.Root != nil || len(d.Problems) != 1 || d.Problems[0].Message.Code != test.code {
				t.Errorf("got problems %v, want %s alone and no tree", d.Problems, test.code)
			}
		})
	}
}

func TestManyProblems(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	for i := range MaxProblems + 7 {
		fmt.Fprintf(&b, "k%d: *a\n", i)
	}
	d := Parse("a.yaml", b.Bytes())
	if len(d.Problems) != MaxProblems+1 {
		t.Fatalf("got %d problems, want %d", len(d.Problems), MaxProblems+1)
	}
	last := d.Problems[MaxProblems].Message
	if last.Code != "input/limit.problems" || last.Args["count"] != 7 {
		t.Errorf("got %v last, want input/limit.problems with the count 7", last)
	}
}
