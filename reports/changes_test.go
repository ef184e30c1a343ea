package reports

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/rules"
	"github.com/eifcheck/eifcheck/scoring"
)

// Things without a score.
func noData() eifcheck.Standing {
	return eifcheck.Standing{Status: scoring.NoData, Interval: &[2]eif.Score{1, 4}}
}

func between(low, high eif.Score) eifcheck.Standing {
	return eifcheck.Standing{Status: scoring.Partial, Interval: &[2]eif.Score{low, high}}
}

const evil = "evil | <b>@minister</b> [x](http://a.example) `c`\x1b[31m\u202e #12"

// regressed is France after changes of every kind, some with hostile text.
func regressed() *eifcheck.Assessment {
	a := france()
	national, layers, model, crossBorder := eif.Principles, eif.Layers, eif.Model, eif.CrossBorder
	gone := finding("eif/R14", rules.Warning, 88, 3, 6, "  R14:", "R14 had a gap. "+evil, "", messages.Args{})
	gone.Location.File = "main:fr.yaml"
	a.Changes = &eifcheck.Changes{
		Base: eifcheck.Input{File: "main:fr.yaml", Path: "fr.yaml"}, Country: "FR", Year: 2020, Methodology: "mm-71",
		Areas: []eifcheck.Difference{
			{ID: "P3", Title: "Transparency", Scoreboard: &national, Before: scoredAs(2), After: scoredAs(3), Direction: eifcheck.Up},
			{ID: "P7", Title: "Inclusion", Scoreboard: &national, Before: scoredAs(3), After: scoredAs(2), Direction: eifcheck.Down},
			{ID: "IG", Title: "Governance", Scoreboard: &layers, Before: noData(), After: scoredAs(3), Direction: eifcheck.Gained},
			{ID: "IPSG", Title: "Integrated", Scoreboard: &layers, Before: scoredAs(3), After: noData(), Direction: eifcheck.Lost},
			{
				ID: "CM", Title: "Model", Scoreboard: &model, Before: noData(),
				After: eifcheck.Standing{Status: scoring.NotApplicable}, Direction: eifcheck.Other,
			},
			{ID: "P7", Title: "Inclusion", Scoreboard: &crossBorder, Before: scoredAs(3), After: between(1, 3), Direction: eifcheck.Down},
		},
		Recommendations: []eifcheck.Difference{
			{ID: "R05", Title: "Internal visibility", Before: scoredAs(2), After: scoredAs(3), Direction: eifcheck.Up},
			{ID: "R14", Title: "Services " + evil, Before: scoredAs(3), After: scoredAs(2), Direction: eifcheck.Down},
		},
		Indicators: []eifcheck.Difference{
			{ID: "R14-1", Title: "Of the services, how many?", Before: scoredAs(4), After: noData(), Direction: eifcheck.Lost},
		},
		EvidenceAdded: []eifcheck.EvidenceChange{
			{Recommendation: "R05", Evidence: assessment.Evidence{Title: assessment.Text{Plain: "Portal"}, Kind: "report", Date: "2020-05-01"}},
			{Recommendation: "R14", Indicator: new(eif.IndicatorID("R14-1")), Evidence: assessment.Evidence{Title: assessment.Text{Plain: evil}}},
		},
		EvidenceRemoved:   []eifcheck.EvidenceChange{{Recommendation: "R05", Evidence: assessment.Evidence{Source: "survey", Locator: "p. 3"}}},
		NewFindings:       2,
		UnchangedFindings: 1,
		GoneFindings:      []eifcheck.Finding{gone},
	}
	a.Findings[0].Since, a.Findings[1].Since = new(eifcheck.SinceNew), new(eifcheck.SinceNew)
	a.Findings[2].Since = new(eifcheck.SinceUnchanged)
	a.Gate = eifcheck.Gate{Reasons: []eifcheck.Reason{{
		Code: "gate/max-regression", Message: "Inclusion (P7) was at 3 and is at 2.", Args: messages.Args{},
	}}}
	return a
}

// compared lets a report print one file.
func compared(t *testing.T, report func(io.Writer, Options) Report, o Options, a *eifcheck.Assessment) string {
	t.Helper()
	var out bytes.Buffer
	o.Wording, o.Header = wording(t), header()
	r := report(&out, o)
	if err := r.Assessment(a); err != nil {
		t.Fatal(err)
	}
	if err := r.Close(one(a)); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// What changed stands in a short section; at every width nothing of a file moves the cursor.
func TestSince(t *testing.T) {
	t.Parallel()
	for name, o := range map[string]Options{
		"text-since": {Width: 80}, "text-since-40": {Width: 40}, "text-since-verbose": {Width: 80, Verbose: true},
	} {
		var out bytes.Buffer
		r := &textReport{page: newPage(&out, o), wording: wording(t), verbose: o.Verbose}
		r.since(regressed())
		if err := r.flush(); err != nil {
			t.Fatal(err)
		}
		golden(t, name, out.Bytes())
	}
}

// Only new findings are marked, in full, summed up and in a line; the verdict counts them.
func TestNewFindingsAreMarked(t *testing.T) {
	t.Parallel()
	a := regressed()
	full := compared(t, newText, Options{}, a)
	for _, want := range []string{
		"fr.yaml:36:11  info  new  coverage/no-data", "fr.yaml:135:3  warning  new  eif/R05",
		"fr.yaml:201:5  warning  evidence/missing", "2 new findings\n",
	} {
		if !strings.Contains(full, want) {
			t.Errorf("no %q in\n%s", want, full)
		}
	}
	quiet := compared(t, func(w io.Writer, o Options) Report { return newQuiet(w, o) }, Options{Quiet: true}, a)
	if !strings.Contains(quiet, "warning  new  eif/R05") || !strings.Contains(quiet, "2 new findings") {
		t.Error(quiet)
	}
	second := a.Findings[0]
	second.Since, second.Args = new(eifcheck.SinceUnchanged), messages.Args{"area": eif.AreaID("OD")}
	a.Findings = append(a.Findings, second)
	if summed := compared(t, newText, Options{}, a); !strings.Contains(summed, "IPSG (new) and OD") {
		t.Error(summed)
	}
}

// A comparison shows everything that changed, in text and as tables in which text is only text.
func TestDiffFormats(t *testing.T) {
	t.Parallel()
	golden(t, "diff-text", []byte(compared(t, newDiffText, Options{}, regressed())))
	golden(t, "diff-text-120", []byte(compared(t, newDiffText, Options{Width: 120}, regressed())))
	golden(t, "diff-markdown", []byte(compared(t, newDiffMarkdown, Options{}, regressed())))
	golden(t, "diff-text-not-assessed", []byte(compared(t, newDiffText, Options{}, broken())))
	golden(t, "diff-markdown-not-assessed", []byte(compared(t, newDiffMarkdown, Options{}, broken())))
}

// Where two methodologies meet, nothing is said to have improved or declined.
func TestOtherMethodology(t *testing.T) {
	t.Parallel()
	a := regressed()
	a.Changes.Year, a.Changes.Methodology = 2022, "mm-91"
	a.Changes.Areas = a.Changes.Areas[:2]
	a.Changes.Recommendations, a.Changes.Indicators = nil, nil
	for i := range a.Changes.Areas {
		a.Changes.Areas[i].Direction = eifcheck.Other
	}
	for name, report := range map[string]func(io.Writer, Options) Report{"text": newDiffText, "markdown": newDiffMarkdown} {
		got := compared(t, report, Options{Width: 120}, a)
		if !strings.Contains(got, "other score") || !strings.Contains(got, "neither a") {
			t.Errorf("%s:\n%s", name, got)
		}
		for _, word := range []string{"rose", "fell", "improved", "declined"} {
			if strings.Contains(got, word) {
				t.Errorf("%s says %s:\n%s", name, word, got)
			}
		}
	}
	a.Changes.Methodology = "mm-71"
	if got := compared(t, newDiffText, Options{Width: 120}, a); !strings.Contains(got, "main:fr.yaml is about 2022, this version about 2020.") {
		t.Error(got)
	}
}

// Nothing changed is one sentence.
func TestNothingChanged(t *testing.T) {
	t.Parallel()
	a := france()
	a.Changes = &eifcheck.Changes{Base: eifcheck.Input{File: "old.yaml"}, Year: 2020, Methodology: "mm-71", UnchangedFindings: 3}
	for name, got := range map[string]string{
		"assess":   compared(t, newText, Options{}, a),
		"diff":     compared(t, newDiffText, Options{}, a),
		"markdown": compared(t, newDiffMarkdown, Options{}, a),
	} {
		if strings.Count(got, "Nothing changed.") != 1 {
			t.Errorf("%s:\n%s", name, got)
		}
	}
}

// A table in a comment has an end, and says so.
func TestMarkdownTablesAreLimited(t *testing.T) {
	t.Parallel()
	a := regressed()
	for range 2 * mostRows {
		a.Changes.GoneFindings = append(a.Changes.GoneFindings, a.Changes.GoneFindings[0])
	}
	got := compared(t, newDiffMarkdown, Options{}, a)
	if n := strings.Count(got, "| main:fr.yaml:88:3 "); n != mostRows {
		t.Errorf("%d rows", n)
	}
	if !strings.Contains(got, "And 101 more.") {
		t.Error(got[max(0, len(got)-300):])
	}
}
