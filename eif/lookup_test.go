package eif_test

import (
	"slices"
	"testing"

	"github.com/eifcheck/eifcheck/eif"
)

func TestLookupsFindEverything(t *testing.T) {
	t.Parallel()

	for _, a := range eif.Areas() {
		if got := eif.AreaByID(a.ID); got == nil || got.ID != a.ID {
			t.Errorf("area %s is not found", a.ID)
		}
	}
	for _, r := range eif.Recommendations() {
		if got := eif.RecommendationByID(r.ID); got == nil || got.ID != r.ID {
			t.Errorf("recommendation %s is not found", r.ID)
		}
		for _, i := range r.Indicators {
			got, owner := eif.IndicatorByID(i.ID)
			if got == nil || got.ID != i.ID || owner.ID != r.ID {
				t.Errorf("indicator %s is not found", i.ID)
			}
		}
	}
	for _, a := range eif.Acts() {
		if got := eif.ActByID(a.ID); got == nil || got.ID != a.ID {
			t.Errorf("act %s is not found", a.ID)
		}
	}
	for _, s := range eif.Solutions() {
		if got := eif.SolutionByID(s.ID); got == nil || got.ID != s.ID {
			t.Errorf("solution %s is not found", s.ID)
		}
	}
	for _, c := range eif.Countries() {
		if got := eif.CountryByCode(c.Code); got == nil || got.Code != c.Code {
			t.Errorf("country %s is not found", c.Code)
		}
	}
}

// Ids are strict: what people also write is read by importers, never here.
func TestLookupsAreStrict(t *testing.T) {
	t.Parallel()

	for _, id := range []eif.RecommendationID{"", "R", "R0", "R00", "R48", "R99", "R5", "r05", "R005", "05", "R0x", "Rx5", "R05 "} {
		if r := eif.RecommendationByID(id); r != nil {
			t.Errorf("recommendation %q was found as %s", id, r.ID)
		}
	}
	for _, id := range []eif.IndicatorID{"", "R14", "R14-", "R14-0", "R14-99", "R14-01", "R48-1", "-1", "R14-1-1"} {
		if i, _ := eif.IndicatorByID(id); i != nil {
			t.Errorf("indicator %q was found as %s", id, i.ID)
		}
	}
	for _, id := range []eif.AreaID{"", "P0", "P01", "P13", "p1", "ig"} {
		if a := eif.AreaByID(id); a != nil {
			t.Errorf("area %q was found as %s", id, a.ID)
		}
	}
	for _, id := range []string{"", "zz", "Dir-2016-2102"} {
		if eif.ActByID(id) != nil || eif.SolutionByID(id) != nil {
			t.Errorf("act or solution %q was found", id)
		}
	}
}

func TestEverythingNamedExists(t *testing.T) {
	t.Parallel()

	for _, r := range eif.Recommendations() {
		for _, id := range r.NotHere {
			if eif.RecommendationByID(id) == nil || id == r.ID {
				t.Errorf("%s: not here, but in %s: no such neighbour", r.ID, id)
			}
		}
		for _, step := range r.Steps {
			for _, id := range step.Solutions {
				if eif.SolutionByID(id) == nil {
					t.Errorf("%s: no solution %q", r.ID, id)
				}
			}
		}
		for _, ref := range r.References {
			if eif.ActByID(ref.Act) == nil || ref.InsertedBy != "" && eif.ActByID(ref.InsertedBy) == nil {
				t.Errorf("%s: no act %q or %q", r.ID, ref.Act, ref.InsertedBy)
			}
		}
	}
}

func TestCountries(t *testing.T) {
	t.Parallel()

	const (
		iso   = 249 // ISO 3166-1, of which two are renamed
		added = 2   // XK and ZZ
	)
	if got := len(eif.Countries()); got != iso+added {
		t.Errorf("got %d countries, want %d", got, iso+added)
	}
	if !slices.IsSortedFunc(eif.Countries(), func(a, b eif.CountryInfo) int {
		if a.Code < b.Code {
			return -1
		}
		return 1
	}) {
		t.Error("the countries are not in order, or one stands twice")
	}
	members := 0
	for _, c := range eif.Countries() {
		if c.Member {
			members++
		}
	}
	if members != 27 {
		t.Errorf("got %d Member States, want 27", members)
	}
	for code, member := range map[string]bool{
		"EL": true, "FR": true, "CZ": true, "UK": false, "NO": false, "XK": false, eif.FictionalCountry: false,
	} {
		if c := eif.CountryByCode(code); c == nil || c.Member != member {
			t.Errorf("%s: got %+v, want a country with member %t", code, c, member)
		}
	}
	for _, code := range []string{"", "GR", "GB", "EU", "SU", "YU", "AC", "QQ", "fr", "FRA"} {
		if c := eif.CountryByCode(code); c != nil {
			t.Errorf("%q was found as %+v", code, c)
		}
	}
}

func TestCanonicalCountry(t *testing.T) {
	t.Parallel()

	for code, want := range map[string]string{"GR": "EL", "GB": "UK", "EL": "EL", "UK": "UK", "FR": "FR", "": ""} {
		if got := eif.CanonicalCountry(code); got != want {
			t.Errorf("%q: got %q, want %q", code, got, want)
		}
	}
}

func TestScopes(t *testing.T) {
	t.Parallel()

	for word, want := range map[string]eif.Scope{
		"country": eif.Country, "region": eif.Region, "organisation": eif.Organisation, "service": eif.Service,
	} {
		got, ok := eif.ParseScope(word)
		if !ok || got != want || got.String() != word {
			t.Errorf("%s: got %v, %t", word, got, ok)
		}
	}
	if _, ok := eif.ParseScope("city"); ok {
		t.Error("city was read as a scope")
	}
	if s := eif.Scope(0).String(); s != "" {
		t.Errorf("no scope is called %q", s)
	}
	set := eif.Scopes(eif.Country | eif.Service)
	if !set.Has(eif.Country) || !set.Has(eif.Service) || set.Has(eif.Region) {
		t.Errorf("the set %04b does not hold what was put in", set)
	}
}
