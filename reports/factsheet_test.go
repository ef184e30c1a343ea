package reports

import (
	"regexp"
	"strings"
	"testing"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/internal/messages"
)

func TestFactsheet(t *testing.T) {
	t.Parallel()
	for name, a := range map[string]*eifcheck.Assessment{
		"france-2020":  resultOf(t, "../testdata/real/fr.yaml"),
		"spain-2022":   resultOf(t, "../testdata/real/es-2022.yaml"),
		"organisation": resultOf(t, "../testdata/real/ville.yaml"),
		"no-data":      written(t, t.TempDir(), "eifcheck: 1\ncountry: IE\nyear: 2024\n"),
	} {
		page := documentOf(t, factsheetDocument(), a)[""]
		shapeOfMarkdown(t, page)
		golden(t, "factsheet-"+name, page)
	}
}

// What generated prose must never say by itself is in none of the sentences: no cause, no rank, no praise
// or blame, no law, no verdict of the Commission, no trend, no overall score.
func TestFactsheetNeverSays(t *testing.T) {
	t.Parallel()
	never := regexp.MustCompile(`(?i)\b(because|due to|owing|thanks|caus\w+|lowers|holds? back|rank\w*|lead(er|ing|s)?|best|worst|` +
		`good|poor|weak\w*|strong\w*|strength|excellent|overall|fails?|lags?|comply|complies|complian\w+|breach\w*|` +
		`improve[ds]?|improving|improvement|declin\w+|progress\w*|equal\w*|71|91|KPIs?|second|third|commit(s|ted)|will|maximum|` +
		`Commission (finds|found|concludes|assess\w+))\b`)
	for _, code := range messages.English().Codes() {
		if !strings.HasPrefix(code, "factsheet/") {
			continue
		}
		if found := never.FindString(messages.English().Say(code, nil)); found != "" {
			t.Errorf("%s says %q", code, found)
		}
	}
}

// Free text of the file has no part in the sentences: the subject's name stands in the title alone.
func TestFactsheetTakesNoFreeText(t *testing.T) {
	t.Parallel()
	a := resultOf(t, "../testdata/real/ville.yaml")
	want := documentOf(t, factsheetDocument(), a)[""]
	for i := range a.Recommendations {
		r := &a.Recommendations[i]
		r.Comment.Plain, r.Evidence, r.Respondent = "R01 is the best in Europe", nil, nil
		if r.Plan != nil {
			r.Plan.Owner, r.Plan.Actions = "Somebody else", nil
		}
	}
	if got := documentOf(t, factsheetDocument(), a)[""]; string(got) != string(want) {
		t.Error("comments, evidence or owners change the factsheet")
	}
}

// A region, an organisation or a service is never held against states.
func TestFactsheetComparesCountriesOnly(t *testing.T) {
	t.Parallel()
	for _, s := range statementsOf(t, resultOf(t, "../testdata/real/ville.yaml")) {
		if s.kind == saysRelation || s.kind == saysCompared || strings.Contains(s.text, "EU average") {
			t.Errorf("it is compared: %s", s.text)
		}
	}
}
