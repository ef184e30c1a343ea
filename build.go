package eifcheck

import (
	"unicode/utf8"

	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/rules"
	"github.com/eifcheck/eifcheck/scoring"
)

// build puts what the house found about one file into the result, all but the comparison and the gate.
func build(s *rules.Subject, findings []rules.Finding, o Options) *Assessment {
	d, a, card, reference := s.Document, s.Assessment, s.Card, s.Reference
	result := &Assessment{
		Input: inputOf(d, s.Path), Assessed: true,
		Document: describe(a), Country: &a.Country, Year: &a.Year,
		Methodology:     methodology(a, reference),
		Scoreboards:     scoreboards(a, card, o.Wording),
		Recommendations: recommendations(a, card, o.Wording),
		Gaps:            gaps(card),
		History:         []PastResult{},
		Peers:           []PastResult{},
		Respondents:     respondents(a, card),
		WhatIf:          whatIf(a, card, reference, o.WhatIf),
		Findings:        wordFindings(d, findings, o.Wording),
	}
	result.Summary = summarise(a, card, reference, result.Findings)
	return result
}

func notAssessed(d *document.Document, path string, findings []rules.Finding, o Options) *Assessment {
	result := &Assessment{
		Input: inputOf(d, path),
		Gaps:  []Gap{}, History: []PastResult{}, Peers: []PastResult{},
		Findings: wordFindings(d, findings, o.Wording),
	}
	result.Gate = unassessed(result, o.Wording)
	return result
}

func inputOf(d *document.Document, path string) Input {
	return Input{File: d.Name, Path: path, SHA256: d.SHA256}
}

func describe(a *assessment.Assessment) *Document {
	d := &Document{
		Title: a.Title, Scope: a.Scope.String(), Subject: orNull(a.Subject),
		Status: a.Stage, Language: a.Language, ReferenceDate: a.ReferenceDate, Framework: a.Framework,
		Questionnaire: a.Questionnaire, Sources: a.Sources, Context: a.Context,
	}
	if !a.Organisation.Name.Empty() || a.Organisation.URL != "" {
		d.Organisation = &a.Organisation
	}
	return d
}

// orNull is nil for what the file does not say.
func orNull[T comparable](v T) *T {
	var nothing T
	if v == nothing {
		return nil
	}
	return &v
}

func methodology(a *assessment.Assessment, reference *scoring.Reference) *Methodology {
	m := &Methodology{ID: methodologyID(a.Year), Aggregation: "inferred"}
	if reference != nil {
		m.AverageYear = &reference.Year
	}
	return m
}

// methodologyID is the edition of the Monitoring Mechanism for a year, "" before the first.
func methodologyID(year int) string {
	if edition := eif.MethodologyOf(year); edition != nil {
		return edition.ID
	}
	return ""
}

func scoreboards(a *assessment.Assessment, card *scoring.Scorecard, w Wording) []Scoreboard {
	boards := []Scoreboard{{ID: eif.Principles}, {ID: eif.Layers}, {ID: eif.Model}}
	for i := range card.Areas {
		board := &boards[card.Areas[i].Scoreboard-1]
		board.Areas = append(board.Areas, areaResult(&card.Areas[i], a.Areas[card.Areas[i].ID], w))
	}
	if len(card.CrossBorder) == 0 {
		return boards
	}
	board := Scoreboard{ID: eif.CrossBorder}
	for i := range card.CrossBorder {
		board.Areas = append(board.Areas, areaResult(&card.CrossBorder[i], assessment.Answer{}, w))
	}
	return append(boards, board)
}

func areaResult(area *scoring.Area, answer assessment.Answer, w Wording) Area {
	result := Area{
		ID: area.ID, Title: w.Texts.Area(area.ID).Title, Status: area.Status, Score: orNull(area.Score),
		Basis: area.Basis, Interval: intervalOrNull(area.Interval), Average: area.Average,
		Members: orNull(area.Members), Gap: area.Gap,
		Recommendations: append([]eif.RecommendationID{}, area.Recommendations...),
		Levers:          append([]scoring.Lever{}, area.Levers...),
		Comment:         answer.Comment, Reason: answer.Reason,
	}
	result.Relation = orNull(area.Relation)
	return result
}

func intervalOrNull(i scoring.Interval) *[2]eif.Score {
	if !i.Known() {
		return nil
	}
	return &[2]eif.Score{i.Low, i.High}
}

func recommendations(a *assessment.Assessment, card *scoring.Scorecard, w Wording) []Recommendation {
	results := make([]Recommendation, 0, len(card.Recommendations))
	for i := range card.Recommendations {
		r := &card.Recommendations[i]
		def := eif.RecommendationByID(r.ID)
		text := w.Texts.Recommendation(r.ID)
		result := Recommendation{
			ID: r.ID, IRI: def.IRI, Area: def.Area, Title: text.Title, Status: r.Status,
			Score: orNull(r.Score), Basis: r.Basis, Interval: intervalOrNull(r.Interval), Outcome: r.Outcome,
			Indicators: make([]Indicator, 0, len(r.Indicators)), Evidence: []assessment.Evidence{},
			NextStep: nextStep(def, text, r.Low(), a.ReferenceDate),
		}
		answer := a.Recommendations[r.ID]
		if answer != nil {
			result.Comment, result.Reason = answer.Answer.Comment, answer.Answer.Reason
			result.Respondent, result.Reviewed = orNull(answer.Respondent), orNull(answer.Reviewed)
			result.Evidence, result.Plan = answer.Evidence, answer.Plan
		}
		for _, in := range r.Indicators {
			result.Indicators = append(result.Indicators, indicatorResult(in, answer, w))
		}
		results = append(results, result)
	}
	return results
}

func indicatorResult(in scoring.Indicator, answer *assessment.Recommendation, w Wording) Indicator {
	result := Indicator{
		ID: in.ID, Status: in.Status, Level: orNull(in.Level), Answered: in.Answered,
		Evidence: []assessment.Evidence{},
	}
	if answer == nil {
		return result
	}
	given := answer.Indicators[in.ID]
	result.Reading = reading(in, given, w)
	if !in.Answered {
		return result
	}
	result.Comment, result.Reason, result.Evidence = given.Comment, given.Reason, given.Evidence
	return result
}

// nextStep is the step from a level, with the solutions that may be shown on a day; nil from the
// highest level, from none, and while no step is written.
func nextStep(
	def *eif.Recommendation, text eif.RecommendationText, from eif.Score, day assessment.Day,
) *NextStep {
	for i, step := range def.Steps {
		if step.From != from {
			continue
		}
		next := &NextStep{
			From: from, To: from + 1, Do: text.Steps[i].Do, Who: text.Steps[i].Who, Months: step.Months,
			Solutions: make([]Link, 0, len(step.Solutions)),
		}
		for _, id := range step.Solutions {
			if s := eif.SolutionByID(id); s != nil && s.On(string(day)) {
				next.Solutions = append(next.Solutions, Link{Title: s.Title, URL: s.URL})
			}
		}
		return next
	}
	return nil
}

func gaps(card *scoring.Scorecard) []Gap {
	results := make([]Gap, 0, len(card.Gaps))
	for _, g := range card.Gaps {
		result := Gap{
			Area: g.Area.ID, Scoreboard: g.Area.Scoreboard, Score: g.Area.Score, Average: g.Area.Average,
			Gap: g.Area.Gap, Relation: orNull(g.Area.Relation), Start: g.Start,
		}
		if rises := g.Rises(); rises > 0 {
			result.Rises = &rises
		}
		results = append(results, result)
	}
	return results
}

func wordFindings(d *document.Document, findings []rules.Finding, w Wording) []Finding {
	results := make([]Finding, 0, len(findings))
	for i := range findings {
		f := &findings[i]
		args := f.Message.Args
		if args == nil {
			args = messages.Args{}
		}
		results = append(results, Finding{
			Rule: f.Rule, Severity: f.Severity, Code: f.Message.Code, Args: args,
			Message: w.Text(f.Message), Help: w.Sentences(f.Help), Pointer: f.Pointer,
			Excerpt: valid(f.Excerpt), ExcerptStart: f.ExcerptStart,
			Location: Location{
				File: d.Name, Line: f.Span.Start.Line, Column: f.Span.Start.Column,
				EndLine: f.Span.End.Line, EndColumn: f.Span.End.Column,
			},
			Fingerprint: f.Fingerprint, Waived: waiver(f.Waived),
		})
	}
	return results
}

func waiver(accepted *rules.Acceptance) *Waiver {
	if accepted == nil {
		return nil
	}
	return &Waiver{
		By: string(accepted.By), Reason: assessment.Word(accepted.Reason), Owner: assessment.Word(accepted.Owner),
		Until: assessment.Day(accepted.Until),
	}
}

// valid is text without the bytes that are no characters: a result is UTF-8 also where a file is not.
func valid(text string) string {
	if utf8.ValidString(text) {
		return text
	}
	return string([]rune(text)) // each such byte becomes U+FFFD
}
