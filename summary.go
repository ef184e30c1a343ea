package eifcheck

import (
	"slices"

	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/rules"
	"github.com/eifcheck/eifcheck/scoring"
)

// summarise counts: the areas of scoreboards 1 to 3, the findings that are not waived, and the
// coverage of each kind of answer.
func summarise(
	a *assessment.Assessment, card *scoring.Scorecard, reference *scoring.Reference, findings []Finding,
) *Summary {
	counts := countAreas(card.Areas, reference != nil)
	s := &Summary{
		Areas: counts.Areas, Scored: counts.Scored, NoData: counts.NoData,
		NotApplicable: counts.NotApplicable, Partial: counts.Partial,
		Above: counts.Above, At: counts.At, Below: counts.Below,
		Errors:   countFindings(findings, rules.Error),
		Warnings: countFindings(findings, rules.Warning),
		Infos:    countFindings(findings, rules.Info),
		Waived:   countWaived(findings),
		Coverage: coverage(a, card, counts),
	}
	if len(card.CrossBorder) > 0 {
		crossBorder := countAreas(card.CrossBorder, reference != nil)
		s.CrossBorder = &crossBorder
	}
	return s
}

func countAreas(areas []scoring.Area, compared bool) AreaCounts {
	c := AreaCounts{Areas: len(areas)}
	var above, at, below int
	for i := range areas {
		switch areas[i].Status {
		case scoring.Scored:
			c.Scored++
		case scoring.Partial:
			c.Partial++
		case scoring.NoData:
			c.NoData++
		case scoring.NotApplicable:
			c.NotApplicable++
		}
		switch areas[i].Relation {
		case scoring.Above:
			above++
		case scoring.At:
			at++
		case scoring.Below:
			below++
		}
	}
	if compared {
		c.Above, c.At, c.Below = &above, &at, &below
	}
	return c
}

func coverage(a *assessment.Assessment, card *scoring.Scorecard, counts AreaCounts) Coverage {
	var applicable, scored, proven, asked, answered int
	for i := range card.Recommendations {
		r := &card.Recommendations[i]
		if r.Status == scoring.NotApplicable {
			continue
		}
		applicable++
		if r.Status == scoring.Scored {
			scored++
		}
		if hasProof(a.Recommendations[r.ID]) {
			proven++
		}
		for _, in := range r.Indicators {
			if in.Status == scoring.NotApplicable {
				continue
			}
			asked++
			if in.Status == scoring.Scored {
				answered++
			}
		}
	}
	return Coverage{
		Areas:           share(counts.Scored, counts.Areas-counts.NotApplicable),
		Recommendations: share(scored, applicable),
		Indicators:      share(answered, asked),
		Evidence:        share(proven, applicable),
	}
}

// hasProof tells whether a recommendation, or one of its questions, has evidence that is confirmed
// and does more than limit what is said.
func hasProof(r *assessment.Recommendation) bool {
	if r == nil {
		return false
	}
	if proven(r.Evidence) {
		return true
	}
	for _, in := range r.Indicators {
		if proven(in.Evidence) {
			return true
		}
	}
	return false
}

func proven(evidence []assessment.Evidence) bool {
	return slices.ContainsFunc(evidence, func(e assessment.Evidence) bool { return e.Proves() })
}

// share is part of whole in hundredths, half up; 0 of nothing.
func share(part, whole int) eif.Hundredths {
	if whole <= 0 {
		return 0
	}
	return eif.Hundredths((200*part + whole) / (2 * whole))
}
