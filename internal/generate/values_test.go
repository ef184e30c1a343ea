package main

import "testing"

func TestMentions(t *testing.T) {
	t.Parallel()

	tests := []struct {
		sentence       string
		from, to, most int
		want           bool
	}{
		{"Fewer than 25 in 100.", 0, 24, 100, true},
		{"24 in 100 or fewer.", 0, 24, 100, true},
		{"Fewer than 30 in 100.", 0, 24, 100, false},
		{"Below 25 %.", 0, 24, 100, true},
		{"25 in 100.", 0, 24, 100, false},
		{"25 to 59 in 100.", 25, 59, 100, true},
		{"25 to under 60 in 100.", 25, 59, 100, true},
		{"25 to 60 in 100.", 25, 59, 100, false},
		{"20 to 59 in 100.", 25, 59, 100, false},
		{"90 or more in 100.", 90, 100, 100, true},
		{"At least 90 in 100.", 90, 100, 100, true},
		{"More than 90 in 100.", 91, 100, 100, false},
		{"All of them.", 100, 100, 100, true},
		{"None.", 0, 0, 5, true},
		{"No register.", 0, 0, 5, true},
		{"One.", 0, 0, 5, false},
		{"None or one of the six.", 0, 1, 6, true},
		{"Two or three.", 2, 3, 6, true},
		{"Two or four.", 2, 3, 6, false},
		{"Four.", 4, 4, 6, true},
		{"Five or six.", 5, 6, 6, true},
		{"All six.", 6, 6, 6, true},
		{"Five.", 5, 6, 6, false},
		{"Both.", 2, 2, 2, true},
		{"Thirteen.", 13, 13, 14, false},
		{"13 of them.", 13, 13, 14, true},
	}
	for _, test := range tests {
		if got := mentions(test.sentence, test.from, test.to, test.most); got != test.want {
			t.Errorf("%q for %d to %d of %d: got %t", test.sentence, test.from, test.to, test.most, got)
		}
	}
}

func TestCellCode(t *testing.T) {
	t.Parallel()

	for cell, want := range map[string]string{
		"1": "1", "4": "4", "-": "0", "1?": "b", "4?": "e", "-?": "a", "": " ",
		"0": "", "5": "", "0?": "", "?": "", "??": "", "3.5": "", "34": "", "a": "", "--": "",
	} {
		code, ok := cellCode(cell)
		if ok != (want != "") || ok && string(code) != want {
			t.Errorf("%q: got %q, %t, want %q", cell, code, ok, want)
		}
	}
}

func TestHundredths(t *testing.T) {
	t.Parallel()

	for _, test := range []struct {
		cell     string
		decimals int
		want     int
	}{
		{"3", 0, 300},
		{"4", 0, 400},
		{"3.5", 1, 350},
		{"3.47", 2, 347},
		{"1.00", 2, 100},
		{"4.00", 2, 400},
		{"3.0", 0, 0},
		{"3.", 0, 0},
		{"3", 2, 0},
		{"3.5", 2, 0},
		{"0", 0, 0},
		{"5", 0, 0},
		{"4.01", 2, 0},
		{"", 0, 0},
		{"3,47", 2, 0},
		{"-3", 0, 0},
		{"+3", 0, 0},
		{"3.+7", 2, 0},
		{"3.4x", 2, 0},
		{"33", 0, 0},
	} {
		got, ok := hundredths(test.cell, test.decimals)
		if ok != (test.want != 0) || ok && got != test.want {
			t.Errorf("%q with %d decimals: got %d, %t, want %d", test.cell, test.decimals, got, ok, test.want)
		}
	}
}
