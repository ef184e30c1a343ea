package observatory_test

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/observatory"
)

// place is where a cell stands.
type place struct {
	year       int
	country    string
	scoreboard eif.Scoreboard
	area       eif.AreaID
}

// cells reads every published cell through the package's own functions.
func cells() map[place]observatory.Cell {
	all := map[place]observatory.Cell{}
	for _, c := range observatory.CountryYears() {
		for _, a := range eif.Areas() {
			if cell, ok := c.Area(a.ID); ok {
				all[place{c.Year, c.Country, a.Scoreboard, a.ID}] = cell
			}
			if cell, ok := c.CrossBorder(a.ID); ok {
				all[place{c.Year, c.Country, eif.CrossBorder, a.ID}] = cell
			}
		}
	}
	return all
}

func TestHowMuchIsPublished(t *testing.T) {
	t.Parallel()

	countries := map[string]bool{}
	for _, c := range observatory.CountryYears() {
		countries[c.Country] = true
	}
	got := map[string]int{"country-years": len(observatory.CountryYears()), "countries": len(countries)}
	for at, cell := range cells() {
		got["cells"]++
		got[fmt.Sprint("cells of ", at.year)]++
		if cell.Score.Known() {
			got["scores"]++
		} else {
			got["without data"]++
		}
		got[fmt.Sprint("reading ", cell.Reading)]++
		if cell.Redrawn != nil {
			got["redrawn"]++
		}
	}
	want := map[string]int{
		"country-years": 98, "countries": 35, "cells": 3039, "scores": 2780, "without data": 259, "redrawn": 14,
		"cells of 2020": 825, "cells of 2021": 850, "cells of 2022": 1364,
		"reading 1": 1889, "reading 2": 1091, "reading 3": 59,
	}
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Errorf("numbers differ (-want +got):\n%s", diff)
	}
}

func TestCountryYears(t *testing.T) {
	t.Parallel()

	all := observatory.CountryYears()
	ordered := slices.IsSortedFunc(all, func(a, b observatory.CountryYear) int {
		return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Country, b.Country))
	})
	if !ordered {
		t.Error("the country-years are not in the order of year and country")
	}
	for _, c := range all {
		if c.Edition != c.Year+1 {
			t.Errorf("%s %d: edition %d, want the year after", c.Country, c.Year, c.Edition)
		}
		if eif.CountryByCode(c.Country) == nil || eif.CanonicalCountry(c.Country) != c.Country {
			t.Errorf("%q is no canonical country", c.Country)
		}
		if got, ok := observatory.Published(c.Country, c.Year); !ok || got != c {
			t.Errorf("%s %d is not found", c.Country, c.Year)
		}
		if !slices.Contains(observatory.Years(c.Country), c.Year) {
			t.Errorf("%d is not among the years of %s", c.Year, c.Country)
		}
	}
}

func TestPublished(t *testing.T) {
	t.Parallel()

	for _, unpublished := range []struct {
		country string
		year    int
	}{{"FR", 2019}, {"FR", 2023}, {"GR", 2020}, {"fr", 2020}, {"", 2020}, {eif.FictionalCountry, 2020}, {"CZ", 2020}} {
		if c, ok := observatory.Published(unpublished.country, unpublished.year); ok {
			t.Errorf("%v was published: %v", unpublished, c)
		}
	}
	if diff := gocmp.Diff([]int{2020, 2021, 2022}, observatory.Years("EL")); diff != "" {
		t.Errorf("years of Greece differ (-want +got):\n%s", diff)
	}
	if diff := gocmp.Diff([]int{2021, 2022}, observatory.Years("CZ")); diff != "" {
		t.Errorf("years of Czechia differ (-want +got):\n%s", diff)
	}
	if years := observatory.Years(eif.FictionalCountry); len(years) > 0 {
		t.Errorf("the fictional country has published data of %v", years)
	}
}

// Cells that the prose of the factsheets states too.
func TestCellsTheFactsheetsState(t *testing.T) {
	t.Parallel()

	const noData = eif.Score(0)
	tests := []struct {
		at   place
		want eif.Score
	}{
		{place{2020, "FR", eif.Principles, "P3"}, 3},
		{place{2020, "FR", eif.Principles, "P7"}, 2},
		{place{2020, "FR", eif.Layers, "IG"}, 3},
		{place{2020, "FR", eif.Layers, "IPSG"}, noData},
		{place{2021, "FR", eif.Model, "EIS"}, 3},
		{place{2020, "AT", eif.Principles, "P7"}, 1},
		{place{2020, "AT", eif.Model, "SP"}, noData},
		{place{2020, "CY", eif.Layers, "LEG"}, 1},
		{place{2020, "CH", eif.Principles, "P11"}, 1},
		{place{2020, "IT", eif.Layers, "TEC"}, noData},
		{place{2020, "PL", eif.Model, "IIS"}, 1},
		{place{2022, "LT", eif.Layers, "IG"}, 2},
		{place{2022, "LT", eif.CrossBorder, "P2"}, noData},
		{place{2022, "LT", eif.CrossBorder, "P5"}, noData},
	}
	all := cells()
	for _, test := range tests {
		cell, ok := all[test.at]
		if !ok || cell.Score != test.want {
			t.Errorf("%v: got %v, %t, want score %d", test.at, cell, ok, test.want)
		}
	}
}

func TestCellsThatWereNotPublished(t *testing.T) {
	t.Parallel()

	before, _ := observatory.Published("FR", 2021)
	after, _ := observatory.Published("FR", 2022)
	for _, a := range eif.Areas() {
		if _, ok := before.CrossBorder(a.ID); ok {
			t.Errorf("%s: there was no scoreboard 4 in 2021", a.ID)
		}
		if _, ok := after.CrossBorder(a.ID); ok != a.CrossBorder {
			t.Errorf("%s: on scoreboard 4 is %t, want %t", a.ID, ok, a.CrossBorder)
		}
	}
	for _, id := range []eif.AreaID{"", "P13", "p1", "R01"} {
		if _, ok := after.Area(id); ok {
			t.Errorf("area %q was published", id)
		}
		if _, ok := after.CrossBorder(id); ok {
			t.Errorf("area %q was published on scoreboard 4", id)
		}
	}
	if _, ok := (observatory.CountryYear{}).Area("P1"); ok {
		t.Error("a country-year that was not published has a cell")
	}
}

func TestRedrawnCells(t *testing.T) {
	t.Parallel()

	got := map[string]string{}
	for at, cell := range cells() {
		if cell.Redrawn != nil {
			got[fmt.Sprintf("%d %s %s", at.year, at.country, at.area)] = fmt.Sprintf("%d, later %d", cell.Score, cell.Redrawn.Score)
		}
	}
	for at, want := range map[string]string{
		"2021 DE P9": "4, later 3", "2021 IS IG": "2, later 0", "2021 UA P3": "0, later 4", "2021 UA SP": "4, later 0",
	} {
		if got[at] != want {
			t.Errorf("%s: got %q, want %q", at, got[at], want)
		}
		delete(got, at)
	}
	for _, at := range slices.Sorted(maps.Keys(got)) {
		if at[:4] != "2021" {
			t.Errorf("%s was redrawn: only 2021 is known to be", at)
		}
	}

	// The table is shared: what a caller does to an answer must not reach the next one.
	germany, _ := observatory.Published("DE", 2021)
	cell, _ := germany.Area("P9")
	cell.Redrawn.Score = 1
	if again, _ := germany.Area("P9"); again.Redrawn.Score != 3 {
		t.Errorf("the table was changed to %d", again.Redrawn.Score)
	}
}
