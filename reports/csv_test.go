package reports

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/eifcheck/eifcheck"
)

func TestCSV(t *testing.T) {
	t.Parallel()
	for name, a := range map[string]*eifcheck.Assessment{"country": france(), "organisation": agency(), "no-data": unscored()} {
		files := documentOf(t, csvDocument(), a)
		// A golden file is compared without regard to CRLF: that is checked below.
		golden(t, "document-csv-"+name, bytes.ReplaceAll(files[""], []byte("\r\n"), []byte("\n")))
		if name == "country" {
			golden(t, "document-csv-metadata", files[metadataPart])
			golden(t, "document-csv-findings", bytes.ReplaceAll(files[findingsPart], []byte("\r\n"), []byte("\n")))
		}
	}
}

// Every file that is assessed gives tables that are as their description says.
func TestTablesAreAsTheyAreDescribed(t *testing.T) {
	t.Parallel()
	everyFile(t, func(t *testing.T, text string) {
		t.Helper()
		a := written(t, t.TempDir(), text)
		tables := checkTables(t, documentOf(t, csvDocument(), a))
		areas := 0
		for _, board := range a.Scoreboards {
			areas += len(board.Areas)
		}
		if len(tables[""]) != areas || len(tables[recommendationsPart]) != 47 || len(tables[findingsPart]) != len(a.Findings) {
			t.Errorf("%d areas, %d recommendations, %d findings", len(tables[""]), len(tables[recommendationsPart]), len(tables[findingsPart]))
		}
		row := 0
		for _, board := range a.Scoreboards {
			for i := range board.Areas {
				checkAreaRow(t, tables[""][row], strconv.Itoa(int(board.ID)), &board.Areas[i])
				row++
			}
		}
	})
}

// checkAreaRow reads the numbers of an area back.
func checkAreaRow(t *testing.T, row map[string]string, board string, area *eifcheck.Area) {
	t.Helper()
	score, gap := "", ""
	if area.Score != nil {
		score = strconv.Itoa(int(*area.Score))
	}
	if area.Gap != nil {
		gap = strconv.FormatFloat(float64(*area.Gap)/100, 'f', -1, 64)
	}
	got, _ := strconv.ParseFloat(row["gap"], 64)
	if row["scoreboard"] != board || row["area"] != string(area.ID) || row["score"] != score ||
		(row["gap"] == "") != (gap == "") || gap != "" && strconv.FormatFloat(got, 'f', -1, 64) != gap {
		t.Errorf("%v, want scoreboard %s, area %s, score %q, gap %q", row, board, area.ID, score, gap)
	}
}

// Whatever people write, the tables stay tables, and no cell of theirs is a formula.
func TestHostileTextInTables(t *testing.T) {
	t.Parallel()
	for name, value := range hostileValues() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a, _ := filled(value)
			// What the result schema holds to its form stays as it is.
			a.Country, a.Document.Scope, a.Document.Language = new("NO"), "country", "nb"
			for i := range a.Recommendations {
				a.Recommendations[i].IRI = "http://data.europa.eu/Rec1"
				if a.Recommendations[i].Plan != nil {
					a.Recommendations[i].Plan.By = "2026-01-01"
				}
				if a.Recommendations[i].Reviewed != nil {
					a.Recommendations[i].Reviewed.Date = "2026-01-01"
				}
				a.Recommendations[i].Status, a.Recommendations[i].Basis = "no_data", ""
				a.Recommendations[i].Outcome = "no_data"
				for j := range a.Recommendations[i].Indicators {
					a.Recommendations[i].Indicators[j].Status = "no_data"
				}
			}
			for i := range a.Scoreboards {
				for j := range a.Scoreboards[i].Areas {
					a.Scoreboards[i].Areas[j].Status, a.Scoreboards[i].Areas[j].Basis = "no_data", ""
					a.Scoreboards[i].Areas[j].Relation = nil
				}
			}
			for i := range a.Findings {
				a.Findings[i].Severity = "info"
				if a.Findings[i].Waived != nil {
					a.Findings[i].Waived.By, a.Findings[i].Waived.Until = "file", "2026-01-01"
				}
			}
			files := documentOf(t, csvDocument(), a)
			checkTables(t, files)
			for part, file := range files {
				if !utf8.Valid(file) {
					t.Errorf("%q is not UTF-8", part)
				}
			}
			recommendations := checkTables(t, files)[recommendationsPart]
			for _, cell := range recommendations[4] {
				if cell != "" && strings.IndexByte("=+-@\t\r\n", cell[0]) >= 0 {
					t.Errorf("a cell is a formula: %.100q", cell)
				}
			}
		})
	}
}

func TestFormulaSafe(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"":                 "",
		"Plain words":      "Plain words",
		"=1+1":             "'=1+1",
		"+49 30 1234":      "'+49 30 1234",
		"-1":               "'-1",
		"@SUM(A1)":         "'@SUM(A1)",
		"\t=1":             "'\t=1",
		"\r=1":             "'\r=1",
		"\x00=1":           "'=1",
		"\ufeff=1":         "'=1",
		"＝1":               "'＝1",
		"R01 = 4":          "R01 = 4",
		"two\nlines, =1":   "two\nlines, =1",
		"\u200b\u200b-2+3": "'-2+3",
	} {
		if got := formulaSafe(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
	rapid.Check(t, func(rt *rapid.T) {
		got := formulaSafe(rapid.String().Draw(rt, "text"))
		if got != "" && strings.ContainsAny(got[:1], "=+-@\t\r\n\x00") {
			rt.Errorf("%q", got)
		}
	})
}

// A negative gap is a number and stays one.
func TestNumbersAreNoText(t *testing.T) {
	t.Parallel()
	rows := checkTables(t, documentOf(t, csvDocument(), france()))[""]
	if got := rows[2]["gap"]; got != "-1" {
		t.Errorf("gap of P3: %q, want -1", got)
	}
}

type described struct {
	Context []any `json:"@context"`
	Dialect struct {
		CommentPrefix *string `json:"commentPrefix"`
	} `json:"dialect"`
	Tables []struct {
		URL    string   `json:"url"`
		Null   []string `json:"null"`
		Schema struct {
			Columns []struct {
				Name     string
				Titles   map[string][]string
				Datatype struct {
					Base, Format     string
					Minimum, Maximum *int
				}
				Required bool
				Lang     string
			}
			PrimaryKey  []string
			ForeignKeys []struct {
				Columns   []string `json:"columnReference"`
				Reference struct {
					Resource string
					Columns  []string `json:"columnReference"`
				}
			}
		} `json:"tableSchema"`
	}
}

// checkTables holds the tables to their description as https://www.w3.org/TR/tabular-metadata/ has it,
// and returns the rows by part, their cells by column.
func checkTables(t *testing.T, files map[string][]byte) map[string][]map[string]string {
	t.Helper()
	var d described
	if err := json.Unmarshal(files[metadataPart], &d); err != nil {
		t.Fatal(err)
	}
	if len(d.Context) != 2 || d.Context[0] != "http://www.w3.org/ns/csvw" || d.Dialect.CommentPrefix != nil {
		t.Errorf("context %v", d.Context)
	}
	names := map[string]string{"r.csv": ""}
	for _, part := range []string{recommendationsPart, indicatorsPart, findingsPart} {
		names["r"+part] = part
	}
	if len(d.Tables) != len(names) {
		t.Errorf("%d tables", len(d.Tables))
	}
	rows := map[string][]map[string]string{}
	for i := range d.Tables {
		part, ok := names[d.Tables[i].URL]
		if !ok {
			t.Fatalf("no file is called %s", d.Tables[i].URL)
		}
		rows[part] = checkTable(t, &d, i, files[part])
	}
	for i := range d.Tables {
		for _, key := range d.Tables[i].Schema.ForeignKeys {
			there := map[string]bool{}
			for _, row := range rows[names[key.Reference.Resource]] {
				there[joinedCells(row, key.Reference.Columns)] = true
			}
			for _, row := range rows[names[d.Tables[i].URL]] {
				if !there[joinedCells(row, key.Columns)] {
					t.Errorf("%s: %v leads nowhere", d.Tables[i].URL, row)
				}
			}
		}
	}
	return rows
}

func joinedCells(row map[string]string, columns []string) string {
	var cells []string
	for _, c := range columns {
		cells = append(cells, row[c])
	}
	return strings.Join(cells, "\x00")
}

func checkTable(t *testing.T, d *described, i int, file []byte) []map[string]string {
	t.Helper()
	table := &d.Tables[i]
	if bytes.Count(file, []byte("\r\n")) != bytes.Count(file, []byte("\n")) {
		t.Errorf("%s: a line ends without CRLF", table.URL)
	}
	records, err := csv.NewReader(bytes.NewReader(file)).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", table.URL, err)
	}
	var columns []string
	for _, c := range table.Schema.Columns {
		columns = append(columns, c.Name)
		if !slices.Contains(c.Titles["en"], c.Name) || len(c.Titles["en"]) != 2 || strings.HasPrefix(c.Titles["en"][1], "csv/") {
			t.Errorf("%s: titles of %s: %v", table.URL, c.Name, c.Titles)
		}
		if c.Lang != "" && !regexp.MustCompile(`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$`).MatchString(c.Lang) {
			t.Errorf("%s: %s has the language %q", table.URL, c.Name, c.Lang)
		}
	}
	if diff := cmp.Diff(columns, records[0]); diff != "" {
		t.Fatalf("%s: header (-described +file):\n%s", table.URL, diff)
	}
	var rows []map[string]string
	keys := map[string]bool{}
	for _, record := range records[1:] {
		row := map[string]string{}
		for j, cell := range record {
			c := table.Schema.Columns[j]
			row[c.Name] = cell
			if cell == "" && c.Required || cell != "" && !parses(c.Datatype.Base, c.Datatype.Format, cell) {
				t.Errorf("%s: %s: %.100q is no %s %s", table.URL, c.Name, cell, c.Datatype.Base, c.Datatype.Format)
			}
			if n, err := strconv.Atoi(cell); cell != "" && c.Datatype.Minimum != nil &&
				(err != nil || n < *c.Datatype.Minimum || n > *c.Datatype.Maximum) {
				t.Errorf("%s: %s: %s is out of bounds", table.URL, c.Name, cell)
			}
		}
		key := joinedCells(row, table.Schema.PrimaryKey)
		if keys[key] || len(table.Schema.PrimaryKey) == 0 {
			t.Errorf("%s: the key %q is there twice", table.URL, key)
		}
		keys[key] = true
		rows = append(rows, row)
	}
	return rows
}

// parses tells whether a cell is of a datatype.
func parses(base, format, cell string) bool {
	switch base {
	case "string":
		return format == "" || regexp.MustCompile("^(?:"+format+")$").MatchString(cell)
	case "integer":
		_, err := strconv.Atoi(cell)
		return err == nil
	case "decimal":
		return regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?$`).MatchString(cell)
	case "gYear":
		return regexp.MustCompile(`^[0-9]{4}$`).MatchString(cell)
	case "boolean":
		return cell == "true" || cell == "false"
	case "date":
		_, err := time.Parse(time.DateOnly, cell)
		return err == nil
	case "anyURI":
		return strings.HasPrefix(cell, "http")
	}
	return false
}
