package reports

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"github.com/eifcheck/eifcheck/eif"
)

// csvTable is a table of the CSV document: what its columns are, and its cells.
type csvTable struct {
	// part is the ending of its file, "" for the areas.
	part string
	// key are the columns whose values name a row.
	key     []string
	foreign []csvReference
	columns []csvColumn
	rows    [][]string
}

// csvReference says that some columns name a row of another table by columns of the same names.
type csvReference struct {
	part    string
	columns []string
}

// csvColumn describes a column.
type csvColumn struct {
	name string
	kind csvDatatype
	// required tells that no cell is empty: an empty cell means that there is nothing to say.
	required bool
	// free tells that people wrote the text, in the language of the file: it is made safe for spreadsheets.
	free bool
	// worded tells that the text is of the catalogue, in the language of the report. It can repeat free text.
	worded bool
}

// csvDatatype is what CSV on the Web calls a datatype: a base type, and what narrows it.
type csvDatatype struct {
	Base    string `json:"base"`
	Format  string `json:"format,omitempty"`
	Minimum *int   `json:"minimum,omitempty"`
	Maximum *int   `json:"maximum,omitempty"`
}

func csvText() csvDatatype    { return csvDatatype{Base: "string"} }
func csvInteger() csvDatatype { return csvDatatype{Base: "integer"} }
func csvDecimal() csvDatatype { return csvDatatype{Base: "decimal"} }
func csvDay() csvDatatype     { return csvDatatype{Base: "date", Format: "yyyy-MM-dd"} }

// csvLevel is a number of the scale.
func csvLevel() csvDatatype {
	return csvDatatype{Base: "integer", Minimum: new(int(eif.LowestScore)), Maximum: new(int(eif.HighestScore))}
}

// csvWords is one of a few codes; the format of a string is a regular expression.
func csvWords(words ...string) csvDatatype {
	return csvDatatype{Base: "string", Format: strings.Join(words, "|")}
}

// csvField is a column and how its cells are made of what a row is about.
type csvField[R any] struct {
	csvColumn
	cell func(R) string
}

// newCSVTable makes a table of its fields and of what its rows are about.
func newCSVTable[R any](part string, key []string, foreign []csvReference, fields []csvField[R], about []R) csvTable {
	t := csvTable{part: part, key: key, foreign: foreign, rows: make([][]string, len(about))}
	for _, f := range fields {
		t.columns = append(t.columns, f.csvColumn)
	}
	for i, one := range about {
		t.rows[i] = make([]string, len(fields))
		for j, f := range fields {
			text := strings.ToValidUTF8(f.cell(one), "\uFFFD")
			if f.free || f.worded {
				text = formulaSafe(text)
			}
			t.rows[i][j] = text
		}
	}
	return t
}

// write writes the table as RFC 4180 has it: UTF-8, commas, CRLF, quotes only where they are needed.
func (t csvTable) write(out io.Writer) error {
	w := csv.NewWriter(out)
	w.UseCRLF = true
	names := make([]string, len(t.columns))
	for i, c := range t.columns {
		names[i] = c.name
	}
	_ = w.Write(names) // the writer keeps its first error
	_ = w.WriteAll(t.rows)
	return w.Error()
}

// formulaSafe puts an apostrophe before text that a spreadsheet would take for a formula: it would
// calculate it, and a formula can send what stands in the sheet elsewhere. Characters that nobody sees
// are dropped first, so that none of them hides the first one.
func formulaSafe(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			return r
		case r < ' ' || r == '\u007f' || r == '\ufeff' || r == '\u200b' || r == '\u2060':
			return -1
		}
		return r
	}, text)
	// The full-width forms are formulas in a spreadsheet that reads East Asian text.
	if strings.ContainsAny(firstRune(text), "=+-@\t\r\n＝＋－＠") {
		return "'" + text
	}
	return text
}

func firstRune(text string) string {
	for _, r := range text {
		return string(r)
	}
	return ""
}

// csvScore writes a score, nothing where there is none.
func csvScore(s *eif.Score) string {
	if s == nil {
		return ""
	}
	return strconv.Itoa(int(*s))
}

// csvEnd writes an end of an interval.
func csvEnd(interval *[2]eif.Score, end int) string {
	if interval == nil {
		return ""
	}
	return strconv.Itoa(int(interval[end]))
}

// csvHundredths writes a decimal with a point.
func csvHundredths(h *eif.Hundredths) string {
	if h == nil {
		return ""
	}
	return h.String()
}
