package html

import (
	"fmt"
	"html/template"
	"strings"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/reports/charts"
)

// page is what the templates print. Everything in it is worded already.
type page struct {
	*words
	Language, Title, Subject, Country, Year, Stage string
	Policy                                         string
	Style, Theme                                   template.CSS
	Script, LinkedData                             template.JS
	Logo                                           template.URL
	Name, Organisation                             free
	Site                                           string
	Compared, CrossBorder                          bool

	Summary summary
	Levels  []mark
	Boards  []board
	First   []gap
	Rest    []gap
	Heat    charts.Figure
	Groups  []group
	// Findings by severity, those accepted last.
	Findings []findings
	Figures  []charts.Figure
	Context  []figure
	Method   method
}

func newPage(a *eifcheck.Assessment, o Options) *page {
	w := &words{wording: o.Wording, own: a.Document.Language, decimals: hasDecimals(a)}
	subject := w.subject(a)
	p := &page{
		words: w, Language: o.Wording.Language(), Subject: subject,
		Title:   w.say("html/title", messages.Args{"subject": subject}),
		Country: lines(o.Wording.Texts.Country(*a.Country)), Year: year(*a.Year),
		Stage: w.say("html/stage."+string(a.Document.Status), nil),
		Name:  w.text(a.Document.Title), Compared: a.Methodology.AverageYear != nil,
		Style: template.CSS(tidy(charts.CSS() + style + running(subject, o))), //nolint:gosec // ours
		Theme: template.CSS(tidy(o.Theme.css)),                                //nolint:gosec // checked
		// Nothing in the data can end the element.
		LinkedData: template.JS(o.LinkedData),                                     //nolint:gosec // see above
		Script:     template.JS(tidy(script)), Logo: template.URL(o.Logo.address), //nolint:gosec // ours; checked
	}
	if by := a.Document.Organisation; by != nil {
		p.Organisation, p.Site = w.text(by.Name), address(by.URL)
	}
	styles := []template.CSS{p.Style}
	if p.Theme != "" {
		styles = append(styles, p.Theme)
	}
	scripts := []template.JS{p.Script}
	if p.LinkedData != "" {
		scripts = append(scripts, p.LinkedData)
	}
	p.Policy = policy(styles, scripts)
	p.fill(a, o)
	return p
}

func (p *page) fill(a *eifcheck.Assessment, o Options) {
	r := newReader(a, p.words)
	p.Summary = r.summary()
	for i := range a.Scoreboards {
		p.Boards = append(p.Boards, r.board(&a.Scoreboards[i]))
		p.CrossBorder = p.CrossBorder || a.Scoreboards[i].ID == eif.CrossBorder
	}
	p.First, p.Rest = r.gaps()
	for level := int(eif.LowestScore); level <= int(eif.HighestScore); level++ {
		p.Levels = append(p.Levels, mark{Level: level, Text: r.level(level)})
	}
	p.Heat = charts.HeatMap(a, o.Wording)
	p.Groups = r.groups()
	p.Findings = r.findings()
	if trend, ok := charts.Trend(a, o.Wording); ok {
		p.Figures = append(p.Figures, trend)
	}
	if peers, ok := charts.Peers(a, o.Wording); ok {
		p.Figures = append(p.Figures, peers)
	}
	p.Context = r.context()
	p.Method = r.method(o)
}

// running is the head of every printed page. It is text of the file in a style sheet: every character
// that means something there is written as its number.
func running(subject string, o Options) string {
	tool := o.Wording.Say("html/footer", messages.Args{"version": o.Header.Tool.Version, "day": o.Header.AsOf})
	return fmt.Sprintf("@page{@top-left{content:%s}@bottom-left{content:%s}}\n", quoted(subject), quoted(tool))
}

func quoted(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		if r == ' ' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, `\%X `, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// reader turns parts of an assessment into parts of a page.
type reader struct {
	*words
	a               *eifcheck.Assessment
	areas           map[eif.AreaID]*eifcheck.Area
	recommendations map[eif.RecommendationID]*eifcheck.Recommendation
	sources         map[string]source
}

// newReader indexes an assessment: gaps, findings and evidence refer to what stands elsewhere in it.
func newReader(a *eifcheck.Assessment, w *words) *reader {
	r := &reader{
		words: w, a: a, areas: map[eif.AreaID]*eifcheck.Area{},
		recommendations: map[eif.RecommendationID]*eifcheck.Recommendation{}, sources: map[string]source{},
	}
	for _, board := range a.Scoreboards {
		if board.ID == eif.CrossBorder {
			continue // it repeats areas, and gaps are those of the national ones
		}
		for i := range board.Areas {
			r.areas[board.Areas[i].ID] = &board.Areas[i]
		}
	}
	for i := range a.Recommendations {
		r.recommendations[a.Recommendations[i].ID] = &a.Recommendations[i]
	}
	for i := range a.Document.Sources {
		r.sources[a.Document.Sources[i].ID] = r.source(&a.Document.Sources[i])
	}
	return r
}
