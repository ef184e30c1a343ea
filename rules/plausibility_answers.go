package rules

import (
	"slices"
	"strconv"
	"strings"

	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
)

// The questions that are held against each other.
const (
	agreements = eif.IndicatorID("R26-1") // registers whose users all have an agreement
	access     = eif.IndicatorID("R37-1") // registers that answer online; its items are those of R26-1
	catalogues = eif.IndicatorID("R44-1") // catalogues that exist
	harvested  = eif.IndicatorID("R42-3") // datasets whose metadata data.europa.eu collects
)

// The items of R44-1 that matter to other recommendations.
const (
	dataCatalogue    = "a"
	serviceDirectory = "b"
	dataPortal       = "d"
)

// checklist is what is known of the ticks of a checklist. An answer by its level alone says how many
// there are, from fewest to most; which ones only where that is none or all.
type checklist struct {
	fewest, most int
	items        []string
	itemsKnown   bool
}

// checklistOf reads the answer to a checklist; ok is false when the file does not answer it.
func checklistOf(s *Subject, id eif.IndicatorID) (c checklist, ok bool) {
	q, answer := answerTo(s, id)
	switch answer.Form {
	case assessment.ItemsForm:
		for _, item := range q.Items {
			if slices.Contains(answer.Items, item) {
				c.items = append(c.items, item)
			}
		}
		return checklist{fewest: len(c.items), most: len(c.items), items: c.items, itemsKnown: true}, true
	case assessment.LevelForm:
		c.fewest, c.most = 0, len(q.Items)
		if answer.Level > eif.LowestScore {
			c.fewest = q.Thresholds[answer.Level-eif.LowestScore-1]
		}
		if answer.Level < eif.HighestScore {
			c.most = q.Thresholds[answer.Level-eif.LowestScore] - 1
		}
		switch {
		case c.most == 0:
			c.itemsKnown = true
		case c.fewest == len(q.Items):
			c.items, c.itemsKnown = q.Items, true
		}
		return c, true
	default:
		return checklist{}, false
	}
}

// answerTo is a question and the file's answer to it, the zero value when there is none.
func answerTo(s *Subject, id eif.IndicatorID) (*eif.Indicator, assessment.Indicator) {
	q, recommendation := eif.IndicatorByID(id)
	if own := s.Assessment.Recommendations[recommendation.ID]; own != nil {
		return q, own.Indicators[id]
	}
	return q, assessment.Indicator{}
}

// accessWithoutAgreement: a register that others use, and no agreement with all that use it.
func accessWithoutAgreement(s *Subject, out *reporter) {
	open, answered := checklistOf(s, access)
	agreed, too := checklistOf(s, agreements)
	if !answered || !too {
		return
	}
	_, answer := answerTo(s, access)
	args := messages.Args{
		"high": eif.RecommendationID("R37"), "low": eif.RecommendationID("R26"),
		"access": string(access), "agreements": string(agreements),
	}
	if open.itemsKnown && agreed.itemsKnown {
		without := slices.DeleteFunc(slices.Clone(open.items), func(item string) bool {
			return slices.Contains(agreed.items, item)
		})
		if len(without) > 0 {
			args["registers"], args["count"] = eif.Items{Indicator: access, Keys: without}, len(without)
			doubt(out, answer.Pointer, "plausibility/access-without-agreement", args, strings.Join(without, ""))
		}
		return
	}
	if open.fewest > agreed.most {
		args["fewest"], args["most"] = open.fewest, agreed.most
		doubt(out, answer.Pointer, "plausibility/access-without-agreement.count", args,
			strconv.Itoa(open.fewest)+"-"+strconv.Itoa(agreed.most))
	}
}

// contactPointWithoutDirectory: one place to turn to, and nothing to look services up in. Only an
// answer by items says so: a level tells how many catalogues there are, not which.
func contactPointWithoutDirectory(s *Subject, out *reporter) {
	r := s.Card.Recommendation("R11")
	listed, answered := checklistOf(s, catalogues)
	unlisted := answered && listed.itemsKnown && !slices.Contains(listed.items, serviceDirectory)
	if r.Score != eif.HighestScore || !unlisted {
		return
	}
	doubt(out, scorePointer(s, r.ID), "plausibility/contact-point-without-directory", messages.Args{
		"high": r.ID, "score": int(r.Score), "low": eif.RecommendationID("R44"), "catalogues": string(catalogues),
		"item": serviceDirectory,
	}, "")
}

// harvestedWithoutCatalogue: metadata are collected from a catalogue, and no catalogue of data exists.
func harvestedWithoutCatalogue(s *Subject, out *reporter) {
	listed, answered := checklistOf(s, catalogues)
	if !answered || !listed.itemsKnown ||
		slices.Contains(listed.items, dataCatalogue) || slices.Contains(listed.items, dataPortal) {
		return
	}
	_, answer := answerTo(s, harvested)
	if answer.Share <= 0 && answer.Level <= eif.LowestScore { // the lowest level can be none at all
		return
	}
	doubt(out, answer.Pointer, "plausibility/harvested-without-catalogue", messages.Args{
		"high": eif.RecommendationID("R42"), "low": eif.RecommendationID("R44"),
		"harvested": string(harvested), "catalogues": string(catalogues),
		"items": []string{dataCatalogue, dataPortal},
	}, "")
}
