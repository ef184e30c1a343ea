package reports

import (
	"strings"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/observatory"
	"github.com/eifcheck/eifcheck/scoring"
)

// separator stands between facts of equal rank.
const separator = " · "

// heading says what was assessed, and what the scores mean.
func (r *textReport) heading(a *eifcheck.Assessment) {
	file := clean(a.Input.File)
	if !a.Assessed {
		r.rule("═", r.say("text/not-assessed", messages.Args{"file": file, "count": len(a.Findings)}))
		return
	}
	r.rule("═", r.subject(a))
	if title := a.Document.Title.In(r.wording.Language(), a.Document.Language); title != "" {
		r.text(0, plain, messages.Clean(title))
	}
	if name := a.Document.Organisation.Name.In(r.wording.Language(), a.Document.Language); name != "" {
		r.text(0, plain, r.say("text/organisation", messages.Args{"organisation": name}))
	}
	facts := []string{
		file, r.say("text/scope."+a.Document.Scope, nil), r.say("text/stage."+string(a.Document.Status), nil),
		r.say("text/questionnaire", messages.Args{"questionnaire": a.Document.Questionnaire}),
		r.say("text/as-of", messages.Args{"day": r.header.AsOf}),
	}
	r.text(0, faint, strings.Join(facts, separator))
	r.blank()
	r.text(0, plain, strings.Join([]string{r.say("text/scale", nil), r.comparison(a)}, " "))
	r.text(0, plain, r.say("text/inferred", messages.Args{"methodology": a.Methodology.ID}))
	if showsPublished(a) {
		r.text(0, faint, r.say("text/source", messages.Args{"source": observatory.Attribution}))
	}
}

// subject names what was assessed: a country and year, or something in a country.
func (r *textReport) subject(a *eifcheck.Assessment) string {
	args := messages.Args{
		"country": r.wording.Texts.Country(*a.Country), "year": year(*a.Year), "subject": a.Document.Subject.Name,
	}
	if a.Document.Subject.Name == "" {
		return r.say("text/subject.country", args)
	}
	return r.say("text/subject", args)
}

// comparison says what the scores are compared with, and how old that is.
func (r *textReport) comparison(a *eifcheck.Assessment) string {
	average := a.Methodology.AverageYear
	if average == nil {
		return r.say("text/no-average", nil)
	}
	args := messages.Args{"year": year(*average), "count": *a.Year - *average}
	if *average == *a.Year {
		return r.say("text/average", args)
	}
	return r.say("text/average.older", args)
}

// showsPublished tells that something on the page is the European Commission's.
func showsPublished(a *eifcheck.Assessment) bool {
	for _, board := range a.Scoreboards {
		for i := range board.Areas {
			if board.Areas[i].Average != nil || board.Areas[i].Basis == scoring.Published {
				return true
			}
		}
	}
	return false
}
