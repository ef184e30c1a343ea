package cmd

import (
	"slices"
	"strings"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
)

// Shares in hundredths of a percent.
const (
	onePercent eif.Hundredths = 100
	wholeShare eif.Hundredths = 10000
)

// changes reads --what-if ID=VALUE,…, repeated.
func (f *assessFlags) changes() ([]eifcheck.Change, error) {
	var changes []eifcheck.Change
	taken := map[string]bool{}
	for _, list := range f.whatIf {
		for written := range strings.SplitSeq(list, ",") {
			written = strings.TrimSpace(written)
			id, value, ok := strings.Cut(written, "=")
			id = strings.ToUpper(strings.TrimSpace(id))
			if !ok {
				return nil, usage("cmd/usage.what-if", messages.Args{"found": written})
			}
			if taken[id] {
				return nil, usage("cmd/usage.what-if.twice", messages.Args{"found": id})
			}
			taken[id] = true
			change, err := readChange(id, strings.TrimSpace(value))
			if err != nil {
				return nil, err
			}
			changes = append(changes, change)
		}
	}
	return changes, nil
}

// readChange reads one change: of a recommendation or of a question.
func readChange(id, value string) (eifcheck.Change, error) {
	if r := eif.RecommendationByID(eif.RecommendationID(id)); r != nil {
		score, err := whatIfScore(id, value)
		return eifcheck.Change{Recommendation: r.ID, Score: &score, Items: []string{}}, err
	}
	if q, r := eif.IndicatorByID(eif.IndicatorID(id)); q != nil {
		return readAnswer(q, r, value)
	}
	if area := eif.AreaByID(eif.AreaID(id)); area != nil {
		return eifcheck.Change{}, usage("cmd/usage.what-if.area", messages.Args{
			"area": area.ID, "recommendations": words(area.Recommendations),
			"first": string(area.Recommendations[0]),
		})
	}
	if r := ownerOf(id); r != nil {
		return eifcheck.Change{}, usage("cmd/usage.what-if.question", messages.Args{
			"found": id, "recommendation": string(r.ID), "allowed": questions(r),
		})
	}
	return eifcheck.Change{}, usage("cmd/usage.what-if.id", messages.Args{"found": id})
}

// ownerOf is the recommendation in whose name something is called like a question, or nil.
func ownerOf(id string) *eif.Recommendation {
	name, _, ok := strings.Cut(id, "-")
	if r := eif.RecommendationByID(eif.RecommendationID(name)); ok && r != nil && len(r.Indicators) > 0 {
		return r
	}
	return nil
}

func questions(r *eif.Recommendation) []string {
	ids := make([]string, len(r.Indicators))
	for i := range r.Indicators {
		ids[i] = string(r.Indicators[i].ID)
	}
	return ids
}

// readAnswer reads the answer to a question, each kind in its own form.
func readAnswer(q *eif.Indicator, r *eif.Recommendation, value string) (eifcheck.Change, error) {
	change := eifcheck.Change{Recommendation: r.ID, Indicator: &q.ID, Items: []string{}}
	switch q.Kind {
	case eif.ShareAnswer:
		share, err := whatIfShare(q, value)
		change.Share = &share
		return change, err
	case eif.ChecklistAnswer:
		items, err := whatIfItems(q, value)
		change.Items = items
		return change, err
	default:
		score, err := whatIfScore(string(q.ID), value)
		change.Score = &score
		return change, err
	}
}

func whatIfScore(id, value string) (eif.Score, error) {
	return level("--what-if", id+"="+value, value)
}

// whatIfShare reads a percentage, with or without its sign.
func whatIfShare(q *eif.Indicator, value string) (eif.Hundredths, error) {
	var share eif.Hundredths
	number := strings.TrimSpace(strings.TrimSuffix(value, "%"))
	if !plainDecimal().MatchString(number) || share.UnmarshalJSON([]byte(number)) != nil || share > wholeShare {
		return 0, usage("cmd/usage.what-if.share", messages.Args{"id": string(q.ID), "found": value})
	}
	if share > 0 && share < onePercent { // a file is asked the same: rarely meant
		return 0, usage("cmd/usage.what-if.fraction", messages.Args{
			"id": string(q.ID), "found": value, "suggestion": 100 * share,
		})
	}
	return share, nil
}

// whatIfItems reads the letters of a checklist, each once.
func whatIfItems(q *eif.Indicator, value string) ([]string, error) {
	var items []string
	for item := range strings.SplitSeq(value, "+") {
		item = strings.ToLower(strings.TrimSpace(item))
		if !slices.Contains(q.Items, item) || slices.Contains(items, item) {
			return nil, usage("cmd/usage.what-if.items", messages.Args{
				"id": string(q.ID), "found": value, "allowed": q.Items,
				"example": strings.Join(q.Items[:min(2, len(q.Items))], "+"),
			})
		}
		items = append(items, item)
	}
	return items, nil
}

// words turns ids into the words of a list.
func words[T ~string](ids []T) []string {
	list := make([]string, len(ids))
	for i, id := range ids {
		list[i] = string(id)
	}
	return list
}
