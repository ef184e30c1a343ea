package reports

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/piprate/json-gold/ld"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
)

// Whatever a file says is a literal of the graph, and cannot end the script element of a page.
func TestHostileTextInLinkedData(t *testing.T) {
	t.Parallel()
	const hostile = "</script><!-- & \u2028\u2029 \" \\ \x00\x1b\u202e <http://example.org/x> ."
	a := france()
	a.Document.Title = assessment.Text{Plain: hostile}
	a.Document.Organisation = &assessment.Organisation{Name: assessment.Text{Plain: hostile}, URL: "javascript:alert(1)"}
	r := recommendationOf(a, "R05")
	r.Comment, r.Reason = assessment.Text{Plain: hostile}, assessment.Text{Plain: "@id"}
	r.Evidence = []assessment.Evidence{{
		Source: hostile, Locator: "@type", Title: assessment.Text{Plain: hostile}, URL: "https://example.org/> <x:y> <x:z", Confirmed: true,
	}}
	text := jsonld(t, a)
	if i := bytes.IndexAny(text, "<>&\u2028\u2029\x00\x1b"); i >= 0 {
		t.Errorf("not escaped: %q", text[max(0, i-40):i+1])
	}
	if bytes.ContainsAny(text, "\r\n") {
		t.Error("more than one line")
	}
	wantLinkedData(t, a)
	graph := triplesOf(t, text)
	for subject, node := range graph {
		for predicate := range node {
			if strings.Contains(subject+predicate, "example.org") {
				t.Errorf("%s %s comes from a text", subject, predicate)
			}
		}
	}
	assessment, found := "", 0
	for _, q := range quadsOf(t, ldDocument(t, text)) {
		if q.Object.GetValue() == hostile {
			found++
			if !ld.IsLiteral(q.Object) {
				t.Errorf("%s leads to a text", q.Predicate.GetValue())
			}
		}
		if q.Predicate.GetValue() == cavNS+"resultsIn" {
			assessment, _, _ = strings.Cut(q.Subject.GetValue(), "#")
		}
	}
	if found != 5 {
		t.Errorf("the text is in the graph %d times, want title, name, comment, evidence and its source", found)
	}
	if got := graph.one(assessment+"#organisation", dctNS+"identifier"); got != "javascript:alert(1)" {
		t.Errorf("the address that is no link is %q", got)
	}
}

// Evidence that nobody has confirmed, or that limits an answer, is never a proof.
func TestOnlyConfirmedSupportIsProof(t *testing.T) {
	t.Parallel()
	cases := map[string]struct {
		confirmed bool
		stance    assessment.Word
		want      string
		why       []string
	}{
		"confirmed":           {true, "supports", "http://data.europa.eu/m8g/Evidence", nil},
		"confirmed, a limit":  {true, "limits", "http://xmlns.com/foaf/0.1/Document", []string{"evidence-limits"}},
		"candidate":           {false, "supports", "http://xmlns.com/foaf/0.1/Document", []string{"evidence-candidate"}},
		"candidate for limit": {false, "limits", "http://xmlns.com/foaf/0.1/Document", []string{"evidence-candidate", "evidence-limits"}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := france()
			recommendationOf(a, "R05").Evidence = []assessment.Evidence{{Confirmed: c.confirmed, Stance: c.stance}}
			for subject, node := range triplesOf(t, jsonld(t, a)) {
				if !strings.HasSuffix(subject, "#evidence-R05-1") {
					continue
				}
				var why []string
				for _, iri := range node[dctNS+"type"] {
					why = append(why, strings.TrimPrefix(iri, ownTerms))
				}
				slices.Sort(why)
				if got := node[ld.RDFType]; !slices.Equal(got, []string{c.want}) || !slices.Equal(why, c.why) {
					t.Errorf("it is %v because of %v", got, why)
				}
				if proof := len(node["http://data.europa.eu/m8g/supportsRequirement"]) > 0; proof != (c.why == nil) {
					t.Errorf("is it a proof? %t", proof)
				}
				return
			}
			t.Error("it is not in the graph")
		})
	}
}

// The published data are attributed wherever they are shown, and only there.
func TestPublishedDataAreAttributed(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		a    *eifcheck.Assessment
		want bool
	}{"published": {france(), true}, "own answers, no average": {agency(), false}} {
		node, found := triplesOf(t, jsonld(t, c.a))[ownTerms+"published-results"]
		if found != c.want {
			t.Errorf("%s: attributed: %t", name, found)
		}
		if found && (node[dctNS+"license"][0] != "http://publications.europa.eu/resource/authority/licence/CC_BY_4_0" ||
			node[dctNS+"publisher"][0] != "http://publications.europa.eu/resource/authority/corporate-body/COM") {
			t.Errorf("%s: %v", name, node)
		}
	}
}

func TestNameOfAnAssessment(t *testing.T) {
	t.Parallel()
	name := regexp.MustCompile(`"a":"(urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}#)"`)
	named := func(a *eifcheck.Assessment) string {
		match := name.FindSubmatch(jsonld(t, a))
		if match == nil {
			t.Fatal("no name")
		}
		return string(match[1])
	}
	other := france()
	set(other, "R05", 4, "Internal visibility and external interfaces", nil)
	first := named(france())
	if again := named(france()); again != first {
		t.Errorf("the same assessment is %s and %s", first, again)
	}
	if named(other) == first {
		t.Error("two assessments have one name")
	}
}

func TestLinkedDataNeedsAnAssessment(t *testing.T) {
	t.Parallel()
	if _, err := JSONLD(broken(), header()); !errors.Is(err, errNotAssessed) {
		t.Errorf("got %v", err)
	}
}

// Every country that a file can name is one of the authority table, but for the one that does not exist.
func TestCountriesHaveIRIs(t *testing.T) {
	t.Parallel()
	form, seen := regexp.MustCompile(`^op:country/([A-Z]{3}|1A0)$`), map[string]string{}
	for _, c := range eif.Countries() {
		iri := countryIRI(c.Code)
		if c.Code == eif.FictionalCountry {
			if iri != "" {
				t.Errorf("%s is %s", c.Code, iri)
			}
			continue
		}
		if !form.MatchString(iri) || seen[iri] != "" {
			t.Errorf("%s is %q, as %s", c.Code, iri, seen[iri])
		}
		seen[iri] = c.Code
	}
	for code, want := range map[string]string{"FR": "FRA", "EL": "GRC", "UK": "GBR", "XK": "1A0", "DE": "DEU"} {
		if got := countryIRI(code); got != "op:country/"+want {
			t.Errorf("%s is %s, want %s", code, got, want)
		}
	}
}

// The terms that are our own lead to a line of the page that explains them.
func TestOwnTermsAreExplained(t *testing.T) {
	t.Parallel()
	page, err := os.ReadFile("../docs/linked-data.md")
	if err != nil {
		t.Fatal(err)
	}
	anchors := map[string]int{}
	for _, match := range regexp.MustCompile(`<a id="([^"]+)">`).FindAllSubmatch(page, -1) {
		anchors[string(match[1])]++
	}
	var used []string
	for _, m := range regexp.MustCompile(`"ec:([a-z-]+)"`).FindAllStringSubmatch(linkedDataContext, -1) {
		used = append(used, m[1])
	}
	for _, code := range wording(t).Codes() {
		if id, ok := strings.CutPrefix(code, "jsonld/concept."); ok {
			used = append(used, id)
		}
	}
	for _, m := range eif.Methodologies() {
		used = append(used, strings.TrimPrefix(methodologyIRI(m.ID), "ec:"))
	}
	for _, area := range eif.Areas() {
		if area.CrossBorder {
			used = append(used, strings.TrimPrefix(areaIRI(eif.CrossBorder, area.ID), "ec:"))
		}
	}
	used = append(used, "scoreboard-1", "scoreboard-2", "scoreboard-3", "scoreboard-4",
		strings.TrimPrefix(frameworkIRI, "ec:"), strings.TrimPrefix(publishedIRI, "ec:"))
	for _, id := range used {
		if anchors[id] != 1 {
			t.Errorf("docs/linked-data.md explains %q %d times", id, anchors[id])
		}
		delete(anchors, id)
	}
	for id := range anchors {
		t.Errorf("docs/linked-data.md explains %q, which no graph says", id)
	}
	for _, a := range append(realAssessments(t), norway(), agency()) {
		for subject, node := range triplesOf(t, jsonld(t, a)) {
			for predicate, objects := range node {
				for _, iri := range append(objects, subject, predicate) {
					if id, ok := strings.CutPrefix(iri, ownTerms); ok && !slices.Contains(used, id) {
						t.Errorf("%s: %s is explained nowhere", a.Input.File, id)
					}
				}
			}
		}
	}
}

// An excerpt of France 2020: the assessment, an area, one without data, a recommendation and a proof of it.
func TestLinkedDataOfFrance(t *testing.T) {
	t.Parallel()
	list := realAssessments(t)
	i := slices.IndexFunc(list, func(a *eifcheck.Assessment) bool { return strings.HasSuffix(a.Input.File, "real/fr.yaml") })
	text := jsonld(t, list[i])
	if len(text) > 100_000 {
		t.Errorf("%d bytes are much within a page", len(text))
	}
	doc := ldDocument(t, text)
	var excerpt []any
	keep := func(node map[string]any, ids ...string) {
		if id, _ := node["@id"].(string); slices.Contains(ids, id) {
			excerpt = append(excerpt, node)
		}
	}
	for _, item := range doc["@graph"].([]any) {
		node := item.(map[string]any)
		if statements, ok := node["resultsIn"].([]any); ok {
			delete(node, "resultsIn")
			excerpt = append(excerpt, node)
			for _, s := range statements {
				keep(s.(map[string]any), "a:P3", "a:IPSG", "a:R05")
			}
		}
		keep(node, "eu:Rec5", "a:evidence-R05-1", "a:source-1", "ec:published-results", "ec:state-no-data")
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(excerpt); err != nil {
		t.Fatal(err)
	}
	input := regexp.MustCompile(`"[0-9A-F]{64}"`) // it changes with every word of the file
	golden(t, "jsonld-france", input.ReplaceAll(b.Bytes(), []byte(`"…"`)))
}

// The document is what the page embeds, with an end of line.
func TestLinkedDataDocument(t *testing.T) {
	t.Parallel()
	d := jsonldDocument()
	var out bytes.Buffer
	err := d.Write(func(part string) (io.Writer, error) {
		if part != "" {
			t.Errorf("a part %q", part)
		}
		return &out, nil
	}, norway(), DocumentOptions{Header: header(), Wording: wording(t)})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(jsonld(t, norway()))+"\n", out.String()); diff != "" {
		t.Error(diff)
	}
	refusal := errors.New("disk full")
	err = d.Write(func(string) (io.Writer, error) { return nil, refusal }, norway(), DocumentOptions{Wording: wording(t)})
	if !errors.Is(err, refusal) {
		t.Errorf("got %v", err)
	}
}
