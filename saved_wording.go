package eifcheck

import (
	"encoding/json"
	"math"

	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
)

// reword says a saved assessment's findings and reasons in the words of a language and of this version.
func (a *Assessment) reword(w Wording) {
	rewordFindings(a.Findings, w)
	if a.Changes != nil {
		rewordFindings(a.Changes.GoneFindings, w)
	}
	a.Gate.reword(w)
}

func (g *Gate) reword(w Wording) {
	for i := range g.Reasons {
		r := &g.Reasons[i]
		r.Args = typed(r.Args)
		r.Message = w.anew(r.Code, r.Args, r.Message)
	}
}

// rewordFindings leaves the help as it was saved: it is made of messages of its own, whose codes a
// result does not hold.
func rewordFindings(findings []Finding, w Wording) {
	for i := range findings {
		f := &findings[i]
		f.Args = typed(f.Args)
		f.Message = w.anew(f.Code, f.Args, f.Message)
	}
}

// anew words a message, or keeps what was saved where another version knew a code or an argument
// that this one does not.
func (w Wording) anew(code string, args messages.Args, saved string) string {
	m := messages.New(code, args)
	if !w.Fills(m) {
		return saved
	}
	return w.Text(m)
}

// typed gives the arguments of a message back the types that JSON does not know: ids by their name,
// numbers by their form. JSON writes a number of hundredths that is whole as a whole number, and it
// is worded as one.
func typed(args messages.Args) messages.Args {
	if args == nil {
		return messages.Args{}
	}
	for name, value := range args {
		args[name] = typedValue(name, value)
	}
	return args
}

func typedValue(name string, value any) any {
	switch v := value.(type) {
	case nil:
		return []string(nil) // only an empty list is written as null
	case string:
		return typedID(name, v)
	case float64:
		if v == math.Trunc(v) && math.Abs(v) < 1<<53 {
			return int(v)
		}
		var h eif.Hundredths
		if text, err := json.Marshal(v); err == nil && h.UnmarshalJSON(text) == nil {
			return h
		}
	case []any:
		return typedList(v)
	case map[string]any:
		return typedItems(v)
	}
	return value
}

// typedID is an id where a text is one. An argument may be called by what it does in its sentence, so the
// text itself decides; a word of a file that happens to be an id is worded the same either way.
func typedID(name, text string) any {
	switch {
	case name == "area" || eif.AreaByID(eif.AreaID(text)) != nil:
		return eif.AreaID(text)
	case name == "recommendation" || eif.RecommendationByID(eif.RecommendationID(text)) != nil:
		return eif.RecommendationID(text)
	}
	return text
}

// typedItems is a map as the items of a checklist, where it has their keys.
func typedItems(v map[string]any) any {
	indicator, named := v["indicator"].(string)
	list, listed := v["keys"].([]any)
	keys, words := typedList(list).([]string)
	if !named || !listed || !words || len(v) != 2 {
		return v
	}
	return eif.Items{Indicator: eif.IndicatorID(indicator), Keys: keys}
}

// typedList is a list of strings where every element is one.
func typedList(list []any) any {
	words := make([]string, len(list))
	for i, element := range list {
		word, ok := element.(string)
		if !ok {
			return list
		}
		words[i] = word
	}
	return words
}
