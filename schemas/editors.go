package schemas

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/eifcheck/eifcheck/eif"
)

// Editors makes the schema for editors: the shape, with every country, area, recommendation and
// question of the framework, and their texts to read while one writes. It accepts and refuses the
// same files as [Check], save what no JSON Schema can say (counts that disagree, languages that do
// not exist).
func Editors(texts eif.Texts) ([]byte, error) {
	var raw map[string]any
	if err := json.Unmarshal(shapeSource, &raw); err != nil {
		return nil, fmt.Errorf("read schema: %w", err)
	}
	e := editors{root: raw, texts: texts}
	schema := e.whole()
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	if err := encoder.Encode(schema); err != nil {
		return nil, fmt.Errorf("write schema: %w", err)
	}
	return out.Bytes(), nil
}

// node is a part of a schema.
type node = map[string]any

// editors turns the shape into the schema for editors.
type editors struct {
	root  node
	texts eif.Texts
}

func (e editors) whole() node {
	schema := e.part(e.root, false)
	id, _ := schema["$id"].(string)
	schema["$id"] = strings.Replace(id, "shape.schema", "assessment.schema", 1)
	schema["title"] = "An eifcheck assessment, format 1"
	schema["description"] = "A self-assessment against the European Interoperability Framework (EIF)."
	properties := child(schema, "properties")
	child(properties, "country")["enum"] = e.countries()
	properties["populations"] = e.keyed(child(properties, "populations"), populations(), e.population)
	properties["areas"] = e.keyed(child(properties, "areas"), areaIDs(), e.area)
	properties["recommendations"] = e.keyed(child(properties, "recommendations"), recommendationIDs(), e.recommendation)
	properties["published"] = e.published(child(properties, "published"))
	schema["$defs"] = e.definitions()
	schema["allOf"] = e.conditions()
	return schema
}

// child is a part of a part, which must be there: the shape is ours, and a test makes this schema.
func child(of node, key string) node {
	part, _ := of[key].(node)
	if part == nil {
		part = node{}
		of[key] = part
	}
	return part
}

// keyed replaces "any key" by the keys there are.
func (e editors) keyed(schema node, ids []string, describe func(id string, entry node)) node {
	others, _ := schema["additionalProperties"].(node)
	properties := make(node, len(ids))
	for _, id := range ids {
		entry := maps.Clone(others)
		describe(id, entry)
		properties[id] = entry
	}
	schema["properties"], schema["additionalProperties"] = properties, false
	return schema
}

func (e editors) countries() []any {
	codes := countryCodes()
	list := make([]any, len(codes))
	for i, code := range codes {
		list[i] = code
	}
	return list
}

func (e editors) population(id string, entry node) {
	entry["title"] = id
	entry["description"] = e.texts.Population(id, eif.Country)
}

func (e editors) area(id string, entry node) {
	t := e.texts.Area(eif.AreaID(id))
	entry["title"], entry["description"] = id+" "+t.Title, t.Summary
}

func (e editors) published(schema node) node {
	properties := child(schema, "properties")
	var crossBorder []string
	for _, a := range eif.Areas() {
		if a.CrossBorder {
			crossBorder = append(crossBorder, string(a.ID))
		}
	}
	for key, ids := range map[string][]string{
		"areas": areaIDs(), "cross_border": crossBorder, "recommendations": recommendationIDs(),
	} {
		described := child(properties, key)
		table := e.part(child(child(e.root, "$defs"), "published"), true)
		table["title"], table["description"] = described["title"], described["description"]
		properties[key] = e.keyed(table, ids, e.titled)
	}
	return schema
}

func (e editors) titled(id string, entry node) {
	if eif.AreaByID(eif.AreaID(id)) != nil {
		entry["title"] = id + " " + e.texts.Area(eif.AreaID(id)).Title
		return
	}
	entry["title"] = id + " " + e.texts.Recommendation(eif.RecommendationID(id)).Title
}

func recommendationIDs() []string {
	table := eif.Recommendations()
	ids := make([]string, len(table))
	for i := range table {
		ids[i] = string(table[i].ID)
	}
	return ids
}

// recommendation builds on the common definition, which says everything but the questions.
func (e editors) recommendation(id string, entry node) {
	r := eif.RecommendationByID(eif.RecommendationID(id))
	t := e.texts.Recommendation(r.ID)
	questions := make(node, len(r.Indicators))
	for i := range r.Indicators {
		questions[string(r.Indicators[i].ID)] = e.question(&r.Indicators[i])
	}
	clear(entry)
	maps.Copy(entry, node{
		"title":       id + " " + t.Title,
		"description": strings.Join(slices.DeleteFunc([]string{t.Summary, t.Rationale}, empty), "\n\n"),
		"allOf":       []any{node{"$ref": "#/$defs/recommendation"}},
		"properties": node{"indicators": node{
			"type": []any{"object", "null"}, "description": "Answers to the questions.",
			"properties": questions, "additionalProperties": false,
		}},
	})
}

func empty(s string) bool { return s == "" }

// question offers the one way in which a question is answered, and its items.
func (e editors) question(q *eif.Indicator) node {
	t := e.texts.Indicator(q.ID)
	var lines []string
	if q.Population != "" {
		lines = append(lines, "Counted against: "+e.texts.Population(q.Population, eif.Country))
	}
	var letters []any
	for i, item := range q.Items {
		letters = append(letters, item)
		lines = append(lines, item+": "+at(t.Items, i))
	}
	for i, sentence := range t.Levels {
		lines = append(lines, fmt.Sprintf("%d = %s", i+1, sentence))
	}
	entry := node{
		"title":       string(q.ID) + " " + t.Question,
		"description": t.Question + "\n\n" + strings.Join(lines, "\n"),
		"allOf":       []any{node{"$ref": "#/$defs/" + answerName(q.Kind)}},
	}
	if q.Kind == eif.ChecklistAnswer {
		entry["properties"] = node{"items": node{"items": node{"enum": letters}}}
	}
	return entry
}

func at(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return ""
}
