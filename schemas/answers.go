package schemas

import (
	"slices"
	"strings"

	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/internal/messages"
)

// checkRecommendations holds ids and answers against the questionnaire.
func (c *checker) checkRecommendations(p place) {
	scope := eif.Country
	if written := c.root.get("scope"); written.node != nil {
		scope, _ = eif.ParseScope(written.text()) // an unknown one is reported by the schema: 0 checks nothing
	}
	c.eachMember(p, func(p place) {
		c.checkRecommendationID(p)
		r := eif.RecommendationByID(eif.RecommendationID(p.member.Key))
		c.eachMember(p.get("indicators"), func(p place) {
			c.checkCounts(p)
			if r == nil {
				return // its questions are as unknown as itself
			}
			if indicator := c.checkIndicatorID(p, r); indicator != nil {
				c.checkAnswer(p, indicator, scope)
			}
		})
	})
}

// checkAnswer tells whether a question is asked at all, and whether it is answered in its own way.
func (c *checker) checkAnswer(p place, indicator *eif.Indicator, scope eif.Scope) {
	if p.node.Kind == document.Null {
		return // left open: nothing is answered
	}
	if scope != 0 && !indicator.AppliesTo.Has(scope) {
		c.atKey(p, "input/indicator.scope", messages.Args{"scope": scope.String()})
		return
	}
	given, at := formOf(p)
	switch {
	case given == 0 || answers(p.node) > 1:
	case given != indicator.Kind:
		c.atKey(at, wrongKind(indicator.Kind), messages.Args{"key": at.member.Key})
	case given == eif.ChecklistAnswer:
		c.checkItems(at, indicator)
	}
}

func wrongKind(kind eif.AnswerKind) string {
	switch kind {
	case eif.ShareAnswer:
		return "input/answer.share"
	case eif.ChecklistAnswer:
		return "input/answer.items"
	default:
		return "input/answer.level"
	}
}

// formOf tells what a question is answered with, a count or a list of items, and where. It is 0 for
// anything else: a level may be given to every question, without what it follows from.
func formOf(p place) (eif.AnswerKind, place) {
	for _, form := range []struct {
		key  string
		kind eif.AnswerKind
	}{
		{"share", eif.ShareAnswer},
		{"done", eif.ShareAnswer},
		{"of", eif.ShareAnswer},
		{"items", eif.ChecklistAnswer},
	} {
		if at := p.get(form.key); at.node != nil {
			return form.kind, at
		}
	}
	return 0, p
}

func (c *checker) checkItems(p place, indicator *eif.Indicator) {
	for i, item := range p.node.Items {
		if item.Kind != document.String || slices.Contains(indicator.Items, item.Text) {
			continue
		}
		at := p.item(i)
		c.add(item.Span, "input/item", "", func() document.Problem {
			code, args := "input/item", messages.Args{"allowed": indicator.Items, "owner": string(indicator.ID)}
			if letters := lettersIn(item.Text, indicator.Items); len(letters) > 1 {
				code, args["suggestion"] = "input/item.comma", strings.Join(letters, ", ")
			} else if lower := strings.ToLower(strings.TrimSpace(item.Text)); slices.Contains(indicator.Items, lower) {
				code, args["suggestion"] = "input/item.suggest", lower
			}
			return document.Problem{Message: describe(at, code, args), Pointer: at.pointer(), Span: item.Span}
		})
	}
}
