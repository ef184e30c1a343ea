package eif

import "sort"

// CountryInfo is a country or territory an assessment can be about.
type CountryInfo struct {
	// Code is the ISO 3166-1 alpha-2 code, or the EU's where it differs: EL, UK.
	Code string
	// Member tells whether it is one of the 27 Member States.
	Member bool
}

// FictionalCountry is the code of a country that does not exist: it is accepted and has no published data.
const FictionalCountry = "ZZ"

// CanonicalCountry turns the ISO codes GR and GB into the EU's EL and UK; others stay.
func CanonicalCountry(code string) string {
	switch code {
	case "GR":
		return "EL"
	case "GB":
		return "UK"
	}
	return code
}

// CountryByCode finds a country by its canonical code, or nil.
func CountryByCode(code string) *CountryInfo {
	i := sort.Search(len(countries), func(i int) bool { return countries[i].Code >= code })
	if i < len(countries) && countries[i].Code == code {
		return &countries[i]
	}
	return nil
}

// Countries lists all accepted canonical codes in order. Shared: read only.
func Countries() []CountryInfo { return countries[:] }
