package charts

import (
	"html/template"
)

// entry is a line of a legend: a mark and what it means.
type entry struct {
	mark func(d *drawing, x, y float64)
	text string
}

// legend writes the entries below one another and returns where the next line begins.
func (d *drawing) legend(y float64, entries []entry) float64 {
	const indent = 36
	for _, e := range entries {
		e.mark(d, indent/2-2, y+11)
		y = d.paragraph(indent, y+16, d.width-indent, "", e.text) - 10
	}
	return y
}

func (b *author) scoreEntry() entry {
	return entry{text: b.say("chart/legend.score", nil), mark: func(d *drawing, x, y float64) { d.dot(x, y, false) }}
}

func (b *author) spanEntry(code string) entry {
	return entry{text: b.say(code, nil), mark: func(d *drawing, x, y float64) {
		d.span(x-14, y-spanHeight/2, 28, spanHeight)
	}}
}

func (b *author) indicativeEntry() entry {
	return entry{
		text: b.say("chart/legend.indicative", nil),
		mark: func(d *drawing, x, y float64) { d.dot(x, y, true) },
	}
}

func (b *author) averageEntry(text string) entry {
	return entry{text: text, mark: func(d *drawing, x, y float64) { d.diamond(x, y) }}
}

// withBrief adds what the short word means that stands where something is not applicable.
func (b *author) withBrief(list []entry, places []place) []entry {
	if !some(places, func(p *place) bool { return b.brief(p) != b.state(p) }) {
		return list
	}
	return append(list, entry{text: b.say("chart/legend.not-applicable", nil), mark: func(d *drawing, x, y float64) {
		d.text(x, y+5, "c-mid", b.say("chart/not-applicable.brief", nil))
	}})
}

// entries explain the marks that occur, and no others.
func (b *author) entries(places []place) []entry {
	var list []entry
	if some(places, func(p *place) bool { return p.scored() && !p.indicative() }) {
		list = append(list, b.scoreEntry())
	}
	if some(places, (*place).indicative) {
		list = append(list, b.indicativeEntry())
	}
	if some(places, (*place).partial) {
		list = append(list, b.spanEntry("chart/legend.partial"))
	}
	if some(places, (*place).open) {
		list = append(list, b.spanEntry("chart/legend.no-data"))
	}
	return list
}

// key is a drawing of its own with the legend of several.
func (b *author) key(id string, entries []entry) string {
	d := drawing{id: id, title: b.say("chart/key", nil), class: "chart-key", width: narrow}
	for i, e := range entries {
		if i > 0 {
			d.description += " "
		}
		d.description += e.text
	}
	d.height = d.legend(0, entries) + 6
	return d.html()
}

// single frames a figure of one drawing.
func single(d *drawing) template.HTML { return trusted(d.html()) }
