package reports

import (
	"bufio"
	"cmp"
	"io"
	"strconv"
	"strings"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/rules"
)

// githubReport writes workflow commands, which GitHub Actions shows as annotations beside the lines
// of a pull request. Every line of it is a command, and nothing a file says can begin another one.
//
// GitHub shows the first ten errors and the first ten warnings of a step, so of each file the verdict
// comes first, then the errors, then the warnings; a notice at the end says how many there are and
// where to find all. Infos and waived findings are no annotations: they ask nobody to act, and stand
// in the summary.
type githubReport struct {
	w     *bufio.Writer
	words markdownWords
	// page is what goes to the summary of the job, nil without one.
	page    *markdownReport
	summary io.Writer
	// errors and warnings count the annotations, quiet the findings that are none.
	errors, warnings, quiet int
	// last is the only file so far, for the notice.
	last *eifcheck.Assessment
}

// shownByGitHub is how many errors, and how many warnings, of one step GitHub shows.
const shownByGitHub = 10

func newGitHub(w io.Writer, o Options) Report {
	r := &githubReport{w: bufio.NewWriter(w), words: newMarkdownWords(o), summary: o.Summary}
	if o.Summary != nil {
		r.page = newMarkdownPage(o.Summary, o, "", o.SummaryRoom)
	}
	return r
}

// Assessment annotates a file.
func (r *githubReport) Assessment(a *eifcheck.Assessment) error {
	r.last = a
	if r.page != nil {
		if err := r.page.Assessment(a); err != nil {
			return err
		}
	}
	if !a.Gate.Passed {
		r.failed(a)
	}
	r.findings(a.Findings, pathOf(a))
	return r.w.Flush()
}

// failed says why a file does not pass, at its first line.
func (r *githubReport) failed(a *eifcheck.Assessment) {
	reasons := make([]string, len(a.Gate.Reasons))
	for i, reason := range a.Gate.Reasons {
		reasons[i] = plainText(reason.Message)
	}
	r.annotate(string(rules.Error), pathOf(a), eifcheck.Location{},
		r.words.say("github/failed", messages.Args{"file": pathOf(a)}), strings.Join(reasons, "\n"))
}

// findings annotates errors, then warnings.
func (r *githubReport) findings(list []eifcheck.Finding, path string) {
	for _, severity := range []rules.Severity{rules.Error, rules.Warning} {
		for i := range list {
			if f := &list[i]; f.Severity == severity && f.Waived == nil {
				r.finding(f, cmp.Or(path, f.Location.File))
			}
		}
	}
	for i := range list {
		if list[i].Waived != nil || list[i].Severity == rules.Info {
			r.quiet++
		}
	}
}

func (r *githubReport) finding(f *eifcheck.Finding, file string) {
	title, message := r.words.text.wording.RuleTitle(f.Rule)+" ("+f.Rule+")", plainText(f.Message)
	if f.Help != "" {
		message += "\n→ " + plainText(f.Help)
	}
	r.annotate(string(f.Severity), file, f.Location, title, message)
}

// annotate writes one command. Columns are given only for what lies in one line: GitHub refuses others.
func (r *githubReport) annotate(kind, file string, at eifcheck.Location, title, message string) {
	if kind == string(rules.Error) {
		r.errors++
	} else {
		r.warnings++
	}
	properties := []string{}
	add := func(name, value string) { properties = append(properties, name+"="+escapeProperty(value)) }
	if file != "" && file != "-" {
		add("file", file)
	}
	if at.Line > 0 {
		add("line", strconv.Itoa(at.Line))
		add("endLine", strconv.Itoa(at.EndLine))
		if at.Line == at.EndLine {
			add("col", strconv.Itoa(at.Column))
			add("endColumn", strconv.Itoa(at.EndColumn))
		}
	}
	add("title", plainText(title))
	_, _ = r.w.WriteString("::" + kind + " " + strings.Join(properties, ",") + "::" + escapeData(message) + "\n")
}

// Close annotates the findings about the run, says what there is in all, and writes the summary.
func (r *githubReport) Close(c eifcheck.Closing) error {
	r.findings(c.Findings, "")
	_, _ = r.w.WriteString("::notice title=eifcheck::" + escapeData(r.notice(c)) + "\n")
	if err := r.w.Flush(); err != nil {
		return err
	}
	if r.page == nil {
		return nil
	}
	return r.page.Close(c)
}

// notice is the verdict in words, and where everything is to be found.
func (r *githubReport) notice(c eifcheck.Closing) string {
	verdict := r.words.say("text/fail", nil)
	if c.Gate.Passed {
		verdict = r.words.say("text/pass", nil)
	}
	numbers := r.words.text.totalCounts(c.Totals)
	if c.Totals.Files == 1 && r.last != nil && r.last.Summary != nil {
		numbers = r.words.say("github/notice", messages.Args{
			"file": pathOf(r.last), "numbers": strings.ReplaceAll(r.words.text.counts(r.last), unbroken, " "),
		})
	}
	sentences := []string{verdict + ". " + plainText(numbers) + "."}
	hidden := max(0, r.errors-shownByGitHub) + max(0, r.warnings-shownByGitHub)
	if hidden > 0 {
		sentences = append(sentences, r.words.say("github/more", messages.Args{"count": hidden}))
	}
	if r.quiet > 0 {
		sentences = append(sentences, r.words.say("github/quiet", nil))
	}
	if hidden+r.quiet > 0 {
		where := "github/where.text"
		if r.page != nil {
			where = "github/where.summary"
		}
		sentences = append(sentences, r.words.say(where, nil))
	}
	return strings.Join(sentences, " ")
}

// escapeData escapes what stands behind the second pair of colons, as the runner reads it.
func escapeData(text string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(text)
}

// escapeProperty escapes the value of a property. Control characters are shown, not sent.
func escapeProperty(text string) string {
	escapes := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	return escapes.Replace(messages.CleanLine(text))
}
