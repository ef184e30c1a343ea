package reports

import (
	"bytes"
	"strings"
	"testing"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/scoring"
)

// scoredAs stands at a score.
func scoredAs(score eif.Score) eifcheck.Standing {
	return eifcheck.Standing{Status: scoring.Scored, Score: &score, Interval: &[2]eif.Score{score, score}}
}

// What other answers move is shown once, with what they do to the relation, and why the rest stays.
func TestWhatIf(t *testing.T) {
	t.Parallel()

	a := norway()
	a.WhatIf = &eifcheck.WhatIf{
		Changes: []eifcheck.Change{
			{Recommendation: "R05", Score: new(eif.Score(4))},
			{Recommendation: "R14", Indicator: new(eif.IndicatorID("R14-1")), Share: new(eif.Hundredths(6250))},
			{Recommendation: "R05", Indicator: new(eif.IndicatorID("R05-1")), Items: []string{"a", "c"}},
			{Recommendation: "R27", Score: new(eif.Score(3))},
		},
		Areas: []eifcheck.AreaMove{
			{
				Area: "P3", Scoreboard: eif.Principles, Before: scoredAs(1), After: scoredAs(4), Average: new(eif.Hundredths(362)),
				RelationBefore: new(scoring.Below), RelationAfter: new(scoring.At),
			},
			{
				Area: "LEG", Scoreboard: eif.Layers, After: scoredAs(3), Average: new(eif.Hundredths(377)),
				Before: eifcheck.Standing{Status: scoring.NoData, Interval: &[2]eif.Score{1, 4}}, RelationAfter: new(scoring.Below),
			},
			{
				Area: "P7", Scoreboard: eif.CrossBorder, Before: scoredAs(3), Average: new(eif.Hundredths(315)),
				After:          eifcheck.Standing{Status: scoring.Partial, Interval: &[2]eif.Score{2, 4}},
				RelationBefore: new(scoring.At),
			},
		},
		Recommendations: []eifcheck.RecommendationMove{{ID: "R05", Before: scoredAs(1), After: scoredAs(4)}},
	}
	for name, width := range map[string]int{"text-what-if": 80, "text-what-if-40": 40} {
		var out bytes.Buffer
		r := &textReport{page: newPage(&out, Options{Width: width}), wording: wording(t)}
		r.whatIf(a)
		if err := r.flush(); err != nil {
			t.Fatal(err)
		}
		golden(t, name, out.Bytes())
	}
}

// Without a reason that the result shows, none is invented.
func TestWhatIfWithoutReason(t *testing.T) {
	t.Parallel()

	a := agency()
	for i := range a.Recommendations {
		a.Recommendations[i].Status = scoring.Scored
	}
	for _, test := range []struct {
		id    eif.RecommendationID
		basis scoring.Basis
		code  string
	}{
		{"R05", scoring.Derived, ""},
		{"R05", scoring.Stated, "text/what-if.area-stated"},
		{"R05", scoring.Published, "text/what-if.area-published"},
	} {
		areaOf(a, eif.Principles, "P3").Basis = test.basis
		a.WhatIf = &eifcheck.WhatIf{Changes: []eifcheck.Change{{Recommendation: test.id, Score: new(eif.Score(3))}}}
		var out bytes.Buffer
		r := &textReport{page: newPage(&out, Options{Width: 120}), wording: wording(t)}
		r.whatIf(a)
		if err := r.flush(); err != nil {
			t.Fatal(err)
		}
		_, got, _ := strings.Cut(out.String(), r.say("text/what-if.none", nil)+"\n")
		want := ""
		if test.code != "" {
			want = r.say(test.code, messages.Args{"area": eif.AreaID("P3")}) + "\n"
		}
		if got != want {
			t.Errorf("%s: %q, want %q", test.basis, got, want)
		}
	}
}
