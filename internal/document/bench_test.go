package document

import (
	"bytes"
	"fmt"
	"testing"

	"go.yaml.in/yaml/v4"
)

// sample makes an assessment of about n bytes.
func sample(n int) []byte {
	var b bytes.Buffer
	b.WriteString("eifcheck: 1\ncountry: FR\nyear: 2020\nrecommendations:\n")
	for i := 0; b.Len() < n; i++ {
		fmt.Fprintf(&b, `  R%02d:
    score: 3   # as stated
    comment: Les services publics sont accessibles à tous, d'après l'enquête.
    evidence:
      - {source: factsheet-2021, locator: section 1.%d, stance: supports}
      - title: "RGAA 4.1"
        kind: standard
        date: 2021-02-18
    plan: {target: 4, by: 2023-12-31, owner: DINUM, actions: [Publish, "Check again"]}
`, i, i)
	}
	return b.Bytes()
}

func BenchmarkParse(b *testing.B) {
	for _, size := range []int{20 << 10, 1 << 20} {
		src := sample(size)
		b.Run(fmt.Sprintf("yaml/%dKB", size>>10), func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(src)))
			for b.Loop() {
				if Parse("a.yaml", src).Root == nil {
					b.Fatal("no tree")
				}
			}
		})
		b.Run(fmt.Sprintf("library-alone/%dKB", size>>10), func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(src)))
			for b.Loop() {
				var n yaml.Node
				if err := yaml.Load(src, &n); err != nil {
					b.Fatal(err)
				}
			}
		})
		doc := jsonOf(Parse("a.yaml", src).Root)
		b.Run(fmt.Sprintf("json/%dKB", size>>10), func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(doc)))
			for b.Loop() {
				if Parse("a.json", doc).Root == nil {
					b.Fatal("no tree")
				}
			}
		})
	}
}
