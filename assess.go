package eifcheck

import (
	"context"
	"fmt"
	"io"
	"runtime"

	"golang.org/x/sync/errgroup"

	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/observatory"
	"github.com/eifcheck/eifcheck/rules"
	"github.com/eifcheck/eifcheck/schemas"
	"github.com/eifcheck/eifcheck/scoring"
)

// Options are what an assessment depends on besides its files. Nothing else is looked at: no clock,
// no environment, no locale.
type Options struct {
	// Version of the program, shown in the result.
	Version string
	// AsOf is the day the result speaks of, ISO.
	AsOf    string
	Wording Wording
	Rules   rules.Registry
	Gate    GateOptions
	// WhatIf are other answers to try; they change nothing but what the result says of them.
	WhatIf []Change
	// Beside is what each assessment is shown beside.
	Beside Beside
	// Stdin is what the name "-" reads, StdinName what it is called in messages.
	Stdin     io.Reader
	StdinName string
	// Path names a file from the root of the repository; nil leaves names as they are.
	Path func(name string) string
	// Base finds the earlier version of a file, by the file's name as it is shown; nil for a file that
	// has none because it is new. Without this function nothing is compared.
	Base func(ctx context.Context, name string) *Base
	// Settings are repeated in the result. With IgnoresOff nothing is waived.
	Settings Settings
	// Waivers and Baseline accept findings, beside the ignores in the files; nil without any.
	Waivers  *rules.Waivers
	Baseline *rules.Baseline
	// Skipped is the number of files of directories that are no assessments, for the totals.
	Skipped int
}

// Header is the first part of a result with these options.
func (o Options) Header() Header {
	return Header{
		Result: Format, Tool: Tool{Name: "eifcheck", Version: o.Version}, AsOf: o.AsOf, Settings: o.Settings.filled(),
	}
}

// filled replaces what is nil by what is empty: every key of a result is present.
func (s Settings) filled() Settings {
	if s.RulesOff == nil {
		s.RulesOff = []string{}
	}
	if s.Severities == nil {
		s.Severities = map[string]rules.Severity{}
	}
	if s.Origins == nil {
		s.Origins = map[string]string{}
	}
	return s
}

// path names a file from the root of the repository.
func (o Options) path(name string) string {
	if o.Path == nil {
		return name
	}
	return o.Path(name)
}

// batchPerCPU is how many files a processor gets at once: enough to keep it busy, few enough that
// memory does not grow with the number of files.
const batchPerCPU = 8

// Assess assesses the files of these names and hands each result to emit, in the order of the names whatever the
// number of processors. What is wrong with a file is in its result; an error means that the run
// itself ended: the context was cancelled or emit failed. The closing counts over all files.
func Assess(ctx context.Context, names []string, o Options, emit func(*Assessment) error) (Closing, error) {
	years, err := earlierYears(ctx, o.Beside.Earlier)
	if err != nil {
		return Closing{}, err
	}
	r := run{Options: o, years: years}
	if !o.Settings.IgnoresOff {
		r.acceptances = rules.NewAcceptances(o.Rules, o.AsOf, o.Waivers, o.Baseline)
		if o.Base != nil {
			r.earlier = rules.NewAcceptances(o.Rules, o.AsOf, o.Waivers, nil)
		}
	}
	totals := Totals{Skipped: o.Skipped}
	size := batchPerCPU * runtime.GOMAXPROCS(0)
	for start := 0; start < len(names); start += size {
		batch, err := r.batch(ctx, names[start:min(start+size, len(names))])
		if err != nil {
			return Closing{}, err
		}
		for _, a := range batch {
			totals.add(a)
			if err := emit(a); err != nil {
				return Closing{}, err
			}
		}
	}
	return r.close(totals), nil
}

// run is one call of [Assess].
type run struct {
	Options
	acceptances *rules.Acceptances
	// earlier accept the findings of earlier versions: they are not to be recorded in a baseline, nor
	// do they make use of what would else be called unused.
	earlier *rules.Acceptances
	// years are the files of other years.
	years []PastResult
}

// close judges what accepted findings, and the run as a whole.
func (r run) close(totals Totals) Closing {
	findings := []Finding{}
	for _, filed := range r.acceptances.Close() {
		for _, finding := range wordFindings(filed.Document, filed.Findings, r.Wording) {
			finding.Location.File = filed.Path
			findings = append(findings, finding)
		}
	}
	totals.count(findings)
	return Closing{Findings: findings, Totals: totals, Gate: closeGate(totals, findings, r.Gate.FailOn, r.Wording)}
}

// batch assesses some files side by side; each goroutine writes its own slot.
func (r run) batch(ctx context.Context, names []string) ([]*Assessment, error) {
	results := make([]*Assessment, len(names))
	if len(names) == 1 {
		var err error
		results[0], err = r.file(ctx, names[0])
		return results, err
	}
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i := range names {
		group.Go(func() error {
			var err error
			results[i], err = r.file(ctx, names[i])
			return err
		})
	}
	return results, group.Wait()
}

// file reads and assesses one file. A fault of ours is an error that names the file: nothing
// may end the program from inside a goroutine.
func (r run) file(ctx context.Context, name string) (a *Assessment, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("assess %q: %v", name, fault)
		}
	}()
	input := document.Input{Stdin: r.Stdin, StdinName: r.StdinName}
	d := input.Read(ctx, name)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	a = r.document(ctx, d)
	return a, ctx.Err()
}

// document takes one document the rest of the way.
func (r run) document(ctx context.Context, d *document.Document) *Assessment {
	path := r.path(d.Name)
	problems := append(append([]document.Problem{}, d.Problems...), schemas.Check(d)...)
	if len(problems) > 0 || d.Root == nil {
		return notAssessed(d, path, rules.FromProblems(d, path, problems), r.Options)
	}
	a := assessment.Decode(d.Root)
	reference := referenceOf(a)
	card := scoring.Score(a, reference)
	subject := &rules.Subject{
		Document: d, Path: path, Assessment: a, Card: card, Reference: reference, AsOf: r.AsOf,
	}
	findings := r.acceptances.Accept(subject, r.Rules.Run(subject))
	result := build(subject, findings, r.Options)
	result.History, result.Peers = r.history(a), r.peers(a)
	objections := r.compare(ctx, result)
	result.Gate = judge(result, card, r.Gate, objections, r.Wording)
	return result
}

// referenceOf chooses the EU average of the year, else the newest before it. Only countries are
// measured against states.
func referenceOf(a *assessment.Assessment) *scoring.Reference {
	year := observatory.NewestAverageYear(a.Year)
	if a.Scope != eif.Country || year == 0 {
		return nil
	}
	return &scoring.Reference{
		Year: year,
		AverageOf: func(s eif.Scoreboard, id eif.AreaID) (eif.Hundredths, int, bool) {
			average, ok := observatory.AverageOf(year, s, id)
			return average.Value, average.Members, ok
		},
	}
}

func (t *Totals) add(a *Assessment) {
	t.Files++
	if a.Assessed {
		t.Assessed++
	} else {
		t.NotAssessed++
	}
	if a.Gate.Passed {
		t.Passed++
	} else {
		t.Failed++
	}
	t.count(a.Findings)
}

func (t *Totals) count(findings []Finding) {
	t.Errors += countFindings(findings, rules.Error)
	t.Warnings += countFindings(findings, rules.Warning)
	t.Infos += countFindings(findings, rules.Info)
	t.Waived += countWaived(findings)
}

func countWaived(findings []Finding) int {
	n := 0
	for i := range findings {
		if findings[i].Waived != nil {
			n++
		}
	}
	return n
}
