package reports

import (
	"encoding/json"
	"io"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/observatory"
)

// csvMetadata describes the tables as CSV on the Web does: https://www.w3.org/TR/tabular-metadata/.
type csvMetadata struct {
	Context [2]any `json:"@context"`
	Title   string `json:"dc:title"`
	Source  string `json:"dc:source"`
	Rights  string `json:"dc:rights,omitempty"`
	// License covers what is the European Commission's; Rights say so.
	License     *csvIRI         `json:"dc:license,omitempty"`
	Creator     string          `json:"dc:creator"`
	Date        csvDate         `json:"dc:date"`
	Description []string        `json:"dc:description"`
	Dialect     csvDialect      `json:"dialect"`
	Tables      []csvTableEntry `json:"tables"`
}

type csvIRI struct {
	ID string `json:"@id"`
}

type csvDate struct {
	Value string `json:"@value"`
	Type  string `json:"@type"`
}

// csvDialect says what a reader would otherwise guess. Without a null comment prefix a row that begins
// with # would be skipped.
type csvDialect struct {
	Encoding        string   `json:"encoding"`
	Delimiter       string   `json:"delimiter"`
	LineTerminators []string `json:"lineTerminators"`
	Header          bool     `json:"header"`
	CommentPrefix   *string  `json:"commentPrefix"`
}

type csvTableEntry struct {
	URL    string         `json:"url"`
	Title  string         `json:"dc:title"`
	Null   []string       `json:"null"`
	Schema csvTableSchema `json:"tableSchema"`
}

type csvTableSchema struct {
	Columns     []csvColumnEntry `json:"columns"`
	PrimaryKey  []string         `json:"primaryKey"`
	ForeignKeys []csvForeignKey  `json:"foreignKeys,omitempty"`
}

type csvColumnEntry struct {
	Name string `json:"name"`
	// Titles hold the name too: the header of a file is compared with them.
	Titles   map[string][]string `json:"titles"`
	Datatype csvDatatype         `json:"datatype"`
	Required bool                `json:"required,omitempty"`
	Language string              `json:"lang,omitempty"`
}

type csvForeignKey struct {
	Columns   []string `json:"columnReference"`
	Reference struct {
		Resource string   `json:"resource"`
		Columns  []string `json:"columnReference"`
	} `json:"reference"`
}

const csvLicense = "https://creativecommons.org/licenses/by/4.0/"

func describeTables(a *eifcheck.Assessment, o DocumentOptions, tables []csvTable) csvMetadata {
	w := o.Wording
	m := csvMetadata{
		Context: [2]any{"http://www.w3.org/ns/csvw", map[string]string{"@language": w.Language()}},
		Title:   newDocumentText(o).subject(a),
		Source:  messages.CleanLine(a.Input.File) + ", SHA-256 " + a.Input.SHA256,
		Creator: o.Header.Tool.Name + " " + o.Header.Tool.Version,
		Date:    csvDate{Value: o.Header.AsOf, Type: "date"},
		Description: []string{
			w.Say("markdown/inferred", nil), w.Say("text/indicative", nil), w.Say("csv/apostrophe", nil),
		},
		Dialect: csvDialect{Encoding: "utf-8", Delimiter: ",", LineTerminators: []string{"\r\n"}, Header: true},
	}
	if showsPublished(a) {
		source := w.Say("factsheet/source", messages.Args{"source": observatory.Attribution})
		m.Rights = source + " " + w.Say("csv/rights", nil)
		m.License = &csvIRI{csvLicense}
	}
	for _, t := range tables {
		m.Tables = append(m.Tables, t.describe(a.Document.Language, o))
	}
	return m
}

func (t csvTable) describe(language string, o DocumentOptions) csvTableEntry {
	title := "csv/table.areas"
	switch t.part {
	case recommendationsPart:
		title = "csv/table.recommendations"
	case indicatorsPart:
		title = "csv/table.indicators"
	case findingsPart:
		title = "csv/table.findings"
	}
	e := csvTableEntry{URL: o.nameOf(t.part), Title: o.Wording.Say(title, nil), Null: []string{""}}
	e.Schema.PrimaryKey = t.key
	for _, c := range t.columns {
		column := csvColumnEntry{
			Name: c.name, Datatype: c.kind, Required: c.required,
			Titles: map[string][]string{o.Wording.Language(): {c.name, o.Wording.Say("csv/column."+c.name, nil)}},
		}
		switch {
		case c.free:
			column.Language = language
		case c.worded:
			column.Language = o.Wording.Language()
		}
		e.Schema.Columns = append(e.Schema.Columns, column)
	}
	for _, f := range t.foreign {
		key := csvForeignKey{Columns: f.columns}
		key.Reference.Resource, key.Reference.Columns = o.nameOf(f.part), f.columns
		e.Schema.ForeignKeys = append(e.Schema.ForeignKeys, key)
	}
	return e
}

// nameOf is a file of the document as a reference that stands beside it.
func (o DocumentOptions) nameOf(part string) string {
	name := o.File
	if name == "" {
		name = "report.csv"
	}
	if part != "" {
		name = strings.TrimSuffix(name, filepath.Ext(name)) + part
	}
	return strings.ReplaceAll((&url.URL{Path: name}).EscapedPath(), ":", "%3A")
}

func (m csvMetadata) write(out io.Writer) error {
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(m)
}
