package html

import (
	"strconv"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/reports/charts"
	"github.com/eifcheck/eifcheck/scoring"
)

// board is a scoreboard: two charts, and the table they are drawn from.
type board struct {
	ID                      int
	Title, Summary, Caption string
	Radar, Dots             charts.Figure
	Areas                   []area
}

// area is a line of a table.
type area struct {
	ID, Title                     string
	Average, Gap, Relation, Basis string
	// Sign stands before the relation, for the eye.
	Sign  string
	Score mark
}

// mark is a score, or what there is instead.
type mark struct {
	// Level is 1 to 4, 0 without a score.
	Level int
	// Text is "" for a score, else: no data, 2 to 3, n/a.
	Text string
}

func (r *reader) board(b *eifcheck.Scoreboard) board {
	text := r.wording.Texts.Scoreboard(b.ID)
	view := board{
		ID: int(b.ID), Title: text.Title, Summary: text.Summary,
		Radar: charts.Radar(r.a, *b, r.wording), Dots: charts.DotPlot(r.a, *b, r.wording),
	}
	args := messages.Args{"number": strconv.Itoa(int(b.ID)), "title": text.Title}
	view.Caption = r.say("html/caption", args)
	if average := r.a.Methodology.AverageYear; average != nil {
		args["year"] = year(*average)
		view.Caption = r.say("html/caption.average", args)
	}
	for i := range b.Areas {
		view.Areas = append(view.Areas, r.area(&b.Areas[i]))
	}
	return view
}

func (r *reader) area(a *eifcheck.Area) area {
	view := area{ID: string(a.ID), Title: a.Title, Score: r.mark(a.Status, a.Score, a.Interval)}
	if a.Average != nil {
		view.Average = r.number(*a.Average)
	}
	if a.Gap != nil {
		view.Gap = r.signed(*a.Gap)
	}
	if a.Relation != nil {
		view.Sign, view.Relation = r.relation(*a.Relation)
	}
	if a.Basis != scoring.NoBasis {
		view.Basis = r.say("text/basis."+string(a.Basis), nil)
	}
	return view
}

// relation is a sign and a word: colour alone says nothing.
func (r *reader) relation(relation scoring.Relation) (sign, word string) {
	switch relation {
	case scoring.Above:
		return "▲", r.say("text/above", nil)
	case scoring.Below:
		return "▼", r.say("text/below", nil)
	default:
		return "=", r.say("html/in-line", nil)
	}
}

// mark is a score as it is shown everywhere. What has none is said in words.
func (r *reader) mark(status scoring.Status, score *eif.Score, interval *[2]eif.Score) mark {
	switch {
	case score != nil:
		return mark{Level: int(*score)}
	case status == scoring.Partial && interval != nil:
		return mark{Text: r.say("html/range", messages.Args{"low": int(interval[0]), "high": int(interval[1])})}
	}
	return mark{Text: r.say("text/status."+string(status), nil)}
}
