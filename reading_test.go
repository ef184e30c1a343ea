package eifcheck_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/eif"
)

// How each kind of answer became its level, as the result words it.
func TestReadings(t *testing.T) {
	t.Parallel()
	_, results := assessFiles(t, "testdata/answers.yaml")
	got := map[eif.IndicatorID]string{}
	for _, r := range results[0].Recommendations {
		for _, in := range r.Indicators {
			if in.Reading != nil {
				got[in.ID] = *in.Reading
			}
		}
	}
	want := map[eif.IndicatorID]string{
		"R14-1": "62 % of key-services: level 3, 60 to under 90.",
		"R14-2": "61.90 % of key-services: level 3, 60 to under 90.",
		"R14-3": "2 of 6 items: level 2, 2-3.",
		"R23-1": "Level 4, as answered.",
		"R23-2": "5 % of ict-tenders: level 1, under 10.",
		"R23-3": "50 % of ict-tenders: level 4, 50 and more.",
		"R37-1": "0 of 5 items: level 1, 0-1.",
		"R37-2": "Level 1, because R37-1 counts nothing that it could be about.",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// No question is asked twice.
func TestNoQuestionIsAskedTwice(t *testing.T) {
	t.Parallel()
	wording, _ := eifcheck.NewWording("en")
	asked := map[string]eif.IndicatorID{}
	for i := range eif.Recommendations() {
		for _, q := range eif.Recommendations()[i].Indicators {
			text := wording.Texts.Indicator(q.ID)
			key := text.Question + string(rune(q.Kind))
			for _, item := range text.Items {
				key += item
			}
			if other, twice := asked[key]; twice {
				t.Errorf("%s asks what %s asks", q.ID, other)
			}
			asked[key] = q.ID
		}
	}
}
