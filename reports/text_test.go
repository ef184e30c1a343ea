package reports

import (
	"bytes"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/rules"
	"github.com/eifcheck/eifcheck/scoring"
)

// printed runs a whole report.
func printed(tb testing.TB, format string, o Options, closing eifcheck.Closing, list ...*eifcheck.Assessment) []byte {
	tb.Helper()

	o.Header, o.Wording = header(), wording(tb)
	f, ok := Find(format)
	if !ok {
		tb.Fatalf("no format %s", format)
	}
	var out bytes.Buffer
	r := f.New(&out, o)
	for _, a := range list {
		if err := r.Assessment(a); err != nil {
			tb.Fatal(err)
		}
	}
	if err := r.Close(closing); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

func TestText(t *testing.T) {
	t.Parallel()

	all := []*eifcheck.Assessment{france(), broken(), norway(), agency()}
	tests := []struct {
		name    string
		options Options
		closing eifcheck.Closing
		files   []*eifcheck.Assessment
	}{
		{name: "country-80", closing: one(france()), files: all[:1]},
		{name: "country-120", options: Options{Width: 120}, closing: one(france()), files: all[:1]},
		{name: "country-40", options: Options{Width: 40}, closing: one(france()), files: all[:1]},
		{name: "country-color", options: Options{Color: true}, closing: one(france()), files: all[:1]},
		{name: "decimals-80", closing: one(norway()), files: all[2:3]},
		{name: "decimals-120", options: Options{Width: 120}, closing: one(norway()), files: all[2:3]},
		{name: "verbose", options: Options{Verbose: true}, closing: one(norway()), files: all[2:3]},
		{name: "organisation", closing: one(agency()), files: all[3:]},
		{name: "unscored", closing: one(unscored()), files: []*eifcheck.Assessment{unscored()}},
		{name: "not-assessed", closing: one(broken()), files: all[1:2]},
		{name: "many", closing: several(), files: all},
		{name: "quiet-passed", options: Options{Quiet: true}, closing: one(france()), files: all[:1]},
		{name: "quiet-failed", options: Options{Quiet: true}, closing: one(norway()), files: all[2:3]},
		{name: "quiet-many", options: Options{Quiet: true, Verbose: true}, closing: several(), files: all},
		{name: "none", closing: eifcheck.Closing{Gate: eifcheck.Gate{Passed: true}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()

			golden(t, "text-"+test.name, printed(t, "text", test.options, test.closing, test.files...))
		})
	}
}

// TestNothingScored: what is shown in a line is shown whole when everything is asked for.
func TestNothingScored(t *testing.T) {
	t.Parallel()

	without, with := unscored(), printed(t, "text", Options{Verbose: true}, one(unscored()), unscored())
	for _, board := range without.Scoreboards {
		for i := range board.Areas {
			if row := " " + string(board.Areas[i].ID) + " "; !strings.Contains(string(with), "\n"+row) {
				t.Errorf("scoreboard %d: no row of %s with -v", board.ID, row)
			}
		}
	}
}

// TestLift: what is said of the average is true, also where it is no whole number.
func TestLift(t *testing.T) {
	t.Parallel()

	r := &textReport{wording: wording(t)}
	rises := []scoring.Rise{{Recommendation: "R05", From: 1, To: 3}, {Recommendation: "R06", From: 2, To: 3}}
	for _, test := range []struct {
		average eif.Hundredths
		want    string
	}{
		{300, "To reach the EU average: R05 from 1 to 3 and R06 from 2 to 3."},
		{347, "To be in line with the EU average: R05 from 1 to 3 and R06 from 2 to 3."},
	} {
		got := r.toAverage(scoring.Lever{Goal: scoring.ToAverage, Target: 3, Rises: rises, Count: 3}, &test.average)
		if got = strings.ReplaceAll(got, unbroken, " "); got != test.want {
			t.Errorf("average %s: %q, want %q", test.average, got, test.want)
		}
	}
}

// switches are the escape sequences of our own colours.
var switches = regexp.MustCompile("\x1b\\[[0-9;]*m")

func TestColorAddsNothing(t *testing.T) {
	t.Parallel()

	for _, a := range []*eifcheck.Assessment{france(), norway(), agency(), broken()} {
		without := printed(t, "text", Options{}, several(), a)
		with := printed(t, "text", Options{Color: true}, several(), a)
		if bytes.Equal(without, with) {
			t.Errorf("%s: no colour at all", a.Input.File)
		}
		if diff := cmp.Diff(string(without), switches.ReplaceAllString(string(with), "")); diff != "" {
			t.Errorf("%s: without its colours the text differs (-plain +stripped):\n%s", a.Input.File, diff)
		}
	}
}

// TestShades checks what shades promises: each colour stands out from black and from white.
func TestShades(t *testing.T) {
	t.Parallel()

	for i, shade := range shades() {
		if shade == 0 {
			continue
		}
		l := luminance(int(shade))
		black, white := (l+0.05)/0.05, 1.05/(l+0.05)
		if least := 4.0; black < least || white < least {
			t.Errorf("tone %d, colour %d: contrast %.1f on black and %.1f on white, want at least %.1f", i, shade, black, white, least)
		}
	}
}

func TestHostileText(t *testing.T) {
	t.Parallel()

	const evil = "\x1b[2J\x1b]0;owned\x07\u202e\u2066\u200b\r\nFORGED: PASS\u2028\u0085\u009b31m\t\x00\ufeff\U000e0041"
	a := norway()
	a.Input.File = evil
	a.Document.Title = assessment.Text{Plain: evil}
	a.Document.Organisation = &assessment.Organisation{Name: assessment.Text{Translations: []assessment.Translation{{Language: "nb", Text: evil}}}}
	a.Document.Subject = &assessment.Named{Name: evil}
	a.Document.Questionnaire, a.Document.Scope, a.Document.Status = evil, evil, evil
	a.Country, a.Methodology.ID = new(evil), evil
	first := &a.Scoreboards[0].Areas[0]
	first.ID, first.Title, first.Basis = evil, evil, evil
	first.Reason, first.Comment = assessment.Text{Plain: evil}, assessment.Text{Plain: evil}
	first.Recommendations = []eif.RecommendationID{evil}
	a.Scoreboards[0].Areas[1].Status, a.Scoreboards[0].Areas[1].Interval = evil, nil
	r := recommendationOf(a, "R05")
	r.Title, r.NextStep = evil, &eifcheck.NextStep{Do: evil, Who: evil}
	r.Plan = &assessment.Plan{Owner: evil, By: evil}
	for i := range a.Findings {
		f := &a.Findings[i]
		f.Rule, f.Message, f.Help, f.Excerpt, f.Location.File = evil+strconv.Itoa(i), evil, evil, evil, evil
		f.Args = messages.Args{"area": evil}
		if f.Waived != nil {
			f.Waived = &eifcheck.Waiver{By: evil, Reason: evil, Owner: evil, Until: evil}
		}
	}
	a.Gate.Reasons[0].Message = evil
	for _, o := range []Options{{}, {Verbose: true}, {Color: true}, {Quiet: true}, {Width: 40}} {
		out := string(printed(t, "text", o, several(), a))
		for i, line := range strings.Split(switches.ReplaceAllString(out, ""), "\n") {
			if at := strings.IndexFunc(line, dangerous); at >= 0 {
				t.Errorf("%+v: line %d holds %q:\n%q", o, i+1, line[at:at+1], line)
			}
			if strings.HasPrefix(line, "FORGED") {
				t.Errorf("%+v: line %d was forged by the file: %q", o, i+1, line)
			}
		}
	}
}

func dangerous(r rune) bool {
	return unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp)
}

// TestLinesFit draws files of any content: no line of text is wider than the page, and the numbers
// printed are those of the result.
func TestLinesFit(t *testing.T) {
	t.Parallel()

	rapid.Check(t, func(t *rapid.T) {
		a := drawAssessment(t)
		o := Options{
			Width: rapid.IntRange(0, 160).Draw(t, "width"), Verbose: rapid.Bool().Draw(t, "verbose"),
			Header: header(), Color: rapid.Bool().Draw(t, "color"),
		}
		o.Wording, _ = eifcheck.NewWording("en")
		var out bytes.Buffer
		r := newText(&out, o)
		if err := r.Assessment(a); err != nil {
			t.Fatal(err)
		}
		width := newPage(io.Discard, o).width
		text := switches.ReplaceAllString(out.String(), "")
		for line := range strings.SplitSeq(text, "\n") {
			if strings.Contains(line, a.Input.File) {
				continue // a path is never cut
			}
			if got := widthOf(line); got > width {
				t.Fatalf("a line of %d columns, want at most %d: %q", got, width, line)
			}
			if strings.TrimRight(line, " ") != line {
				t.Fatalf("a line ends in spaces: %q", line)
			}
		}
		checkVerdict(t, text, a.Summary)
	})
}

// checkVerdict compares the numbers of the verdict with the result.
func checkVerdict(t *rapid.T, text string, s *eifcheck.Summary) {
	start := strings.LastIndex(text, "\nPASS")
	if start < 0 {
		t.Fatalf("no verdict in %q", text)
	}
	want := []string{strconv.Itoa(s.Scored), strconv.Itoa(s.Areas - s.NotApplicable)}
	if s.Below != nil && s.Scored > 0 {
		want = append(want, strconv.Itoa(*s.Below))
	}
	want = append(want, strconv.Itoa(s.Errors), strconv.Itoa(s.Warnings), strconv.Itoa(s.Infos))
	got := regexp.MustCompile("[0-9]+").FindAllString(text[start:], -1)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatalf("the verdict's numbers differ (-want +got):\n%s", diff)
	}
}

func drawAssessment(t *rapid.T) *eifcheck.Assessment {
	a := france()
	a.Input.File = "a file.yaml"
	words := rapid.StringN(0, 200, -1)
	a.Document.Title = assessment.Text{Plain: words.Draw(t, "title")}
	a.Document.Organisation.Name = assessment.Text{Plain: words.Draw(t, "organisation")}
	if rapid.Bool().Draw(t, "organisation") {
		a.Document.Subject = &assessment.Named{Name: assessment.Word(words.Draw(t, "subject"))}
	}
	if rapid.Bool().Draw(t, "compared") {
		for i := range a.Scoreboards {
			for j := range a.Scoreboards[i].Areas {
				area := &a.Scoreboards[i].Areas[j]
				area.Average = new(eif.Hundredths(rapid.IntRange(100, 400).Draw(t, "average")))
			}
		}
	} else {
		a.Methodology.AverageYear, a.Summary.Below = nil, nil
	}
	score := rapid.SampledFrom([]string{"1", "2", "3", "4", "-", "x", "1-2", "2-4"})
	for i := range a.Scoreboards {
		for j := range a.Scoreboards[i].Areas {
			old := &a.Scoreboards[i].Areas[j]
			*old = area(*eif.AreaByID(old.ID), score.Draw(t, "score"), old.Average, scoring.Derived)
			old.Comment = assessment.Text{Plain: words.Draw(t, "comment")}
		}
	}
	a.Gaps = a.Gaps[:rapid.IntRange(0, len(a.Gaps)).Draw(t, "gaps")]
	recommendationOf(a, "R14").Title = words.Draw(t, "recommendation")
	severity := rapid.SampledFrom([]rules.Severity{rules.Error, rules.Warning, rules.Info})
	for range rapid.IntRange(0, 4).Draw(t, "findings") {
		column := rapid.IntRange(1, 300).Draw(t, "column")
		f := finding("eif/R05", severity.Draw(t, "severity"), rapid.IntRange(1, 9999).Draw(t, "line"), column,
			column+rapid.IntRange(0, 300).Draw(t, "length"), rapid.StringN(0, 400, -1).Draw(t, "excerpt"),
			words.Draw(t, "message"), words.Draw(t, "help"), messages.Args{})
		f.Location.File = a.Input.File
		if rapid.Bool().Draw(t, "waived") {
			f.Waived = &eifcheck.Waiver{By: "file", Reason: assessment.Word(words.Draw(t, "reason"))}
		}
		a.Findings = append(a.Findings, f)
	}
	number := rapid.IntRange(0, 99)
	a.Summary.Errors, a.Summary.Warnings, a.Summary.Infos = number.Draw(t, "errors"), number.Draw(t, "warnings"), number.Draw(t, "infos")
	a.Summary.Scored, a.Summary.NotApplicable = number.Draw(t, "scored"), rapid.IntRange(0, 25).Draw(t, "not applicable")
	return a
}

// luminance is the relative luminance of one of the 256 colours, as the accessibility guidelines define it.
func luminance(shade int) float64 {
	channel := func(v int) float64 {
		c := float64(v) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	if shade >= 232 {
		return channel(8 + 10*(shade-232))
	}
	level := func(n int) int { return []int{0, 95, 135, 175, 215, 255}[n] }
	n := shade - 16
	return 0.2126*channel(level(n/36)) + 0.7152*channel(level(n/6%6)) + 0.0722*channel(level(n%6))
}
