package reports

import (
	"strconv"
	"strings"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/scoring"
)

// scoreboards prints one table a scoreboard, all with the same columns so that they can be compared.
func (r *textReport) scoreboards(a *eifcheck.Assessment) {
	decimals := hasDecimals(a)
	tables := make([]table, 0, len(a.Scoreboards))
	for _, board := range a.Scoreboards {
		t := table{head: r.tableHead(board.ID, a.Methodology.AverageYear != nil)}
		c := countsOf(board.Areas)
		// The 25 areas are always shown; scoreboard 4 only repeats them.
		if board.ID == eif.CrossBorder && c.Scored+c.Partial == 0 && !r.verbose {
			t = table{head: tableRow{titleColumn: t.head[titleColumn]}, none: r.standing(c)}
			board.Areas = nil
		}
		for i := range board.Areas {
			t.rows = append(t.rows, r.tableRow(&board.Areas[i], decimals))
			t.said = append(t.said, r.said(&board.Areas[i], a.Document.Language))
		}
		tables = append(tables, t)
	}
	widths := r.columnWidths(tables)
	for _, t := range tables {
		r.table(t, widths)
	}
	r.remarks(a, widths[basisColumn] > 0)
}

// countsOf counts what tells whether a scoreboard has anything to draw.
func countsOf(areas []eifcheck.Area) eifcheck.AreaCounts {
	c := eifcheck.AreaCounts{Areas: len(areas)}
	for i := range areas {
		switch areas[i].Status {
		case scoring.Scored:
			c.Scored++
		case scoring.Partial:
			c.Partial++
		case scoring.NotApplicable:
			c.NotApplicable++
		default:
			c.NoData++
		}
	}
	return c
}

func (r *textReport) tableHead(id eif.Scoreboard, compared bool) tableRow {
	head := tableRow{
		titleColumn: {tone: strong, text: r.say("text/scoreboard", messages.Args{
			"number": int(id), "title": r.wording.Texts.Scoreboard(id).Title,
		})},
		scoreColumn:           {tone: faint, text: r.say("text/head.score", nil)},
		basisColumn:           {tone: faint, text: r.say("text/head.basis", nil)},
		recommendationsColumn: {tone: faint, text: r.say("text/head.recommendations", nil)},
	}
	if compared {
		head[averageColumn] = cell{tone: faint, right: true, text: r.say("text/head.average", nil)}
		head[gapColumn] = cell{tone: faint, right: true, text: r.say("text/head.gap", nil)}
	}
	return head
}

func (r *textReport) tableRow(area *eifcheck.Area, decimals bool) tableRow {
	row := tableRow{
		areaColumn:            {text: string(area.ID)},
		titleColumn:           {text: area.Title},
		scoreColumn:           r.scoreCell(area),
		recommendationsColumn: {tone: faint, text: span(area.Recommendations)},
	}
	if area.Average != nil {
		row[averageColumn] = cell{text: number(*area.Average, decimals), right: true}
	}
	if area.Gap != nil {
		row[gapColumn] = cell{text: signed(*area.Gap, decimals), right: true}
	}
	if area.Relation != nil {
		row[relationColumn] = r.relationCell(*area.Relation)
	}
	if area.Status == scoring.Partial {
		row[relationColumn] = cell{tone: note, text: r.say("text/partial", nil)}
	}
	if area.Basis != scoring.NoBasis {
		row[basisColumn] = cell{tone: faint, text: r.say("text/basis."+string(area.Basis), nil)}
	}
	return row
}

// scoreCell draws a score on the scale and says it as a number. Where there is none it says so in
// words and draws nothing: no drawing could not be taken for a 0.
func (r *textReport) scoreCell(area *eifcheck.Area) cell {
	switch {
	case area.Score != nil:
		score := int(*area.Score)
		return cell{text: dots(score, score, area.Average) + " " + strconv.Itoa(score)}
	case area.Status == scoring.Partial && area.Interval != nil:
		low, high := int(area.Interval[0]), int(area.Interval[1])
		return cell{tone: note, text: dots(low, high, area.Average) + " " + r.interval(low, high)}
	}
	return cell{tone: faint, text: r.say("text/status."+string(area.Status), nil)}
}

// said is what the file says of an area in words.
func (r *textReport) said(area *eifcheck.Area, language string) []string {
	var said []string
	for _, words := range []assessment.Text{area.Reason, area.Comment} {
		if !words.Empty() {
			said = append(said, oneLine(words.In(r.wording.Language(), language)))
		}
	}
	return said
}

func (r *textReport) interval(low, high int) string {
	return r.say("text/interval", messages.Args{"low": low, "high": high})
}

// dots draws a score on the scale of four: filled up to the score, half filled what it can still
// become, dotted what is missing to the EU average, empty the rest.
func dots(low, high int, average *eif.Hundredths) string {
	scale := int(eif.HighestScore)
	low, high = max(0, min(low, scale)), max(0, min(high, scale))
	reached := max(low, high)
	missing := 0
	if average != nil {
		missing = max(0, min(int(*average+50)/100, scale)-reached)
	}
	return strings.Repeat("●", low) + strings.Repeat("◐", max(0, high-low)) +
		strings.Repeat("◌", missing) + strings.Repeat("○", scale-reached-missing)
}

func (r *textReport) relationCell(relation scoring.Relation) cell {
	switch relation {
	case scoring.Above:
		return cell{tone: good, text: "▲ " + r.say("text/above", nil)}
	case scoring.Below:
		return cell{tone: caution, text: "▼ " + r.say("text/below", nil)}
	case scoring.At:
	}
	return cell{}
}

// span shortens a run of recommendations: "R20-R24".
func span(list []eif.RecommendationID) string {
	const worthIt = 3
	if len(list) < worthIt {
		return strings.Join(ids(list), ", ")
	}
	for i, id := range list {
		first, this := eif.RecommendationByID(list[0]), eif.RecommendationByID(id)
		if first == nil || this == nil || this.Number != first.Number+i {
			return strings.Join(ids(list), ", ")
		}
	}
	return string(list[0]) + "-" + string(list[len(list)-1])
}

// hasDecimals tells that some average is no whole number: then all are shown with two decimals, one under the other.
func hasDecimals(a *eifcheck.Assessment) bool {
	for _, board := range a.Scoreboards {
		for i := range board.Areas {
			if average := board.Areas[i].Average; average != nil && *average%100 != 0 {
				return true
			}
		}
	}
	return false
}

// number prints hundredths whole, or with two decimals.
func number(h eif.Hundredths, decimals bool) string {
	if !decimals {
		return h.String()
	}
	return h.Fixed()
}

// signed prints a gap.
func signed(h eif.Hundredths, decimals bool) string {
	if h > 0 {
		return "+" + number(h, decimals)
	}
	return number(h, decimals)
}
