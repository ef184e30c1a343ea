package html

import (
	"cmp"
	"strings"

	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
)

// source is a document of the file.
type source struct {
	ID              string
	Title           free
	Kind, Day, Link string
}

// evidence is an item of proof.
type evidence struct {
	Title, Locator, Note, Source free
	Link                         string
	// Facts are kind and day, Flags what a reader must not overlook.
	Facts, Flags []string
}

func (r *reader) source(s *assessment.Source) source {
	view := source{
		ID: lines(s.ID), Title: r.text(s.Title), Kind: lines(string(s.Kind)),
		Day: lines(string(s.Date)), Link: address(s.URL),
	}
	if view.Title.Text == "" {
		view.Title = word(s.ID)
	}
	return view
}

// evidence lists items. One without a title of its own has that of its source.
func (r *reader) evidence(items []assessment.Evidence) []evidence {
	list := make([]evidence, 0, len(items))
	for i := range items {
		e := &items[i]
		view := evidence{
			Title: r.text(e.Title), Locator: word(e.Locator), Note: r.text(e.Note),
			Link: address(e.URL), Flags: r.flags(e),
		}
		kind, day := lines(string(e.Kind)), lines(string(e.Date))
		from, known := r.sources[string(e.Source)]
		if !known && e.Source != "" {
			from.Title = word(e.Source)
		}
		switch {
		case view.Title.Text != "":
			view.Source = from.Title
		default:
			kind, day = cmp.Or(kind, from.Kind), cmp.Or(day, from.Day)
			view.Title, view.Link = from.Title, cmp.Or(view.Link, from.Link)
		}
		if view.Title.Text == "" {
			view.Title = word(e.URL)
		}
		for _, fact := range []string{kind, day} {
			if fact != "" {
				view.Facts = append(view.Facts, fact)
			}
		}
		list = append(list, view)
	}
	return list
}

// flags say whether an item is confirmed, and what else a reader must not overlook.
func (r *reader) flags(e *assessment.Evidence) []string {
	flags := []string{r.say("html/evidence.confirmed", nil)}
	if !e.Confirmed {
		flags[0] = r.say("html/evidence.candidate", nil)
	}
	if e.Stance == "limits" {
		flags = append(flags, r.say("html/evidence.limits", nil))
	}
	if e.Access == "restricted" {
		flags = append(flags, r.say("html/evidence.restricted", nil))
	}
	return flags
}

// figure is a number beside the framework.
type figure struct {
	// Title says in words what is counted, "" where the catalogue has none; Code is where it comes from.
	Title, Code      string
	Geo, Year, Value string
	Unit, Source     free
}

func (r *reader) context() []figure {
	var list []figure
	for i := range r.a.Document.Context {
		f := &r.a.Document.Context[i]
		view := figure{
			Title: r.counted(string(f.Indicator)), Geo: r.geo(string(f.Geo)),
			Code:  together(lines(string(f.Dataset)), lines(string(f.Indicator))),
			Value: lines(string(f.Value)), Unit: word(f.Unit), Source: word(f.Source),
		}
		if from, known := r.sources[string(f.Source)]; known {
			view.Source = from.Title
		}
		if f.Year != nil {
			view.Year = year(*f.Year)
		}
		list = append(list, view)
	}
	return list
}

// counted says what an indicator counts, "" where that is not known.
func (r *reader) counted(indicator string) string {
	if code := "html/figure." + strings.ToLower(indicator); r.wording.Has(code) {
		return r.say(code, nil)
	}
	return ""
}

// geo names a country. What is none stays as it is written: a region, or a group of countries.
func (r *reader) geo(code string) string {
	if country := eif.CanonicalCountry(code); eif.CountryByCode(country) != nil {
		return lines(r.wording.Texts.Country(country))
	}
	return lines(code)
}
