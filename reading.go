package eifcheck

import (
	"strconv"

	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/scoring"
)

// reading says how an answer became its level: "62 % of key-services: level 3, 60 to under 90".
// It is nil where there is no level.
func reading(in scoring.Indicator, given assessment.Indicator, w Wording) *string {
	q, _ := eif.IndicatorByID(in.ID)
	if q == nil || in.Status != scoring.Scored {
		return nil
	}
	args := messages.Args{
		"level": int(in.Level), "population": q.Population, "share": given.Share, "items": len(q.Items),
	}
	code := "reading/level"
	switch {
	case in.Settled:
		args["other"], code = string(q.WhenNone.Indicator), "reading/settled"
	case given.Form == assessment.ShareForm:
		args["range"], code = shareRange(q.Thresholds, in.Level, w), "reading/share"
	case given.Form == assessment.ItemsForm:
		args["count"], code = len(given.Items), "reading/items"
		args["range"] = itemRange(q.Thresholds, in.Level, len(q.Items))
	}
	text := w.Say(code, args)
	return &text
}

// shareRange is what a level takes, in percent: under 25, 25 to under 60, 90 and more.
func shareRange(thresholds [3]int, level eif.Score, w Wording) string {
	switch level {
	case eif.LowestScore:
		return w.Say("reading/under", messages.Args{"high": thresholds[0]})
	case eif.HighestScore:
		return w.Say("reading/more", messages.Args{"low": thresholds[2]})
	}
	return w.Say("reading/between", messages.Args{"low": thresholds[level-2], "high": thresholds[level-1]})
}

// itemRange is what a level takes, in items: 2-3, 4, 5-6.
func itemRange(thresholds [3]int, level eif.Score, most int) string {
	ends := []int{0, thresholds[0], thresholds[1], thresholds[2], most + 1}
	low, high := ends[level-1], ends[level]-1
	if low == high {
		return strconv.Itoa(low)
	}
	return strconv.Itoa(low) + "-" + strconv.Itoa(high)
}
