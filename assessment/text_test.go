package assessment_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/eifcheck/eifcheck/assessment"
)

// What is written as JSON is read back the same, with the languages in their order.
func TestTextReadsWhatItWrites(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.StringMatching(`[a-zäé"\\<& ]{0,8}`)
		want := assessment.Text{Plain: words.Draw(t, "plain")}
		if rapid.Bool().Draw(t, "translated") {
			want = assessment.Text{}
			for _, language := range rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"fr", "de", "en", "nl"}), 1, 4, rapid.ID).Draw(t, "languages") {
				want.Translations = append(want.Translations, assessment.Translation{Language: language, Text: words.Draw(t, "text")})
			}
		}
		written, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		var got assessment.Text
		if err := json.Unmarshal(written, &got); err != nil {
			t.Fatalf("%s: %v", written, err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-written +read):\n%s", written, diff)
		}
	})
}

func TestTextThatIsNone(t *testing.T) {
	t.Parallel()
	for _, source := range []string{`1`, `[]`, `{"fr": 1}`, `{"fr": {}}`, `true`} {
		var text assessment.Text
		if err := json.Unmarshal([]byte(source), &text); err == nil {
			t.Errorf("%s is read as %+v", source, text)
		}
	}
}

func TestDecimalKeepsItsDigits(t *testing.T) {
	t.Parallel()
	for _, source := range []string{`75`, `75.50`, `-0.1`, `null`} {
		var number assessment.Decimal
		if err := json.Unmarshal([]byte(source), &number); err != nil {
			t.Fatal(err)
		}
		if written, err := json.Marshal(number); err != nil || source != "75.50" && string(written) != source {
			t.Errorf("%s is written as %s, %v", source, written, err)
		}
		if source == "75.50" && number != "75.50" {
			t.Errorf("75.50 is read as %s", number)
		}
	}
}

func TestProves(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name     string
		evidence assessment.Evidence
		want     bool
	}{
		{"confirmed", assessment.Evidence{Confirmed: true}, true},
		{"confirmed and supporting", assessment.Evidence{Confirmed: true, Stance: "supports"}, true},
		{"confirmed, but limiting", assessment.Evidence{Confirmed: true, Stance: "limits"}, false},
		{"a candidate", assessment.Evidence{Stance: "supports"}, false},
	} {
		if got := c.evidence.Proves(); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}
