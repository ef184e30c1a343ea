package cmd

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// exhibit is a page of the gallery: what it is about, and with whom it compares.
type exhibit struct{ Page, File, Compare string }

// unfilled is an argument of a sentence that nobody gave: braces are nowhere else between two tags but in styles
// and scripts, which hold blanks, colons or semicolons within them.
var unfilled = regexp.MustCompile(`\{[a-z_.]+\}`)

// The pages of docs/gallery are what the program writes today; with -update they are written anew. They are looked
// at in a browser by `make browser`.
func TestGalleryIsCurrent(t *testing.T) {
	t.Chdir("..")
	for _, one := range gallery(t) {
		page := filepath.Join("docs", "gallery", one.Page+".html")
		args := []string{"report", one.File, "-f", "html", "--no-config", "--today", "2026-11-22"}
		if one.Compare != "" {
			args = append(args, "--compare", one.Compare)
		}
		c := call{args: args}
		environment := c.environment()
		environment.Version = "devel"
		if code := Main(t.Context(), environment); code != 0 {
			t.Fatalf("%s: exit %d: %s", one.Page, code, &c.stderr)
		}
		if *update {
			if err := os.WriteFile(page, c.stdout.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(want, c.stdout.Bytes()) {
			t.Errorf("%s is not what the program writes: run make gallery", page)
		}
		if open := unfilled.Find(c.stdout.Bytes()); open != nil {
			t.Errorf("%s says %s, where an argument should stand", page, open)
		}
	}
}

// The list that people read names every page there is, and no other.
func TestGalleryIsListed(t *testing.T) {
	t.Parallel()

	list, err := os.ReadFile("../docs/gallery/README.md")
	if err != nil {
		t.Fatal(err)
	}
	pages, err := filepath.Glob("../docs/gallery/*.html")
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, one := range gallery(t) {
		known[one.Page+".html"] = true
		if !strings.Contains(string(list), "("+one.Page+".html)") {
			t.Errorf("docs/gallery/README.md does not lead to %s.html", one.Page)
		}
	}
	for _, page := range pages {
		if !known[filepath.Base(page)] {
			t.Errorf("%s is in no gallery: name it in internal/pages/gallery.json, or remove it", page)
		}
	}
}

// gallery reads which pages there are, from the directory of a test of this package or from the root.
func gallery(t *testing.T) []exhibit {
	t.Helper()

	text, err := os.ReadFile("internal/pages/gallery.json")
	if os.IsNotExist(err) {
		text, err = os.ReadFile("../internal/pages/gallery.json")
	}
	if err != nil {
		t.Fatal(err)
	}
	var all []exhibit
	if err := json.Unmarshal(text, &all); err != nil {
		t.Fatal(err)
	}
	return all
}
