package schemas

import (
	"slices"
	"strconv"
	"strings"

	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/internal/messages"
)

// checkFacts holds ids and answers against the tables of the framework. It goes by the tree, so that
// it works on a file of the wrong shape too; what has the wrong shape is passed over, because that
// is reported already.
func (c *checker) checkFacts() {
	c.checkCountry(c.root.get("country"))
	c.checkPopulations(c.root.get("populations"))
	c.checkAreas(c.root.get("areas"), nil)
	c.checkRecommendations(c.root.get("recommendations"))
	published := c.root.get("published")
	if published.node == nil {
		return
	}
	c.checkAreas(published.get("areas"), nil)
	c.eachMember(published.get("recommendations"), c.checkRecommendationID)
	c.checkCrossBorder(published.get("cross_border"))
}

// eachMember visits the members of a mapping whose keys are not too long; of anything else, none.
func (c *checker) eachMember(p place, visit func(place)) {
	if p.node == nil {
		return
	}
	for i := range p.node.Members {
		if m := &p.node.Members[i]; usable(m.Key) {
			child := p.child(m)
			if i > 0 {
				child.above = &p.node.Members[i-1]
			}
			visit(child)
		}
	}
}

// checkCountry accepts the codes of the table, and GR and GB.
func (c *checker) checkCountry(p place) {
	if p.node == nil || p.node.Kind != document.String || isCountry(p.node.Text) {
		return
	}
	if isBlank(p.node) {
		c.atValue(p, emptyCode(p), nil)
		return
	}
	if args, ok := typographic(p.node.Text); ok {
		c.atValue(p, "input/type.typographic", args)
		return
	}
	c.add(p.node.Span, "input/country", "", func() document.Problem {
		code, args := "input/country", messages.Args{}
		if meant := LikelyCountry(p.node.Text); meant != "" {
			code = "input/country.suggest"
			args["suggestion"], args["name"] = meant, eif.English().Country(eif.CanonicalCountry(meant))
		}
		return document.Problem{Message: describe(p, code, args), Pointer: p.pointer(), Span: p.node.Span}
	})
}

func isCountry(code string) bool { return eif.CountryByCode(eif.CanonicalCountry(code)) != nil }

// LikelyCountry finds the code that was meant: written small, or the country's English name, or
// else the only one that differs in one letter.
func LikelyCountry(written string) string {
	written = strings.TrimSpace(written)
	if code := strings.ToUpper(written); isCountry(code) {
		return code
	}
	texts := eif.English()
	codes := countryCodes()
	names := make([]string, 0, len(codes))
	for _, code := range codes {
		if name := texts.Country(code); name != code {
			names = append(names, name)
		}
	}
	if len(written) <= len("GRC") {
		return Nearest(written, codes)
	}
	name := Nearest(written, names)
	for _, code := range codes {
		if name != "" && texts.Country(code) == name {
			return code
		}
	}
	return ""
}

// countryCodes lists every code that is accepted.
func countryCodes() []string {
	table := eif.Countries()
	codes := make([]string, 0, len(table)+2)
	for i := range table {
		codes = append(codes, table[i].Code)
	}
	return append(codes, "GB", "GR")
}

func (c *checker) checkPopulations(p place) {
	known := populations()
	c.eachMember(p, func(p place) {
		if !slices.Contains(known, p.member.Key) {
			meant := func(written string) string { return Nearest(written, known) }
			c.unknownID(p, "input/population", meant, known)
		}
	})
}

// populations lists the denominators that the questions name.
func populations() []string {
	set := map[string]any{}
	for _, id := range eif.English().Populations() {
		set[id] = nil
	}
	for _, r := range eif.Recommendations() {
		for i := range r.Indicators {
			if id := r.Indicators[i].Population; id != "" {
				set[id] = nil
			}
		}
	}
	return keys(set)
}

// unknownID reports a key that is no id of ours, with the one that was meant where that is plain.
func (c *checker) unknownID(p place, code string, meant func(string) string, allowed []string) {
	c.add(p.member.KeySpan, code, "", func() document.Problem {
		code, args := code, messages.Args{"found": p.member.Key, "allowed": allowed}
		if id := meant(p.member.Key); id != "" {
			code += ".suggest"
			args["suggestion"] = id
		}
		return document.Problem{Message: describe(p, code, args), Pointer: p.pointer(), Span: p.member.KeySpan}
	})
}

// checkCrossBorder accepts the areas of scoreboard 4, in years that have one.
func (c *checker) checkCrossBorder(p place) {
	if p.node == nil || len(p.node.Members) == 0 {
		return
	}
	if year, err := strconv.Atoi(c.root.get("year").text()); err == nil {
		if m := eif.MethodologyOf(year); m != nil && !m.CrossBorder {
			c.atKey(p, "input/cross-border", messages.Args{"year": year, "from": firstCrossBorderYear()})
			return
		}
	}
	c.checkAreas(p, func(a *eif.Area) bool { return a.CrossBorder })
}

func firstCrossBorderYear() int {
	for _, m := range eif.Methodologies() {
		if m.CrossBorder {
			return m.From
		}
	}
	return 0
}

// text is the text of a number or string, "" of anything else.
func (p place) text() string {
	if p.node == nil {
		return ""
	}
	return p.node.Text
}
