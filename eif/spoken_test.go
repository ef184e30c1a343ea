package eif_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/eifcheck/eifcheck/eif"
)

func TestReadRecommendation(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{
		"5": 5, "R5": 5, "R05": 5, "r05": 5, "Rec 05": 5, "Rec. 5": 5, "Recommendation 5": 5, "RECOMMENDATION 05": 5,
		"recommendations 47": 47, " R 7 ": 7, "Recommendation 48": 48, "80": 80, "R100": 100,
		"Recommandation 14": 14, //nolint:misspell // as published in English
		"":                  0, "R": 0, "0": 0, "R0": 0, "Principle 7": 0, "P7": 0, "R14-1": 0, "R5 R6": 0, "the fifth": 0, "1000": 0, "٥": 0,
	} {
		if got := eif.ReadRecommendation(text); got != want {
			t.Errorf("ReadRecommendation(%q) = %d, want %d", text, got, want)
		}
	}
}

func TestAreaNames(t *testing.T) {
	t.Parallel()
	names := eif.NewAreaNames()
	one := func(id eif.AreaID) []eif.AreaID { return []eif.AreaID{id} }
	for text, want := range map[string][]eif.AreaID{
		"P7": one("P7"), "p07": one("P7"), "P 7": one("P7"), "Principle 7": one("P7"), "principle 12": one("P12"),
		"IG": one("IG"), "ipsg": one("IPSG"), "base registries": one("BR"), "Base registry": one("BR"),
		"the Open Data area": one("OD"), "Integrated public services governance": one("IPSG"),
		"Organizational interoperability layer":         one("ORG"),
		"Principle 7 (Inclusion and accessibility)":     one("P7"),
		"User-centricity":                               one("P6"),
		"Security & privacy":                            {"P8", "SP"},
		"Principle 8 (Security and privacy)":            one("P8"),
		"Principle 7 (Transparency)":                    nil,
		"Assessment of effectiveness and efficiency":    one("P12"),
		"External information sources and services":     one("EIS"),
		"Technological neutrality and data portability": one("P5"),
		"": nil, "7": nil, "P13": nil, "Principle": nil, "the": nil, "()": nil, "(P7)": one("P7"), "Cybersecurity": nil,
	} {
		if diff := cmp.Diff(want, names.Read(text)); diff != "" {
			t.Errorf("Read(%q) (-want +got):\n%s", text, diff)
		}
	}
}

// Whatever the framework calls an area or a recommendation is understood.
func TestOwnNamesAreRead(t *testing.T) {
	t.Parallel()
	names := eif.NewAreaNames()
	for i := range eif.Areas() {
		id := eif.Areas()[i].ID
		for _, text := range []string{string(id), eif.English().Area(id).Title} {
			found := false
			for _, got := range names.Read(text) {
				found = found || got == id
			}
			if !found {
				t.Errorf("Read(%q) = %v, want %s among them", text, names.Read(text), id)
			}
		}
	}
	for i := range eif.Recommendations() {
		r := &eif.Recommendations()[i]
		if got := eif.RecommendationByNumber(eif.ReadRecommendation(string(r.ID))); got != r {
			t.Errorf("%s is not read as itself", r.ID)
		}
	}
}
