package reports

import (
	"encoding/json"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/piprate/json-gold/ld"
	"pgregory.net/rapid"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/rules"
	"github.com/eifcheck/eifcheck/scoring"
)

// failer is a test, plain or one of rapid.
type failer interface {
	Helper()
	Errorf(format string, args ...any)
	Fatal(args ...any)
}

// noNetwork refuses to load anything: the document has to explain itself.
type noNetwork struct{}

func (noNetwork) LoadDocument(address string) (*ld.RemoteDocument, error) {
	return nil, errors.New("asked for " + address)
}

func ldOptions() *ld.JsonLdOptions {
	o := ld.NewJsonLdOptions("")
	o.DocumentLoader = noNetwork{}
	return o
}

// ldDocument parses a document anew for each use: the library may change what it is given.
func ldDocument(t failer, text []byte) map[string]any {
	t.Helper()
	var doc map[string]any
	if err := json.Unmarshal(text, &doc); err != nil {
		t.Fatal(err)
	}
	return doc
}

func jsonld(t failer, a *eifcheck.Assessment) []byte {
	t.Helper()
	text, err := JSONLD(a, header())
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// realAssessments assesses the files of real countries and bodies, and those with every kind of answer.
func realAssessments(t *testing.T) []*eifcheck.Assessment {
	t.Helper()
	var files []string
	for _, pattern := range []string{"../testdata/real/*.yaml", "../testdata/ok/*.yaml"} {
		found, err := filepath.Glob(pattern)
		if err != nil || len(found) == 0 {
			t.Fatal(pattern, err)
		}
		files = append(files, found...)
	}
	var list []*eifcheck.Assessment
	_, err := eifcheck.Assess(t.Context(), files, eifcheck.Options{
		AsOf: "2026-11-22", Wording: wording(t), Rules: rules.NewRegistry(),
	}, func(a *eifcheck.Assessment) error {
		if a.Assessed {
			list = append(list, a)
		}
		return nil
	})
	if err != nil || len(list) < 10 {
		t.Fatal(len(list), err)
	}
	return list
}

// drawLinked makes a result with any scores and any texts.
func drawLinked(t *rapid.T) *eifcheck.Assessment {
	a := norway()
	a.Scoreboards, a.Recommendations = a.Scoreboards[2:], a.Recommendations[:5]
	a.Country = new(rapid.SampledFrom([]string{"FR", "EL", "UK", "XK", "ZZ"}).Draw(t, "country"))
	for i := range a.Scoreboards {
		for k := range a.Scoreboards[i].Areas {
			area := &a.Scoreboards[i].Areas[k]
			area.Status, area.Score, area.Basis, area.Interval = drawValue(t)
			area.Comment = assessment.Text{Plain: hostile().Draw(t, "comment")}
		}
	}
	for i := range a.Recommendations {
		r := &a.Recommendations[i]
		r.Status, r.Score, r.Basis, r.Interval = drawValue(t)
	}
	r := &a.Recommendations[rapid.IntRange(0, 4).Draw(t, "with evidence")]
	r.Reason = assessment.Text{Translations: []assessment.Translation{
		{Language: hostile().Draw(t, "language"), Text: hostile().Draw(t, "reason")},
	}}
	r.Evidence = []assessment.Evidence{{
		Source: drawWord(t), Locator: drawWord(t), Title: assessment.Text{Plain: hostile().Draw(t, "title")},
		URL: drawAddress(t), Date: assessment.Day(drawWord(t)), Access: drawWord(t), Stance: drawWord(t),
		Confirmed: rapid.Bool().Draw(t, "confirmed"),
	}}
	a.Document.Language = rapid.SampledFrom([]string{"en", "fr", "sr-Latn-RS", "", "no language", "@id"}).Draw(t, "of the file")
	a.Document.Sources = []assessment.Source{{ID: hostile().Draw(t, "source"), URL: drawAddress(t), Date: "2020-02-30"}}
	a.Document.Organisation = &assessment.Organisation{URL: drawAddress(t)}
	a.Document.Subject = &assessment.Named{Name: drawWord(t), ID: drawWord(t)}
	return a
}

func drawWord(t *rapid.T) assessment.Word {
	return assessment.Word(rapid.OneOf(hostile(), rapid.SampledFrom([]string{
		"", "@type", "a:R05", "http://data.europa.eu/Rec5", "limits", "restricted", "2024-02-29", "null", "None",
	})).Draw(t, "word"))
}

func drawAddress(t *rapid.T) assessment.Word {
	return assessment.Word(rapid.OneOf(hostile(), rapid.SampledFrom([]string{
		"https://example.org/a?b=c#d", "javascript:alert(1)", "page.html", "https://example.org/> <x:y> <z:w", "//example.org",
		"https://exämple.org/ü", "http://example.org/%zz", "https://", "_:b0", "@id",
	})).Draw(t, "address"))
}

func drawValue(t *rapid.T) (scoring.Status, *eif.Score, scoring.Basis, *[2]eif.Score) {
	low := eif.Score(rapid.IntRange(1, 3).Draw(t, "low"))
	switch rapid.IntRange(0, 3).Draw(t, "status") {
	case 0:
		return scoring.NotApplicable, nil, scoring.NoBasis, nil
	case 1:
		return scoring.NoData, nil, scoring.NoBasis, &[2]eif.Score{1, 4}
	case 2:
		return scoring.Partial, nil, scoring.NoBasis, &[2]eif.Score{low, 4}
	}
	basis := rapid.SampledFrom([]scoring.Basis{scoring.Stated, scoring.Derived, scoring.Published}).Draw(t, "basis")
	return scoring.Scored, new(low + 1), basis, &[2]eif.Score{low + 1, low + 1}
}

// The numbers of a result can be read back from the graph, and the document says nothing that a reader of
// linked data would drop or refuse.
func TestLinkedDataOfRealFiles(t *testing.T) {
	t.Parallel()
	for _, a := range realAssessments(t) {
		wantLinkedData(t, a)
	}
	wantLinkedData(t, norway())
	wantLinkedData(t, agency())
}

func TestLinkedDataOfAnyResult(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) { wantLinkedData(t, drawLinked(t)) })
}

func wantLinkedData(t failer, a *eifcheck.Assessment) {
	t.Helper()
	text := jsonld(t, a)
	wantNothingDropped(t, text)
	wantCompactsBack(t, text)
	wantValidTriples(t, text)
	wantScores(t, a, text)
}

// Without a network the loader refuses: a document that needs one fails the tests above.
func TestLoaderRefusesTheNetwork(t *testing.T) {
	t.Parallel()
	doc := map[string]any{"@context": "https://example.org/context.jsonld", "name": "x"}
	if _, err := ld.NewJsonLdProcessor().Expand(doc, ldOptions()); err == nil {
		t.Error("a context was loaded from the network")
	}
	if strings.Contains(string(jsonld(t, norway())), `"@import"`) {
		t.Error("the context imports another one")
	}
}
