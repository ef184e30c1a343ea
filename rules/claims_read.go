package rules

import (
	"slices"

	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
)

// subject is what a claim speaks of: an area on a scoreboard, or one of an area's several recommendations. The only
// recommendation of an area is the same thing as the area.
type subject struct {
	// average: not the result of the file, but the EU average.
	average        bool
	board          eif.Scoreboard
	area           eif.AreaID
	recommendation eif.RecommendationID
}

// mention is a subject and how the text names it.
type mention struct {
	subject
	// named is the recommendation if the text names one, "" for an area.
	named eif.RecommendationID
}

// id is what a message calls it: an eif.RecommendationID or an eif.AreaID, so that its title can be shown.
func (m mention) id() any {
	if m.named != "" {
		return m.named
	}
	return m.area
}

func (m mention) String() string {
	if m.named != "" {
		return string(m.named)
	}
	return string(m.area)
}

// claim is a claim of the file with its ids read. Ids that name nothing, or something that is not where the text has
// it, are kept apart and not judged any further: nobody knows what they mean.
type claim struct {
	*assessment.Claim
	// mentions is what the claim says something of.
	mentions []mention
	// each: it names them one by one, and not just a scoreboard.
	each bool
	// areas are those the text names, as far as they can be read; sure tells that all of them can.
	areas []eif.AreaID
	sure  bool
	// unknownAreas, twinAreas and strayAreas are the places in Areas of names that mean nothing, mean two areas, or
	// an area that is not on the scoreboard named.
	unknownAreas, twinAreas, strayAreas []int
	// unknownRecommendations and strayRecommendations are places in Recommendations, likewise.
	unknownRecommendations, strayRecommendations []int
	// noScoreboard: it speaks of scoreboard 4 in a year that has none.
	noScoreboard bool
}

// readClaims reads the ids of all claims.
func readClaims(s *Subject, names eif.AreaNames) []claim {
	claims := make([]claim, len(s.Assessment.Claims))
	for i := range claims {
		c := &claims[i]
		c.Claim = &s.Assessment.Claims[i]
		c.noScoreboard = eif.Scoreboard(c.Scoreboard) == eif.CrossBorder && len(s.Card.CrossBorder) == 0
		c.readAreas(names)
		c.readRecommendations()
		if c.noScoreboard {
			c.mentions = nil
		}
	}
	return claims
}

func (c *claim) readAreas(names eif.AreaNames) {
	c.sure = true
	for i, text := range c.Areas {
		found := c.meant(names.Read(text))
		switch {
		case len(found) == 0:
			c.unknownAreas = append(c.unknownAreas, i)
			c.sure = false
		case len(found) > 1:
			c.twinAreas = append(c.twinAreas, i)
			c.sure = false
		case !c.onBoard(found[0]):
			c.strayAreas = append(c.strayAreas, i)
			c.areas = append(c.areas, found[0])
		default:
			c.areas = append(c.areas, found[0])
			c.mention(eif.AreaByID(found[0]), "")
		}
	}
	if len(c.Recommendations) > 0 {
		c.mentions = nil // what is said is said of the recommendations; the areas say where they belong
		return
	}
	c.each = len(c.Areas) > 0
	if !c.each {
		for i := range eif.Areas() {
			if c.onBoard(eif.Areas()[i].ID) {
				c.mention(&eif.Areas()[i], "")
			}
		}
	}
}

// meant chooses between areas of one title by the scoreboard, and by the recommendations beside them.
func (c *claim) meant(found []eif.AreaID) []eif.AreaID {
	if len(found) < 2 {
		return found
	}
	likely := slices.DeleteFunc(slices.Clone(found), func(id eif.AreaID) bool { return !c.onBoard(id) })
	if len(likely) == 1 {
		return likely
	}
	for _, text := range c.Recommendations {
		r := eif.RecommendationByNumber(eif.ReadRecommendation(text))
		if r != nil && slices.Contains(found, r.Area) {
			return []eif.AreaID{r.Area}
		}
	}
	return found
}

// onBoard tells whether an area is on the scoreboard that the claim names, if it names one.
func (c *claim) onBoard(id eif.AreaID) bool {
	area := eif.AreaByID(id)
	switch board := eif.Scoreboard(c.Scoreboard); board {
	case 0:
		return true
	case eif.CrossBorder:
		return area.CrossBorder
	default:
		return area.Scoreboard == board
	}
}

func (c *claim) readRecommendations() {
	for i, text := range c.Recommendations {
		c.each = true
		r := eif.RecommendationByNumber(eif.ReadRecommendation(text))
		switch {
		case r == nil:
			c.unknownRecommendations = append(c.unknownRecommendations, i)
		case c.strays(r):
			c.strayRecommendations = append(c.strayRecommendations, i)
		default:
			c.mention(eif.AreaByID(r.Area), r.ID)
		}
	}
}

// strays tells that a recommendation belongs to none of the areas it is named under, or to another scoreboard.
func (c *claim) strays(r *eif.Recommendation) bool {
	if c.sure && len(c.areas) > 0 && !slices.Contains(c.areas, r.Area) {
		return true
	}
	return len(c.Areas) == 0 && !c.onBoard(r.Area)
}

// mention adds an area, or a recommendation of it.
func (c *claim) mention(area *eif.Area, named eif.RecommendationID) {
	m := mention{named: named, subject: subject{average: c.OfAverage, board: area.Scoreboard, area: area.ID}}
	if eif.Scoreboard(c.Scoreboard) == eif.CrossBorder {
		m.board = eif.CrossBorder
	}
	if len(area.Recommendations) > 1 {
		m.recommendation = named
	}
	c.mentions = append(c.mentions, m)
}
