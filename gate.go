package eifcheck

import (
	"strconv"

	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/rules"
	"github.com/eifcheck/eifcheck/scoring"
)

// GateOptions say what a file must hold to pass. The zero value of a floor asks for nothing.
type GateOptions struct {
	// FailOn is the lightest severity that fails, "" for never. Waived findings never fail.
	FailOn rules.Severity
	// MinScore is the floor of every area of scoreboards 1 to 3 that has a score; a partial one
	// counts with its low end.
	MinScore eif.Score
	// MinArea are floors of single areas; an area without data fails its floor.
	MinArea map[eif.AreaID]eif.Score
	// MaxGap is the largest distance below the EU average, nil for any.
	MaxGap *eif.Hundredths
	// MinCoverage is the least percentage of applicable areas with a score.
	MinCoverage int
}

// judge holds an assessed file to the gate. Floors read scores, never findings, so that no waiver lowers them.
func judge(a *Assessment, card *scoring.Scorecard, o GateOptions, w Wording) Gate {
	g := gateReasons{wording: w}
	g.findings(a.Findings, o.FailOn, func(s rules.Severity) string { return "gate/" + string(s) })
	g.scores(card, o.MinScore)
	g.areas(card, o.MinArea)
	g.gaps(card, o.MaxGap)
	g.coverage(a, o.MinCoverage)
	return Gate{Passed: len(g.reasons) == 0, Reasons: append([]Reason{}, g.reasons...)}
}

type gateReasons struct {
	wording Wording
	reasons []Reason
}

func (g *gateReasons) add(code string, args messages.Args) {
	if args == nil {
		args = messages.Args{}
	}
	g.reasons = append(g.reasons, Reason{Code: code, Args: args, Message: g.wording.Say(code, args)})
}

// findings fails on each severity from the lightest that fails upward, heaviest first.
func (g *gateReasons) findings(findings []Finding, failOn rules.Severity, code func(rules.Severity) string) {
	if failOn.Rank() == 0 {
		return
	}
	for _, severity := range []rules.Severity{rules.Error, rules.Warning, rules.Info} {
		n := countFindings(findings, severity)
		if n > 0 && severity.Rank() >= failOn.Rank() {
			g.add(code(severity), messages.Args{"count": n})
		}
	}
}

func countFindings(findings []Finding, severity rules.Severity) int {
	n := 0
	for i := range findings {
		if findings[i].Waived == nil && findings[i].Severity == severity {
			n++
		}
	}
	return n
}

func (g *gateReasons) scores(card *scoring.Scorecard, floor eif.Score) {
	if !floor.Known() {
		return
	}
	for i := range card.Areas {
		if low := card.Areas[i].Low(); low.Known() && low < floor {
			g.floor("gate/min-score", &card.Areas[i], low, floor)
		}
	}
}

func (g *gateReasons) areas(card *scoring.Scorecard, floors map[eif.AreaID]eif.Score) {
	for i := range card.Areas {
		area := &card.Areas[i]
		floor, ok := floors[area.ID]
		switch low := area.Low(); {
		case !ok || low >= floor:
		case low.Known():
			g.floor("gate/min-area", area, low, floor)
		default:
			g.add("gate/min-area.no-score", messages.Args{
				"area": area.ID, "floor": int(floor), "status": g.wording.Say("status."+string(area.Status), nil),
			})
		}
	}
}

func (g *gateReasons) floor(code string, area *scoring.Area, low, floor eif.Score) {
	if area.Status == scoring.Partial {
		code += ".partial"
	}
	g.add(code, messages.Args{"area": area.ID, "score": int(low), "floor": int(floor)})
}

func (g *gateReasons) gaps(card *scoring.Scorecard, limit *eif.Hundredths) {
	if limit == nil {
		return
	}
	if !compared(card) {
		g.add(noAverage, nil)
		return
	}
	for i := range card.Areas {
		area := &card.Areas[i]
		low := area.Low()
		if area.Average == nil || !low.Known() {
			continue
		}
		if distance := *area.Average - low.Hundredths(); distance > *limit {
			code := "gate/max-gap"
			if area.Status == scoring.Partial {
				code = "gate/max-gap.partial"
			}
			g.add(code, messages.Args{
				"area": area.ID, "score": int(low), "average": *area.Average, "gap": distance, "limit": *limit,
			})
		}
	}
}

// noAverage is the reason of a file that is asked for its distance to an average it has none of. It
// is a mistake of the command, not of the file.
const noAverage = "gate/max-gap.no-average"

func compared(card *scoring.Scorecard) bool {
	for i := range card.Areas {
		if card.Areas[i].Average != nil {
			return true
		}
	}
	return false
}

func (g *gateReasons) coverage(a *Assessment, percent int) {
	applicable := a.Summary.Areas - a.Summary.NotApplicable
	if percent <= 0 || applicable > 0 && 100*a.Summary.Scored >= percent*applicable {
		return
	}
	g.add("gate/min-coverage", messages.Args{
		"scored": a.Summary.Scored, "count": applicable, "percent": strconv.Itoa(percent),
	})
}

// unassessed is the gate of a file that could not be assessed: it never passes.
func unassessed(a *Assessment, w Wording) Gate {
	g := gateReasons{wording: w}
	g.add("gate/not-assessed", messages.Args{"count": len(a.Findings)})
	return Gate{Reasons: g.reasons}
}

// closeGate is the verdict over all files: every one must pass, and what is wrong with the waiver file
// or the baseline counts like a finding of a file.
func closeGate(t Totals, findings []Finding, failOn rules.Severity, w Wording) Gate {
	g := gateReasons{wording: w}
	if t.NotAssessed > 0 {
		g.add("gate/files-not-assessed", messages.Args{"count": t.NotAssessed, "files": t.Files})
	}
	if failed := t.Failed - t.NotAssessed; failed > 0 {
		g.add("gate/files-failed", messages.Args{"count": failed, "files": t.Files})
	}
	g.findings(findings, failOn, func(s rules.Severity) string { return "gate/run-" + string(s) })
	return Gate{Passed: len(g.reasons) == 0, Reasons: append([]Reason{}, g.reasons...)}
}

// The exit codes of every command. They never change with a flag.
const (
	// ExitPass: assessed, and the gate holds.
	ExitPass = 0
	// ExitGate: assessed, and the gate failed.
	ExitGate = 1
	// ExitUsage: a mistake in the command or the configuration, or a file that could not be assessed.
	ExitUsage = 2
	// ExitInternal: a mistake of eifcheck itself.
	ExitInternal = 3
)

// ExitCode is the exit code that one file asks for; of many files the highest counts.
func (a *Assessment) ExitCode() int {
	if !a.Assessed {
		return ExitUsage
	}
	code := ExitPass
	for _, reason := range a.Gate.Reasons {
		code = max(code, ExitGate)
		if reason.Code == noAverage {
			code = ExitUsage
		}
	}
	return code
}

// ExitCode is the exit code that the run as a whole asks for, beside its files.
func (c Closing) ExitCode() int {
	if !c.Gate.Passed {
		return ExitGate
	}
	return ExitPass
}
