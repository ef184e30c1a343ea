package cmd

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/internal/pattern"
	"github.com/eifcheck/eifcheck/reports"
	"github.com/eifcheck/eifcheck/rules"
)

// assessFlags are the flags of assess, as written.
type assessFlags struct {
	formats       []string
	output        string
	template      string
	failOn        string
	minScore      string
	minArea       []string
	maxGap        string
	minCoverage   string
	base          string
	compare       bool // base was given
	maxRegression string
	whatIf        []string
	by            string
	color         string
	noColor       bool
	width         string
	quiet         bool
	verbose       bool
	lang          string
	today         string
	stdinFilename string
	rules         ruleFlags
	waiving       waivingFlags
	// choice are the formats to choose from.
	choice []reports.Format
}

func newAssessFlags() *assessFlags { return &assessFlags{choice: reports.Formats()} }

func (f *assessFlags) register(c *cobra.Command, a *app) {
	flags := c.Flags()
	flags.StringArrayVarP(&f.formats, "format", "f", nil,
		a.wording.Say("flag/format", messages.Args{"allowed": strings.Join(namesOf(f.choice), ", ")}))
	flags.StringVarP(&f.output, "output", "o", "", a.say("flag/output"))
	flags.StringVar(&f.template, "template", "", a.say("flag/template"))
	_ = c.MarkFlagFilename("template")
	flags.StringVar(&f.failOn, "fail-on", "error", a.say("flag/fail-on"))
	flags.StringVar(&f.minScore, "min-score", "", a.say("flag/min-score"))
	flags.StringArrayVar(&f.minArea, "min-area", nil, a.say("flag/min-area"))
	flags.StringVar(&f.maxGap, "max-gap", "", a.say("flag/max-gap"))
	flags.StringVar(&f.minCoverage, "min-coverage", "", a.say("flag/min-coverage"))
	flags.StringVar(&f.base, "base", "", a.say("flag/base"))
	flags.StringVar(&f.maxRegression, "max-regression", "", a.say("flag/max-regression"))
	flags.StringArrayVar(&f.whatIf, "what-if", nil, a.say("flag/what-if"))
	flags.StringVar(&f.by, "by", "", a.say("flag/by"))
	flags.StringVar(&f.color, "color", "auto", a.say("flag/color"))
	flags.BoolVar(&f.noColor, "no-color", false, a.say("flag/no-color"))
	flags.StringVar(&f.width, "width", "", a.say("flag/width"))
	flags.BoolVarP(&f.quiet, "quiet", "q", false, a.say("flag/quiet"))
	flags.BoolVarP(&f.verbose, "verbose", "v", false, a.say("flag/verbose"))
	flags.StringVar(&f.lang, "lang", "en", a.say("flag/lang"))
	flags.StringVar(&f.today, "today", "", a.say("flag/today"))
	flags.StringVar(&f.stdinFilename, "stdin-filename", "-", a.say("flag/stdin-filename"))
	f.rules.register(c, a)
	f.waiving.register(c, a)
	complete(c, "format", namesOf(f.choice))
	complete(c, "fail-on", failOnWords())
	complete(c, "color", colorWords())
	complete(c, "by", []string{byRespondent})
}

// complete offers fixed words for a flag in the shell. It cannot fail for a flag registered above.
func complete(c *cobra.Command, flag string, words []string) {
	_ = c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp))
}

func namesOf(formats []reports.Format) []string {
	var names []string
	for _, format := range formats {
		names = append(names, format.Name)
	}
	return names
}

func formatOf(formats []reports.Format, name string) (reports.Format, bool) {
	i := slices.IndexFunc(formats, func(f reports.Format) bool { return f.Name == name })
	if i < 0 {
		return reports.Format{}, false
	}
	return formats[i], true
}

func failOnWords() []string { return []string{"error", "warning", "info", "never"} }

// byRespondent is what --by takes.
const byRespondent = "respondent"

func colorWords() []string { return []string{"auto", "always", "never"} }

// target is one format and where it goes.
type target struct {
	format reports.Format
	path   string
}

// targets reads -f FORMAT[=FILE], repeated, and -o FILE, which takes one format.
func (f *assessFlags) targets() ([]target, error) {
	written := f.formats
	if len(written) == 0 {
		written = []string{"text"}
	}
	var targets []target
	toStdout := 0
	for _, w := range written {
		t, err := f.target(w)
		if err != nil {
			return nil, err
		}
		if t.path == "" || t.path == "-" {
			toStdout++
		}
		targets = append(targets, t)
	}
	switch {
	case toStdout > 1:
		return nil, usage("cmd/usage.formats", messages.Args{"flag": "--format"})
	case f.output != "" && len(targets) > 1:
		return nil, usage("cmd/usage.output", nil)
	}
	return targets, nil
}

// target reads FORMAT or FORMAT=FILE; without a file it goes where -o says.
func (f *assessFlags) target(written string) (target, error) {
	name, path, named := strings.Cut(written, "=")
	format, ok := formatOf(f.choice, name)
	switch {
	case !ok:
		return target{}, usage("cmd/usage.format", messages.Args{"found": name, "allowed": namesOf(f.choice)})
	case named && path == "":
		return target{}, usage("cmd/usage.format.file", messages.Args{"flag": "--format", "found": written})
	case named && f.output != "":
		return target{}, usage("cmd/usage.output", nil)
	case !named:
		path = f.output
	}
	return target{format: format, path: path}, nil
}

// gate reads the gate flags.
func (f *assessFlags) gate() (eifcheck.GateOptions, error) {
	o := eifcheck.GateOptions{MinArea: map[eif.AreaID]eif.Score{}}
	switch f.failOn {
	case "error", "warning", "info":
		o.FailOn = rules.Severity(f.failOn)
	case "never":
	default:
		return o, usage("cmd/usage.fail-on", messages.Args{
			"flag": "--fail-on", "found": f.failOn, "allowed": failOnWords(),
		})
	}
	for _, read := range []func(*eifcheck.GateOptions) error{
		f.readMinScore, f.readMinCoverage, f.readMinArea, f.readMaxGap, f.readMaxRegression,
	} {
		if err := read(&o); err != nil {
			return o, err
		}
	}
	return o, nil
}

func (f *assessFlags) readMinScore(o *eifcheck.GateOptions) error {
	if f.minScore == "" {
		return nil
	}
	score, err := level("--min-score", f.minScore, f.minScore)
	o.MinScore = score
	return err
}

func (f *assessFlags) readMinCoverage(o *eifcheck.GateOptions) error {
	if f.minCoverage == "" {
		return nil
	}
	percent, err := strconv.Atoi(f.minCoverage)
	if err != nil || percent < 0 || percent > 100 {
		return usage("cmd/usage.percent", messages.Args{"flag": "--min-coverage", "found": f.minCoverage})
	}
	o.MinCoverage = percent
	return nil
}

func (f *assessFlags) readMinArea(o *eifcheck.GateOptions) error {
	for _, w := range f.minArea {
		name, number, ok := strings.Cut(w, "=")
		id := eif.AreaID(strings.ToUpper(name))
		if !ok || eif.AreaByID(id) == nil {
			return usage("cmd/usage.min-area", messages.Args{"flag": "--min-area", "found": w})
		}
		if _, twice := o.MinArea[id]; twice {
			return usage("cmd/usage.min-area.twice", messages.Args{"flag": "--min-area", "found": string(id)})
		}
		score, err := level("--min-area", w, number)
		if err != nil {
			return err
		}
		o.MinArea[id] = score
	}
	return nil
}

// plainDecimal is how a distance is written.
var plainDecimal = pattern.Lazy(`^[0-9]+(\.[0-9]+)?$`)

// widestGap is the distance from one end of the scale to the other.
const widestGap eif.Hundredths = 300

// readMaxGap reads a plain decimal from 0 to 3.
func (f *assessFlags) readMaxGap(o *eifcheck.GateOptions) error {
	if f.maxGap == "" {
		return nil
	}
	var limit eif.Hundredths
	if !plainDecimal().MatchString(f.maxGap) || limit.UnmarshalJSON([]byte(f.maxGap)) != nil || limit > widestGap {
		return usage("cmd/usage.max-gap", messages.Args{"flag": "--max-gap", "found": f.maxGap})
	}
	o.MaxGap = &limit
	return nil
}

// level reads a score; found is the whole value of the flag, for the message.
func level(flag, found, word string) (eif.Score, error) {
	n, err := strconv.Atoi(word)
	if err != nil || n < int(eif.LowestScore) || n > int(eif.HighestScore) {
		return 0, usage("cmd/usage.score", messages.Args{"flag": flag, "found": found})
	}
	return eif.Score(n), nil
}

// today is the day a result speaks of: as given, else SOURCE_DATE_EPOCH, else the day.
func (a *app) today(written string) (string, error) {
	if written != "" {
		if _, err := time.Parse(time.DateOnly, written); err != nil {
			return "", usage("cmd/usage.today", messages.Args{"found": written})
		}
		return written, nil
	}
	if epoch := a.env.Getenv("SOURCE_DATE_EPOCH"); epoch != "" {
		seconds, err := strconv.ParseInt(epoch, 10, 64)
		day := time.Unix(seconds, 0).UTC()
		if err != nil || day.Year() < 1 || day.Year() > 9999 {
			return "", usage("cmd/usage.epoch", messages.Args{"found": epoch})
		}
		return day.Format(time.DateOnly), nil
	}
	return a.env.Now().Format(time.DateOnly), nil
}

// columns reads --width, 0 when it is not given.
func columns(written string) (int, error) {
	if written == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(written)
	if err != nil || n < 1 {
		return 0, usage("cmd/usage.width", messages.Args{"flag": "--width", "found": written})
	}
	return n, nil
}

// terminal decides on width and colour of one output. Colour follows --color, then NO_COLOR, then
// CLICOLOR_FORCE and FORCE_COLOR, then whether a terminal reads it.
func (a *app) terminal(f *assessFlags, width int, toStdout bool) (columns int, color bool) {
	onTerminal := toStdout && a.env.Width > 0
	if width == 0 && onTerminal {
		width = a.env.Width
	}
	switch {
	case f.noColor || f.color == "never":
		return width, false
	case f.color == "always":
		return width, true
	case a.env.Getenv("NO_COLOR") != "":
		return width, false
	case a.env.Getenv("CLICOLOR_FORCE") != "" || a.env.Getenv("FORCE_COLOR") != "":
		return width, true
	}
	return width, onTerminal && a.env.Getenv("TERM") != "dumb"
}
