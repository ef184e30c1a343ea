package reports

import (
	"strconv"
	"strings"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/scoring"
)

// The columns of a scoreboard, from left to right.
const (
	areaColumn = iota
	titleColumn
	scoreColumn
	averageColumn
	gapColumn
	relationColumn
	basisColumn
	recommendationsColumn
	columns
)

// The tables' indent, and the space between their columns.
const (
	tableIndent = 1
	columnGap   = 2
)

// tableRow is a row of a scoreboard: an area, or the names of the columns.
type tableRow [columns]cell

// table is a scoreboard laid out, with the areas its rows were made of.
type table struct {
	head  tableRow
	rows  []tableRow
	areas []eifcheck.Area
}

// scoreboards prints one table a scoreboard, all with the same columns so that they can be compared.
func (r *textReport) scoreboards(a *eifcheck.Assessment) {
	decimals := hasDecimals(a)
	tables := make([]table, 0, len(a.Scoreboards))
	for _, board := range a.Scoreboards {
		t := table{head: r.tableHead(board.ID, a.Methodology.AverageYear != nil), areas: board.Areas}
		for i := range board.Areas {
			t.rows = append(t.rows, r.tableRow(&board.Areas[i], decimals))
		}
		tables = append(tables, t)
	}
	widths := r.columnWidths(tables)
	for _, t := range tables {
		r.table(t, widths)
	}
	r.remarks(a, widths[basisColumn] > 0)
}

func (r *textReport) table(t table, widths [columns]int) {
	r.blank()
	heading := t.head[titleColumn]
	heading.text = shorten(clean(heading.text), widths[areaColumn]+columnGap+widths[titleColumn]+tableIndent)
	heading.width = widths[areaColumn] + columnGap + widths[titleColumn] + tableIndent
	cells := fitted(t.head, widths)
	r.line(0, columnGap, append([]cell{heading}, cells[2:]...)...)
	for i, row := range t.rows {
		r.line(tableIndent, columnGap, fitted(row, widths)...)
		if r.verbose {
			r.said(&t.areas[i], tableIndent+widths[areaColumn]+columnGap)
		}
	}
}

// said prints what the file says of an area in words.
func (r *textReport) said(area *eifcheck.Area, indent int) {
	for _, words := range []string{area.Reason.In(r.wording.Language()), area.Comment.In(r.wording.Language())} {
		if words != "" {
			r.text(indent, faint, clean(words))
		}
	}
}

// fitted gives the cells of a row the widths of their columns and leaves out columns without any.
func fitted(row tableRow, widths [columns]int) []cell {
	cells := make([]cell, 0, columns)
	for i, c := range row {
		if i > titleColumn && widths[i] == 0 {
			continue
		}
		if i == titleColumn {
			c.text = shorten(clean(c.text), widths[i])
		}
		c.width = widths[i]
		cells = append(cells, c)
	}
	return cells
}

// columnWidths measures every table. Titles give way when the page is too narrow, then, one after
// the other, the columns that can be missed; where there is room, two more say where a score comes from.
func (r *textReport) columnWidths(tables []table) [columns]int {
	var widths [columns]int
	for _, t := range tables {
		for i := range columns {
			if i != titleColumn { // the head's is the scoreboard's title and may be wider than the column
				widths[i] = max(widths[i], widthOf(clean(t.head[i].text)))
			}
			for _, row := range t.rows {
				widths[i] = max(widths[i], widthOf(clean(row[i].text)))
			}
		}
	}
	const narrowestTitle = 24
	title := widths[titleColumn]
	for _, drop := range []struct{ column, title int }{
		{recommendationsColumn, title},
		{basisColumn, title},
		{relationColumn, narrowestTitle},
		{gapColumn, narrowestTitle / 2},
	} {
		if r.width-others(widths) < drop.title {
			widths[drop.column] = 0
		}
	}
	widths[titleColumn] = max(narrowestTitle/4, min(title, r.width-others(widths)))
	return widths
}

// others is the room that everything but the titles takes.
func others(widths [columns]int) int {
	room := tableIndent
	for i, width := range widths {
		if i != titleColumn && width > 0 {
			room += width + columnGap
		}
	}
	return room
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
		return cell{text: dots(score, score) + " " + strconv.Itoa(score)}
	case area.Status == scoring.Partial && area.Interval != nil:
		low, high := int(area.Interval[0]), int(area.Interval[1])
		return cell{tone: note, text: dots(low, high) + " " + r.interval(low, high)}
	}
	return cell{tone: faint, text: r.say("text/status."+string(area.Status), nil)}
}

func (r *textReport) interval(low, high int) string {
	return r.say("text/interval", messages.Args{"low": low, "high": high})
}

// dots draws a score on the scale of four; what it can still become is half filled.
func dots(low, high int) string {
	scale := int(eif.HighestScore)
	low, high = max(0, min(low, scale)), max(0, min(high, scale))
	return strings.Repeat("●", low) + strings.Repeat("◐", max(0, high-low)) + strings.Repeat("○", scale-max(low, high))
}

func (r *textReport) relationCell(relation scoring.Relation) cell {
	switch relation {
	case scoring.Above:
		return cell{tone: good, text: "▲ " + r.say("text/above", nil)}
	case scoring.Below:
		return cell{tone: caution, text: "▼ " + r.say("text/below", nil)}
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
	sign := ""
	if h < 0 {
		sign, h = "-", -h
	}
	rest := strconv.Itoa(int(100 + h%100))
	return sign + strconv.Itoa(int(h/100)) + "." + rest[1:]
}

// signed prints a gap.
func signed(h eif.Hundredths, decimals bool) string {
	if h > 0 {
		return "+" + number(h, decimals)
	}
	return number(h, decimals)
}

// remarks say under the tables what their words mean and how much is known.
func (r *textReport) remarks(a *eifcheck.Assessment, basisShown bool) {
	r.blank()
	r.text(0, plain, r.standing(a))
	if !basisShown {
		r.bases(a)
	}
	if has(a, func(area *eifcheck.Area) bool { return area.Basis == scoring.Derived }) {
		r.text(0, plain, r.say("text/indicative", nil))
	}
	if has(a, func(area *eifcheck.Area) bool { return area.Status == scoring.NotApplicable }) {
		r.text(0, plain, r.say("text/not-applicable", nil))
	}
	c := a.Summary.Coverage
	r.text(0, plain, r.say("text/coverage", messages.Args{
		"areas": percent(c.Areas), "recommendations": percent(c.Recommendations),
		"indicators": percent(c.Indicators), "evidence": percent(c.Evidence),
	}))
}

// percent prints a share of 0 to 1.
func percent(share eif.Hundredths) string { return strconv.Itoa(int(share)) }

// standing counts the areas in one sentence.
func (r *textReport) standing(a *eifcheck.Assessment) string {
	s := a.Summary
	var parts []string
	if s.Above != nil && s.At != nil && s.Below != nil {
		parts = append(parts, r.say("text/standing", messages.Args{"above": *s.Above, "at": *s.At, "below": *s.Below}))
	}
	for _, p := range []struct {
		code  string
		count int
	}{
		{"text/standing.partial", s.Partial},
		{"text/standing.no-data", s.NoData},
		{"text/standing.not-applicable", s.NotApplicable},
	} {
		if p.count > 0 {
			parts = append(parts, r.sayCount(p.code, p.count))
		}
	}
	return r.say("text/standing.areas", messages.Args{"count": s.Areas}) + " " + strings.Join(parts, ", ") + "."
}

// bases say where scores come from, in one sentence when they all come from one place.
func (r *textReport) bases(a *eifcheck.Assessment) {
	var named []scoring.Basis
	byBasis := map[scoring.Basis][]string{}
	for _, board := range a.Scoreboards {
		for i := range board.Areas {
			basis := board.Areas[i].Basis
			if basis == scoring.NoBasis || board.ID == eif.CrossBorder {
				continue
			}
			if byBasis[basis] == nil {
				named = append(named, basis)
			}
			byBasis[basis] = append(byBasis[basis], string(board.Areas[i].ID))
		}
	}
	for _, basis := range named {
		if len(named) == 1 {
			r.text(0, plain, r.say("text/all."+string(basis), nil))
			return
		}
		r.text(0, plain, r.say("text/some."+string(basis), messages.Args{"areas": byBasis[basis]}))
	}
}

func has(a *eifcheck.Assessment, holds func(*eifcheck.Area) bool) bool {
	for _, board := range a.Scoreboards {
		for i := range board.Areas {
			if holds(&board.Areas[i]) {
				return true
			}
		}
	}
	return false
}
