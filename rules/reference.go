package rules

import (
	"strconv"
	"strings"

	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/observatory"
	"github.com/eifcheck/eifcheck/scoring"
)

// referenceRules compare the file with what the Monitoring Mechanism published.
func referenceRules() []Rule {
	return []Rule{
		{ID: "reference/average-year", Severity: Info, Waivable: true, check: averageYear},
		{ID: "reference/date", Severity: Warning, Waivable: true, check: referenceDate},
		{ID: "reference/not-a-country", Severity: Warning, Waivable: true, check: notACountry},
		{ID: "reference/questionnaire", Severity: Warning, Waivable: true, check: questionnaire},
		{ID: "reference/own-unlike-published", Severity: Warning, Waivable: true, check: ownUnlikePublished},
		{ID: "reference/published-contradiction", Severity: Warning, Waivable: true, check: publishedContradiction},
		{ID: "reference/unlike-observatory", Severity: Warning, Waivable: true, check: unlikeObservatory},
	}
}

// averageYear: the average of another year.
func averageYear(s *Subject, out *reporter) {
	if s.Reference == nil || s.Reference.Year == s.Assessment.Year {
		return
	}
	out.at("/year", say("reference/average-year", messages.Args{
		"year": strconv.Itoa(s.Assessment.Year), "average_year": strconv.Itoa(s.Reference.Year),
		"count": s.Assessment.Year - s.Reference.Year,
	}), detail{help: []messages.Message{say("reference/average-year.help", nil)}})
}

// referenceDate: what counts is what holds on the reference date, which lies in the data year.
func referenceDate(s *Subject, out *reporter) {
	year := strconv.Itoa(s.Assessment.Year)
	if strings.HasPrefix(string(s.Assessment.ReferenceDate), year+"-") {
		return
	}
	args := messages.Args{"day": string(s.Assessment.ReferenceDate), "year": year}
	out.at("/reference_date", say("reference/date", args), detail{
		help: []messages.Message{say("reference/date.help", args)},
	})
}

// notACountry: what was published of a country is no score of anything smaller, and is not used.
func notACountry(s *Subject, out *reporter) {
	p := s.Assessment.Published
	if s.Assessment.Scope == eif.Country || len(p.Areas)+len(p.CrossBorder)+len(p.Recommendations) == 0 {
		return
	}
	out.at("/published", say("reference/not-a-country", nil), detail{
		help: []messages.Message{say("reference/not-a-country.help", nil)},
	})
}

// questionnaire: answers to other questions than this build holds.
func questionnaire(s *Subject, out *reporter) {
	if s.Assessment.Questionnaire == eif.QuestionnaireVersion() {
		return
	}
	args := messages.Args{"found": s.Assessment.Questionnaire, "questionnaire": eif.QuestionnaireVersion()}
	out.at("/questionnaire", say("reference/questionnaire", args), detail{
		help: []messages.Message{say("reference/questionnaire.help", args)},
	})
}

// ownUnlikePublished: the respondent's own score differs from the one published of the same thing.
func ownUnlikePublished(s *Subject, out *reporter) {
	if s.Assessment.Scope != eif.Country {
		return
	}
	for i := range s.Card.Areas {
		area := &s.Card.Areas[i]
		published := s.Assessment.Published.Areas[area.ID]
		if published.State != assessment.Scored || area.Status != scoring.Scored || area.Score == published.Score {
			continue
		}
		args := messages.Args{"area": area.ID, "score": int(area.Score), "published": int(published.Score)}
		out.at(published.Pointer, say("reference/own-unlike-published.area", args), detail{
			help:    []messages.Message{say("reference/own-unlike-published.help", nil)},
			outcome: scoreWord(area.Score),
		})
	}
	for _, r := range s.Card.Recommendations {
		published := s.Assessment.Published.Recommendations[r.ID]
		if published.State != assessment.Scored || r.Status != scoring.Scored || r.Score == published.Score {
			continue
		}
		args := messages.Args{"recommendation": r.ID, "score": int(r.Score), "published": int(published.Score)}
		out.at(published.Pointer, say("reference/own-unlike-published", args), detail{
			help:    []messages.Message{say("reference/own-unlike-published.help", nil)},
			outcome: scoreWord(r.Score),
		})
	}
}

// publishedContradiction: a published area score that the scores of its recommendations cannot make.
func publishedContradiction(s *Subject, out *reporter) {
	for i := range s.Card.Areas {
		area := &s.Card.Areas[i]
		published := s.Assessment.Published.Areas[area.ID]
		copied := area.Basis == scoring.Published && published.State == assessment.Scored
		if !copied || area.Reach.Holds(published.Score) {
			continue
		}
		out.at(published.Pointer, say(reachCode("reference/published-contradiction", area.Reach), messages.Args{
			"area": area.ID, "score": int(published.Score), "low": int(area.Reach.Low), "high": int(area.Reach.High),
			"recommendations": knownScores(s.Card, area), "count": len(area.Recommendations),
		}), detail{
			help:    []messages.Message{say("reference/published-contradiction.help", nil)},
			outcome: scoreWord(published.Score),
		})
	}
}

// unlikeObservatory: the file's published block differs from what eifcheck knows was published.
func unlikeObservatory(s *Subject, out *reporter) {
	known, ok := observatory.Published(s.Assessment.Country, s.Assessment.Year)
	if !ok || s.Assessment.Scope != eif.Country {
		return
	}
	for i := range eif.Areas() {
		id := eif.Areas()[i].ID
		if cell, found := known.Area(id); found {
			compareCell(id, s.Assessment.Published.Areas[id], cell, known.Edition, out)
		}
		if cell, found := known.CrossBorder(id); found {
			compareCell(id, s.Assessment.Published.CrossBorder[id], cell, known.Edition, out)
		}
	}
}

func compareCell(id eif.AreaID, written assessment.Answer, cell observatory.Cell, edition int, out *reporter) {
	if written.State == assessment.Unanswered || written.Score == cell.Score {
		return
	}
	args := messages.Args{
		"area": id, "written": cellWord(written.Score), "published": cellWord(cell.Score),
		"edition": strconv.Itoa(edition), "later": strconv.Itoa(edition + 1),
	}
	code, severity := "reference/unlike-observatory", Warning
	switch {
	case cell.Redrawn != nil && cell.Redrawn.Score == written.Score:
		code, severity = "reference/unlike-observatory.redrawn", Info
	case cell.Reading == observatory.RasterAmbiguous:
		code, severity = "reference/unlike-observatory.uncertain", Info
	}
	out.at(written.Pointer, say(code, args), detail{
		severity: severity, outcome: cellWord(written.Score),
		help: []messages.Message{say("reference/unlike-observatory.help", args)},
	})
}

// cellWord writes a published result as the file does.
func cellWord(s eif.Score) string {
	if s.Known() {
		return scoreWord(s)
	}
	return "no_data"
}
