package charts

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// The charts' own colours are told apart by people who see little contrast: marks from the paper by 3:1 (WCAG 2.2,
// 1.4.11), text in a cell from its ground by 4.5:1 (1.4.3), in light and dark.
func TestColoursContrast(t *testing.T) {
	t.Parallel()

	light, dark, found := strings.Cut(CSS(), "prefers-color-scheme: dark")
	if !found {
		t.Fatal("no dark colours")
	}
	pairs := []struct {
		mark, ground string
		least        float64
	}{
		{"score", "paper", 3},
		{"average", "paper", 3},
		{"grid", "paper", 3},
		{"nodata", "paper", 3},
		{"on-light", "level-1", 4.5},
		{"on-light", "level-2", 4.5},
		{"on-middle", "level-3", 4.5},
		{"on-dark", "level-4", 4.5},
	}
	for scheme, rules := range map[string]string{"light": light, "dark": dark} {
		colours := map[string]float64{}
		for _, rule := range regexp.MustCompile(`--chart-([a-z0-9-]+), #([0-9a-f]+)\)`).FindAllStringSubmatch(rules, -1) {
			colours[rule[1]] = luminance(t, rule[2])
		}
		for _, pair := range pairs {
			mark, ok := colours[pair.mark]
			ground, also := colours[pair.ground]
			if !ok || !also {
				t.Fatalf("%s: no colour for %s or %s", scheme, pair.mark, pair.ground)
			}
			if got := (max(mark, ground) + 0.05) / (min(mark, ground) + 0.05); got < pair.least {
				t.Errorf("%s: %s on %s has a contrast of %.2f, want at least %.1f", scheme, pair.mark, pair.ground, got, pair.least)
			}
		}
	}
}

// luminance is the relative luminance of a colour, as WCAG 2.2 defines it.
func luminance(t *testing.T, hex string) float64 {
	t.Helper()

	if len(hex) == 3 {
		hex = string([]byte{hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]})
	}
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		value, err := strconv.ParseUint(hex[2*i:2*i+2], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		channel := float64(value) / 255
		if channel <= 0.04045 {
			channel /= 12.92
		} else {
			channel = math.Pow((channel+0.055)/1.055, 2.4)
		}
		sum += weight * channel
	}
	return sum
}
