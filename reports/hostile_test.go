package reports

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/rules"
	"github.com/eifcheck/eifcheck/scoring"
)

// hostileValues are what somebody could write into a file, or into a saved result, to make a report say
// or do something else.
func hostileValues() map[string]string {
	return map[string]string{
		"terminal":         "\x1b[2J\x1b]0;owned\x07 \u009b31m",
		"command":          "::error::injected",
		"command, escaped": "x%0A::set-output name=a::b",
		"command, lines":   "x\r\n::error::injected\n::set-output name=a::b\n##[set-output name=a]b",
		"property":         "a,line=1::error file=b::c",
		"CDATA":            "x]]><failure message='a'/>",
		"formula":          "=cmd|' /C calc'!A0",
		"script":           "<script>alert(1)</script><img src=x onerror=alert(1)>",
		"attribute":        `" onclick="alert(1)' x='`,
		"entity":           "&lt;b&gt; &#60;b&#62; &amp;",
		"scheme":           "javascript:alert(1)",
		"link":             "[click](https://evil.example/x) <https://evil.example> https://evil.example www.evil.example a@evil.example",
		"reference link":   "[a]: https://evil.example\n[a]",
		"image":            "![x](https://evil.example/x.png)",
		"mention":          "@everyone and (@team/all), see #1, !2, GH-3 and ~label",
		"comment":          "<!-- eifcheck --> <!-- --> -->",
		"end of fold":      "</details></summary><details open>",
		"heading":          "# PASS",
		"heading, lines":   "x\n\n# PASS\n\nPASS\n====\n\n---\n",
		"list":             "- x\n\n1. x\n\n> x\n\n    code",
		"number":           "1. x",
		"table":            "a | b \\| c || d\n| --- |",
		"code":             "`` ` ``` @x` `y",
		"fence":            "```\n</details>\n```\n~~~",
		"emphasis":         "**bold** __bold__ *x* _x_ ~~x~~ $x$ \\",
		"bidirectional":    "\u202eevil\u2066\u2069\u200f",
		"zero width":       "a\u200bb\ufeffc\u2060d\U000e0041",
		"separators":       "a\u2028b\u2029c\u0085d\ve\ff",
		"NUL":              "a\x00b",
		"invalid UTF-8":    "a\xff\xfe\xc3(b",
		"noncharacters":    "a\ufffe\uffffb",
		"template":         "{{.gate}} ${{ secrets.TOKEN }} {area}",
		"long":             strings.Repeat("0123456789abcde ", 1<<10),
		"long word":        strings.Repeat("é", 1<<13),
		"long links":       strings.Repeat("www.a.b @c ", 1<<10),
	}
}

const harmless = "Some plain words"

// With any text in every free place, each format stays what it is with harmless text there: the same
// structure, and no character that its reader would act on.
func TestHostileTextInEveryFormat(t *testing.T) {
	t.Parallel()

	for _, f := range Formats() {
		for name, value := range hostileValues() {
			t.Run(f.Name+"/"+name, func(t *testing.T) {
				t.Parallel()

				want, wantPage := printedWith(t, f, harmless)
				got, page := printedWith(t, f, value)
				checkFormat(t, f.Name, want, got, len(value) > 1<<10)
				if f.Name == "github" {
					checkMarkdown(t, wantPage, page, len(value) > 1<<10)
				}
			})
		}
	}
}

// A megabyte without a space is printed in no more than a moment, and cut where a page has an end.
func TestMegabyteInEveryFormat(t *testing.T) {
	t.Parallel()

	word := strings.Repeat("é", 1<<19)
	a := france()
	a.Document.Title = assessment.Text{Plain: word}
	a.Findings[1].Message, a.Findings[1].Excerpt = word, word
	a.Findings[2].Waived = &eifcheck.Waiver{By: "file", Reason: assessment.Word(word), Owner: "Digdir", Until: "2027-06-30"}
	for _, f := range Formats() {
		out := printed(t, f.Name, Options{Verbose: true}, one(a), a)
		if limit := 16 << 20; len(out) > limit {
			t.Errorf("%s: %d bytes, want at most %d", f.Name, len(out), limit)
		}
		if f.Name == "markdown" && len(out) > markdownLimit {
			t.Errorf("%d bytes of Markdown, want at most %d", len(out), markdownLimit)
		}
	}
}

// printedWith prints a result with a text in every free place, and the page for the summary of a job.
func printedWith(t *testing.T, f Format, value string) (output, page []byte) {
	t.Helper()

	a, closing := filled(value)
	var out, summary bytes.Buffer
	head := header()
	r := f.New(&out, Options{
		Header: head, Wording: wording(t), Verbose: true, ByRespondent: true, Summary: &summary, SummaryRoom: 1 << 20,
	})
	if err := errors.Join(r.Assessment(a), r.Close(closing)); err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), summary.Bytes()
}

// checkFormat chooses what to check by what a format is made of, so that a new format is checked too.
func checkFormat(t *testing.T, name string, want, got []byte, long bool) {
	t.Helper()

	if !utf8.Valid(got) {
		t.Error("the output is not UTF-8")
	}
	switch {
	case name == "text":
		checkText(t, got)
	case name == "github":
		checkCommands(t, want, got)
	case name == "markdown":
		checkMarkdown(t, want, got, long)
	case name == "ndjson":
		for line := range bytes.Lines(got) {
			shapeOfJSON(t, line)
		}
	case want[0] == '{' || want[0] == '[':
		if diff := cmp.Diff(shapeOfJSON(t, want), shapeOfJSON(t, got)); diff != "" && !long {
			t.Errorf("the shape changed (-harmless +hostile):\n%s", diff)
		}
	case bytes.HasPrefix(want, []byte("<?xml")):
		if diff := cmp.Diff(shapeOfXML(t, want), shapeOfXML(t, got)); diff != "" && !long {
			t.Errorf("the shape changed (-harmless +hostile):\n%s", diff)
		}
	default:
		t.Errorf("nothing checks the format %s: teach checkFormat what it is made of", name)
	}
}

func checkText(t *testing.T, got []byte) {
	t.Helper()

	for line := range strings.SplitSeq(string(got), "\n") {
		if at := strings.IndexFunc(line, dangerous); at >= 0 {
			t.Fatalf("a line holds %q:\n%.300q", line[at:at+1], line)
		}
	}
}

// command is a workflow command as GitHub's runner reads it.
var command = regexp.MustCompile(`^::(error|warning|notice) ((?:[a-zA-Z]+=[^,:]*,?)+)::(.*)$`)

func checkCommands(t *testing.T, want, got []byte) {
	t.Helper()

	checkText(t, got)
	if diff := cmp.Diff(shapeOfCommands(t, want), shapeOfCommands(t, got)); diff != "" {
		t.Errorf("other commands (-harmless +hostile):\n%s", diff)
	}
	// The verdict, an error, two warnings, one error of the run, and the notice.
	if n := bytes.Count(got, []byte("\n")); n != 6 {
		t.Errorf("%d lines, want 6:\n%.2000s", n, got)
	}
}

func shapeOfCommands(t *testing.T, output []byte) []string {
	t.Helper()

	var shape []string
	for line := range strings.Lines(string(output)) {
		parts := command.FindStringSubmatch(strings.TrimSuffix(line, "\n"))
		if parts == nil {
			t.Fatalf("a line is no command: %.300q", line)
		}
		names := parts[1]
		for property := range strings.SplitSeq(parts[2], ",") {
			name, _, _ := strings.Cut(property, "=")
			names += " " + name
		}
		shape = append(shape, names)
	}
	return shape
}

func shapeOfJSON(t *testing.T, output []byte) any {
	t.Helper()

	var value any
	if err := json.Unmarshal(output, &value); err != nil {
		t.Fatalf("no JSON: %v", err)
	}
	var shape func(any) any
	shape = func(value any) any {
		switch v := value.(type) {
		case map[string]any:
			keys := map[string]any{}
			for key, element := range v {
				keys[key] = shape(element)
			}
			return keys
		case []any:
			list := make([]any, len(v))
			for i, element := range v {
				list[i] = shape(element)
			}
			return list
		case string:
			return "text"
		}
		return value
	}
	return shape(value)
}

func shapeOfXML(t *testing.T, output []byte) []string {
	t.Helper()

	var shape []string
	decoder := xml.NewDecoder(bytes.NewReader(output))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return shape
		}
		if err != nil {
			t.Fatalf("no XML: %v", err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			names := token.Name.Local
			for _, attribute := range token.Attr {
				names += " " + attribute.Name.Local
			}
			shape = append(shape, names)
		case xml.EndElement:
			shape = append(shape, "/"+token.Name.Local)
		case xml.Comment, xml.Directive:
			t.Errorf("a %T: %.200s", token, token)
		}
	}
}

var (
	ownHTML   = regexp.MustCompile(`^(<!-- eifcheck -->|<details>|</details>|<summary>[^<>]*</summary>|)$`)
	reference = regexp.MustCompile(`(?i)(^|\W)@\w|(^|\W)[#!&%~$^][0-9]|~[a-z]|GH-[0-9]|://|www\.|\w@\w`)
)

func checkMarkdown(t *testing.T, want, got []byte, long bool) {
	t.Helper()

	if limit := markdownLimit; bytes.HasPrefix(got, []byte(markdownMarker)) && len(got) > limit {
		t.Errorf("%d bytes, want at most %d", len(got), limit)
	}
	checkText(t, got)
	wantShape, gotShape := shapeOfMarkdown(t, want), shapeOfMarkdown(t, got)
	if diff := cmp.Diff(wantShape, gotShape); diff != "" && !long {
		t.Errorf("the page is built otherwise (-harmless +hostile):\n%s", diff)
	}
}

// shapeOfMarkdown lists the blocks of a page as GitHub reads it, and objects to whatever in its text is
// more than text.
func shapeOfMarkdown(t *testing.T, page []byte) []string {
	t.Helper()

	var shape []string
	root := goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser().Parse(text.NewReader(page))
	err := ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Link, *ast.AutoLink, *ast.Image, *ast.RawHTML, *ast.FencedCodeBlock, *ast.CodeBlock:
			t.Errorf("a %s in the page:\n%.300s", n.Kind(), n.Parent().Lines().Value(page))
		case *ast.HTMLBlock:
			lines := string(n.Lines().Value(page))
			for line := range strings.Lines(lines) {
				if !ownHTML.MatchString(strings.TrimSpace(line)) {
					t.Errorf("HTML that is not ours: %.200q", line)
				}
			}
		case *ast.CodeSpan:
			return ast.WalkSkipChildren, nil
		case *ast.Text:
			if found := reference.Find(n.Segment.Value(page)); found != nil {
				t.Errorf("%q would be linked in %.200q", found, n.Segment.Value(page))
			}
			return ast.WalkContinue, nil
		case *ast.String:
			return ast.WalkContinue, nil
		}
		shape = append(shape, n.Kind().String())
		return ast.WalkContinue, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	// Whether a word is set as code is not a matter of structure.
	return slices.DeleteFunc(shape, func(kind string) bool { return kind == "CodeSpan" })
}

// filled is a result with a text in every place that a file or its author decides about: found by
// reflection, so that a new field is filled too.
func filled(value string) (*eifcheck.Assessment, eifcheck.Closing) {
	a := norway()
	a.Document.Subject = &assessment.Named{}
	a.Document.Organisation = &assessment.Organisation{}
	a.Document.Sources = []assessment.Source{{}}
	a.Document.Context = []assessment.Figure{{Value: "7.5"}}
	r := &a.Recommendations[4]
	r.Respondent, r.Reviewed = &assessment.Respondent{}, &assessment.Review{}
	r.Indicators = []eifcheck.Indicator{{ID: "R05-1", Reading: new(""), Evidence: []assessment.Evidence{{}}}}
	r.Evidence = []assessment.Evidence{{Confirmed: true}}
	r.Plan = &assessment.Plan{Actions: []assessment.Text{{}}}
	r.NextStep = &eifcheck.NextStep{From: 1, To: 2, Months: 3, Solutions: []eifcheck.Link{{}}}
	a.Respondents = []eifcheck.Respondent{{Name: new(""), Answered: []eif.RecommendationID{"R05"}, Open: []eif.RecommendationID{}}}
	a.History = []eifcheck.PastResult{{Areas: map[eif.AreaID]*eif.Score{}}}
	a.Changes = changesOf(a)
	a.Findings = a.Findings[2:] // one info, an accepted one of each kind, an error, a warning
	a.Findings[0].Severity = rules.Warning
	a.Findings[len(a.Findings)-1].Since = new(eifcheck.SinceNew)
	closing := one(a)
	closing.Findings = []eifcheck.Finding{finding("waiver/unknown", rules.Error, 3, 1, 9, "", "", "", messages.Args{"owner": ""})}
	fill(reflect.ValueOf(a).Elem(), value)
	fill(reflect.ValueOf(&closing).Elem(), value)
	return a, closing
}

func changesOf(a *eifcheck.Assessment) *eifcheck.Changes {
	three, two, board := eif.Score(3), eif.Score(2), eif.Principles
	up := eifcheck.Difference{
		ID: "P1", Title: "Subsidiarity and proportionality", Scoreboard: &board, Direction: eifcheck.Up,
		Before: eifcheck.Standing{Status: scoring.Scored, Score: &two}, After: eifcheck.Standing{Status: scoring.Scored, Score: &three},
	}
	down, gained, lost := up, up, up
	down.ID, down.Direction, down.Before, down.After = "P12", eifcheck.Down, up.After, up.Before
	gained.ID, gained.Direction, gained.Before = "P4", eifcheck.Gained, eifcheck.Standing{Status: scoring.NoData}
	lost.ID, lost.Direction = "P3", eifcheck.Lost
	lost.After = eifcheck.Standing{Status: scoring.Partial, Interval: &[2]eif.Score{2, 3}}
	recommendation := up
	recommendation.ID, recommendation.Scoreboard = "R05", nil
	return &eifcheck.Changes{
		Base: eifcheck.Input{File: "main:countries/no.yaml"}, Country: "NO", Year: 2024, Methodology: a.Methodology.ID,
		Areas: []eifcheck.Difference{up, lost, gained, down}, Recommendations: []eifcheck.Difference{recommendation},
		Indicators:    []eifcheck.Difference{},
		EvidenceAdded: []eifcheck.EvidenceChange{{Recommendation: "R05"}}, EvidenceRemoved: []eifcheck.EvidenceChange{},
		NewFindings: 1, UnchangedFindings: 2,
		GoneFindings: []eifcheck.Finding{finding("evidence/missing", rules.Warning, 7, 5, 9, "R05:", "R05 has no evidence.", "", messages.Args{})},
	}
}

// fill sets every text below a value: what a file says, and what was said about it. Codes, rules and
// sums are eifcheck's own, and the result schema holds saved ones to their form.
func fill(v reflect.Value, text string) {
	switch v.Interface().(type) {
	case assessment.Text:
		v.Set(reflect.ValueOf(assessment.Text{Translations: []assessment.Translation{{Language: "nb", Text: text}}}))
		return
	case messages.Args:
		v.Set(reflect.ValueOf(messages.Args{"area": text, "owner": text, "list": []any{text}}))
		return
	case string, assessment.Word:
		v.SetString(text)
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			name := v.Type().Field(i).Name
			if !slices.Contains([]string{"Rule", "Code", "Fingerprint", "SHA256", "Methodology", "ID"}, name) {
				fill(v.Field(i), text)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			fill(v.Index(i), text)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			fill(v.Elem(), text)
		}
	default:
	}
}
