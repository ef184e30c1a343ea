package eif_test

import (
	"encoding/json"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"github.com/eifcheck/eifcheck/eif"
)

// People read whole numbers or two decimals, programs no needless zeros.
func TestHundredthsAreWritten(t *testing.T) {
	t.Parallel()

	for h, want := range map[eif.Hundredths][2]string{
		0: {"0", "0"}, 5: {"0.05", "0.05"}, -5: {"-0.05", "-0.05"}, 50: {"0.50", "0.5"}, -50: {"-0.50", "-0.5"},
		100: {"1", "1"}, 347: {"3.47", "3.47"}, 350: {"3.50", "3.5"}, 400: {"4", "4"}, -300: {"-3", "-3"},
		-299: {"-2.99", "-2.99"}, 10000: {"100", "100"},
	} {
		b, err := json.Marshal(h)
		if got := h.String(); got != want[0] || err != nil || string(b) != want[1] {
			t.Errorf("%d hundredths: got %q and %s, %v, want %v", int(h), got, b, err, want)
		}
	}
}

func TestHundredthsAreRoundedAsTheyAreWritten(t *testing.T) {
	t.Parallel()

	for text, want := range map[string]eif.Hundredths{
		"3.4": 340, "3.405": 341, "1.005": 101, "2.675": 268, "-1.005": -101, "3.40499": 340, "3e0": 300, "0.0049": 0,
		"1e-30": 0, "null": 0,
	} {
		var got eif.Hundredths
		if err := json.Unmarshal([]byte(text), &got); err != nil || got != want {
			t.Errorf("%s: got %d, %v, want %d", text, int(got), err, int(want))
		}
	}
	for _, text := range []string{`"3"`, "1e300", "-1e300", "true", "[]"} {
		var got eif.Hundredths
		if err := json.Unmarshal([]byte(text), &got); err == nil {
			t.Errorf("%s was read as %v", text, got)
		}
	}
}

func TestHundredthsRoundTrip(t *testing.T) {
	t.Parallel()

	rapid.Check(t, func(t *rapid.T) {
		want := eif.Hundredths(rapid.IntRange(-1_000_000, 1_000_000).Draw(t, "hundredths"))
		b, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		var got eif.Hundredths
		if err := json.Unmarshal(b, &got); err != nil || got != want {
			t.Fatalf("%s was read as %d, %v, want %d", b, int(got), err, int(want))
		}
		text, err := strconv.ParseFloat(want.String(), 64)
		if number, _ := strconv.ParseFloat(string(b), 64); err != nil || text != number {
			t.Fatalf("text %q (%v) differs from JSON %s", want, err, b)
		}
	})
}

func TestScores(t *testing.T) {
	t.Parallel()

	for score, known := range map[eif.Score]bool{0: false, 1: true, 2: true, 3: true, 4: true, 5: false} {
		if score.Known() != known {
			t.Errorf("score %d: known is %t, want %t", score, score.Known(), known)
		}
	}
	if got := eif.Score(3).Hundredths(); got != 300 {
		t.Errorf("level 3 is %d hundredths, want 300", int(got))
	}
}

// No data is a state: it is written as null, never as 0.
func TestScoresRoundTrip(t *testing.T) {
	t.Parallel()

	for score, want := range map[eif.Score]string{0: "null", 1: "1", 2: "2", 3: "3", 4: "4"} {
		b, err := json.Marshal(score)
		if err != nil || string(b) != want {
			t.Errorf("score %d was written as %s, %v, want %s", score, b, err, want)
		}
		got := eif.HighestScore
		if err := json.Unmarshal(b, &got); err != nil || got != score {
			t.Errorf("%s was read as %d, %v, want %d", b, got, err, score)
		}
	}
}
