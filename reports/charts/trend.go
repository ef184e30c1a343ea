package charts

import (
	"slices"
	"strconv"
	"strings"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
)

// The columns of a trend: the labels of the lines, then the years.
const (
	yearsFrom   = 52.0
	yearsTo     = 316.0
	levelStep   = 16.0
	yearLabels  = 7
	trendMargin = 12.0
)

// moment is a year of a trend: the year that is assessed, or another.
type moment struct {
	year        int
	methodology string
	source      string
	present     bool
	places      map[string]place
}

// Trend shows each area over the years. Years of two editions of the Monitoring Mechanism are kept apart by a break
// and never joined: their scores are not compared. It is false where no other year is known.
func Trend(a *eifcheck.Assessment, w eifcheck.Wording) (Figure, bool) {
	if len(a.History) == 0 || a.Year == nil || a.Methodology == nil {
		return Figure{}, false
	}
	b := author{w: w, a: a}
	moments := b.moments()
	f := Figure{
		ID: "chart-trend", Title: b.say("chart/trend.title", nil), Table: b.momentTable(moments),
		Description: b.trendSaid(moments),
	}
	var drawings []string
	for _, board := range a.Scoreboards {
		if board.ID != eif.CrossBorder {
			drawings = append(drawings, b.trendBoard(f.ID, board, moments))
		}
	}
	f.SVG = together(append(drawings, b.key(f.ID+"-key", b.trendEntries(moments))))
	return f, true
}

// moments lists the years, the oldest first, with the one that is assessed.
func (b *author) moments() []moment {
	present := moment{year: *b.a.Year, methodology: b.a.Methodology.ID, present: true, places: map[string]place{}}
	b.eachArea(func(area *eifcheck.Area) { present.places[string(area.ID)] = placeOf(area) })
	list := []moment{}
	for i := range b.a.History {
		list = append(list, momentOf(&b.a.History[i]))
	}
	list = append(list, present)
	slices.SortStableFunc(list, func(x, y moment) int { return x.year - y.year })
	return list
}

// momentOf reads a past result: an area without a score has no data.
func momentOf(past *eifcheck.PastResult) moment {
	m := moment{year: past.Year, methodology: past.Methodology, source: past.Source, places: map[string]place{}}
	for id, score := range past.Areas {
		m.places[string(id)] = place{id: string(id), score: known(score), interval: span(nil)}
	}
	return m
}

// of is what is known of an area in a year.
func (m *moment) of(id eif.AreaID) place {
	if p, ok := m.places[string(id)]; ok {
		return p
	}
	return place{id: string(id), interval: span(nil)}
}

// joins tells whether a line may lead from one year to the next: the same edition, and no year between them.
func (m *moment) joins(next *moment) bool {
	return m.year+1 == next.year && m.comparable(next)
}

// comparable tells whether the scores of two years belong to the same edition of the Monitoring Mechanism.
func (m *moment) comparable(other *moment) bool {
	return m.methodology != "" && m.methodology == other.methodology
}

func (b *author) trendBoard(id string, board eifcheck.Scoreboard, moments []moment) string {
	d := drawing{
		id: id + "-" + strconv.Itoa(int(board.ID)), title: b.boardTitle("chart/trend.board", board.ID),
		description: b.say("chart/trend.short", nil), class: "chart-trend", width: narrow,
	}
	d.element("text", b.boardTitle("chart/board", board.ID), "class", "c-strong", "x", "2", "y", "16")
	y := 26.0
	for i := range board.Areas {
		area := &board.Areas[i]
		y = d.heading(y+18, string(area.ID), area.Title) - lineStep
		y = b.trendArea(&d, y+trendMargin, area.ID, moments) + 10
	}
	d.height = y
	return d.html()
}

// trendArea draws one area and returns where it ends.
func (b *author) trendArea(d *drawing, y float64, id eif.AreaID, moments []moment) float64 {
	lines := scale{from: y + 3*levelStep + 6, to: y + 6}
	d.open("g", "class", "c-faint c-mid")
	for _, level := range levels() {
		d.text(14, lines.of(level)+5, "", strconv.Itoa(int(level)))
		d.line(grid, yearsFrom-20, lines.of(level), yearsTo+20, lines.of(level))
	}
	d.shut("g")
	d.trendLine(lines, id, moments)
	d.open("g", "class", "c-mid")
	labelled := (len(moments) + yearLabels - 1) / yearLabels
	for i := range moments {
		p, x := moments[i].of(id), column(i, len(moments))
		switch {
		case p.scored():
			d.dot(x, lines.of(p.score), p.indicative())
		case p.partial() || p.open():
			top, bottom := lines.of(p.interval[1]), lines.of(p.interval[0])
			d.span(x-spanHeight/2, top-6, spanHeight, bottom-top+12)
		default:
			d.text(x, (lines.from+lines.to)/2+5, "c-ring", b.brief(&p))
		}
		class := ""
		if moments[i].present {
			class = "c-strong"
		}
		if (len(moments)-1-i)%labelled == 0 {
			d.text(x, lines.from+23, class, year(moments[i].year))
		}
	}
	d.shut("g")
	return lines.from + 24
}

// column is where a year stands.
func column(i, count int) float64 {
	if count < 2 {
		return yearsFrom
	}
	return yearsFrom + (yearsTo-yearsFrom)*float64(i)/float64(count-1)
}

// trendLine joins the scores of years that may be compared, and breaks the chart between those that may not.
func (d *drawing) trendLine(lines scale, id eif.AreaID, moments []moment) {
	for i := range len(moments) - 1 {
		this, next := &moments[i], &moments[i+1]
		p, q := this.of(id), next.of(id)
		x, z := column(i, len(moments)), column(i+1, len(moments))
		if this.joins(next) && p.scored() && q.scored() {
			d.line(scoreLine, x, lines.of(p.score), z, lines.of(q.score))
		}
		if !this.comparable(next) {
			d.box(gutters, (x+z)/2-4, lines.to-8, 8, lines.from-lines.to+16)
			d.line(breaks, (x+z)/2, lines.to-8, (x+z)/2, lines.from+8)
		}
	}
}

// trendSaid says which years are shown, where they come from, and which of them are not compared.
func (b *author) trendSaid(moments []moment) string {
	var years, published, files, breaks []string
	for i := range moments {
		m := &moments[i]
		years = append(years, year(m.year))
		switch {
		case m.source == eifcheck.PublishedSource:
			published = append(published, year(m.year))
		case m.source != "":
			files = append(files, b.say("chart/trend.file", messages.Args{"year": year(m.year), "file": m.source}))
		}
		if i > 0 && !moments[i-1].comparable(m) {
			breaks = append(breaks, b.say("chart/trend.break", messages.Args{
				"before": year(moments[i-1].year), "after": year(m.year),
			}))
		}
	}
	sentences := []string{
		b.say("chart/trend", messages.Args{"years": years}),
		b.say("chart/trend.present", messages.Args{"year": year(*b.a.Year)}),
	}
	if len(published) > 0 {
		sentences = append(sentences, b.say("chart/trend.published", messages.Args{"years": published}))
	}
	return strings.Join(slices.Concat(sentences, files, breaks), " ")
}

// momentTable has a column a year.
func (b *author) momentTable(moments []moment) Table {
	t := Table{Columns: []string{b.say("chart/head.area", nil)}}
	for i := range moments {
		t.Columns = append(t.Columns, b.say("chart/head.year", messages.Args{
			"year": year(moments[i].year), "methodology": moments[i].methodology,
		}))
	}
	b.eachArea(func(area *eifcheck.Area) {
		p := placeOf(area)
		row := []string{b.name(&p)}
		for i := range moments {
			q := moments[i].of(area.ID)
			row = append(row, b.tabled(&q))
		}
		t.Rows = append(t.Rows, row)
	})
	return t
}

func (b *author) trendEntries(moments []moment) []entry {
	var all []place
	broken, joined := false, false
	for i := range moments {
		b.eachArea(func(area *eifcheck.Area) { all = append(all, moments[i].of(area.ID)) })
		broken = broken || i > 0 && !moments[i-1].comparable(&moments[i])
		joined = joined || i > 0 && moments[i-1].joins(&moments[i])
	}
	list := b.entries(all)
	list = b.withBrief(list, all)
	if joined {
		list = append(list, entry{text: b.say("chart/legend.joined", nil), mark: func(d *drawing, x, y float64) {
			d.line(scoreLine, x-14, y, x+14, y)
		}})
	}
	if broken {
		list = append(list, entry{text: b.say("chart/legend.break", nil), mark: func(d *drawing, x, y float64) {
			d.line(breaks, x, y-10, x, y+10)
		}})
	}
	return list
}
