package schemas

import (
	"fmt"
	"path"
	"strconv"
	"strings"

	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/internal/pattern"
)

// checkAreas holds the keys of a mapping against the areas; allowed, when given, says which of them belong here.
func (c *checker) checkAreas(p place, allowed func(*eif.Area) bool) {
	c.eachMember(p, func(p place) {
		id := p.member.Key
		area := eif.AreaByID(eif.AreaID(id))
		switch {
		case area != nil && (allowed == nil || allowed(area)):
		case area != nil:
			c.atKey(p, "input/area.cross-border", messages.Args{"area": id})
		case eif.RecommendationByID(eif.RecommendationID(id)) != nil:
			c.atKey(p, "input/area.recommendation", nil)
		case !c.stray(p, keysOfFormat().area):
			c.unknownID(p, "input/area", likelyArea, areaIDs())
		}
	})
}

func areaIDs() []string {
	areas := eif.Areas()
	ids := make([]string, len(areas))
	for i := range areas {
		ids[i] = string(areas[i].ID)
	}
	return ids
}

// likelyArea finds the area that was meant: written small, by the Commission's own code (UP3), by
// its title, or nearly right.
func likelyArea(written string) string {
	written = leadingZeros().ReplaceAllString(strings.TrimSpace(written), "$1$2")
	byTitle := ""
	for _, area := range eif.Areas() {
		id := string(area.ID)
		if strings.EqualFold(id, simplify(written)) || strings.EqualFold(path.Base(area.IRI), written) {
			return id
		}
		if strings.EqualFold(eif.English().Area(area.ID).Title, strings.TrimSpace(written)) {
			if byTitle != "" {
				return "" // two areas are called Security and privacy
			}
			byTitle = id
		}
	}
	if byTitle != "" || hasDigit(written) {
		return byTitle // P13 is one letter away from nine areas
	}
	if id := areaAtStart(written); id != "" {
		return id
	}
	return Nearest(written, areaIDs())
}

// leadingZeros matches P07.
var leadingZeros = pattern.Lazy(`^([A-Za-z]+)0+([1-9])`)

// areaAtStart finds the one id of three letters or more that a longer word begins with: LEGAL is LEG.
func areaAtStart(written string) string {
	found := ""
	for _, id := range areaIDs() {
		if len(id) > 2 && len(id) > len(found) && strings.HasPrefix(strings.ToUpper(written), id) {
			found = id
		}
	}
	return found
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// stray reports a key among ids that is none, but known otherwise.
func (c *checker) stray(p place, entry map[string]any) bool {
	code, args := strayEntry(p, entry)
	if code == "" {
		return false
	}
	c.atKey(p, code, args)
	return true
}

// checkRecommendationID accepts R01 to R47, written exactly so.
func (c *checker) checkRecommendationID(p place) {
	id := p.member.Key
	indicator, _ := eif.IndicatorByID(eif.IndicatorID(id))
	switch {
	case eif.RecommendationByID(eif.RecommendationID(id)) != nil:
	case eif.AreaByID(eif.AreaID(id)) != nil:
		c.atKey(p, "input/recommendation.area", nil)
	case indicator != nil:
		c.atKey(p, "input/recommendation.indicator", messages.Args{"suggestion": id[:len("R00")]})
	case !c.stray(p, keysOfFormat().recommendation):
		c.unknownID(p, "input/recommendation", likelyRecommendation, nil)
	}
}

// likelyRecommendation reads the ways in which people write a recommendation: R5, rec 05, 5,
// Recommendation 5.
func likelyRecommendation(written string) string {
	numbers := numbersIn(written)
	if len(numbers) != 1 || !plainlyRecommendation(written) {
		return ""
	}
	return recommendationID(numbers[0])
}

// plainlyRecommendation tells whether the letters of an id name a recommendation, or nothing at all.
func plainlyRecommendation(written string) bool {
	letters := strings.TrimRight(strings.ToLower(written), "0123456789 .")
	switch strings.TrimRight(letters, " .-_#°") {
	case "", "r", "rec", "reco", "recommendation", "no", "nr", "n":
		return true
	}
	return false
}

func recommendationID(number int) string {
	id := eif.RecommendationID(fmt.Sprintf("R%02d", number))
	if eif.RecommendationByID(id) == nil {
		return ""
	}
	return string(id)
}

// numbersIn lists the whole numbers in a text, at most three.
func numbersIn(text string) []int {
	var numbers []int
	for _, digits := range strings.FieldsFunc(text, func(r rune) bool { return r < '0' || r > '9' }) {
		n, err := strconv.Atoi(digits)
		if err != nil || len(numbers) == 3 {
			return nil
		}
		numbers = append(numbers, n)
	}
	return numbers
}

// checkIndicatorID holds a key against the questions of a recommendation and returns the question,
// or nil when it is another's or none.
func (c *checker) checkIndicatorID(p place, r *eif.Recommendation) *eif.Indicator {
	id := eif.IndicatorID(p.member.Key)
	indicator, owner := eif.IndicatorByID(id)
	switch {
	case indicator == nil && c.stray(p, keysOfFormat().indicator):
	case indicator == nil:
		meant := func(written string) string { return likelyIndicator(written, r) }
		c.unknownID(p, "input/indicator", meant, indicatorIDs(r))
	case owner.ID != r.ID:
		c.atKey(p, "input/indicator.under", messages.Args{
			"recommendation": string(r.ID), "suggestion": string(owner.ID),
		})
	default:
		return indicator
	}
	return nil
}

func indicatorIDs(r *eif.Recommendation) []string {
	ids := make([]string, len(r.Indicators))
	for i := range r.Indicators {
		ids[i] = string(r.Indicators[i].ID)
	}
	return ids
}

// likelyIndicator reads the ways in which people write a question of a recommendation: R14.1, r14-01, 14-1, 1.
func likelyIndicator(written string, r *eif.Recommendation) string {
	numbers := numbersIn(written)
	if len(numbers) == 0 || len(numbers) == 2 && numbers[0] != r.Number {
		return ""
	}
	id := fmt.Sprintf("%s-%d", r.ID, numbers[len(numbers)-1])
	if indicator, _ := eif.IndicatorByID(eif.IndicatorID(id)); indicator == nil || len(numbers) > 2 {
		return ""
	}
	return id
}
