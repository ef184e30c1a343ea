package rules

import (
	"slices"

	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/scoring"
)

// pair is two scores that hardly go together: one recommendation has the lowest score, and another
// that builds on it has a high one.
type pair struct {
	rule     string
	severity Severity
	// low is the recommendation that has score 1, highs are those of which any is doubted from atLeast on.
	low     eif.RecommendationID
	highs   []eif.RecommendationID
	atLeast eif.Score
	// area is made of the highs alone, "" where none is. Its score is their median, so that with
	// atLeast one of them has that much too, even where only the area is known.
	area eif.AreaID
}

// pairs are the doubts that scores alone raise. The weights follow the published results: what is
// seen there now and then is only asked for.
func pairs() []pair {
	return []pair{
		{
			rule: "plausibility/open-data-without-licence", severity: Warning,
			low: "R43", highs: []eif.RecommendationID{"R02", "R42"}, atLeast: 3,
		},
		{
			rule: "plausibility/open-data-not-machine-readable", severity: Warning,
			low: "R42", highs: []eif.RecommendationID{"R02"}, atLeast: 4,
		},
		{
			rule: "plausibility/reuse-without-source", severity: Warning,
			low: "R37", highs: []eif.RecommendationID{"R07", "R13"}, atLeast: 3,
		},
		{
			rule: "plausibility/access-without-interface", severity: Warning,
			low: "R38", highs: []eif.RecommendationID{"R37"}, atLeast: 4,
		},
		{
			rule: "plausibility/process-without-method", severity: Warning,
			low: "R22", highs: []eif.RecommendationID{"R21"}, atLeast: 4,
		},
		{
			rule: "plausibility/preference-on-paper", severity: Warning,
			low: "R33", highs: []eif.RecommendationID{"R04"}, atLeast: 4,
		},
		{
			rule: "plausibility/framework-not-applied", severity: Warning,
			low: "R46", highs: []eif.RecommendationID{"R15"}, atLeast: 4,
		},
		{
			rule: "plausibility/model-without-building-blocks", severity: Info,
			low: "R36", highs: []eif.RecommendationID{"R34", "R35"}, atLeast: 4, area: "CM",
		},
		{
			rule: "plausibility/governance-without-framework", severity: Info,
			low: "R01", highs: []eif.RecommendationID{"R20", "R23"}, atLeast: 3,
		},
	}
}

// plausibilityRules doubt answers of two places that hardly go together. Both can be right: then a
// comment says why, and the finding is waived. What has no score is never doubted.
func plausibilityRules() []Rule {
	rules := make([]Rule, 0, len(pairs()))
	for _, p := range pairs() {
		rules = append(rules, Rule{
			ID: p.rule, Severity: p.severity, Waivable: true,
			check: func(s *Subject, out *reporter) { p.check(s, out) },
		})
	}
	return append(rules,
		Rule{
			ID: "plausibility/access-without-agreement", Severity: Warning, Waivable: true,
			check: accessWithoutAgreement,
		},
		Rule{
			ID: "plausibility/contact-point-without-directory", Severity: Warning, Waivable: true,
			check: contactPointWithoutDirectory,
		},
		Rule{
			ID: "plausibility/harvested-without-catalogue", Severity: Warning, Waivable: true,
			check: harvestedWithoutCatalogue,
		},
		Rule{
			ID: "plausibility/law-checks-unpublished", Severity: Warning, Waivable: true,
			check: lawChecksUnpublished,
		},
		Rule{
			ID: "plausibility/cross-border-above-national", Severity: Warning, Waivable: true,
			check: crossBorderAboveNational,
		},
		Rule{
			ID: "plausibility/rise-without-evidence", Severity: Warning, Waivable: true,
			check: riseWithoutEvidence,
		},
	)
}

func (p pair) check(s *Subject, out *reporter) {
	low := s.Card.Recommendation(p.low)
	if low.Score != eif.LowestScore {
		return
	}
	found := false
	for _, id := range p.highs {
		high := s.Card.Recommendation(id)
		if high.Score < p.atLeast {
			continue
		}
		found = true
		scores(out, scorePointer(s, id), p.rule, messages.Args{
			"high": id, "score": int(high.Score), "low": p.low, "low_score": int(low.Score),
		}, high.Value, low.Value)
	}
	if found || p.area == "" || p.bothKnown(s) {
		return
	}
	if area := areaOf(s.Card, p.area); area.Score >= p.atLeast {
		scores(out, areaPointer(s, p.area), p.rule+".area", messages.Args{
			"area": p.area, "score": int(area.Score), "low": p.low, "low_score": int(low.Score),
			"first": p.highs[0], "second": p.highs[1],
		}, area.Value, low.Value)
	}
}

// bothKnown tells that all highs have scores: then their area says nothing more of them.
func (p pair) bothKnown(s *Subject) bool {
	return !slices.ContainsFunc(p.highs, func(id eif.RecommendationID) bool {
		return s.Card.Recommendation(id).Status != scoring.Scored
	})
}

// scores doubts one score beside another. Two published ones are not the respondent's to correct.
func scores(out *reporter, pointer, code string, args messages.Args, high, low scoring.Value) {
	outcome := scoreWord(high.Score) + "-" + scoreWord(low.Score)
	if high.Basis == scoring.Published && low.Basis == scoring.Published {
		out.at(pointer, say(code, args), detail{
			help: []messages.Message{say("help.both-published", nil)}, outcome: outcome,
		})
		return
	}
	doubt(out, pointer, code, args, outcome)
}

// doubt reports two answers, with what to check and how to keep both.
func doubt(out *reporter, pointer, code string, args messages.Args, outcome string) {
	out.at(pointer, say(code, args), detail{
		help:    []messages.Message{say(out.rule.ID+".help", args), say("help.both-right", nil)},
		outcome: outcome,
	})
}

// unproven reports a score that nothing in the file shows, with what to add and how to keep it.
func unproven(out *reporter, pointer, code string, args messages.Args, outcome string) {
	out.at(pointer, say(code, args), detail{
		help:    []messages.Message{say(code+".help", args), say("help.score-right", nil)},
		outcome: outcome,
	})
}
