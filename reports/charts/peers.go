package charts

import (
	"strconv"
	"strings"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
)

// A panel of the peers: half as wide as a telephone.
const (
	panelWidth = 170.0
	panelFrom  = 56.0
	panelTo    = 158.0
	panelStep  = 22.0
	boardGap   = 10.0
)

// panel is a country among its peers.
type panel struct {
	country string
	moment
	// unknown tells that nothing was published of the country and year.
	unknown bool
}

// Peers shows the areas of some countries, each in a panel of its own, the assessed one first and the others in the
// order in which they were asked for: that is no ranking. It is false without peers.
func Peers(a *eifcheck.Assessment, w eifcheck.Wording) (Figure, bool) {
	if len(a.Peers) == 0 || a.Country == nil || a.Year == nil || a.Methodology == nil {
		return Figure{}, false
	}
	b := author{w: w, a: a}
	panels := b.panels()
	f := Figure{
		ID: "chart-peers", Title: b.say("chart/peers.title", messages.Args{"year": year(*a.Year)}),
		Description: b.peersSaid(panels), Table: b.peersTable(panels),
	}
	var c canvas
	c.open("div", "class", "charts charts-peers")
	for i := range panels {
		c.WriteString(b.panel(f.ID+"-"+strconv.Itoa(i+1), &panels[i]))
	}
	c.shut("div")
	f.SVG = trusted(c.String()) + together([]string{b.key(f.ID+"-key", b.peersEntries(panels))})
	return f, true
}

func (b *author) panels() []panel {
	present := panel{country: b.w.Texts.Country(*b.a.Country), moment: moment{places: map[string]place{}}}
	b.eachArea(func(area *eifcheck.Area) { present.places[string(area.ID)] = placeOf(area) })
	list := []panel{present}
	for i := range b.a.Peers {
		peer := &b.a.Peers[i]
		list = append(list, panel{
			country: b.w.Texts.Country(peer.Country), moment: momentOf(peer), unknown: peer.Source == "",
		})
	}
	return list
}

// eachArea visits the areas of scoreboards 1 to 3, which is what is published of peers.
func (b *author) eachArea(visit func(*eifcheck.Area)) {
	for _, board := range b.a.Scoreboards {
		if board.ID == eif.CrossBorder {
			continue
		}
		for i := range board.Areas {
			visit(&board.Areas[i])
		}
	}
}

// panel draws a country: a row an area.
func (b *author) panel(id string, country *panel) string {
	d := drawing{
		id: id, title: country.country, class: "chart-panel", width: panelWidth,
		description: b.say("chart/peers", messages.Args{"year": year(*b.a.Year)}),
	}
	y := 16.0
	for _, line := range wrap(country.country, panelWidth) {
		d.text(2, y, "c-strong", line)
		y += lineStep
	}
	if country.unknown {
		d.description = b.say("chart/peers.nothing", messages.Args{"country": country.country, "year": year(*b.a.Year)})
		nothing := b.say("chart/peers.nothing-here", messages.Args{"year": year(*b.a.Year)})
		d.height = d.paragraph(2, y+4, panelWidth-2, "", nothing)
		return d.html()
	}
	line := scale{from: panelFrom, to: panelTo}
	d.levels(line, y+4)
	y += 24
	for _, board := range b.a.Scoreboards {
		if board.ID == eif.CrossBorder {
			continue
		}
		for i := range board.Areas {
			p := country.of(board.Areas[i].ID)
			b.panelRow(&d, line, y, &p, board.Areas[i].Average)
			y += panelStep
		}
		for _, level := range levels() {
			from := y - panelStep*float64(len(board.Areas)) - panelStep/2
			d.line(grid, line.of(level), from, line.of(level), y-panelStep/2)
		}
		y += boardGap
	}
	d.levels(line, y-boardGap+4)
	d.height = y + 2
	return d.html()
}

// panelRow draws an area of a country, beside the average that holds for all of them.
func (b *author) panelRow(d *drawing, line scale, y float64, p *place, average *eif.Hundredths) {
	d.text(2, y+5, "", p.id)
	if !p.scored() && !p.partial() && !p.open() {
		d.text(panelFrom-6, y+5, "c-ring", b.brief(p))
		return
	}
	shown := *p
	shown.average = average
	d.marks(line, y, &shown)
	if p.open() {
		d.text(panelFrom-3, y+5, "c-ring", b.state(p))
	}
}

// peersSaid says who is shown, and of whom nothing was published.
func (b *author) peersSaid(panels []panel) string {
	var names []string
	for i := range panels {
		names = append(names, panels[i].country)
	}
	sentences := []string{b.say("chart/peers.said", messages.Args{
		"country": panels[0].country, "year": year(*b.a.Year), "others": names[1:],
	})}
	for i := range panels {
		if panels[i].unknown {
			sentences = append(sentences, b.say("chart/peers.nothing", messages.Args{
				"country": panels[i].country, "year": year(*b.a.Year),
			}))
		}
	}
	return strings.Join(sentences, " ")
}

// peersTable has a column a country, and one of averages where there are any.
func (b *author) peersTable(panels []panel) Table {
	t := Table{Columns: []string{b.say("chart/head.area", nil)}}
	for i := range panels {
		t.Columns = append(t.Columns, panels[i].country)
	}
	compared := b.a.Methodology.AverageYear != nil
	if compared {
		t.Columns = append(t.Columns, b.averageHead())
	}
	b.eachArea(func(area *eifcheck.Area) {
		p := placeOf(area)
		row := []string{b.name(&p)}
		for i := range panels {
			q := panels[i].of(area.ID)
			if panels[i].unknown {
				row = append(row, b.say("chart/no-results", nil))
				continue
			}
			row = append(row, b.tabled(&q))
		}
		if compared {
			row = append(row, averageCells(area)[0])
		}
		t.Rows = append(t.Rows, row)
	})
	return t
}

func (b *author) peersEntries(panels []panel) []entry {
	var all []place
	var compared bool
	b.eachArea(func(area *eifcheck.Area) {
		for i := range panels {
			if !panels[i].unknown {
				all = append(all, panels[i].of(area.ID))
			}
		}
		compared = compared || area.Average != nil
	})
	list := b.entries(all)
	if compared {
		list = append(list, b.averageEntry(b.averageSaid(eifcheck.Scoreboard{Areas: b.areas()})))
	}
	return b.withBrief(list, all)
}

func (b *author) areas() []eifcheck.Area {
	var list []eifcheck.Area
	b.eachArea(func(area *eifcheck.Area) { list = append(list, *area) })
	return list
}
