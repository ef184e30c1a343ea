package reports

import (
	"strings"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/observatory"
	"github.com/eifcheck/eifcheck/scoring"
)

// fact is a line of a list of facts: what it is about, and what there is to say.
type fact struct {
	label, text string
	// whole keeps the text in one line: a path is copied.
	whole bool
}

// facts prints a list of facts, their texts one under the other. Empty ones are left out.
func (r *textReport) facts(list []fact) {
	labels := 0
	for _, f := range list {
		labels = max(labels, widthOf(clean(f.label))+columnGap)
	}
	for _, f := range list {
		label := cell{text: f.label, tone: faint, width: labels}
		switch {
		case f.whole:
			r.line(0, 0, label, cell{text: f.text})
		case f.text != "":
			r.hang(0, label, plain, f.text)
		}
	}
}

// fact labels what there is to say.
func (r *textReport) fact(label, text string) fact {
	return fact{label: r.say("text/fact."+label, nil), text: text}
}

// heading says what was assessed, and what the scores mean.
func (r *textReport) heading(a *eifcheck.Assessment) {
	if !a.Assessed {
		r.rule("═", r.say("text/not-assessed", messages.Args{"file": a.Input.File, "count": len(a.Findings)}))
		return
	}
	r.rule("═", r.subject(a))
	if title := a.Document.Title.In(r.wording.Language(), a.Document.Language); title != "" {
		r.text(0, strong, messages.Clean(oneLine(title)))
	}
	r.blank()
	list := []fact{
		{label: r.say("text/fact.file", nil), text: a.Input.File, whole: true},
		r.fact("status", r.state(a.Document)),
		r.fact("by", r.organisation(a.Document)),
		r.fact("scale", r.scale(a)+" "+r.comparison(a)),
		r.fact("method", r.say("text/inferred", messages.Args{"methodology": a.Methodology.ID})),
	}
	if showsPublished(a) {
		source := together(observatory.Attribution, "CC BY 4.0")
		list = append(list, r.fact("source", r.say("text/source", messages.Args{"source": source})))
	}
	r.facts(list)
}

// subject names what was assessed: a country and year, or something in a country.
func (r *textReport) subject(a *eifcheck.Assessment) string {
	args := messages.Args{"country": r.wording.Texts.Country(*a.Country), "year": year(*a.Year)}
	if a.Document.Subject == nil || a.Document.Subject.Name == "" {
		return r.say("text/subject.country", args)
	}
	args["subject"] = string(a.Document.Subject.Name)
	return r.say("text/subject", args)
}

// organisation names who answers for the file.
func (r *textReport) organisation(d *eifcheck.Document) string {
	if d.Organisation == nil {
		return ""
	}
	return messages.Clean(oneLine(d.Organisation.Name.In(r.wording.Language(), d.Language)))
}

// state says how far the file has come, what it is about, and which day is spoken of.
func (r *textReport) state(d *eifcheck.Document) string {
	return strings.Join([]string{
		r.say("text/stage."+string(d.Status), nil),
		r.say("text/scope."+d.Scope, nil),
		r.say("text/questionnaire", messages.Args{"questionnaire": d.Questionnaire}),
		r.say("text/as-of", messages.Args{"day": r.header.AsOf}),
	}, ", ")
}

// scale says what the numbers and the dots mean.
func (r *textReport) scale(a *eifcheck.Assessment) string {
	partial := has(a, func(area *eifcheck.Area) bool { return area.Status == scoring.Partial })
	switch compared := a.Methodology.AverageYear != nil; {
	case compared && partial:
		return r.say("text/scale.average-partial", nil)
	case compared:
		return r.say("text/scale.average", nil)
	case partial:
		return r.say("text/scale.partial", nil)
	}
	return r.say("text/scale", nil)
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
	return has(a, func(area *eifcheck.Area) bool { return area.Average != nil || area.Basis == scoring.Published })
}
