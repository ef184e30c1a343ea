package html

import (
	"strconv"

	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/observatory"
	"github.com/eifcheck/eifcheck/scoring"
)

// method says how the report was made, and whose what is.
type method struct {
	How, Indicative, Source string
	Coverage                []fact
	Sources                 []source
	Run                     []fact
	Settings                []string
}

// fact is a line of a list of facts: the code of its label, and what there is to say.
type fact struct{ Code, Text string }

func (r *reader) method(o Options) method {
	c, d := r.a.Summary.Coverage, r.a.Document
	m := method{
		How:        r.say("text/inferred", messages.Args{"methodology": r.a.Methodology.ID}),
		Indicative: r.say("text/indicative", nil),
		Coverage: []fact{
			{"html/page.cover.areas", r.percent(c.Areas)},
			{"html/page.cover.recommendations", r.percent(c.Recommendations)},
			{"html/page.cover.indicators", r.percent(c.Indicators)},
			{"html/page.cover.evidence", r.percent(c.Evidence)},
		},
		Run: []fact{
			{"html/page.run.file", lines(r.a.Input.Path)},
			{"html/page.run.digest", r.a.Input.SHA256},
			{"html/page.run.version", o.Header.Tool.Name + " " + o.Header.Tool.Version},
			{"html/page.run.as-of", o.Header.AsOf},
			{"html/page.run.questionnaire", lines(d.Questionnaire)},
			{"html/page.run.methodology", r.a.Methodology.ID},
			{"html/page.run.reference", lines(string(d.ReferenceDate))},
		},
		Settings: o.Settings,
	}
	if r.showsPublished() {
		m.Source = observatory.Attribution
	}
	for i := range d.Sources {
		m.Sources = append(m.Sources, r.sources[d.Sources[i].ID])
	}
	return m
}

// showsPublished tells that something in the page is the European Commission's.
func (r *reader) showsPublished() bool {
	for _, board := range r.a.Scoreboards {
		for i := range board.Areas {
			if a := &board.Areas[i]; a.Average != nil || a.Basis == scoring.Published {
				return true
			}
		}
	}
	return len(r.a.History)+len(r.a.Peers) > 0
}

func (r *reader) percent(share eif.Hundredths) string {
	return r.say("html/coverage", messages.Args{"share": strconv.Itoa(int(share))})
}
