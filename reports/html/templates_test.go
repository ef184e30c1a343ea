package html

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"github.com/eifcheck/eifcheck/internal/messages"
)

// said are the codes in the templates, and those that a fact carries to them.
var said = regexp.MustCompile(`Say "([^"]+)"`)

// What the templates say is in the catalogue, and what the catalogue has for them is said.
func TestTemplatesSayTheCatalogue(t *testing.T) {
	t.Parallel()

	catalogue, used := messages.English(), map[string]bool{}
	names, err := fs.Glob(templates, "templates/*.tmpl")
	if err != nil || len(names) == 0 {
		t.Fatalf("%d templates, %v", len(names), err)
	}
	for _, name := range names {
		b, err := fs.ReadFile(templates, name)
		if err != nil {
			t.Fatal(err)
		}
		for _, match := range said.FindAllSubmatch(b, -1) {
			code := string(match[1])
			used[code] = true
			if !catalogue.Has(code) {
				t.Errorf("%s: %s is not in the catalogue", name, code)
			}
		}
	}
	for _, code := range catalogue.Codes() {
		carried := strings.HasPrefix(code, "html/page.cover.") || strings.HasPrefix(code, "html/page.run.")
		if strings.HasPrefix(code, "html/page.") && !used[code] && !carried {
			t.Errorf("no template says %s", code)
		}
	}
}

func TestReadTheme(t *testing.T) {
	t.Parallel()

	tests := map[string]struct{ css, want string }{
		"colours":                {"h1 { color: #123 } /* plain */", ""},
		"a picture in it":        {`h1 { background: url("data:image/png;base64,AAAA") }`, ""},
		"quotes":                 {`q::before { content: "\201C" }`, ""},
		"crlf":                   {"h1 {}\r\nh2 {}\r\n", ""},
		"an import":              {`@import "x.css";`, "html/theme.loads"},
		"an escaped import":      {`@\69mport "x.css";`, "html/theme.loads"},
		"an import in a comment": {`/* @import */`, "html/theme.loads"},
		"an address":             {`a { background: URL(https://example.org/x) }`, "html/theme.loads"},
		"an escaped address":     {`a { background: u\72 l(https://example.org/x) }`, "html/theme.loads"},
		"an address in a set":    {`a { background: image-set("https://example.org/x" 1x) }`, "html/theme.loads"},
		"the end of the element": {`</STYLE><script>alert(1)</script>`, "html/theme.loads"},
		"no text":                {"\xff\xfe", "html/theme.text"},
		"too large":              {strings.Repeat(" ", maxTheme+1), "html/theme.large"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			theme, wrong := ReadTheme([]byte(test.css))
			check(t, wrong, test.want, theme.css != "")
		})
	}
}

func TestReadLogo(t *testing.T) {
	t.Parallel()

	svg := func(inside string) string {
		return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">` + inside + `</svg>`
	}
	tests := map[string]struct{ picture, want string }{
		"a drawing":          {svg(`<rect fill="url(#a)" width="1"/>`), ""},
		"with a style":       {svg(`<style>.a{fill:url(#b)}</style><use href="#x"/>`), ""},
		"a PNG":              {onePixel, ""},
		"a cut PNG":          {onePixel[:40], "html/logo.kind"},
		"a script":           {svg(`<script>alert(1)</script>`), "html/logo.active"},
		"a handler":          {svg(`<rect onclick="alert(1)"/>`), "html/logo.active"},
		"foreign content":    {svg(`<foreignObject/>`), "html/logo.active"},
		"a picture":          {svg(`<image href="https://example.org/x.png"/>`), "html/logo.active"},
		"a link":             {svg(`<a href="https://example.org"/>`), "html/logo.active"},
		"an outside use":     {svg(`<use xlink:href="https://example.org/x.svg#a"/>`), "html/logo.active"},
		"an outside fill":    {svg(`<rect style="fill:u\72l(https://example.org/x)"/>`), "html/logo.active"},
		"an animation":       {svg(`<animate attributeName="href" to="javascript:alert(1)"/>`), "html/logo.active"},
		"an outside style":   {svg(`<style>@import "x"</style>`), "html/logo.active"},
		"an entity":          {`<!DOCTYPE svg [<!ENTITY a "b">]>` + svg(`&a;`), "html/logo.active"},
		"a style sheet":      {`<?xml-stylesheet href="x.css"?>` + svg(``), "html/logo.active"},
		"another namespace":  {svg(`<x xmlns="http://www.w3.org/1999/xhtml"/>`), "html/logo.active"},
		"HTML":               {`<html></html>`, "html/logo.kind"},
		"not closed":         {`<svg xmlns="http://www.w3.org/2000/svg">`, "html/logo.kind"},
		"nothing":            {"", "html/logo.kind"},
		"too large":          {strings.Repeat(" ", maxLogo+1), "html/logo.large"},
		"a PNG of a million": {hugePNG, "html/logo.pixels"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			logo, wrong := ReadLogo([]byte(test.picture))
			check(t, wrong, test.want, strings.HasPrefix(logo.address, "data:image/"))
		})
	}
}

// check holds an answer to the wanted one: something taken, or a message and nothing taken.
func check(t *testing.T, wrong *messages.Message, want string, taken bool) {
	t.Helper()

	got := ""
	if wrong != nil {
		got = wrong.Code
	}
	if got != want || taken != (want == "") {
		t.Errorf("says %q and takes it: %t, want %q", got, taken, want)
	}
}

const (
	// onePixel is the smallest PNG, hugePNG says that it has 49 million pixels.
	onePixel = "\x89\x50\x4e\x47\x0d\x0a\x1a\x0a\x00\x00\x00\x0d\x49\x48\x44\x52\x00\x00\x00\x01\x00\x00\x00\x01" +
		"\x08\x00\x00\x00\x00\x3a\x7e\x9b\x55\x00\x00\x00\x0a\x49\x44\x41\x54\x78\x9c\x63\x60\x00\x00\x00" +
		"\x02\x00\x01\x48\xaf\xa4\x71\x00\x00\x00\x00\x49\x45\x4e\x44\xae\x42\x60\x82"
	hugePNG = "\x89\x50\x4e\x47\x0d\x0a\x1a\x0a\x00\x00\x00\x0d\x49\x48\x44\x52\x00\x00\x1b\x58\x00\x00\x1b\x58" +
		"\x08\x00\x00\x00\x00\xbc\xf0\xe4\x53\x00\x00\x00\x09\x49\x44\x41\x54\x78\x9c\x63\x00\x00\x00\x01" +
		"\x00\x01\x5e\xff\x7d\xf9\x00\x00\x00\x00\x49\x45\x4e\x44\xae\x42\x60\x82"
)
