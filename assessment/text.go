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

// MarshalJSON writes what the file wrote: a string, or a map by language in the order of the file; null
// when there is nothing.
func (t Text) MarshalJSON() ([]byte, error) {
	if t.Empty() {
		return []byte("null"), nil
	}
	if len(t.Translations) == 0 {
		return marshal(t.Plain)
	}
	var b bytes.Buffer
	separator := byte('{')
	for _, tr := range t.Translations {
		for _, word := range []string{tr.Language, tr.Text} {
			written, err := marshal(word)
			if err != nil {
				return nil, err
			}
			b.WriteByte(separator)
			b.Write(written)
			separator = ':'
		}
		separator = ','
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// UnmarshalJSON reads what MarshalJSON writes. The order of the languages is kept: the first is shown
// where the reader's own is missing.
func (t *Text) UnmarshalJSON(b []byte) error {
	*t = Text{}
	if len(b) == 0 || b[0] != '{' {
		return json.Unmarshal(b, &t.Plain)
	}
	d := json.NewDecoder(bytes.NewReader(b))
	if _, err := d.Token(); err != nil {
		return err
	}
	for d.More() {
		language, err := d.Token()
		if err != nil {
			return err
		}
		tr := Translation{Language: fmt.Sprint(language)}
		if err := d.Decode(&tr.Text); err != nil {
			return err
		}
		t.Translations = append(t.Translations, tr)
	}
	return nil
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

// UnmarshalJSON reads what MarshalJSON writes: the number with every digit as it stands there.
func (d *Decimal) UnmarshalJSON(b []byte) error {
	*d = ""
	if string(b) != "null" {
		*d = Decimal(b)
	}
	return nil
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
