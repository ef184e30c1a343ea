package reports

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/forms"
	"github.com/eifcheck/eifcheck/observatory"
	"github.com/eifcheck/eifcheck/rules"
)

// documentOf writes a document and returns its files by their parts.
func documentOf(tb testing.TB, d Document, a *eifcheck.Assessment) map[string][]byte {
	tb.Helper()
	parts := map[string]*bytes.Buffer{}
	err := d.Write(func(part string) (io.Writer, error) {
		parts[part] = &bytes.Buffer{}
		return parts[part], nil
	}, a, DocumentOptions{Print: func(page []byte) ([]byte, error) { return page, nil }, Header: header(), Wording: wording(tb), File: "r" + d.Extension})
	if err != nil {
		tb.Fatal(err)
	}
	files := map[string][]byte{}
	for part, b := range parts {
		files[part] = b.Bytes()
	}
	return files
}

// resultOf is the result of a file, with other years and countries beside it.
func resultOf(tb testing.TB, name string) *eifcheck.Assessment {
	tb.Helper()
	var result *eifcheck.Assessment
	_, err := eifcheck.Assess(tb.Context(), []string{name}, eifcheck.Options{
		Version: "1.0.0", AsOf: "2026-11-22", Wording: wording(tb), Rules: rules.NewRegistry(),
		Beside: eifcheck.Beside{History: true, Peers: []string{"ES", "LI"}},
	}, func(a *eifcheck.Assessment) error {
		result = a
		return nil
	})
	if err != nil || !result.Assessed {
		tb.Fatalf("%s was not assessed: %v %+v", name, err, result)
	}
	return result
}

// written assesses a text as a file.
func written(tb testing.TB, folder, text string) *eifcheck.Assessment {
	tb.Helper()
	name := filepath.Join(folder, "file.yaml")
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		tb.Fatal(err)
	}
	return resultOf(tb, name)
}

// publishedFile is a file that holds what was published of a country and year.
func publishedFile(tb testing.TB, known *observatory.CountryYear) string {
	tb.Helper()
	w := wording(tb)
	return string(forms.Form{
		Country: known.Country, Year: known.Year, Published: known, Minimal: true, Catalogue: w.Catalogue, Texts: w.Texts,
	}.Write())
}

// everyFile hands each real file, and each published country and year, to a subtest.
func everyFile(t *testing.T, check func(t *testing.T, text string)) {
	t.Helper()
	names, err := filepath.Glob("../testdata/real/*.yaml")
	if err != nil || len(names) == 0 {
		t.Fatalf("no real files: %v", err)
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(filepath.Base(name), func(t *testing.T) {
			t.Parallel()
			check(t, string(text))
		})
	}
	years := observatory.CountryYears()
	if len(years) != 98 {
		t.Fatalf("%d country-years, want 98", len(years))
	}
	for i := range years {
		t.Run(fmt.Sprintf("%s %d", years[i].Country, years[i].Year), func(t *testing.T) {
			t.Parallel()
			check(t, publishedFile(t, &years[i]))
		})
	}
}

func TestDocumentsAreDescribed(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, d := range Documents() {
		if !wording(t).Has(d.About) {
			t.Errorf("%s: nothing says what it is for", d.Name)
		}
		if seen[d.Name] || seen[d.Extension] || !strings.HasPrefix(d.Extension, ".") {
			t.Errorf("%s with %s: not its own", d.Name, d.Extension)
		}
		seen[d.Name], seen[d.Extension] = true, true
		files := documentOf(t, d, france())
		if len(files) != 1+len(d.Parts) {
			t.Errorf("%s wrote %d files, and names %d parts", d.Name, len(files), len(d.Parts))
		}
		for _, part := range d.Parts {
			if len(files[part]) == 0 {
				t.Errorf("%s: %s is empty", d.Name, part)
			}
		}
	}
}

// The whole report, of results made by hand: France 2020, decimals with everything that can go wrong,
// an organisation, a country without data.
func TestMarkdownDocument(t *testing.T) {
	t.Parallel()
	for name, a := range map[string]*eifcheck.Assessment{
		"country": france(), "decimals": norway(), "organisation": agency(), "no-data": unscored(),
	} {
		page := documentOf(t, markdownDocument(), a)[""]
		shapeOfMarkdown(t, page)
		golden(t, "document-markdown-"+name, page)
	}
}

// Free text is text in a document too, and builds nothing.
func TestHostileTextInMarkdownDocuments(t *testing.T) {
	t.Parallel()
	for _, d := range []Document{markdownDocument(), factsheetDocument()} {
		calm, _ := filled(harmless)
		want := documentOf(t, d, calm)[""]
		for name, value := range hostileValues() {
			t.Run(d.Name+"/"+name, func(t *testing.T) {
				t.Parallel()
				a, _ := filled(value)
				checkMarkdown(t, want, documentOf(t, d, a)[""], len(value) > 1<<10)
			})
		}
	}
}

func TestMarkdownLink(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, title, address, want string }{
		{"address of the web", "RGI", "https://example.org/a?b=c", "[RGI](<https://example.org/a?b=c>)"},
		{"no title", "", "https://example.org", "[`https://example.org`](<https://example.org>)"},
		{"no address", "RGI", "", "RGI"},
		{"script", "RGI", "javascript:alert(1)", "RGI `javascript:alert(1)`"},
		{"data", "x", "data:text/html,x", "x `data:text/html,x`"},
		{"no host", "x", "https:/x", "x `https:/x`"},
		{"a password in it", "x", "https://a:b@example.org", "x `https://a:b@example.org`"},
		{"end of the link", "a](b", "https://example.org/>) [x](y", "[a\\](b](<https://example.org/%3E%29%20%5Bx%5D%28y>)"},
		{"end in the query", "a", "https://example.org/?q=>|`", "[a](<https://example.org/?q=%3E%7C%60>)"},
	} {
		if got := markdownLink(c.title, c.address); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}
