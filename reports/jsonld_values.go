package reports

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"time"

	"golang.org/x/text/language"

	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
)

// texts are literals by language. What has no well-formed tag has no language: "@none".
type texts map[string][]string

const noLanguage = "@none"

// languageTag is what RDF takes for a language.
var languageTag = regexp.MustCompile(`^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$`)

// textsOf are the literals of a text of the file; plain text is in the language of the file.
func textsOf(t assessment.Text, plain string) texts {
	all := texts{}
	if t.Plain != "" {
		all.add(plain, t.Plain)
	}
	for _, tr := range t.Translations {
		all.add(tr.Language, tr.Text)
	}
	return all
}

func (t texts) add(tag, text string) {
	if !languageTag.MatchString(tag) {
		tag = noLanguage
	}
	t[tag] = append(t[tag], text)
}

// day is a value of type xsd:date, null for none. What is no day was refused when the file was read.
func day(d assessment.Day) any {
	if t, err := time.Parse(time.DateOnly, string(d)); err != nil || t.Year() < 1 {
		return nil
	}
	return string(d)
}

// calendarYear is a value of type xsd:gYear, null for none.
func calendarYear(y *int) any {
	if y == nil || *y < 1 || *y > 9999 {
		return nil
	}
	return fmt.Sprintf("%04d", *y)
}

// decimal is a value of type xsd:decimal, null for none: 3.47.
func decimal(h *eif.Hundredths) any {
	if h == nil {
		return nil
	}
	digits, _ := h.MarshalJSON() // cannot fail: it is digits
	return string(digits)
}

// link is an address that leads somewhere on the web and can stand in a graph as it is; "" for any other.
func link(w assessment.Word) string {
	u, err := url.Parse(string(w))
	if err != nil || u.Hostname() == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	_, err = url.PathUnescape(string(w))
	if err != nil || strings.Count(string(w), "#") > 1 || strings.ContainsFunc(string(w), notInIRI) {
		return ""
	}
	return string(w)
}

// notInIRI tells that RFC 3987 allows a character nowhere in an IRI, or that no reader would see it.
func notInIRI(r rune) bool {
	switch {
	case r <= ' ', r >= 0x7f && r <= 0xa0, r == '\ufeff', r == '\ufffd':
		return true
	case r >= 0xe000 && r <= 0xf8ff, r >= 0xfff0 && r <= 0xffff:
		return true
	case r >= 0x2000 && r <= 0x206f, r >= 0xd800 && r <= 0xdfff, r >= 0xe0000:
		return true
	}
	return strings.ContainsRune("<>\"{}|\\^`[]", r)
}

// notALink keeps an address that is no link as plain text.
func notALink(w assessment.Word) string {
	if link(w) != "" {
		return ""
	}
	return string(w)
}

// countryIRI is a country in the authority table of the Publications Office, "" for one that is not in it.
// The table follows ISO 3166-1 alpha-3; Kosovo, which is not in ISO 3166-1, has the code 1A0 there.
func countryIRI(code string) string {
	switch code {
	case eif.FictionalCountry:
		return ""
	case "XK":
		return "op:country/1A0"
	case "EL":
		code = "GR"
	case "UK":
		code = "GB"
	}
	region, err := language.ParseRegion(code)
	if err != nil || !region.IsCountry() {
		return ""
	}
	return "op:country/" + region.ISO3()
}
