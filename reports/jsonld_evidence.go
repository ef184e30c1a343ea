package reports

import (
	"strconv"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/assessment"
)

// addSource adds a source of the file as a document.
func (g *graph) addSource(i int) {
	s := &g.a.Document.Sources[i]
	node := evidenceNode{
		ID: "a:source-" + strconv.Itoa(i+1), Type: "Document", Title: textsOf(s.Title, g.language),
		Page: link(s.URL), Identifier: identifiers(s.ID, notALink(s.URL)), Date: day(s.Date),
	}
	g.sources[s.ID] = node.ID
	g.documents = append(g.documents, node)
}

// evidenceOf adds the evidence of a recommendation and of its questions, and returns the nodes.
func (g *graph) evidenceOf(r *eifcheck.Recommendation) []string {
	var ids []string
	add := func(list []assessment.Evidence) {
		for i := range list {
			node := g.evidence(r, &list[i])
			node.ID = "a:evidence-" + string(r.ID) + "-" + strconv.Itoa(len(ids)+1)
			ids = append(ids, node.ID)
			g.documents = append(g.documents, node)
		}
	}
	add(r.Evidence)
	for i := range r.Indicators {
		add(r.Indicators[i].Evidence)
	}
	return ids
}

func (g *graph) evidence(r *eifcheck.Recommendation, e *assessment.Evidence) evidenceNode {
	node := evidenceNode{
		Type: "Document", Title: textsOf(e.Title, g.language),
		Citation: string(e.Locator), Page: link(e.URL), Date: day(e.Date), AccessRights: accessRights(e.Access),
		Description: textsOf(e.Note, g.language), Source: g.sources[string(e.Source)],
	}
	unknown := ""
	if node.Source == "" {
		unknown = string(e.Source)
	}
	node.Identifier = identifiers(unknown, notALink(e.URL))
	// A candidate proves nothing yet, and what limits an answer is no proof that the requirement is met.
	if !e.Confirmed {
		node.Categories = append(node.Categories, g.own("evidence", "candidate"))
	}
	if e.Stance == "limits" {
		node.Categories = append(node.Categories, g.own("evidence", "limits"))
	}
	if len(node.Categories) == 0 {
		node.Type, node.Supports = "Evidence", concept(r.IRI)
	}
	return node
}

// identifiers are the words that are there.
func identifiers(words ...string) []string {
	var list []string
	for _, w := range words {
		if w != "" {
			list = append(list, w)
		}
	}
	return list
}

// accessRights are those of the authority table of the Publications Office.
func accessRights(w assessment.Word) string {
	switch w {
	case "public":
		return "op:access-right/PUBLIC"
	case "restricted":
		return "op:access-right/RESTRICTED"
	}
	return ""
}
