package html

import (
	"slices"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/scoring"
)

// matter is how many gaps the first page shows.
const matter = 3

// summary is the page in brief.
type summary struct {
	About, Heading string
	Stand, Caveats []string
	Tiles          []tile
	Matter         string
	// More names the gaps beyond those shown, "" for none.
	More string
	Gaps           []gap
}

// tile is a number and the areas it counts.
type tile struct {
	Kind, Sign, Label string
	Count             int
	Areas             []link
}

// link leads to a place in the page.
type link struct{ ID, Title string }

func (r *reader) summary() summary {
	s := summary{
		About: r.say("html/about", messages.Args{
			"recommendations": len(r.a.Recommendations), "areas": r.a.Summary.Areas,
		}),
		Heading: r.say("html/stand", messages.Args{"subject": r.subject(r.a)}),
		Stand:   r.stand(), Caveats: r.caveats(), Tiles: r.tiles(),
	}
	first, _ := r.gaps()
	s.Gaps = first[:min(matter, len(first))]
	s.More = r.more(first[len(s.Gaps):])
	s.Matter = r.matter(len(s.Gaps))
	return s
}

// matter heads the gaps that matter most, or says why there are none.
func (r *reader) matter(count int) string {
	switch compared := r.a.Methodology.AverageYear != nil; {
	case count > 0 && compared:
		return r.say("html/matter", messages.Args{"count": count})
	case count > 0:
		return r.say("html/matter.lowest", messages.Args{"count": count})
	case r.a.Summary.Scored == 0:
		return r.say("html/matter.unknown", nil)
	case compared:
		return r.say("html/matter.none", nil)
	}
	return r.say("html/matter.full", nil)
}

// more names the areas below the average that the first page has no room for.
func (r *reader) more(rest []gap) string {
	if len(rest) == 0 || r.a.Methodology.AverageYear == nil {
		return ""
	}
	areas := make([]string, len(rest))
	for i := range rest {
		areas[i] = rest[i].Title + " (" + rest[i].ID + ")"
	}
	return r.say("html/matter.more", messages.Args{"areas": areas, "count": len(areas)})
}

// stand counts the areas, in sentences.
func (r *reader) stand() []string {
	s := r.a.Summary
	var list []string
	switch {
	case s.Scored == s.Areas:
		list = append(list, r.say("html/stand.all", messages.Args{"count": s.Areas}))
	case s.Scored == 0 && s.NoData > 0 && s.Partial+s.NotApplicable == 0:
		return []string{r.say("text/standing.none", messages.Args{"count": s.NoData})}
	default:
		list = append(list, r.say("html/stand.some", messages.Args{"count": s.Scored, "areas": s.Areas}))
	}
	if average := r.a.Methodology.AverageYear; average != nil && s.Scored > 0 {
		list = append(list, r.say("html/stand.average", messages.Args{
			"year": year(*average), "below": *s.Below, "at": *s.At, "above": *s.Above,
		}))
	}
	for _, part := range []struct {
		code  string
		count int
	}{
		{"html/stand.partial", s.Partial},
		{"html/stand.no-data", s.NoData},
		{"html/stand.not-applicable", s.NotApplicable},
	} {
		if part.count > 0 {
			list = append(list, r.say(part.code, messages.Args{"count": part.count}))
		}
	}
	return append(list, r.acrossBorders()...)
}

func (r *reader) acrossBorders() []string {
	c := r.a.Summary.CrossBorder
	if c == nil {
		return nil
	}
	args := messages.Args{"areas": c.Areas, "scored": c.Scored, "no_data": c.NoData}
	if c.Below == nil || c.Scored == 0 {
		return []string{r.say("html/stand.cross-border", args)}
	}
	args["below"], args["at"], args["above"] = *c.Below, *c.At, *c.Above
	return []string{r.say("html/stand.cross-border-average", args)}
}

// caveats say how far the scores can be trusted, and what they are compared with.
func (r *reader) caveats() []string {
	list := r.bases()
	if slices.ContainsFunc(r.national(), func(a *eifcheck.Area) bool { return a.Basis == scoring.Derived }) {
		list = append(list, r.say("text/indicative", nil))
	}
	average := r.a.Methodology.AverageYear
	if average != nil && r.wholeAverages() {
		list = append(list, r.say("html/averages.whole", messages.Args{"year": year(*average)}))
	}
	switch {
	case average == nil && r.a.Document.Scope != eif.Country.String():
		list = append(list, r.say("text/no-average", nil))
	case average != nil && *average != *r.a.Year:
		list = append(list, r.say("text/average.older", messages.Args{
			"year": year(*average), "count": *r.a.Year - *average,
		}))
	}
	return list
}

// wholeAverages tells that the averages were published as whole numbers, so that a reader who looks for the
// decimals knows that there are none.
func (r *reader) wholeAverages() bool {
	for _, area := range r.national() {
		if area.Average != nil && *area.Average%100 != 0 {
			return false
		}
	}
	return true
}

// national are the areas of scoreboards 1 to 3, in order.
func (r *reader) national() []*eifcheck.Area {
	var list []*eifcheck.Area
	for _, board := range r.a.Scoreboards {
		for i := range board.Areas {
			if board.ID != eif.CrossBorder {
				list = append(list, &board.Areas[i])
			}
		}
	}
	return list
}

// bases say where the scores come from, in one sentence where they all come from one place.
func (r *reader) bases() []string {
	areas := map[scoring.Basis][]string{}
	for _, area := range r.national() {
		if area.Basis != scoring.NoBasis {
			areas[area.Basis] = append(areas[area.Basis], string(area.ID))
		}
	}
	var sentences []string
	for _, basis := range []scoring.Basis{scoring.Stated, scoring.Derived, scoring.Published} {
		switch {
		case len(areas[basis]) == 0:
		case len(areas) == 1:
			sentences = append(sentences, r.say("html/all."+string(basis), nil))
		default:
			sentences = append(sentences, r.say("text/some."+string(basis), messages.Args{"areas": areas[basis]}))
		}
	}
	return sentences
}

// tiles show each number of the summary with the areas behind it.
func (r *reader) tiles() []tile {
	s := r.a.Summary
	var tiles []tile
	if s.Below != nil {
		tiles = append(tiles,
			tile{Kind: "below", Sign: "▼", Count: *s.Below}, tile{Kind: "at", Sign: "=", Count: *s.At},
			tile{Kind: "above", Sign: "▲", Count: *s.Above})
	} else {
		tiles = append(tiles, tile{Kind: "scored", Sign: "●", Count: s.Scored})
	}
	for _, t := range []tile{
		{Kind: "partial", Sign: "◐", Count: s.Partial},
		{Kind: "no_data", Sign: "○", Count: s.NoData},
		{Kind: "not_applicable", Sign: "–", Count: s.NotApplicable},
	} {
		if t.Count > 0 {
			tiles = append(tiles, t)
		}
	}
	for i := range tiles {
		tiles[i].Label = r.say("html/tile."+tiles[i].Kind, nil)
		for _, area := range r.national() {
			if kind(area) == tiles[i].Kind {
				tiles[i].Areas = append(tiles[i].Areas, link{ID: string(area.ID), Title: r.nameOf(area)})
			}
		}
	}
	return tiles
}

// nameOf is the title of an area, with its id where another area has the same title.
func (r *reader) nameOf(area *eifcheck.Area) string {
	title := lines(area.Title)
	for _, other := range r.national() {
		if other.ID != area.ID && other.Title == area.Title {
			return title + " (" + string(area.ID) + ")"
		}
	}
	return title
}

// kind is the tile an area is counted in.
func kind(area *eifcheck.Area) string {
	if area.Relation != nil {
		return string(*area.Relation)
	}
	return string(area.Status)
}
