package browser

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestPlaces(t *testing.T) {
	t.Parallel()

	environment := map[string]string{"HOME": "/Users/ada", "ProgramFiles": `C:\Program Files`}
	getenv := func(name string) string { return environment[name] }
	for system, want := range map[string]string{
		"darwin":  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
		"windows": `C:\Program Files/Microsoft/Edge/Application/msedge.exe`,
		"linux":   "/snap/bin/chromium",
	} {
		got := places(system, getenv)
		for i := range got {
			got[i] = filepath.ToSlash(got[i])
		}
		if !slices.Contains(got, filepath.ToSlash(want)) {
			t.Errorf("%s: %s is missing in %q", system, want, got)
		}
		if slices.ContainsFunc(got, func(place string) bool { return strings.HasPrefix(place, "/Google") }) {
			t.Errorf("%s: a variable that is not set gave a place: %q", system, got)
		}
	}
}
