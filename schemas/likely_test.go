package schemas

import (
	"math/big"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/eifcheck/eifcheck/eif"
)

func TestNearest(t *testing.T) {
	t.Parallel()
	words := []string{"score", "scope", "status", "reference_date", "no_data", "recommendations"}
	for written, want := range map[string]string{
		"scor": "score", "scroe": "score", "Score": "score", "SCOPE": "scope", "scoe": "", "sco": "", "stauts": "status",
		"reference-date": "reference_date", "ReferenceDate": "reference_date", "no data": "no_data", "nodate": "no_data",
		"recomendation": "recommendations", "colour": "", "": "", "-": "", strings.Repeat("score", 20): "",
	} {
		if got := Nearest(written, words); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", written, got, want)
		}
	}
}

func TestDistance(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"", "ab", 2}, {"ab", "ba", 1}, {"été", "ete", 2}, {"kitten", "sitting", 3}, {"ca", "abc", 3}} {
		if got := distance(c.a, c.b); got != c.want {
			t.Errorf("distance(%q, %q) = %d, want %d", c.a, c.b, got, c.want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.String().Draw(t, "a"), rapid.String().Draw(t, "b")
		if distance(a, b) != distance(b, a) || distance(a, a) != 0 {
			t.Fatal("not a distance")
		}
	})
}

func TestLikelyCountry(t *testing.T) {
	t.Parallel()
	for written, want := range map[string]string{
		"fr": "FR", "FR\t": "FR", "el": "EL", "gr": "GR", "France": "FR", "france": "FR", "Germny": "DE", "GRC": "GR", "QQ": "", "": "",
		"Atlantis": "", "33": "",
	} {
		if got := LikelyCountry(written); got != want {
			t.Errorf("LikelyCountry(%q) = %q, want %q", written, got, want)
		}
	}
	for _, code := range countryCodes() {
		if !isCountry(code) {
			t.Errorf("%s is refused", code)
		}
	}
}

func TestLikelyIDs(t *testing.T) {
	t.Parallel()
	for written, want := range map[string]string{
		"R5": "R05", "r05": "R05", "5": "R05", "Rec 05": "R05", "Rec.5": "R05", "Recommendation 5": "R05", "recommendation #5": "R05",
		"R005": "R05", "R48": "", "R0": "", "5-1": "", "P5": "", "chapter 5": "", "R": "", "99999999999999999999": "",
	} {
		if got := likelyRecommendation(written); got != want {
			t.Errorf("likelyRecommendation(%q) = %q, want %q", written, got, want)
		}
	}
	for written, want := range map[string]string{
		"p3": "P3", "P 3": "P3", "UP3": "P3", "up3": "P3", "BC4": "OD", "Model": "CM", "Transparency": "P3", "transparency ": "P3",
		"Security and privacy": "", "P13": "", "P0": "", "IPS": "", "Cats": "CAT",
		"P07": "P7", "p07": "P7", "P00": "", "IPG": "", "LEGAL": "LEG", "Organisational": "ORG",
	} {
		if got := likelyArea(written); got != want {
			t.Errorf("likelyArea(%q) = %q, want %q", written, got, want)
		}
	}
	r14 := eif.RecommendationByID("R14")
	for written, want := range map[string]string{
		"R14.1": "R14-1", "14-2": "R14-2", "r14-03": "R14-3", "1": "R14-1", "R14_1": "R14-1", "R15-1": "", "R14-9": "", "R14": "", "a": "",
		"R14-1-1": "",
	} {
		if got := likelyIndicator(written, r14); got != want {
			t.Errorf("likelyIndicator(%q) = %q, want %q", written, got, want)
		}
	}
}

func TestLikelyDay(t *testing.T) {
	t.Parallel()
	for written, want := range map[string]string{
		"31.12.2020": "2020-12-31", "31/12/2020": "2020-12-31", "1.2.2020": "2020-02-01", "2020/1/2": "2020-01-02",
		"2020-12-31T10:00:00Z": "2020-12-31", "2020-12-31": "2020-12-31", "31.12.20": "", "2020": "", "December 2020": "", "": "",
		"2020-123-01": "",
	} {
		if got := likelyDay(written); got != want {
			t.Errorf("likelyDay(%q) = %q, want %q", written, got, want)
		}
	}
	for written, want := range map[string]string{
		"12/31/2020": "input/date", "2020-02-30": "input/date.none", "2020-1-2": "input/date.suggest", "soon": "input/date",
	} {
		if got, _ := dateVariant(written); got != want {
			t.Errorf("dateVariant(%q) = %q, want %q", written, got, want)
		}
	}
}

// The share that counts give is the exact one, rounded half up to as many decimals as are written.
func TestPercentage(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		of := rapid.Int64Range(1, maxCount).Draw(t, "of")
		done := rapid.Int64Range(0, of).Draw(t, "done")
		decimals := rapid.IntRange(0, 2).Draw(t, "decimals")
		exact := big.NewRat(100*done, of)
		got, ok := new(big.Rat).SetString(percentage(done, of, decimals))
		if !ok {
			t.Fatal("not a number")
		}
		half := big.NewRat(1, []int64{2, 20, 200}[decimals])
		off := new(big.Rat).Sub(exact, got)
		if off.Cmp(half) >= 0 || off.Cmp(new(big.Rat).Neg(half)) < 0 {
			t.Fatalf("%d of %d is %s, not %s", done, of, exact.FloatString(6), got.FloatString(decimals))
		}
	})
	for _, c := range []struct {
		done, of int64
		decimals int
		want     string
	}{{13, 21, 0, "62"}, {13, 21, 1, "61.9"}, {13, 21, 2, "61.90"}, {1, 200, 0, "1"}, {1, 200, 1, "0.5"}, {0, 7, 2, "0.00"}, {7, 7, 0, "100"}} {
		if got := percentage(c.done, c.of, c.decimals); got != c.want {
			t.Errorf("%d of %d to %s decimals is %s, want %s", c.done, c.of, strconv.Itoa(c.decimals), got, c.want)
		}
	}
}

func TestIsDecimal(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"0": true, "-0": true, "7": true, "-7.25": true, "0.50": true, "10": true, "": false, "-": false, "01": false, "1.": false,
		".5": false, "1e3": false, "+1": false, "1_0": false, "0x1": false, "1.2.3": false, "NaN": false, "٣": false,
		strings.Repeat("1", 33): false,
	} {
		if got := isDecimal(text); got != want {
			t.Errorf("isDecimal(%q) = %t, want %t", text, got, want)
		}
	}
}

// Every keyword of the shape is one that findings can be made of, and every x-code a code of a finding.
func TestShapeSaysOnlyWhatCanBeExplained(t *testing.T) {
	t.Parallel()
	r, err := shape()
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for keyword := range strings.FieldsSeq(`$schema $id $ref $defs title description type enum const format minimum maximum
		minLength pattern required properties additionalProperties propertyNames items uniqueItems anyOf not
		dependentRequired dependentSchemas x-code x-at x-synonyms`) {
		known[keyword] = true
	}
	var schema func(way string, s map[string]any)
	schema = func(way string, s map[string]any) {
		for keyword, value := range s {
			if !known[keyword] {
				t.Errorf("%s: %s is not explained", way, keyword)
			}
			sub, _ := value.(map[string]any)
			switch keyword {
			case "properties", "$defs", "dependentSchemas":
				for key, part := range sub {
					if part, ok := part.(map[string]any); ok {
						schema(way+"/"+keyword+"/"+key, part)
					}
				}
			case "additionalProperties", "propertyNames", "items", "not":
				schema(way+"/"+keyword, sub)
			}
		}
		if list := words(s["type"]); len(list) > 0 && list[0] == "integer" || s["type"] == "integer" {
			if s["x-code"] == nil {
				t.Errorf("%s has no message of its own", way)
			}
		}
	}
	schema("", r.raw)
}
