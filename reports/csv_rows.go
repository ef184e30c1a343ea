package reports

import (
	"strconv"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
)

func (m csvMaker) recommendations() csvTable {
	rows := make([]*eifcheck.Recommendation, len(m.a.Recommendations))
	for i := range m.a.Recommendations {
		rows[i] = &m.a.Recommendations[i]
	}
	toAreas := []csvReference{{"", []string{"scoreboard", "area"}}}
	fields := append(m.recommendationFields(), m.workFields()...)
	return newCSVTable(recommendationsPart, []string{"recommendation"}, toAreas, fields, rows)
}

// recommendationFields say how a recommendation stands.
func (m csvMaker) recommendationFields() []csvField[*eifcheck.Recommendation] {
	type row = *eifcheck.Recommendation
	return []csvField[row]{
		{
			csvColumn{name: "recommendation", kind: csvText(), required: true},
			func(r row) string { return string(r.ID) },
		},
		{
			csvColumn{name: "iri", kind: csvDatatype{Base: "anyURI"}, required: true},
			func(r row) string { return r.IRI },
		},
		{
			csvColumn{name: "scoreboard", kind: csvLevel(), required: true},
			func(r row) string { return scoreboardOf(r.Area) },
		},
		{csvColumn{name: "area", kind: csvText(), required: true}, func(r row) string { return string(r.Area) }},
		{
			csvColumn{name: "title", kind: csvText(), required: true, worded: true},
			func(r row) string { return r.Title },
		},
		{csvColumn{name: "status", kind: csvStatus(), required: true}, func(r row) string { return string(r.Status) }},
		{csvColumn{name: "score", kind: csvLevel()}, func(r row) string { return csvScore(r.Score) }},
		{csvColumn{name: "low", kind: csvLevel()}, func(r row) string { return csvEnd(r.Interval, 0) }},
		{csvColumn{name: "high", kind: csvLevel()}, func(r row) string { return csvEnd(r.Interval, 1) }},
		{csvColumn{name: "basis", kind: csvBasis()}, func(r row) string { return string(r.Basis) }},
		{csvColumn{name: "outcome", kind: csvWords(
			"full", "met", "gap", "scored", "partial", "no_data", "not_applicable", "could_not_check",
		), required: true}, func(r row) string { return string(r.Outcome) }},
	}
}

// scoreboardOf is the scoreboard of an area, of 1 to 3.
func scoreboardOf(id eif.AreaID) string {
	if area := eif.AreaByID(id); area != nil {
		return strconv.Itoa(int(area.Scoreboard))
	}
	return ""
}

// workFields say who answered a recommendation, what comes next and what is planned.
func (m csvMaker) workFields() []csvField[*eifcheck.Recommendation] {
	type row = *eifcheck.Recommendation
	next := func(r row) eifcheck.NextStep { return orZero(r.NextStep) }
	plan := func(r row) assessment.Plan { return orZero(r.Plan) }
	who := func(r row) assessment.Respondent { return orZero(r.Respondent) }
	free := func(name string) csvColumn { return csvColumn{name: name, kind: csvText(), free: true} }
	return []csvField[row]{
		{csvColumn{name: "next_level", kind: csvLevel()}, func(r row) string { return csvLevelOf(next(r).To) }},
		{csvColumn{name: "next_step", kind: csvText(), worded: true}, func(r row) string { return next(r).Do }},
		{csvColumn{name: "plan_target", kind: csvLevel()}, func(r row) string { return csvLevelOf(plan(r).Target) }},
		{csvColumn{name: "plan_by", kind: csvDay()}, func(r row) string { return string(plan(r).By) }},
		{free("plan_owner"), func(r row) string { return string(plan(r).Owner) }},
		{free("respondent"), func(r row) string { return string(who(r).Name) }},
		{free("respondent_organisation"), func(r row) string { return string(who(r).Organisation) }},
		{csvColumn{name: "reviewed_on", kind: csvDay()}, func(r row) string { return string(orZero(r.Reviewed).Date) }},
		{free("comment"), func(r row) string { return m.said(r.Comment) }},
		{free("reason"), func(r row) string { return m.said(r.Reason) }},
	}
}

// orZero is what a pointer points at, nothing where it points nowhere.
func orZero[T any](p *T) (v T) {
	if p != nil {
		v = *p
	}
	return v
}

func csvLevelOf(s eif.Score) string {
	if !s.Known() {
		return ""
	}
	return csvScore(&s)
}

// csvAnswer is a row of the questions.
type csvAnswer struct {
	of eif.RecommendationID
	*eifcheck.Indicator
}

func (m csvMaker) indicators() csvTable {
	var rows []csvAnswer
	for i := range m.a.Recommendations {
		r := &m.a.Recommendations[i]
		for j := range r.Indicators {
			rows = append(rows, csvAnswer{r.ID, &r.Indicators[j]})
		}
	}
	free := func(name string) csvColumn { return csvColumn{name: name, kind: csvText(), free: true} }
	return newCSVTable(indicatorsPart, []string{"indicator"},
		[]csvReference{{recommendationsPart, []string{"recommendation"}}},
		[]csvField[csvAnswer]{
			{
				csvColumn{name: "indicator", kind: csvText(), required: true},
				func(r csvAnswer) string { return string(r.ID) },
			},
			{
				csvColumn{name: "recommendation", kind: csvText(), required: true},
				func(r csvAnswer) string { return string(r.of) },
			},
			{
				csvColumn{name: "status", kind: csvStatus(), required: true},
				func(r csvAnswer) string { return string(r.Status) },
			},
			{csvColumn{name: "level", kind: csvLevel()}, func(r csvAnswer) string { return csvScore(r.Level) }},
			{
				csvColumn{name: "answered", kind: csvDatatype{Base: "boolean"}, required: true},
				func(r csvAnswer) string { return strconv.FormatBool(r.Answered) },
			},
			{
				csvColumn{name: "reading", kind: csvText(), worded: true},
				func(r csvAnswer) string { return orZero(r.Reading) },
			},
			{free("comment"), func(r csvAnswer) string { return m.said(r.Comment) }},
			{free("reason"), func(r csvAnswer) string { return m.said(r.Reason) }},
		}, rows)
}

// csvFinding is a row of the findings.
type csvFinding struct {
	number int
	*eifcheck.Finding
}

func (m csvMaker) findings() csvTable {
	rows := make([]csvFinding, len(m.a.Findings))
	for i := range m.a.Findings {
		rows[i] = csvFinding{i + 1, &m.a.Findings[i]}
	}
	waived := func(r csvFinding) eifcheck.Waiver { return orZero(r.Waived) }
	free := func(name string) csvColumn { return csvColumn{name: name, kind: csvText(), free: true} }
	position := func(n int) string {
		if n < 1 {
			return ""
		}
		return strconv.Itoa(n)
	}
	return newCSVTable(findingsPart, []string{"finding"}, nil, []csvField[csvFinding]{
		{
			csvColumn{name: "finding", kind: csvInteger(), required: true},
			func(r csvFinding) string { return strconv.Itoa(r.number) },
		},
		{csvColumn{name: "rule", kind: csvText(), required: true}, func(r csvFinding) string { return r.Rule }},
		{
			csvColumn{name: "severity", kind: csvWords("error", "warning", "info"), required: true},
			func(r csvFinding) string { return string(r.Severity) },
		},
		{csvColumn{name: "message", kind: csvText(), worded: true}, func(r csvFinding) string { return r.Message }},
		{csvColumn{name: "help", kind: csvText(), worded: true}, func(r csvFinding) string { return r.Help }},
		{free("file"), func(r csvFinding) string { return r.Location.File }},
		{csvColumn{name: "line", kind: csvInteger()}, func(r csvFinding) string { return position(r.Location.Line) }},
		{
			csvColumn{name: "column", kind: csvInteger()},
			func(r csvFinding) string { return position(r.Location.Column) },
		},
		{free("pointer"), func(r csvFinding) string { return r.Pointer }},
		{csvColumn{name: "fingerprint", kind: csvText()}, func(r csvFinding) string { return r.Fingerprint }},
		{
			csvColumn{name: "waived_by", kind: csvWords("inline", "file", "baseline")},
			func(r csvFinding) string { return waived(r).By },
		},
		{csvColumn{name: "waived_until", kind: csvDay()}, func(r csvFinding) string { return string(waived(r).Until) }},
		{free("waived_owner"), func(r csvFinding) string { return string(waived(r).Owner) }},
		{free("waived_reason"), func(r csvFinding) string { return string(waived(r).Reason) }},
	}, rows)
}
