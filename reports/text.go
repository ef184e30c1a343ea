package reports

import (
	"io"
	"strconv"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
)

// textReport is for people: on a terminal, in a pipe, in a log. Every word of it is in the catalogue.
type textReport struct {
	*page
	wording eifcheck.Wording
	header  eifcheck.Header
	verbose bool
	// byRespondent adds who answers what.
	byRespondent bool
	// begun tells that something was printed before.
	begun bool
}

func newText(w io.Writer, o Options) Report {
	if o.Quiet {
		return newQuiet(w, o)
	}
	return &textReport{
		page: newPage(w, o), wording: o.Wording, header: o.Header, verbose: o.Verbose, byRespondent: o.ByRespondent,
	}
}

// Assessment prints a file: what it is, how it scores, what to do first, what is wrong with it, and
// the verdict.
func (r *textReport) Assessment(a *eifcheck.Assessment) error {
	if r.begun {
		r.blank()
	}
	r.begun = true
	r.heading(a)
	if a.Assessed {
		r.scoreboards(a)
		if r.byRespondent {
			r.respondents(a)
		}
		if r.verbose {
			r.answers(a)
		}
		r.gaps(a)
		r.whatIf(a)
	}
	r.findings(a)
	r.verdict(a)
	return r.flush()
}

// Close prints what is wrong with the waiver file and the baseline, and the verdict over many files.
// That of a single one was its own, unless those say more.
// What was not looked at is said beside the verdict, because it is a part of it.
func (r *textReport) Close(c eifcheck.Closing) error {
	r.runFindings(c.Findings)
	if c.Totals.Files != 1 || len(c.Findings) > 0 {
		r.totals(c)
	}
	r.settings()
	return r.flush()
}

func (r *textReport) say(code string, args messages.Args) string { return r.wording.Say(code, args) }

// sayCount words an entry that speaks of a number of things.
func (r *textReport) sayCount(code string, count int) string {
	return r.say(code, messages.Args{"count": count})
}

// year words a year for a sentence: no amount, so no plural form depends on it.
func year(y int) string { return strconv.Itoa(y) }

// recommendationOf finds the result of a recommendation, or nil.
func recommendationOf(a *eifcheck.Assessment, id eif.RecommendationID) *eifcheck.Recommendation {
	for i := range a.Recommendations {
		if a.Recommendations[i].ID == id {
			return &a.Recommendations[i]
		}
	}
	return nil
}

// areaOf finds the result of an area on a scoreboard, or nil.
func areaOf(a *eifcheck.Assessment, board eif.Scoreboard, id eif.AreaID) *eifcheck.Area {
	for i := range a.Scoreboards {
		if a.Scoreboards[i].ID != board {
			continue
		}
		for j := range a.Scoreboards[i].Areas {
			if a.Scoreboards[i].Areas[j].ID == id {
				return &a.Scoreboards[i].Areas[j]
			}
		}
	}
	return nil
}

// ids turns ids into the words of a list.
func ids[T ~string](list []T) []string {
	words := make([]string, len(list))
	for i, id := range list {
		words[i] = string(id)
	}
	return words
}
