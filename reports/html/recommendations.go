package html

import (
	"strconv"
	"strings"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/scoring"
)

// group holds the recommendations of an area.
type group struct {
	area
	Comment, Reason free
	Recommendations []recommendation
}

// recommendation is one of the 47.
type recommendation struct {
	ID, Title, IRI, Outcome, Status string
	Score                           mark
	Asks, Stands                    string
	Comment, Reason                 free
	Questions                       []question
	Evidence                        []evidence
	Missing                         []string
	Step                            *step
	Plan                            *plan
	People                          []string
}

// question is a question of a recommendation, and its answer.
type question struct {
	ID, Text, Answer string
	Score            mark
	// Level is what holds now, Next what the next level asks.
	Level, Next     string
	Comment, Reason free
	Evidence        []evidence
}

// groups are the recommendations by area, both in the framework's order.
func (r *reader) groups() []group {
	var groups []group
	for i := range r.a.Recommendations {
		one := &r.a.Recommendations[i]
		area := r.areas[one.Area]
		if area == nil {
			continue
		}
		if last := len(groups) - 1; last < 0 || groups[last].ID != string(one.Area) {
			groups = append(groups, group{
				area: r.area(area), Comment: r.text(area.Comment), Reason: r.text(area.Reason),
			})
		}
		last := &groups[len(groups)-1]
		last.Recommendations = append(last.Recommendations, r.recommendation(one))
	}
	return groups
}

func (r *reader) recommendation(one *eifcheck.Recommendation) recommendation {
	text := r.wording.Texts.Recommendation(one.ID)
	view := recommendation{
		ID: string(one.ID), Title: lines(one.Title), IRI: address(one.IRI), Status: string(one.Outcome),
		Score: r.mark(one.Status, one.Score, one.Interval), Asks: text.Summary, Stands: r.stands(one),
		Comment: r.text(one.Comment), Reason: r.text(one.Reason),
		Evidence: r.evidence(one.Evidence), Plan: r.plan(one.Plan), People: r.people(one),
	}
	if one.Status == scoring.Scored || one.Status == scoring.Partial {
		view.Outcome = r.say("html/outcome."+string(one.Outcome), nil)
	}
	for i := range one.Indicators {
		view.Questions = append(view.Questions, r.question(&one.Indicators[i]))
	}
	if one.NextStep != nil {
		view.Step = r.step(one.NextStep)
	}
	view.Missing = r.missing(one)
	return view
}

// stands says which level is reached and how that is known.
func (r *reader) stands(one *eifcheck.Recommendation) string {
	if one.Score == nil {
		return ""
	}
	level := int(*one.Score)
	args := messages.Args{"level": level, "name": r.level(level), "basis": r.say("html/basis."+string(one.Basis), nil)}
	if *one.Score == eif.HighestScore {
		return r.say("html/reached.top", args)
	}
	return r.say("html/reached.basis", args)
}

// level names a level of the scale.
func (r *reader) level(level int) string { return r.say("html/level."+strconv.Itoa(level), nil) }

func (r *reader) question(in *eifcheck.Indicator) question {
	text := r.wording.Texts.Indicator(in.ID)
	view := question{
		ID: string(in.ID), Text: text.Question, Comment: r.text(in.Comment), Reason: r.text(in.Reason),
		Evidence: r.evidence(in.Evidence), Answer: r.answer(in),
	}
	if in.Level == nil {
		return view
	}
	level := int(*in.Level)
	view.Score = mark{Level: level}
	view.Level = r.asks("html/question.now", level, text)
	if *in.Level < eif.HighestScore {
		view.Next = r.asks("html/question.next", level+1, text)
	}
	return view
}

// asks repeats the sentence of a level, "" where the level follows from a count.
func (r *reader) asks(code string, level int, text eif.IndicatorText) string {
	sentence := text.Levels[level-1]
	if sentence == "" {
		return ""
	}
	return r.say(code, messages.Args{"level": level, "text": sentence})
}

// answer says how the answer became a level, or that there is none.
func (r *reader) answer(in *eifcheck.Indicator) string {
	switch {
	case in.Reading != nil:
		return lines(*in.Reading)
	case in.Status == scoring.NotApplicable:
		return r.say("text/status.not_applicable", nil)
	case in.Answered:
		return r.say("html/question.no_data", nil)
	}
	return r.say("html/question.open", nil)
}

// missing says what a reader would have to ask for.
func (r *reader) missing(one *eifcheck.Recommendation) []string {
	if one.Status == scoring.NotApplicable {
		return nil
	}
	var list, open []string
	for _, in := range one.Indicators {
		if !in.Answered {
			open = append(open, string(in.ID))
		}
	}
	if one.Score == nil && len(open) > 0 {
		list = append(list, r.say("html/missing.score", nil))
	}
	if len(open) > 0 {
		list = append(list, r.say("html/missing.questions", messages.Args{"count": len(open), "questions": open}))
	}
	if said := r.unproven(one); said != "" {
		list = append(list, said)
	}
	if one.Outcome == scoring.Lagging && one.Plan == nil {
		list = append(list, r.say("html/missing.plan", nil))
	}
	return list
}

// unproven says that a score has nothing that proves it, "" when it has.
func (r *reader) unproven(one *eifcheck.Recommendation) string {
	given, confirmed := len(one.Evidence) > 0, false
	for i := range one.Evidence {
		confirmed = confirmed || one.Evidence[i].Confirmed
	}
	for _, in := range one.Indicators {
		for i := range in.Evidence {
			given, confirmed = true, confirmed || in.Evidence[i].Confirmed
		}
	}
	switch {
	case !given:
		return r.say("html/missing.evidence", nil)
	case !confirmed:
		return r.say("html/missing.confirmed", nil)
	}
	return ""
}

// people are who answered and who looked at it.
func (r *reader) people(one *eifcheck.Recommendation) []string {
	var list []string
	if by := one.Respondent; by != nil {
		who := together(string(by.Name), string(by.Organisation))
		list = append(list, r.say("html/answered.by", messages.Args{"who": who}))
	}
	if by := one.Reviewed; by != nil {
		code, args := "html/reviewed.by", messages.Args{"who": string(by.By)}
		if by.Date != "" {
			code, args["day"] = "html/reviewed.on", string(by.Date)
		}
		list = append(list, r.say(code, args))
	}
	return list
}

// together joins a name and what it belongs to.
func together(words ...string) string {
	var given []string
	for _, word := range words {
		if word != "" {
			given = append(given, word)
		}
	}
	return strings.Join(given, ", ")
}
