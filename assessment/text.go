package assessment

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// Text is free text, in one language or in several. It is data: never executed, never trusted.
type Text struct {
	// Plain is the text when the file gives a single string.
	Plain string
	// Translations by language tag, in the order of the file, when the file gives a map.
	Translations []Translation
}

// Translation is a text in one language.
type Translation struct{ Language, Text string }

// Empty tells that there is no text at all.
func (t Text) Empty() bool { return t.Plain == "" && len(t.Translations) == 0 }

// In chooses the text for the first of the languages that it has, else the first there is.
func (t Text) In(languages ...string) string {
	if len(t.Translations) == 0 {
		return t.Plain
	}
	for _, language := range languages {
		for _, tr := range t.Translations {
			if tr.Language == language {
				return tr.Text
			}
		}
	}
	return t.Translations[0].Text
}

// MarshalJSON writes what the file wrote: a string or a map by language; null when there is nothing.
func (t Text) MarshalJSON() ([]byte, error) {
	if t.Empty() {
		return []byte("null"), nil
	}
	if len(t.Translations) == 0 {
		return marshal(t.Plain)
	}
	byLanguage := make(map[string]string, len(t.Translations))
	for _, tr := range t.Translations {
		byLanguage[tr.Language] = tr.Text
	}
	return marshal(byLanguage)
}

// Decimal is a plain decimal number as written, "" when there is none.
type Decimal string

// MarshalJSON writes the number, or null.
func (d Decimal) MarshalJSON() ([]byte, error) {
	if d == "" {
		return []byte("null"), nil
	}
	return []byte(d), nil
}

// Word is a short string of the file that may be missing: an address, a kind, an id.
type Word string

// MarshalJSON writes the string, or null when it is missing.
func (w Word) MarshalJSON() ([]byte, error) { return nullable(string(w)) }

// MarshalJSON writes the day, or null when there is none.
func (d Day) MarshalJSON() ([]byte, error) { return nullable(string(d)) }

func nullable(s string) ([]byte, error) {
	if s == "" {
		return []byte("null"), nil
	}
	return marshal(s)
}

// marshal writes JSON in which < and & stay readable; reports of other kinds escape for themselves.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(v); err != nil {
		return nil, fmt.Errorf("write JSON: %w", err)
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}
