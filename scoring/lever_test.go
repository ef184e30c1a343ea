package scoring_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/scoring"
)

// A rise names the questions below where it leads, in order, whoever stated the score; none where
// none is answered.
func TestRisesNameTheirQuestions(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name string
		file file
		want [][]eif.IndicatorID
	}{
		{"derived", newFile().level("R14-1", 1).level("R14-2", 3).level("R14-3", 2), [][]eif.IndicatorID{
			{"R14-1", "R14-3"}, {"R14-1", "R14-2", "R14-3"},
		}},
		{
			"stated", newFile().own(map[eif.RecommendationID]any{"R14": 2}).level("R14-3", 1).level("R14-2", 4),
			[][]eif.IndicatorID{{"R14-3"}, {"R14-3"}},
		},
		{"unanswered", newFile().own(map[eif.RecommendationID]any{"R14": 2}), [][]eif.IndicatorID{{}, {}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			reference := &scoring.Reference{AverageOf: func(eif.Scoreboard, eif.AreaID) (eif.Hundredths, int, bool) {
				return 400, 27, true
			}}
			got := [][]eif.IndicatorID{}
			for _, lever := range areaOf(scoring.Score(test.file.Assessment, reference), "P7").Levers {
				for _, rise := range lever.Rises {
					got = append(got, rise.Indicators)
				}
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}
