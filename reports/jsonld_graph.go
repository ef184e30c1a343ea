package reports

import (
	"maps"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
)

// graph puts the nodes of one assessment together.
type graph struct {
	a        *eifcheck.Assessment
	header   eifcheck.Header
	wording  eifcheck.Wording
	language string
	// concepts are our own terms that the graph uses: they are explained in it.
	concepts map[string]bool
	// documents are the evidence and the sources, in order.
	documents []any
	// sources leads from the id of a source in the file to its node.
	sources map[string]string
	// published tells that a score or an average of the Monitoring Mechanism is shown.
	published bool
}

func newGraph(a *eifcheck.Assessment, h eifcheck.Header, w eifcheck.Wording) *graph {
	return &graph{
		a: a, header: h, wording: w, language: a.Document.Language,
		concepts: map[string]bool{}, sources: map[string]string{},
	}
}

// nodes lists the graph: the assessment first, then what it refers to.
func (g *graph) nodes() []any {
	for i := range g.a.Document.Sources {
		g.addSource(i)
	}
	root := g.assessment()
	list := []any{root}
	list = append(list, g.scenario()...)
	list = append(list, g.criteria()...)
	list = append(list, g.documents...)
	if g.published {
		list = append(list, g.dataset())
	}
	for _, id := range slices.Sorted(maps.Keys(g.concepts)) {
		list = append(list, conceptNode{ID: "ec:" + id, Type: "Concept", Definition: g.say("jsonld/concept."+id, nil)})
	}
	return list
}

// say is a sentence of ours as a literal.
func (g *graph) say(code string, args messages.Args) texts {
	return texts{g.wording.Language(): {g.wording.Say(code, args)}}
}

// words are words of ours as a literal.
func (g *graph) words(s string) texts { return texts{g.wording.Language(): {s}} }

// own is one of our own terms, of a family: own("state", "no_data") is ec:state-no-data. The empty word, and one that
// the catalogue does not explain, is no term.
func (g *graph) own(family, word string) string {
	id := family + "-" + strings.ReplaceAll(word, "_", "-")
	if word == "" || !g.wording.Has("jsonld/concept."+id) {
		return ""
	}
	g.concepts[id] = true
	return "ec:" + id
}

func (g *graph) assessment() assessmentNode {
	a, d := g.a, g.a.Document
	node := assessmentNode{
		ID: "a:assessment", Type: "Assessment", Title: textsOf(d.Title, g.language),
		Date: day(dayOf(g.header.AsOf)), ReferenceDate: day(d.ReferenceDate), Temporal: period(a.Year),
		Status: g.own("stage", string(d.Status)), Assesses: g.subject(), PerformedBy: g.organisation(),
		Questionnaire: d.Questionnaire,
		MadeWith: &agentNode{
			ID: project, Type: "Agent", Name: texts{noLanguage: {g.header.Tool.Name}}, Version: g.header.Tool.Version,
		},
		Source: []any{g.input()},
	}
	if m := a.Methodology; m != nil {
		node.Aggregation, node.AverageYear = g.own("aggregation", m.Aggregation), calendarYear(m.AverageYear)
		node.Context = methodologyIRI(m.ID)
		g.published = m.AverageYear != nil
	}
	node.ResultsIn = g.statements()
	if g.published {
		node.Source = append(node.Source, publishedIRI)
	}
	return node
}

func period(year *int) *periodNode {
	y := calendarYear(year)
	if y == nil {
		return nil
	}
	return &periodNode{ID: "a:year", Type: "PeriodOfTime", StartDate: y, EndDate: y}
}

func (g *graph) subject() *subjectNode {
	d := g.a.Document
	node := &subjectNode{ID: "a:subject", Type: "Resource", Scope: g.own("scope", d.Scope)}
	if d.Subject != nil {
		node.Identifier = string(d.Subject.ID)
		if d.Subject.Name != "" {
			node.Title = texts{}
			node.Title.add(g.language, string(d.Subject.Name))
		}
	}
	if g.a.Country == nil {
		return node
	}
	code := *g.a.Country
	node.Spatial = &locationNode{
		ID: countryIRI(code), Type: "Location", Label: g.words(g.wording.Texts.Country(code)), Identifier: code,
	}
	if node.Spatial.ID == "" {
		node.Spatial.ID = "a:country"
	}
	return node
}

func (g *graph) organisation() *agentNode {
	o := g.a.Document.Organisation
	if o == nil || o.Name.Empty() && o.URL == "" {
		return nil
	}
	return &agentNode{
		ID: "a:organisation", Type: "Organization", Name: textsOf(o.Name, g.language),
		Homepage: link(o.URL), Identifier: notALink(o.URL),
	}
}

var sha256Digits = regexp.MustCompile(`^[0-9a-f]{64}$`)

// input is the file by its name alone: the graph may be published, and where the file lay is nobody's business.
func (g *graph) input() inputNode {
	name := path.Base(filepath.ToSlash(g.a.Input.File))
	node := inputNode{ID: "a:input", Type: "Document", Title: texts{noLanguage: {name}}}
	if sha256Digits.MatchString(g.a.Input.SHA256) {
		node.Checksum = &checksumNode{
			ID: "a:checksum", Type: "Checksum", Algorithm: "spdx:checksumAlgorithm_sha256",
			Value: strings.ToUpper(g.a.Input.SHA256),
		}
	}
	return node
}

// publishedIRI is what the Monitoring Mechanism published, as a whole.
const publishedIRI = "ec:published-results"

func (g *graph) dataset() datasetNode {
	return datasetNode{
		ID: publishedIRI, Type: "Dataset", Title: g.say("jsonld/published", nil),
		Description: g.say("jsonld/attribution", nil),
		Publisher:   agentNode{ID: "op:corporate-body/COM", Type: "Agent", Name: g.say("jsonld/commission", nil)},
		License:     "op:licence/CC_BY_4_0",
	}
}

// methodologyIRI names an edition of the Monitoring Mechanism, "" for one that we do not know.
func methodologyIRI(id string) string {
	for _, m := range eif.Methodologies() {
		if m.ID == id {
			return "ec:methodology-" + id
		}
	}
	return ""
}

// scenario is the methodology and its scoreboards, nothing for an unknown one.
func (g *graph) scenario() []any {
	if g.a.Methodology == nil || methodologyIRI(g.a.Methodology.ID) == "" {
		return nil
	}
	id := g.a.Methodology.ID
	node := scenarioNode{
		ID: methodologyIRI(id), Type: "Scenario", Title: g.say("jsonld/methodology", messages.Args{"methodology": id}),
	}
	for i := range g.a.Scoreboards {
		board := &g.a.Scoreboards[i]
		sub := scenarioNode{
			ID: "ec:scoreboard-" + strconv.Itoa(int(board.ID)), Type: "Scenario",
			Title: g.words(g.wording.Texts.Scoreboard(board.ID).Title),
		}
		for k := range board.Areas {
			sub.Includes = append(sub.Includes, areaIRI(board.ID, board.Areas[k].ID))
		}
		node.Sub = append(node.Sub, sub)
	}
	return []any{node}
}
