package reports

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

// table is a scoreboard laid out.
type table struct {
	head tableRow
	rows []tableRow
	// said is what stands in words under each row, when everything is asked for.
	said [][]string
	// none stands in place of the rows when no area has a score.
	none string
}

// table prints a scoreboard; its title stands in the line of the columns' names.
func (r *textReport) table(t table, widths [columns]int) {
	r.blank()
	heading := t.head[titleColumn]
	if t.none != "" {
		r.text(0, strong, heading.text)
		r.text(tableIndent, faint, t.none)
		return
	}
	heading.text = shorten(clean(heading.text), widths[areaColumn]+columnGap+widths[titleColumn]+tableIndent)
	heading.width = widths[areaColumn] + columnGap + widths[titleColumn] + tableIndent
	cells := fitted(t.head, widths)
	r.line(0, columnGap, append([]cell{heading}, cells[2:]...)...)
	for i, row := range t.rows {
		r.line(tableIndent, columnGap, fitted(row, widths)...)
		if r.verbose {
			for _, words := range t.said[i] {
				r.text(tableIndent+widths[areaColumn]+columnGap, faint, words)
			}
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
