package comparison

import (
	"slices"
	"strings"

	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/document"
)

// way is how the values that several parts give for one thing become one value.
type way uint8

const (
	// asWhole: they must be equal.
	asWhole way = iota
	// asRecord: each key of the format by itself.
	asRecord
	// asTable: each entry by itself; the keys are ids.
	asTable
	// asList: the items of all, equal ones once.
	asList
	// asText: a text must be equal, the translations of one are a table.
	asText
)

// form says how one place of an assessment file is united and written.
type form struct {
	way way
	// keys of a record or of a map compared as a whole, in the order of the format.
	keys []string
	// parts are the keys of a record that are not compared as a whole.
	parts map[string]*form
	// each is the form of a table's entries or a list's items.
	each *form
	// rank orders the ids of a table; nil orders them by the alphabet.
	rank func(id string) int
	// answer are the keys of a record that are one answer together.
	answer []string
	// bare is the key that a number written instead of a record stands for.
	bare string
	// tidy makes values equal that mean the same.
	tidy func(n *document.Node) *document.Node
	// bodiless tells that an entry without content is one all the same.
	bodiless bool
}

// assessmentForm is the form of a whole file.
func assessmentForm() *form {
	population := &form{keys: []string{"count", "note"}}
	return &form{way: asRecord, keys: topKeys(), parts: map[string]*form{
		"country":       {tidy: canonicalCountry},
		"questionnaire": {tidy: asString},
		"subject":       {keys: []string{"name", "id"}},
		"title":         {way: asText},
		"organisation":  {keys: []string{"name", "url"}},
		"contact":       {keys: []string{"name", "email"}},
		"populations":   {way: asTable, each: population},
		"sources": {way: asTable, bodiless: true, each: &form{
			keys: []string{"title", "kind", "url", "date"},
		}},
		"published":       publishedForm(),
		"areas":           {way: asTable, rank: areaRank, each: areaForm()},
		"recommendations": {way: asTable, each: recommendationForm()},
		"claims":          {way: asList, each: &form{keys: claimKeys()}},
		"context":         {way: asList, each: &form{keys: contextKeys()}},
	}}
}

func topKeys() []string {
	return []string{
		"eifcheck", "framework", "questionnaire", "country", "year", "reference_date", "scope", "subject", "title",
		"language", "organisation", "contact", "status", "populations", "sources", "published", "areas",
		"recommendations", "claims", "context",
	}
}

func claimKeys() []string {
	return []string{
		"text", "source", "of", "areas", "recommendations", "scoreboard", "relation", "scores", "not_below",
		"not_above", "status", "improvable",
	}
}

func contextKeys() []string {
	return []string{"dataset", "indicator", "geo", "value", "unit", "year", "source", "retrieved"}
}

func publishedForm() *form {
	return &form{
		way: asRecord, keys: []string{"source", "areas", "cross_border", "recommendations"},
		parts: map[string]*form{
			"areas":           {way: asTable, rank: areaRank, each: &form{}},
			"cross_border":    {way: asTable, rank: areaRank, each: &form{}},
			"recommendations": {way: asTable, each: &form{}},
		},
	}
}

func areaForm() *form {
	return &form{
		way: asRecord, bare: "score", keys: []string{"score", "status", "reason", "comment"},
		answer: []string{"score", "status", "reason"}, parts: map[string]*form{"comment": {way: asText}},
	}
}

func recommendationForm() *form {
	return &form{
		way: asRecord,
		keys: []string{
			"score", "status", "reason", "comment", "respondent", "reviewed", "indicators", "evidence", "plan",
		},
		answer: []string{"score", "status", "reason"},
		parts: map[string]*form{
			"comment":    {way: asText},
			"respondent": respondentForm(),
			"reviewed":   {keys: []string{"by", "date"}},
			"indicators": {way: asTable, rank: indicatorRank, each: indicatorForm()},
			"evidence":   evidenceForm(),
			"plan":       planForm(),
		},
	}
}

func indicatorForm() *form {
	answer := []string{"level", "share", "done", "of", "items", "status", "reason"}
	return &form{
		way: asRecord, bare: "level", answer: answer,
		keys: append(slices.Clip(answer), "comment", "evidence", "respondent"),
		parts: map[string]*form{
			"items": {tidy: sortedItems}, "comment": {way: asText},
			"evidence": evidenceForm(), "respondent": respondentForm(),
		},
	}
}

func respondentForm() *form { return &form{keys: []string{"name", "organisation"}} }

func evidenceForm() *form {
	return &form{way: asList, each: &form{keys: []string{
		"source", "locator", "title", "kind", "url", "date", "access", "status", "stance", "note",
	}}}
}

func planForm() *form {
	return &form{way: asRecord, keys: []string{"target", "by", "owner", "actions"}, parts: map[string]*form{
		"actions": {way: asList, each: &form{}},
	}}
}

// areaRank is the place of a thematic area in the framework.
func areaRank(id string) int {
	for i, area := range eif.Areas() {
		if string(area.ID) == id {
			return i
		}
	}
	return len(eif.Areas())
}

// indicatorRank is the place of a question among those of its recommendation.
func indicatorRank(id string) int {
	_, recommendation := eif.IndicatorByID(eif.IndicatorID(id))
	if recommendation == nil {
		return 0
	}
	for i := range recommendation.Indicators {
		if string(recommendation.Indicators[i].ID) == id {
			return i
		}
	}
	return len(recommendation.Indicators)
}

// canonicalCountry writes EL for GR and UK for GB.
func canonicalCountry(n *document.Node) *document.Node {
	tidy := *n
	tidy.Text = eif.CanonicalCountry(strings.ToUpper(n.Text))
	return &tidy
}

// asString reads a bare number as it is written.
func asString(n *document.Node) *document.Node {
	tidy := *n
	tidy.Kind = document.String
	return &tidy
}
