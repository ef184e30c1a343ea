package reports

import (
	"strconv"
	"strings"
	"testing"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/rules"
	"github.com/eifcheck/eifcheck/scoring"
)

// The results below are made by hand, so that a golden file changes when a report does and not when
// a recommendation is worded better.

func wording(tb testing.TB) eifcheck.Wording {
	tb.Helper()

	w, ok := eifcheck.NewWording("en")
	if !ok {
		tb.Fatal("no English wording")
	}
	return w
}

func header() eifcheck.Header {
	return eifcheck.Header{
		Result: eifcheck.Format, Tool: eifcheck.Tool{Name: "eifcheck", Version: "1.0.0"}, AsOf: "2026-11-22",
		Settings: eifcheck.Settings{
			RulesOff: []string{}, Severities: map[string]rules.Severity{}, Origins: map[string]string{},
		},
	}
}

// areas makes the areas of a scoreboard: a score is 1 to 4, "-" for no data, "x" for not applicable,
// "a-b" for partial; averages are in hundredths, nil without any.
func areas(id eif.Scoreboard, scores []string, averages []eif.Hundredths, basis scoring.Basis) eifcheck.Scoreboard {
	board := eifcheck.Scoreboard{ID: id}
	for _, def := range eif.Areas() {
		if def.Scoreboard != id && (id != eif.CrossBorder || !def.CrossBorder) {
			continue
		}
		i := len(board.Areas)
		var average *eif.Hundredths
		if averages != nil {
			average = &averages[i]
		}
		board.Areas = append(board.Areas, area(def, scores[i], average, basis))
	}
	return board
}

func area(def eif.Area, score string, average *eif.Hundredths, basis scoring.Basis) eifcheck.Area {
	w, _ := eifcheck.NewWording("en")
	result := eifcheck.Area{
		ID: def.ID, Title: w.Texts.Area(def.ID).Title, Average: average,
		Recommendations: def.Recommendations, Levers: []scoring.Lever{},
	}
	switch {
	case score == "-":
		result.Status = scoring.NoData
		result.Interval = &[2]eif.Score{1, 4}
	case score == "x":
		result.Status = scoring.NotApplicable
	case len(score) == len("a-b"):
		result.Status = scoring.Partial
		result.Interval = &[2]eif.Score{eif.Score(score[0] - '0'), eif.Score(score[2] - '0')}
	default:
		value := eif.Score(score[0] - '0')
		result.Status, result.Score, result.Basis = scoring.Scored, &value, basis
		result.Interval = &[2]eif.Score{value, value}
		if average != nil {
			gap := value.Hundredths() - *average
			result.Gap, result.Relation = &gap, new(scoring.RelationOf(gap))
		}
	}
	return result
}

// recommendations makes all 47 without data.
func recommendations() []eifcheck.Recommendation {
	list := make([]eifcheck.Recommendation, 0, len(eif.Recommendations()))
	for _, def := range eif.Recommendations() {
		list = append(list, eifcheck.Recommendation{
			ID: def.ID, IRI: def.IRI, Area: def.Area, Title: "Title of recommendation " + strconv.Itoa(def.Number),
			Status: scoring.NoData, Interval: &[2]eif.Score{1, 4}, Outcome: scoring.OutcomeNoData,
			Indicators: []eifcheck.Indicator{}, Evidence: []assessment.Evidence{},
		})
	}
	return list
}

// set gives a recommendation a score, a title and a next step.
func set(a *eifcheck.Assessment, id eif.RecommendationID, score eif.Score, title string, next *eifcheck.NextStep) {
	r := recommendationOf(a, id)
	r.Status, r.Score, r.Title, r.NextStep = scoring.Scored, &score, title, next
}

// lever lets an area rise by one recommendation.
func lever(a *eifcheck.Assessment, board eif.Scoreboard, id eif.AreaID, goal scoring.Goal, rises ...scoring.Rise) {
	l := scoring.Lever{Goal: goal, Rises: rises}
	for _, rise := range rises {
		l.Target, l.Count = max(l.Target, rise.To), l.Count+int(rise.To-rise.From)
	}
	target := areaOf(a, board, id)
	target.Levers = append(target.Levers, l)
}

func gap(a *eifcheck.Assessment, board eif.Scoreboard, id eif.AreaID, start ...eif.RecommendationID) eifcheck.Gap {
	target := areaOf(a, board, id)
	g := eifcheck.Gap{
		Area: id, Scoreboard: board, Score: *target.Score, Average: target.Average, Gap: target.Gap,
		Relation: target.Relation, Start: start,
	}
	if len(target.Levers) > 0 {
		g.Rises = new(target.Levers[0].Count)
	}
	return g
}

// whole turns whole averages into hundredths.
func whole(averages ...int) []eif.Hundredths {
	list := make([]eif.Hundredths, len(averages))
	for i, average := range averages {
		list[i] = eif.Hundredths(100 * average)
	}
	return list
}

// france is a country with published scores: some areas below, one without data.
func france() *eifcheck.Assessment {
	const published = scoring.Published
	a := &eifcheck.Assessment{
		Input:    eifcheck.Input{File: "fr.yaml", SHA256: "230c5106d9ebcc8ffe8137eb59603b52455e6ca89ff661d4849d0f4d9f48d54b"},
		Assessed: true, Country: new("FR"), Year: new(2020),
		Document: &eifcheck.Document{
			Title:        assessment.Text{Plain: "France, EIF self-assessment 2020"},
			Organisation: &assessment.Organisation{Name: assessment.Text{Plain: "Direction interministérielle du numérique"}},
			Scope:        "country", Status: assessment.Draft, Language: "en", ReferenceDate: "2020-12-31",
			Framework: "eif-2017", Questionnaire: "2026.1",
			Sources: []assessment.Source{}, Context: []assessment.Figure{},
		},
		Methodology: &eifcheck.Methodology{ID: "mm-71", Aggregation: "inferred", AverageYear: new(2020)},
		Scoreboards: []eifcheck.Scoreboard{
			areas(eif.Principles, []string{"3", "4", "3", "4", "4", "4", "2", "4", "3", "4", "4", "4"},
				whole(3, 4, 4, 4, 4, 4, 3, 4, 3, 4, 4, 3), published),
			areas(eif.Layers, []string{"3", "-", "3", "4", "4", "4"}, whole(4, 4, 4, 4, 4, 4), published),
			areas(eif.Model, []string{"4", "4", "4", "4", "4", "3", "4"}, whole(4, 4, 4, 4, 3, 3, 3), published),
		},
		Recommendations: recommendations(),
		History:         []eifcheck.PastResult{}, Peers: []eifcheck.PastResult{},
		Summary: &eifcheck.Summary{
			Areas: 25, Scored: 24, NoData: 1, Above: new(3), At: new(17), Below: new(4),
			Warnings: 2, Infos: 1,
			Coverage: eifcheck.Coverage{Areas: 96, Recommendations: 30, Indicators: 0, Evidence: 91},
		},
		Gate: eifcheck.Gate{Passed: true, Reasons: []eifcheck.Reason{}},
	}
	franceGaps(a)
	a.Findings = []eifcheck.Finding{
		finding("coverage/no-data", rules.Info, 36, 11, 18, "    IPSG: no_data",
			"Integrated public service governance (IPSG) has no data.", "Answer R25 and R26.",
			messages.Args{"area": eif.AreaID("IPSG")}),
		finding("eif/R05", rules.Warning, 135, 3, 6, "  R05:",
			"R05 (Internal visibility) has score 3; the EU average of Transparency (P3) is 4.",
			"What it asks: People and other administrations can see how an administration works: its rules, processes, data, services and decisions. More: eifcheck explain R05",
			messages.Args{"recommendation": eif.RecommendationID("R05")}),
		finding("evidence/missing", rules.Warning, 201, 5, 10, "    score: 4   # voir l’annexe — 日本語",
			"R07 has score 4 and no evidence.", "", messages.Args{"recommendation": eif.RecommendationID("R07")}),
	}
	return a
}

func franceGaps(a *eifcheck.Assessment) {
	set(a, "R05", 3, "Internal visibility and external interfaces", nil)
	set(a, "R14", 2, "Services that everyone can use", &eifcheck.NextStep{
		From: 2, To: 3, Months: 12, Who: "procurement and service owners", Solutions: []eifcheck.Link{},
		Do: "Put EN 301 549 into every ICT tender template; have the ten most used services assessed; publish the results and a repair list with dates.",
	})
	set(a, "R23", 1, "Catalogues of standards, consulted before buying or building", nil)
	set(a, "R27", 3, "Laws checked for interoperability", nil)
	recommendationOf(a, "R14").Plan = &assessment.Plan{Target: 4, By: "2023-12-31", Owner: "DINUM"}
	lever(a, eif.Principles, "P3", scoring.NextLevel, scoring.Rise{Recommendation: "R05", From: 3, To: 4})
	lever(a, eif.Principles, "P7", scoring.NextLevel, scoring.Rise{
		Recommendation: "R14", From: 2, To: 3, Indicators: []eif.IndicatorID{"R14-1", "R14-2"},
	})
	lever(a, eif.Principles, "P7", scoring.ToAverage, scoring.Rise{Recommendation: "R14", From: 2, To: 4})
	a.Gaps = []eifcheck.Gap{
		gap(a, eif.Principles, "P3", "R05"), gap(a, eif.Principles, "P7", "R14"), gap(a, eif.Layers, "LEG"),
		gap(a, eif.Layers, "IG", "R23"), gap(a, eif.Principles, "P1"), gap(a, eif.Principles, "P9"), gap(a, eif.Model, "EIS"),
	}
}

func finding(
	rule string, severity rules.Severity, line, column, end int, excerpt, message, help string, args messages.Args,
) eifcheck.Finding {
	return eifcheck.Finding{
		Rule: rule, Severity: severity, Code: rule, Args: args, Message: message, Help: help,
		Excerpt: excerpt, ExcerptStart: 1,
		Location:    eifcheck.Location{File: "fr.yaml", Line: line, Column: column, EndLine: line, EndColumn: end},
		Fingerprint: rule + strconv.Itoa(line),
	}
}

// norway is compared with an average of two decimals that is older than the data, has scoreboard 4,
// scores of every basis, something partial and something not applicable, many gaps, many infos and a failed gate.
func norway() *eifcheck.Assessment {
	a := france()
	a.Input.File, a.Country, a.Year = "countries/no.yaml", new("NO"), new(2024)
	a.Document.Title, a.Document.Organisation = assessment.Text{}, nil
	a.Document.Status = assessment.Submitted
	a.Methodology = &eifcheck.Methodology{ID: "mm-91", Aggregation: "inferred", AverageYear: new(2022)}
	a.Scoreboards = []eifcheck.Scoreboard{
		areas(eif.Principles, []string{"3", "2-3", "1", "2", "1", "4", "2", "x", "3", "3", "4", "2"},
			[]eif.Hundredths{350, 389, 362, 386, 390, 393, 304, 389, 314, 391, 400, 338}, scoring.Stated),
		areas(eif.Layers, []string{"3", "4", "-", "4", "-", "-"},
			[]eif.Hundredths{347, 386, 377, 397, 384, 388}, scoring.Derived),
		areas(eif.Model, []string{"4", "3", "4", "4", "4", "3", "4"},
			[]eif.Hundredths{368, 387, 390, 395, 323, 342, 336}, scoring.Published),
		areas(eif.CrossBorder, []string{
			"3", "-", "-", "-", "2", "-", "3", "4", "-", "-", "-", "1-2", "-", "-", "-", "-", "-", "4", "-",
		}, []eif.Hundredths{
			395, 390, 376, 382, 304, 388, 315, 296, 400, 312, 352, 376, 393, 383, 388, 321, 337, 396, 339,
		}, scoring.Derived),
	}
	areaOf(a, eif.Principles, "P8").Reason = assessment.Text{Plain: "Taken over by another ministry\non 1 January, which answers in a file of its own"}
	areaOf(a, eif.Principles, "P3").Comment = assessment.Text{Translations: []assessment.Translation{{Language: "nb", Text: "Arbeidet begynte i fjor"}}}
	a.Summary = &eifcheck.Summary{
		Areas: 25, Scored: 20, NoData: 3, NotApplicable: 1, Partial: 1,
		Above: new(3), At: new(9), Below: new(8), Errors: 1, Warnings: 1, Infos: 3, Waived: 2,
		Coverage: eifcheck.Coverage{Areas: 83, Recommendations: 70, Indicators: 42, Evidence: 9},
		CrossBorder: &eifcheck.AreaCounts{
			Areas: 19, Scored: 6, NoData: 12, Partial: 1, Above: new(1), At: new(2), Below: new(3),
		},
	}
	set(a, "R05", 1, "Internal visibility and external interfaces", nil)
	for _, id := range []eif.RecommendationID{"R06", "R07"} {
		set(a, id, 2, "Reuse, part "+string(id), nil)
	}
	lever(a, eif.Principles, "P3", scoring.NextLevel, scoring.Rise{Recommendation: "R05", From: 1, To: 2})
	lever(a, eif.Principles, "P3", scoring.ToAverage, scoring.Rise{Recommendation: "R05", From: 1, To: 4})
	lever(a, eif.Principles, "P4", scoring.NextLevel,
		scoring.Rise{Recommendation: "R06", From: 2, To: 3}, scoring.Rise{Recommendation: "R07", From: 2, To: 3})
	a.Gaps = []eifcheck.Gap{
		gap(a, eif.Principles, "P3", "R05"), gap(a, eif.Principles, "P4", "R06", "R07"), gap(a, eif.Principles, "P5"),
		gap(a, eif.Principles, "P12"), gap(a, eif.Principles, "P7"), gap(a, eif.Principles, "P10"),
		gap(a, eif.Model, "IIS"), gap(a, eif.Principles, "P1"), gap(a, eif.Layers, "IG"),
	}
	norwayFindings(a)
	a.Gate = eifcheck.Gate{Reasons: []eifcheck.Reason{
		{Code: "gate/error", Message: "1 error, and errors fail.", Args: messages.Args{"count": 1}},
		{Code: "gate/min-score", Message: "Technological neutrality and data portability (P5) has score 1; the gate asks for 2 (min-score).", Args: messages.Args{}},
	}}
	return a
}

func norwayFindings(a *eifcheck.Assessment) {
	a.Findings = nil
	for i, id := range []eif.AreaID{"LEG", "SEM", "TEC"} {
		a.Findings = append(a.Findings, finding("coverage/no-data", rules.Info, 40+i, 1, 4, "x", "No data.", "", messages.Args{"area": id}))
	}
	accepted := finding("eif/R05", rules.Warning, 60, 3, 6, "  R05:", "Waived.", "", messages.Args{})
	accepted.Waived = &eifcheck.Waiver{
		By: "inline", Owner: "Digdir", Until: "2027-06-30",
		Reason: "The portal that opens the interfaces is bought in spring; see the plan of R05 and the decision of the board",
	}
	baseline := finding("gap/P12", rules.Warning, 70, 3, 6, "  P12:", "Waived.", "", messages.Args{})
	baseline.Waived = &eifcheck.Waiver{By: "baseline"}
	tabs := finding("consistency/score-against-answers", rules.Error, 88, 11, 12, "\t\t\"R14\": {\"score\": 4, \"comment\": \"\u202eevil\x1b[31m\"},",
		"R14 is stated as 4, but its own answers give 1.", "Correct the answers, or delete the score of R14.", messages.Args{"recommendation": "R14"})
	several := finding("evidence/undated", rules.Warning, 120, 5, 2, "    evidence:", "The evidence has no date.", "", messages.Args{})
	several.Location.EndLine = 124
	a.Findings = append(a.Findings, accepted, baseline, tabs, several)
	for i := range a.Findings {
		a.Findings[i].Location.File = a.Input.File
	}
}

// agency is an organisation: nothing to compare it with.
func agency() *eifcheck.Assessment {
	a := france()
	a.Input.File = "agency.yaml"
	a.Document.Scope = "organisation"
	a.Document.Subject = &assessment.Named{Name: "Agency of Fictional Affairs", ID: "AFA"}
	a.Country = new("ZZ")
	a.Methodology.AverageYear = nil
	a.Scoreboards = []eifcheck.Scoreboard{
		areas(eif.Principles, []string{"x", "2", "3", "4", "4", "4", "1", "4", "3", "4", "4", "4"}, nil, scoring.Derived),
		areas(eif.Layers, []string{"x", "x", "x", "4", "4", "4"}, nil, scoring.Stated),
		areas(eif.Model, []string{"4", "4", "-", "4", "4", "3", "4"}, nil, scoring.Derived),
	}
	a.Summary = &eifcheck.Summary{
		Areas: 25, Scored: 20, NoData: 1, NotApplicable: 4,
		Coverage: eifcheck.Coverage{Areas: 95, Recommendations: 90, Indicators: 88, Evidence: 40},
	}
	a.Gaps = []eifcheck.Gap{
		gap(a, eif.Principles, "P7", "R14"), gap(a, eif.Principles, "P2"), gap(a, eif.Principles, "P3", "R05"),
		gap(a, eif.Principles, "P9"), gap(a, eif.Model, "EIS"),
	}
	a.Findings = []eifcheck.Finding{}
	return a
}

// unscored is a country without any score: a scoreboard without data, one answered in part, one not
// applicable here and there, and no cross-border data.
func unscored() *eifcheck.Assessment {
	a := norway()
	a.Input.File, a.Gate, a.Gaps, a.Findings = "new.yaml", eifcheck.Gate{Passed: true}, nil, []eifcheck.Finding{}
	averages := a.Scoreboards
	none := strings.Split(strings.Repeat("-", 19), "")
	a.Scoreboards = []eifcheck.Scoreboard{
		areas(eif.Principles, none, averagesOf(averages[0]), scoring.NoBasis),
		areas(eif.Layers, []string{"-", "1-3", "-", "-", "-", "-"}, averagesOf(averages[1]), scoring.NoBasis),
		areas(eif.Model, []string{"-", "x", "-", "-", "x", "-", "-"}, averagesOf(averages[2]), scoring.NoBasis),
		areas(eif.CrossBorder, none, averagesOf(averages[3]), scoring.NoBasis),
	}
	a.Summary = &eifcheck.Summary{
		Areas: 25, NoData: 22, Partial: 1, NotApplicable: 2, Above: new(0), At: new(0), Below: new(0),
		CrossBorder: &eifcheck.AreaCounts{Areas: 19, NoData: 19, Above: new(0), At: new(0), Below: new(0)},
	}
	return a
}

func averagesOf(board eifcheck.Scoreboard) []eif.Hundredths {
	list := make([]eif.Hundredths, len(board.Areas))
	for i := range board.Areas {
		list[i] = *board.Areas[i].Average
	}
	return list
}

// broken is a file that could not be assessed.
func broken() *eifcheck.Assessment {
	a := &eifcheck.Assessment{
		Input: eifcheck.Input{File: "broken.yaml"}, Gaps: []eifcheck.Gap{},
		History: []eifcheck.PastResult{}, Peers: []eifcheck.PastResult{},
		Findings: []eifcheck.Finding{
			finding("input/unknown-key", rules.Error, 4, 1, 7, "countyr: FR", "There is no key countyr here; did you mean country?", "Write country.", messages.Args{}),
			finding("input/score", rules.Error, 9, 7, 8, "  P2: 9", "A score is 1, 2, 3 or 4, not 9.", "Write the level, or no_data with a reason.", messages.Args{}),
		},
		Gate: eifcheck.Gate{Reasons: []eifcheck.Reason{{
			Code: "gate/not-assessed", Message: "The file could not be assessed: 2 errors to correct first.", Args: messages.Args{"count": 2},
		}}},
	}
	for i := range a.Findings {
		a.Findings[i].Location.File = a.Input.File
	}
	return a
}

// one is the closing of a single file.
func one(a *eifcheck.Assessment) eifcheck.Closing {
	c := eifcheck.Closing{Totals: eifcheck.Totals{Files: 1}, Gate: eifcheck.Gate{Passed: a.Gate.Passed, Reasons: []eifcheck.Reason{}}}
	if !a.Gate.Passed {
		c.Gate.Reasons = append(c.Gate.Reasons, eifcheck.Reason{Code: "gate/files-failed", Message: "1 file did not pass.", Args: messages.Args{}})
	}
	return c
}

// several is the closing of all four fixtures.
func several() eifcheck.Closing {
	return eifcheck.Closing{
		Totals: eifcheck.Totals{
			Files: 4, Assessed: 3, NotAssessed: 1, Passed: 2, Failed: 2, Errors: 3, Warnings: 3, Infos: 4, Waived: 2, Skipped: 5,
		},
		Gate: eifcheck.Gate{Reasons: []eifcheck.Reason{
			{Code: "gate/files-not-assessed", Message: "1 file could not be assessed.", Args: messages.Args{"count": 1, "files": 4}},
			{Code: "gate/files-failed", Message: "1 file did not pass.", Args: messages.Args{"count": 1, "files": 4}},
		}},
	}
}
