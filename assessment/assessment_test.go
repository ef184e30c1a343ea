package assessment_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/document"
)

func decode(tb testing.TB, source string) *assessment.Assessment {
	tb.Helper()
	d := document.Parse("test.yaml", []byte(source))
	if len(d.Problems) > 0 {
		tb.Fatalf("problems: %+v", d.Problems)
	}
	return assessment.Decode(d.Root)
}

func TestDefaults(t *testing.T) {
	t.Parallel()
	a := decode(t, "{eifcheck: 1, country: GR, year: 2021}")
	want := &assessment.Assessment{
		Country: "EL", Year: 2021, ReferenceDate: "2021-12-31", Scope: eif.Country, Framework: "eif-2017",
		Questionnaire: eif.QuestionnaireVersion(), Language: "en", Stage: assessment.Draft,
		Populations: []assessment.Population{}, Sources: []assessment.Source{},
		Published: assessment.PublishedResults{
			Areas:           map[eif.AreaID]assessment.Answer{},
			CrossBorder:     map[eif.AreaID]assessment.Answer{},
			Recommendations: map[eif.RecommendationID]assessment.Answer{},
		},
		Areas:           map[eif.AreaID]assessment.Answer{},
		Recommendations: map[eif.RecommendationID]*assessment.Recommendation{},
		Claims:          []assessment.Claim{}, Context: []assessment.Figure{},
	}
	if diff := cmp.Diff(want, a); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestHead(t *testing.T) {
	t.Parallel()
	a := decode(t, `
eifcheck: 1
country: FR
year: 2020
reference_date: 2020-06-30
scope: region
subject: {name: Bretagne, id: FRH0}
title: {fr: Évaluation, en: Assessment}
language: fr
status: submitted
questionnaire: 2026.1
organisation: {name: Région Bretagne, url: "https://example.org"}
populations: {key-services: {count: 20, note: by transactions}}
sources: {report: {title: Report, kind: report, url: "https://example.org/r", date: 2020-05-01}}
`)
	if a.ReferenceDate != "2020-06-30" || a.Scope != eif.Region || a.Stage != assessment.Submitted || a.Questionnaire != "2026.1" {
		t.Errorf("%+v", a)
	}
	if a.Language != "fr" || !a.LanguageStated {
		t.Errorf("language %q stated %v", a.Language, a.LanguageStated)
	}
	if diff := cmp.Diff(assessment.Named{Name: "Bretagne", ID: "FRH0"}, a.Subject); diff != "" {
		t.Errorf("subject (-want +got):\n%s", diff)
	}
	if got := a.Title.In("de", "en"); got != "Assessment" {
		t.Errorf("title in de, en: %q", got)
	}
	if got := a.Title.In("de"); got != "Évaluation" {
		t.Errorf("title in a language it lacks: %q", got)
	}
	if diff := cmp.Diff([]assessment.Population{{ID: "key-services", Count: 20, Note: "by transactions"}}, a.Populations); diff != "" {
		t.Errorf("populations (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]assessment.Source{{
		ID: "report", Title: assessment.Text{Plain: "Report"}, Kind: "report", URL: "https://example.org/r",
		Date: "2020-05-01", Pointer: "/sources/report",
	}}, a.Sources); diff != "" {
		t.Errorf("sources (-want +got):\n%s", diff)
	}
}

func TestAnswers(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, value string
		want        assessment.Answer
	}{
		{"a number", "3", assessment.Answer{State: assessment.Scored, Score: 3}},
		{"a score", "{score: 2, comment: why}", assessment.Answer{State: assessment.Scored, Score: 2, Comment: assessment.Text{Plain: "why"}}},
		{"no data", "{status: no_data, reason: none}", assessment.Answer{State: assessment.NoData, Reason: assessment.Text{Plain: "none"}}},
		{"not applicable", "{status: not_applicable, reason: none}", assessment.Answer{State: assessment.NotApplicable, Reason: assessment.Text{Plain: "none"}}},
		{"the bare word of a published block", "no_data", assessment.Answer{State: assessment.NoData}},
		{"nothing", "{comment: later}", assessment.Answer{Comment: assessment.Text{Plain: "later"}}},
		{"left open", "", assessment.Answer{}},
		{"off the scale is no score", "259", assessment.Answer{}},
		{"below the scale is no score", "-1", assessment.Answer{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			a := decode(t, "country: FR\nyear: 2020\nareas:\n  P1: "+c.value+"\n")
			c.want.Pointer = "/areas/P1"
			if diff := cmp.Diff(c.want, a.Areas["P1"]); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestIndicators(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, value string
		want        assessment.Indicator
	}{
		{"a level", "3", assessment.Indicator{State: assessment.Scored, Form: assessment.LevelForm, Level: 3}},
		{"a level in a map", "{level: 2}", assessment.Indicator{State: assessment.Scored, Form: assessment.LevelForm, Level: 2}},
		{"a share", "{share: 62.5}", assessment.Indicator{State: assessment.Scored, Form: assessment.ShareForm, Share: 6250}},
		{"a share of nothing", "{share: 0}", assessment.Indicator{State: assessment.Scored, Form: assessment.ShareForm}},
		{
			"two counts give the share exactly, cut to hundredths", "{done: 13, of: 21}",
			assessment.Indicator{State: assessment.Scored, Form: assessment.ShareForm, Share: 6190, Done: 13, Of: 21},
		},
		{
			"the counts are exact where the share is rounded", "{share: 62, done: 13, of: 21}",
			assessment.Indicator{State: assessment.Scored, Form: assessment.ShareForm, Share: 6190, Done: 13, Of: 21},
		},
		{"items", "{items: [a, c]}", assessment.Indicator{State: assessment.Scored, Form: assessment.ItemsForm, Items: []string{"a", "c"}}},
		{"no items", "{items: []}", assessment.Indicator{State: assessment.Scored, Form: assessment.ItemsForm, Items: []string{}}},
		{"no data", "{status: no_data, reason: none}", assessment.Indicator{State: assessment.NoData, Reason: assessment.Text{Plain: "none"}}},
		{"left open", "", assessment.Indicator{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			a := decode(t, "country: FR\nyear: 2020\nrecommendations:\n  R14:\n    indicators:\n      R14-1: "+c.value+"\n")
			c.want.ID, c.want.Pointer = "R14-1", "/recommendations/R14/indicators/R14-1"
			if c.want.Evidence == nil {
				c.want.Evidence = []assessment.Evidence{}
			}
			if diff := cmp.Diff(c.want, a.Recommendations["R14"].Indicators["R14-1"]); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestRecommendation(t *testing.T) {
	t.Parallel()
	a := decode(t, `
country: FR
year: 2020
recommendations:
  R14:
    score: 3
    comment: {fr: Bien}
    respondent: {name: An office, organisation: A ministry}
    reviewed: {by: Another office, date: 2021-01-05}
    evidence:
      - {source: report, locator: section 1.3, note: a note, stance: limits, access: restricted}
      - {title: RGAA, kind: standard, url: "https://example.org", date: 2021-02-18, status: candidate}
    plan: {target: 4, by: 2023-12-31, owner: Office, actions: [One, Two]}
`)
	want := &assessment.Recommendation{
		ID:         "R14",
		Pointer:    "/recommendations/R14",
		Respondent: assessment.Respondent{Name: "An office", Organisation: "A ministry"},
		Reviewed:   assessment.Review{By: "Another office", Date: "2021-01-05"},
		Answer: assessment.Answer{
			State: assessment.Scored, Score: 3, Pointer: "/recommendations/R14",
			Comment: assessment.Text{Translations: []assessment.Translation{{Language: "fr", Text: "Bien"}}},
		},
		Indicators: map[eif.IndicatorID]assessment.Indicator{},
		Evidence: []assessment.Evidence{
			{
				Source: "report", Locator: "section 1.3", Note: assessment.Text{Plain: "a note"}, Stance: "limits",
				Access: "restricted", Confirmed: true, Pointer: "/recommendations/R14/evidence/0",
			},
			{
				Title: assessment.Text{Plain: "RGAA"}, Kind: "standard", URL: "https://example.org", Date: "2021-02-18",
				Access: "public", Stance: "supports", Pointer: "/recommendations/R14/evidence/1",
			},
		},
		Plan: &assessment.Plan{
			Target: 4, By: "2023-12-31", Owner: "Office", Pointer: "/recommendations/R14/plan",
			Actions: []assessment.Text{{Plain: "One"}, {Plain: "Two"}},
		},
	}
	if diff := cmp.Diff(want, a.Recommendations["R14"]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestPublishedClaimsAndContext(t *testing.T) {
	t.Parallel()
	a := decode(t, `
country: FR
year: 2022
published: {source: factsheet, areas: {P1: 3, IPSG: no_data}, cross_border: {P7: 2}, recommendations: {R23: 1}}
claims:
  - {text: said, source: factsheet, areas: [P12], recommendations: ["48"], scoreboard: 1, relation: above, scores: [3, 4], not_below: 2, not_above: 3, status: no_data, improvable: true, of: average}
  - {areas: [P1], of: country}
context:
  - {dataset: d, indicator: i, geo: FR, value: 75.10, unit: "%", year: 2019, source: s, retrieved: 2021-06-28}
  - {dataset: d}
`)
	yes, year := true, 2019
	want := assessment.PublishedResults{
		Source: "factsheet",
		Areas: map[eif.AreaID]assessment.Answer{
			"P1":   {State: assessment.Scored, Score: 3, Pointer: "/published/areas/P1"},
			"IPSG": {State: assessment.NoData, Pointer: "/published/areas/IPSG"},
		},
		CrossBorder:     map[eif.AreaID]assessment.Answer{"P7": {State: assessment.Scored, Score: 2, Pointer: "/published/cross_border/P7"}},
		Recommendations: map[eif.RecommendationID]assessment.Answer{"R23": {State: assessment.Scored, Score: 1, Pointer: "/published/recommendations/R23"}},
	}
	if diff := cmp.Diff(want, a.Published); diff != "" {
		t.Errorf("published (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]assessment.Claim{{
		Text: assessment.Text{Plain: "said"}, Source: "factsheet", Areas: []string{"P12"}, Recommendations: []string{"48"},
		Scoreboard: 1, Relation: "above", Scores: []eif.Score{3, 4}, NotBelow: 2, NotAbove: 3, Status: "no_data",
		Improvable: &yes, OfAverage: true, Pointer: "/claims/0",
	}, {Areas: []string{"P1"}, Recommendations: []string{}, Pointer: "/claims/1"}}, a.Claims); diff != "" {
		t.Errorf("claims (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]assessment.Figure{
		{Dataset: "d", Indicator: "i", Geo: "FR", Value: "75.10", Unit: "%", Year: &year, Source: "s", Retrieved: "2021-06-28"},
		{Dataset: "d"},
	}, a.Context); diff != "" {
		t.Errorf("context (-want +got):\n%s", diff)
	}
}

// What a file does not say is null in JSON, never an empty string or 0.
func TestWhatIsMissingIsNull(t *testing.T) {
	t.Parallel()
	for name, v := range map[string]any{
		"evidence": assessment.Evidence{}, "figure": assessment.Figure{}, "source": assessment.Source{},
		"plan": assessment.Plan{}, "organisation": assessment.Organisation{}, "review": assessment.Review{},
	} {
		source, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		var keys map[string]any
		if err := json.Unmarshal(source, &keys); err != nil {
			t.Fatal(err)
		}
		for key, value := range keys {
			if value == "" && key != "id" || value == 0.0 {
				t.Errorf("%s: %s is %v", name, key, value)
			}
		}
	}
	source, err := json.Marshal(assessment.Text{Translations: []assessment.Translation{{Language: "fr", Text: "Bien"}}})
	if err != nil || string(source) != `{"fr":"Bien"}` {
		t.Errorf("%s %v", source, err)
	}
	source, err = json.Marshal(assessment.Figure{Value: "75.10", Dataset: "d"})
	if err != nil || !json.Valid(source) {
		t.Errorf("%s %v", source, err)
	}
}

// Two counts and their exact share reach the same thresholds.
func TestCountsReachTheThresholdsOfTheirShare(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		of := rapid.IntRange(1, 5000).Draw(rt, "of")
		done := rapid.IntRange(0, of).Draw(rt, "done")
		threshold := rapid.IntRange(0, 100).Draw(rt, "threshold")
		n := &document.Node{Kind: document.Mapping, Members: []document.Member{
			{Key: "done", Value: &document.Node{Kind: document.Number, Text: rapidInt(done)}},
			{Key: "of", Value: &document.Node{Kind: document.Number, Text: rapidInt(of)}},
		}}
		root := wrap("recommendations", wrap("R14", wrap("indicators", wrap("R14-1", n))))
		got := assessment.Decode(root).Recommendations["R14"].Indicators["R14-1"].Share
		if exact := 100*done >= threshold*of; exact != (int(got) >= 100*threshold) {
			rt.Fatalf("%d of %d against %d %%: exact %v, share %d", done, of, threshold, exact, got)
		}
	})
}

func wrap(key string, value *document.Node) *document.Node {
	return &document.Node{Kind: document.Mapping, Members: []document.Member{{Key: key, Value: value}}}
}

func rapidInt(n int) string {
	source, _ := json.Marshal(n)
	return string(source)
}

// Decoding takes whatever tree the reader gives it.
func FuzzDecode(f *testing.F) {
	f.Add([]byte("eifcheck: 1\ncountry: FR\nyear: 2020\nrecommendations: {R14: {indicators: {R14-1: {share: 6}}}}\n"))
	f.Add([]byte("recommendations: [1, {a: b}]\nclaims: {a: 1}\nyear: {a: [b]}\nareas: 3\n"))
	f.Fuzz(func(_ *testing.T, source []byte) {
		if d := document.Parse("fuzz.yaml", source); d.Root != nil {
			assessment.Decode(d.Root)
		}
	})
}
