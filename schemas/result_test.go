package schemas

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// In a result every key is always there, and no other: programs that read it need not guess.
func TestResultSchemaAsksForEveryKey(t *testing.T) {
	t.Parallel()
	var schema any
	if err := json.Unmarshal(resultSource, &schema); err != nil {
		t.Fatal(err)
	}
	var walk func(way string, v any)
	walk = func(way string, v any) {
		switch v := v.(type) {
		case []any:
			for _, item := range v {
				walk(way, item)
			}
		case map[string]any:
			if properties, ok := v["properties"].(map[string]any); ok && v["additionalProperties"] != nil {
				required := words(v["required"])
				slices.Sort(required)
				if diff := cmp.Diff(keys(properties), required); diff != "" {
					t.Errorf("%s does not ask for every key:\n%s", way, diff)
				}
				if open, isBool := v["additionalProperties"].(bool); open || !isBool {
					t.Errorf("%s lets other keys in", way)
				}
			} else if ok && way != "" {
				t.Errorf("%s lets other keys in", way)
			}
			for key, sub := range v {
				walk(way+"/"+key, sub)
			}
		}
	}
	walk("", schema)
}
