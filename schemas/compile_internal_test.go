package schemas

import "testing"

func BenchmarkCompileShape(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := compile(shapeSource); err != nil {
			b.Fatal(err)
		}
	}
}
