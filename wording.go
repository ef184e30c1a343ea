package eifcheck

import (
	"fmt"
	"slices"
	"strings"

	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
)

// Wording is everything that is said in one language: the catalogue of messages and the framework's texts.
type Wording struct {
	messages.Catalogue
	Texts eif.Texts
}

// NewWording chooses the language by its BCP 47 tag; ok is false for one that eifcheck does not speak.
func NewWording(language string) (w Wording, ok bool) {
	texts := eif.English()
	w = Wording{Catalogue: messages.English().WithFields(fields(messages.English(), texts)), Texts: texts}
	return w, language == w.Language()
}

// fields words the placeholders that need the framework's texts: {area.title}, {recommendation.step2},
// {registers.text}.
func fields(catalogue messages.Catalogue, texts eif.Texts) messages.Fields {
	return func(value any, field string) (string, bool) {
		switch id := value.(type) {
		case eif.AreaID:
			return areaField(texts.Area(id), field)
		case eif.RecommendationID:
			return recommendationField(texts.Recommendation(id), field)
		case eif.Items:
			return catalogue.List(itemTexts(texts, id)), field == "text"
		}
		return "", false
	}
}

func areaField(t eif.AreaText, field string) (string, bool) {
	switch field {
	case "title":
		return t.Title, true
	case "summary":
		return t.Summary, true
	}
	return "", false
}

func recommendationField(t eif.RecommendationText, field string) (string, bool) {
	switch field {
	case "title":
		return t.Title, true
	case "summary":
		return t.Summary, true
	}
	var from int
	if _, err := fmt.Sscanf(field, "step%d", &from); err == nil && from >= 1 && from <= len(t.Steps) {
		return t.Steps[from-1].Do, true
	}
	return "", false
}

// itemTexts are the words of some items of a checklist.
func itemTexts(texts eif.Texts, items eif.Items) []string {
	q, _ := eif.IndicatorByID(items.Indicator)
	if q == nil {
		return items.Keys
	}
	words := make([]string, 0, len(items.Keys))
	for i, text := range texts.Indicator(items.Indicator).Items {
		if slices.Contains(items.Keys, q.Items[i]) {
			words = append(words, text)
		}
	}
	return words
}

// Sentences words several messages as one text.
func (w Wording) Sentences(list []messages.Message) string {
	words := make([]string, len(list))
	for i, m := range list {
		words[i] = w.Text(m)
	}
	return strings.Join(words, " ")
}

// RuleTitle names a rule. The rules of recommendations and areas are named after them.
func (w Wording) RuleTitle(rule string) string { return w.ruleText(rule, "title") }

// RuleReason says why a rule exists; "" where its title says it all.
func (w Wording) RuleReason(rule string) string { return w.ruleText(rule, "why") }

func (w Wording) ruleText(rule, part string) string {
	family, name, _ := strings.Cut(rule, "/")
	switch family {
	case "eif":
		return w.Say("eif/gap."+part, messages.Args{"recommendation": eif.RecommendationID(name)})
	case "gap":
		return w.Say("gap/area."+part, messages.Args{"area": eif.AreaID(name)})
	}
	if !w.Has(rule + "." + part) {
		return ""
	}
	return w.Say(rule+"."+part, nil)
}
