package schemas

import (
	"maps"
	"slices"
	"strings"

	"github.com/eifcheck/eifcheck/eif"
)

// part turns a part of the shape into what an editor needs. What eifcheck does beside the library
// is said in the schema here: a key without a value counts as not there, so optional ones take null.
func (e editors) part(in node, optional bool) node {
	in = e.inline(in)
	out := make(node, len(in))
	for keyword, value := range in {
		if sub, ok := e.keyword(keyword, value); ok {
			out[keyword] = sub
		}
	}
	if properties, ok := in["properties"].(node); ok {
		out["properties"] = e.properties(properties, words(in["required"]))
	}
	if format, _ := out["format"].(string); format == "language" {
		delete(out, "format")
		out["pattern"] = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"
	} else if format == "whole" {
		delete(out, "format")
	}
	if partners := partners(in); partners != nil {
		out["allOf"] = partners
	}
	if optional {
		orNull(out)
	}
	return out
}

// keyword turns one keyword; false leaves it out.
func (e editors) keyword(keyword string, value any) (any, bool) {
	switch keyword {
	case "items", "propertyNames":
		sub, _ := value.(node)
		return e.part(sub, false), true
	case "additionalProperties":
		if sub, ok := value.(node); ok {
			return e.part(sub, true), true
		}
		return value, true
	case "not", "anyOf":
		return filledIn(value), true
	case "properties", "dependentRequired", "dependentSchemas", "$defs":
		return nil, false
	}
	return value, !strings.HasPrefix(keyword, "x-")
}

// properties that are required must have a value, all others need not.
func (e editors) properties(properties node, required []string) node {
	out := make(node, len(properties))
	for key, sub := range properties {
		schema, _ := sub.(node)
		out[key] = e.part(schema, !slices.Contains(required, key))
	}
	return out
}

// inline puts the definition of a single value in the place of its reference, so that an editor
// shows what belongs there. Larger ones stay references.
func (e editors) inline(in node) node {
	ref, _ := in["$ref"].(string)
	switch strings.TrimPrefix(ref, "#/$defs/") {
	case "", "area", "recommendation", "respondent", "indicator", "evidence", "published":
		return in
	}
	out := maps.Clone(resolve(in, e.root))
	maps.Copy(out, in)
	delete(out, "$ref")
	return out
}

// orNull lets a value be left open.
func orNull(schema node) {
	switch kind := schema["type"].(type) {
	case string:
		if kind != "null" {
			schema["type"] = []any{kind, "null"}
		}
	case []any:
		schema["type"] = append(slices.Clone(kind), "null")
	}
	if enum, ok := schema["enum"].([]any); ok {
		schema["enum"] = append(slices.Clone(enum), nil)
	}
}

// filledIn makes conditions ask for keys with a value, not only for keys.
func filledIn(value any) any {
	switch v := value.(type) {
	case []any:
		list := make([]any, len(v))
		for i := range v {
			list[i] = filledIn(v[i])
		}
		return list
	case node:
		out := maps.Clone(v)
		for _, choice := range []string{"anyOf", "not"} {
			if sub, ok := v[choice]; ok {
				out[choice] = filledIn(sub)
			}
		}
		if required := words(v["required"]); len(required) > 0 {
			given, _ := v["properties"].(node)
			out["properties"] = valued(required, given)
		}
		return out
	}
	return value
}

// valued says of each key that it is not null, beside what is said of it already.
func valued(keys []string, given node) node {
	out := make(node, len(keys))
	for _, key := range keys {
		own, _ := given[key].(node)
		condition := node{"not": node{"type": "null"}}
		maps.Copy(condition, own)
		out[key] = condition
	}
	return out
}

// partners says which keys ask for which others, and which refuse which, each with a value.
func partners(in node) []any {
	var list []any
	dependent, _ := in["dependentRequired"].(node)
	for _, asking := range keys(dependent) {
		then := node{"required": dependent[asking], "properties": valued(words(dependent[asking]), nil)}
		list = append(list, whenGiven(asking, then))
	}
	dependent, _ = in["dependentSchemas"].(node)
	for _, asking := range keys(dependent) {
		schema, _ := dependent[asking].(node)
		refused := node{}
		for key := range child(schema, "properties") {
			refused[key] = node{"type": "null"}
		}
		list = append(list, whenGiven(asking, node{"properties": refused}))
	}
	return list
}

func whenGiven(key string, then node) node {
	given := node{"type": "object", "required": []any{key}, "properties": valued([]string{key}, nil)}
	return node{"if": given, "then": then}
}

// definitions are those that part leaves as references, and one for each way to answer.
func (e editors) definitions() node {
	shared := child(e.root, "$defs")
	out := node{}
	for _, name := range []string{"area", "respondent", "evidence", "recommendation"} {
		out[name] = e.part(child(shared, name), true)
	}
	// Each recommendation adds its own questions to the common definition. That may not refuse the
	// keys it does not know, therefore, but names them.
	common, _ := out["recommendation"].(node)
	common["propertyNames"] = node{"enum": keys(child(common, "properties"))}
	delete(common, "additionalProperties")
	delete(child(common, "properties"), "indicators")
	ways := [][]string{
		eif.ShareAnswer:     {"share", "done", "of"},
		eif.ChecklistAnswer: {"items"},
	}
	for kind := eif.LevelAnswer; kind <= eif.ChecklistAnswer; kind++ {
		out[answerName(kind)] = e.answer(kind, ways)
	}
	return out
}

func answerName(kind eif.AnswerKind) string {
	switch kind {
	case eif.ShareAnswer:
		return "share"
	case eif.ChecklistAnswer:
		return "checklist"
	default:
		return "level"
	}
}

// answer is the definition of an answer of one kind: that of the shape without the counts or
// items of the others, which may only be left empty. A level may answer every question.
func (e editors) answer(kind eif.AnswerKind, ways [][]string) node {
	in := maps.Clone(child(child(e.root, "$defs"), "indicator"))
	in["properties"] = maps.Clone(child(in, "properties"))
	in["dependentRequired"] = maps.Clone(child(in, "dependentRequired"))
	for other, way := range ways {
		for _, key := range way {
			if eif.AnswerKind(other) != kind {
				child(in, "properties")[key] = node{"type": "null", "doNotSuggest": true}
				delete(child(in, "dependentRequired"), key)
			}
		}
	}
	out := e.part(in, true)
	if kind == eif.ShareAnswer {
		list, _ := out["allOf"].([]any)
		out["allOf"] = append(list, countedFraction())
	}
	return out
}

// countedFraction lets a share under 1 % stand only beside a count: 0.62 alone is nearly always 62 %.
func countedFraction() node {
	small := node{"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1}
	return node{
		"if": node{"type": "object", "required": []any{"share"}, "properties": node{"share": small}},
		"then": node{"anyOf": []any{
			node{"required": []any{"done"}, "properties": valued([]string{"done"}, nil)},
			node{"required": []any{"of"}, "properties": valued([]string{"of"}, nil)},
		}},
	}
}

// conditions are what depends on the head of the file: scoreboard 4 on the year, questions on the scope.
func (e editors) conditions() []any {
	none := node{"properties": node{"published": node{"properties": node{"cross_border": node{"maxProperties": 0}}}}}
	list := []any{node{
		"if":   node{"properties": node{"year": node{"type": "number", "exclusiveMaximum": firstCrossBorderYear()}}},
		"then": none,
	}}
	for _, scope := range []eif.Scope{eif.Country, eif.Region, eif.Organisation, eif.Service} {
		if refused := notAsked(scope); len(refused) > 0 {
			list = append(list, node{"if": inScope(scope), "then": node{
				"properties": node{"recommendations": node{"properties": refused}},
			}})
		}
	}
	return list
}

// inScope holds for files of a scope; country is what a file without one is about.
func inScope(scope eif.Scope) node {
	written := node{"const": scope.String()}
	if scope == eif.Country {
		return node{"properties": node{"scope": node{"enum": []any{scope.String(), nil}}}}
	}
	return node{"required": []any{"scope"}, "properties": node{"scope": written}}
}

// notAsked lists the questions that a scope may not answer, by recommendation.
func notAsked(scope eif.Scope) node {
	out := node{}
	for _, r := range eif.Recommendations() {
		questions := node{}
		for i := range r.Indicators {
			if !r.Indicators[i].AppliesTo.Has(scope) {
				questions[string(r.Indicators[i].ID)] = node{"type": "null"}
			}
		}
		if len(questions) > 0 {
			out[string(r.ID)] = node{"properties": node{"indicators": node{"properties": questions}}}
		}
	}
	return out
}
