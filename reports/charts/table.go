package charts

import (
	"strconv"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/internal/messages"
)

// boardTable holds the numbers of a scoreboard. Without an average there are no columns about one.
func (b *author) boardTable(board eifcheck.Scoreboard, places []place) Table {
	compared := some(places, hasAverage)
	t := Table{Columns: []string{
		b.say("chart/head.area", nil), b.say("chart/head.score", nil), b.say("chart/head.basis", nil),
	}}
	if compared {
		t.Columns = append(t.Columns, b.averageHead(), b.say("chart/head.members", nil),
			b.say("chart/head.gap", nil), b.say("chart/head.relation", nil))
	}
	for i := range places {
		p := &places[i]
		row := []string{b.name(p), b.tabled(p), b.basis(p)}
		if compared {
			row = append(row, averageCells(&board.Areas[i])...)
			row = append(row, b.relation(p))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// averageHead heads the column of averages, with their year.
func (b *author) averageHead() string {
	if b.a.Methodology == nil || b.a.Methodology.AverageYear == nil {
		return b.say("chart/head.average", nil)
	}
	return b.say("chart/head.average-year", messages.Args{"year": year(*b.a.Methodology.AverageYear)})
}

// averageCells are the average of an area, its members and the gap.
func averageCells(area *eifcheck.Area) []string {
	cells := []string{"", "", ""}
	if area.Average != nil {
		cells[0] = area.Average.String()
	}
	if area.Members != nil {
		cells[1] = strconv.Itoa(*area.Members)
	}
	if area.Gap != nil {
		cells[2] = signed(*area.Gap)
	}
	return cells
}

// tabled is a score in a table, where nothing beside it says that it is partial.
func (b *author) tabled(p *place) string {
	if p.partial() {
		return b.say("chart/interval.partial", messages.Args{"low": int(p.interval[0]), "high": int(p.interval[1])})
	}
	return b.state(p)
}
