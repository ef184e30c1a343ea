package reports

import (
	"strconv"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
)

// The endings of the files of a CSV document beside the areas.
const (
	recommendationsPart = ".recommendations.csv"
	indicatorsPart      = ".indicators.csv"
	findingsPart        = ".findings.csv"
	metadataPart        = ".csv-metadata.json"
)

// csvDocument is the tables of an assessment, for spreadsheets and for programs that read tables.
func csvDocument() Document {
	return Document{
		Name: "csv", Extension: ".csv", About: "document/csv",
		Parts: []string{recommendationsPart, indicatorsPart, findingsPart, metadataPart},
		Write: writeCSV,
	}
}

func writeCSV(files Files, a *eifcheck.Assessment, o DocumentOptions) error {
	tables := csvTables(a, o.Wording)
	for _, t := range tables {
		out, err := files(t.part)
		if err == nil {
			err = t.write(out)
		}
		if err != nil {
			return err
		}
	}
	out, err := files(metadataPart)
	if err != nil {
		return err
	}
	return describeTables(a, o, tables).write(out)
}

// csvTables are the tables of an assessment, the areas first.
func csvTables(a *eifcheck.Assessment, w eifcheck.Wording) []csvTable {
	m := csvMaker{a: a, language: w.Language()}
	return []csvTable{m.areas(), m.recommendations(), m.indicators(), m.findings()}
}

// csvMaker makes the tables of an assessment.
type csvMaker struct {
	a *eifcheck.Assessment
	// language of the report; free text is taken in the language of the file where it has several.
	language string
}

func (m csvMaker) said(t assessment.Text) string { return t.In(m.a.Document.Language, m.language) }

// csvArea is a row of the areas.
type csvArea struct {
	board eif.Scoreboard
	*eifcheck.Area
}

func (m csvMaker) areas() csvTable {
	var rows []csvArea
	for _, board := range m.a.Scoreboards {
		for i := range board.Areas {
			rows = append(rows, csvArea{board.ID, &board.Areas[i]})
		}
	}
	return newCSVTable("", []string{"scoreboard", "area"}, nil, append(m.subject(), m.areaFields()...), rows)
}

// subject are the columns that let the rows of several files stand under each other.
func (m csvMaker) subject() []csvField[csvArea] {
	d := m.a.Document
	id := ""
	if d.Subject != nil {
		id = string(d.Subject.ID)
	}
	return []csvField[csvArea]{
		{csvColumn{name: "country", kind: csvText(), required: true}, func(csvArea) string { return *m.a.Country }},
		{
			csvColumn{name: "year", kind: csvDatatype{Base: "gYear"}, required: true},
			func(csvArea) string { return year(*m.a.Year) },
		},
		{
			csvColumn{name: "scope", kind: csvWords("country", "region", "organisation", "service"), required: true},
			func(csvArea) string { return d.Scope },
		},
		{csvColumn{name: "subject", kind: csvText(), free: true}, func(csvArea) string { return id }},
	}
}

func (m csvMaker) areaFields() []csvField[csvArea] {
	average := ""
	if m.a.Methodology.AverageYear != nil {
		average = year(*m.a.Methodology.AverageYear)
	}
	type field = csvField[csvArea]
	return []field{
		{
			csvColumn{name: "scoreboard", kind: csvLevel(), required: true},
			func(r csvArea) string { return strconv.Itoa(int(r.board)) },
		},
		{csvColumn{name: "area", kind: csvText(), required: true}, func(r csvArea) string { return string(r.ID) }},
		{
			csvColumn{name: "title", kind: csvText(), required: true, worded: true},
			func(r csvArea) string { return r.Title },
		},
		{
			csvColumn{name: "status", kind: csvStatus(), required: true},
			func(r csvArea) string { return string(r.Status) },
		},
		{csvColumn{name: "score", kind: csvLevel()}, func(r csvArea) string { return csvScore(r.Score) }},
		{csvColumn{name: "low", kind: csvLevel()}, func(r csvArea) string { return csvEnd(r.Interval, 0) }},
		{csvColumn{name: "high", kind: csvLevel()}, func(r csvArea) string { return csvEnd(r.Interval, 1) }},
		{csvColumn{name: "basis", kind: csvBasis()}, func(r csvArea) string { return string(r.Basis) }},
		{csvColumn{name: "average", kind: csvDecimal()}, func(r csvArea) string { return csvHundredths(r.Average) }},
		{csvColumn{name: "average_year", kind: csvDatatype{Base: "gYear"}}, func(r csvArea) string {
			if r.Average == nil {
				return ""
			}
			return average
		}},
		{csvColumn{name: "gap", kind: csvDecimal()}, func(r csvArea) string { return csvHundredths(r.Gap) }},
		{csvColumn{name: "relation", kind: csvWords("above", "at", "below")}, func(r csvArea) string {
			if r.Relation == nil {
				return ""
			}
			return string(*r.Relation)
		}},
		{csvColumn{name: "comment", kind: csvText(), free: true}, func(r csvArea) string { return m.said(r.Comment) }},
		{csvColumn{name: "reason", kind: csvText(), free: true}, func(r csvArea) string { return m.said(r.Reason) }},
	}
}

func csvStatus() csvDatatype { return csvWords("scored", "partial", "no_data", "not_applicable") }

func csvBasis() csvDatatype { return csvWords("stated", "derived", "published") }
