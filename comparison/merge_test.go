package comparison_test

import (
	"encoding/json"
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/eifcheck/eifcheck/comparison"
	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/schemas"
)

// Whatever the order of the parts, the file is the same, and nothing is wrong with it. Merged with itself, or with
// one of its parts, it does not change.
func TestAnyOrderGivesTheSame(t *testing.T) {
	t.Parallel()

	rapid.Check(t, func(rt *rapid.T) {
		parts := drawParts(rt)
		want, conflicts := comparison.Merge(parts)
		if len(conflicts) > 0 {
			rt.Fatalf("parts of one file disagree: %v", conflicts)
		}
		got, _ := comparison.Merge(rapid.Permutation(parts).Draw(rt, "order"))
		if diff := cmp.Diff(string(want), string(got)); diff != "" {
			rt.Fatalf("another order gives another file (-first +second):\n%s", diff)
		}
		merged := check(rt, want)
		again, _ := comparison.Merge([]*document.Document{merged, parts[0], merged})
		if diff := cmp.Diff(string(want), string(again)); diff != "" {
			rt.Fatalf("merged again, the file differs (-want +got):\n%s", diff)
		}
		alone, _ := comparison.Merge(parts[:1])
		twice, _ := comparison.Merge([]*document.Document{parts[0], parts[0]})
		if diff := cmp.Diff(string(alone), string(twice)); diff != "" {
			rt.Fatalf("merged with itself, a part differs (-alone +twice):\n%s", diff)
		}
	})
}

// The file of all parts of a file says what that file says.
func TestNothingIsLost(t *testing.T) {
	t.Parallel()

	for _, name := range []string{"../testdata/real/fr.yaml", "../testdata/ok/all-recommendations.yaml"} {
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		d := check(t, source)
		merged, conflicts := comparison.Merge([]*document.Document{d})
		if len(conflicts) > 0 {
			t.Fatalf("%s: %v", name, conflicts)
		}
		again := check(t, merged)
		if got, want := leaves(again.Root), leaves(d.Root); got != want {
			t.Errorf("%s: %d values, want %d", name, got, want)
		}
	}
}

// leaves counts the scalars of a tree that say something; a map of nothing but a score counts as the score.
func leaves(n *document.Node) int {
	count := 0
	for _, m := range n.Members {
		count += leaves(m.Value)
	}
	for _, item := range n.Items {
		count += leaves(item)
	}
	if n.Kind == document.Bool || n.Kind == document.Number || n.Kind == document.String && n.Text != "" {
		count++
	}
	return count
}

func TestMerge(t *testing.T) {
	t.Parallel()

	const head = "eifcheck: 1\ncountry: FR\nyear: 2024\n"
	tests := []struct {
		name  string
		parts []string
		want  string   // what follows the head
		codes []string // of the conflicts
	}{
		{
			name:  "an empty value gives way",
			parts: []string{"recommendations: {R14: {score: }, R15: {score: 2}}\n", "recommendations: {R14: {score: 3}, R15: }\n"},
			want:  "recommendations:\n  R14: {score: 3}\n  R15: {score: 2}\n",
		},
		{
			name:  "the same, written differently",
			parts: []string{"areas: {P1: 3, IG: {score: 2}}\nscope: country\n", "areas: {P1: {score: 3}, IG: 2}\n"},
			want:  "scope: country\nareas: {P1: 3, IG: 2}\n",
		},
		{
			name:  "no item of a checklist holds",
			parts: []string{"recommendations: {R14: {indicators: {R14-3: {items: []}}}}\n", "recommendations: {R14: {indicators: {}}}\n"},
			want:  "recommendations:\n  R14:\n    indicators:\n      R14-3: {items: []}\n",
		},
		{
			name: "a plan of one keeps its order, several are sorted",
			parts: []string{
				"recommendations: {R14: {plan: {actions: [Write, Publish]}}, R15: {plan: {actions: [Write]}}}\n",
				"recommendations: {R15: {plan: {actions: [Publish, Write]}}}\n",
			},
			want: "recommendations:\n  R14:\n    plan: {actions: [Write, Publish]}\n  R15:\n    plan: {actions: [Publish, Write]}\n",
		},
		{
			name:  "two scores, a status, another source",
			parts: []string{"recommendations: {R14: {score: 2}}\nsources: {a: {title: A}}\n", "recommendations: {R14: {score: 3}}\nsources: {a: {title: B}}\n", "recommendations: {R14: {status: no_data, reason: unknown}}\n"},
			codes: []string{"merge/conflict", "merge/conflict", "merge/conflict"},
		},
		{
			name:  "a default decides what answers mean",
			parts: []string{"", "scope: region\n"},
			codes: []string{"merge/conflict.default"},
		},
		{
			name:  "the year",
			parts: []string{"reference_date: 2024-06-30\n", "reference_date: 2024-06-30\n", ""},
			codes: []string{"merge/conflict.default"},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()

			var parts []*document.Document
			for _, part := range test.parts {
				parts = append(parts, check(t, []byte(head+part)))
			}
			for range 2 {
				got, conflicts := comparison.Merge(parts)
				if diff := cmp.Diff(test.codes, codes(conflicts)); diff != "" {
					t.Errorf("conflicts differ (-want +got):\n%s", diff)
				}
				want := ""
				if len(test.codes) == 0 {
					want = head + test.want
				}
				if diff := cmp.Diff(want, string(got)); diff != "" {
					t.Errorf("file differs (-want +got):\n%s", diff)
				}
				slices.Reverse(parts)
			}
		})
	}
}

// The forms name every key of the format, in its order or not: one that is missing would be lost.
func TestEveryKeyIsKnown(t *testing.T) {
	t.Parallel()

	source, err := os.ReadFile("../schemas/shape.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var schema map[string]any
	if err := json.Unmarshal(source, &schema); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(comparison.Keys(), comparison.KeysOf(schema)); diff != "" {
		t.Errorf("keys differ (-merged +schema):\n%s", diff)
	}
}

func codes(list []messages.Message) []string {
	var found []string
	for _, m := range list {
		found = append(found, m.Code)
	}
	return found
}

// check reads a file with which nothing is wrong.
func check(t interface {
	Helper()
	Fatalf(format string, args ...any)
}, source []byte,
) *document.Document {
	t.Helper()
	d := document.Parse("a.yaml", source)
	if problems := slices.Concat(d.Problems, schemas.Check(d)); len(problems) > 0 {
		t.Fatalf("%v in\n%s", problems, source)
	}
	return d
}
