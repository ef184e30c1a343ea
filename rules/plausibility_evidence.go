package rules

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/observatory"
	"github.com/eifcheck/eifcheck/scoring"
)

// firstAssessments is the first data year that can have interoperability assessments under
// Article 3 of Regulation (EU) 2024/903, which applies from 12 January 2025.
const firstAssessments = 2025

// doubtedStep is the number of levels between two scores of one area from which the higher is doubted.
const doubtedStep = 2

// lawChecksUnpublished: laws are said to be checked, and nobody can read one of the checks. Only the
// respondent's own score is doubted: a published one has its proof elsewhere.
func lawChecksUnpublished(s *Subject, out *reporter) {
	r := s.Card.Recommendation("R27")
	applies := eif.RecommendationByID(r.ID).Applies(s.Assessment.Scope)
	if s.Assessment.Year < firstAssessments || !applies || !r.Own || r.Score < 3 {
		return
	}
	if evidenceHas(s, r.ID, showsAssessment) {
		return
	}
	unproven(out, scorePointer(s, r.ID), "plausibility/law-checks-unpublished", messages.Args{
		"high": r.ID, "score": int(r.Score), "year": strconv.Itoa(s.Assessment.Year),
	}, scoreWord(r.Score))
}

// showsAssessment tells whether evidence can be a published assessment: confirmed, open to everybody
// at a web address, and not of a kind that only asks for assessments or counts them.
func showsAssessment(e *assessment.Evidence, source *assessment.Source) bool {
	url, kind := e.URL, e.Kind
	if source != nil {
		url, kind = cmp.Or(url, source.URL), cmp.Or(kind, source.Kind)
	}
	if !e.Proves() || e.Access == "restricted" || url == "" {
		return false
	}
	return !slices.Contains([]assessment.Word{
		"law", "standard", "strategy", "guideline", "agreement", "statistics",
	}, kind)
}

// crossBorderAboveNational: an area far better towards other Member States than at home. Of the
// areas published for 2022 on both scoreboards one was.
func crossBorderAboveNational(s *Subject, out *reporter) {
	for i := range s.Card.CrossBorder {
		abroad := &s.Card.CrossBorder[i]
		home := areaOf(s.Card, abroad.ID)
		if !home.Score.Known() || abroad.Score < home.Score+doubtedStep {
			continue
		}
		scores(out, crossBorderPointer(s, abroad), "plausibility/cross-border-above-national", messages.Args{
			"area": abroad.ID, "score": int(abroad.Score), "national": int(home.Score),
		}, abroad.Value, home.Value)
	}
}

// crossBorderPointer is the place that gives an area its score on scoreboard 4: the published one,
// else the answers of its first recommendation that counts there.
func crossBorderPointer(s *Subject, area *scoring.Area) string {
	if published, ok := s.Assessment.Published.CrossBorder[area.ID]; ok && area.Basis == scoring.Published {
		return published.Pointer
	}
	return "/recommendations/" + string(area.Recommendations[0]) + "/indicators"
}

// riseWithoutEvidence: an own area score two levels above what was published of the year before, and
// no evidence that is younger. Silent where the two years were not measured alike, and where the
// published score could not be read for certain.
func riseWithoutEvidence(s *Subject, out *reporter) {
	year := s.Assessment.Year
	before, ok := observatory.Published(s.Assessment.Country, year-1)
	if !ok || s.Assessment.Scope != eif.Country || eif.MethodologyOf(year).ID != eif.MethodologyOf(year-1).ID {
		return
	}
	for i := range s.Card.Areas {
		area := &s.Card.Areas[i]
		cell, _ := before.Area(area.ID)
		certain := cell.Score.Known() && cell.Reading != observatory.RasterAmbiguous
		if !certain || !area.Own || area.Score < cell.Score+doubtedStep || newEvidence(s, area, year) {
			continue
		}
		args := messages.Args{
			"area": area.ID, "score": int(area.Score), "published": int(cell.Score),
			"year": strconv.Itoa(year), "before": strconv.Itoa(year - 1),
			"recommendations": idsOf(area.Recommendations),
		}
		unproven(out, ownAreaPointer(s, area), "plausibility/rise-without-evidence", args,
			scoreWord(area.Score)+"-"+scoreWord(cell.Score))
	}
}

// newEvidence tells whether an area has evidence dated in the year or later.
func newEvidence(s *Subject, area *scoring.Area, year int) bool {
	first := assessment.Day(strconv.Itoa(year) + "-01-01")
	return slices.ContainsFunc(area.Recommendations, func(id eif.RecommendationID) bool {
		return evidenceHas(s, id, func(e *assessment.Evidence, source *assessment.Source) bool {
			dated := e.Date
			if dated == "" && source != nil {
				dated = source.Date
			}
			return e.Proves() && dated >= first
		})
	})
}

// ownAreaPointer is the place that gives an area its own score: the stated one, else that of its
// first recommendation with the highest score.
func ownAreaPointer(s *Subject, area *scoring.Area) string {
	if stated := s.Assessment.Areas[area.ID]; stated.State == assessment.Scored {
		return stated.Pointer
	}
	best := slices.MaxFunc(area.Recommendations, func(a, b eif.RecommendationID) int {
		return int(s.Card.Recommendation(a).Score) - int(s.Card.Recommendation(b).Score)
	})
	return scorePointer(s, best)
}
