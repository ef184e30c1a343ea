package charts

import (
	"html/template"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/eifcheck/eifcheck/internal/messages"
)

// The type sizes are in units of a drawing of the width narrow. On a telephone that is drawn 300 pixels wide, where
// 14.5 units are still 12 pixels.
const (
	narrow   = 360.0
	fontSize = 14.5
	lineStep = 18.0
	// letter is the width of a letter: generous, because the page chooses the typeface.
	letter = 7.6
)

// canvas writes SVG. Every text and every attribute that it is given is escaped here, and nowhere else.
type canvas struct{ strings.Builder }

// number rounds a coordinate to one decimal: a tenth of a pixel is not seen, and its digits are half of the page.
func number(v float64) string {
	text := strconv.FormatFloat(v, 'f', 1, 64)
	text = strings.TrimSuffix(text, ".0")
	if text == "-0" {
		return "0"
	}
	return text
}

// escape makes text safe in an element and in a quoted attribute. Control characters are shown as escapes, and what
// Unicode calls no character, which neither XML nor HTML may hold, is replaced.
func escape(text string) string {
	return template.HTMLEscapeString(strings.Map(func(r rune) rune {
		const planeEnd = 0xfffe
		if r&planeEnd == planeEnd || r >= 0xfdd0 && r <= 0xfdef {
			return utf8.RuneError
		}
		return r
	}, messages.CleanLine(text)))
}

// open starts an element; attributes are names and values by turns.
func (c *canvas) open(name string, attributes ...string) {
	c.tag(name, attributes)
	c.WriteByte('>')
}

// shut ends an element.
func (c *canvas) shut(name string) { c.WriteString("</" + name + ">") }

// mark writes an element without content.
func (c *canvas) mark(name string, attributes ...string) {
	c.tag(name, attributes)
	c.WriteString("/>")
}

func (c *canvas) tag(name string, attributes []string) {
	c.WriteString("<" + name)
	for i := 0; i+1 < len(attributes); i += 2 {
		c.WriteString(" " + attributes[i] + `="` + escape(attributes[i+1]) + `"`)
	}
}

// text writes one line of text; class may be "".
func (c *canvas) text(x, y float64, class, text string) {
	attributes := []string{"x", number(x), "y", number(y)}
	if class != "" {
		attributes = append(attributes, "class", class)
	}
	c.open("text", attributes...)
	c.WriteString(escape(text))
	c.shut("text")
}

// element writes an element with text in it.
func (c *canvas) element(name, text string, attributes ...string) {
	c.open(name, attributes...)
	c.WriteString(escape(text))
	c.shut(name)
}

func (c *canvas) rect(x, y, width, height float64) {
	c.mark("rect", "x", number(x), "y", number(y), "width", number(width), "height", number(height))
}

// drawing is an SVG with its frame still to be written.
type drawing struct {
	canvas
	// id begins every id in it.
	id, title, description, class string
	width, height                 float64
	// links tells that it holds links: then it is no image to a screen reader, which would hide them.
	links bool
	// hatched is what hatches a cell of which several are alike, "" for none.
	hatched string
	// layers are the paths of the marks, a kind each: one element for all marks of a kind keeps a page small.
	layers [lastLayer]path
}

// html frames the drawing.
func (d *drawing) html() string {
	role := "img"
	if d.links {
		role = "group"
	}
	var c canvas
	c.open("svg", "class", "chart "+d.class,
		"viewBox", "0 0 "+number(d.width)+" "+number(d.height), "font-size", number(fontSize),
		"role", role, "aria-labelledby", d.id+"-title "+d.id+"-desc")
	c.element("title", d.title, "id", d.id+"-title")
	c.element("desc", d.description, "id", d.id+"-desc")
	if d.hatched != "" {
		c.open("defs")
		c.open("g", "id", d.id+"-h")
		c.WriteString(d.hatched)
		c.shut("g")
		c.shut("defs")
	}
	if d.links {
		c.open("g")
	} else {
		c.open("g", "aria-hidden", "true")
	}
	for i := range d.layers {
		if d.layers[i].Len() == 0 {
			continue
		}
		c.mark("path", "class", layer(i).class(), "d", d.layers[i].String())
	}
	c.WriteString(d.String())
	c.shut("g")
	c.shut("svg")
	return c.String()
}

// trusted marks as HTML what a canvas wrote.
func trusted(svg string) template.HTML {
	return template.HTML(svg) //nolint:gosec // canvas has escaped every text and attribute in it
}

// together sets several drawings side by side where there is room.
func together(drawings []string) template.HTML {
	if len(drawings) == 0 {
		return ""
	}
	return trusted(`<div class="charts">` + strings.Join(drawings, "") + `</div>`)
}
