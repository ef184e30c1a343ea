package main

import (
	"fmt"
	"strconv"
	"strings"
)

// writeStructure writes eif/zz_structure.go: everything of the framework that is no prose.
func (fw *framework) writeStructure(w *writer) {
	w.line("package eif\n")
	w.line("const questionnaireVersion = %s\n", quote(fw.questionnaire.Version.value))
	fw.writeMethodologies(w)
	fw.writeAreas(w)
	fw.writeRecommendations(w)
	fw.writeActs(w)
	fw.writeSolutions(w)
	fw.writeCountries(w)
}

func (fw *framework) writeMethodologies(w *writer) {
	w.line("var methodologies = [...]Methodology{")
	for _, m := range fw.methodologies {
		w.line("{ID: %s, From: %d, To: %d, CrossBorder: %t, AverageDecimals: %d},",
			quote(m.ID.value), m.From.value, m.To.value, m.crossBorder(), m.AverageDecimals.value)
	}
	w.line("}\n")
}

func (fw *framework) writeAreas(w *writer) {
	boards := []string{"Principles", "Layers", "Model", "CrossBorder"}
	w.line("var areas = [...]Area{")
	for _, a := range fw.areas {
		w.line("{")
		w.field("ID", quote(a.ID.value))
		w.field("Scoreboard", boards[a.Scoreboard.value-1])
		w.field("IRI", quote(a.IRI.value))
		w.field("Recommendations", quotes("RecommendationID", plain(a.Recommendations)))
		if a.CrossBorder {
			w.field("CrossBorder", "true")
		}
		w.line("},")
	}
	w.line("}\n")
}

func (fw *framework) writeRecommendations(w *writer) {
	w.line("var recommendations = [...]Recommendation{")
	for n, r := range fw.recommendations {
		w.line("{")
		w.field("ID", quote(r.ID.value))
		w.field("Number", strconv.Itoa(n+1))
		w.field("IRI", quote(r.IRI.value))
		w.field("Area", quote(r.Area.value))
		w.field("AppliesTo", scopeSet(r.scopes()))
		w.line("Indicators: []Indicator{")
		for _, i := range r.Indicators {
			i.write(w, r)
		}
		w.line("},")
		neighbours := make([]string, len(r.NotHere))
		for i, e := range r.NotHere {
			neighbours[i] = e.key
		}
		w.field("NotHere", quotes("RecommendationID", neighbours))
		r.writeSteps(w)
		r.writeReferences(w)
		w.line("},")
	}
	w.line("}\n")
}

func (i indicator) write(w *writer, r recommendation) {
	w.line("{")
	w.field("ID", quote(i.ID.value))
	w.field("Kind", map[string]string{
		kindLevel: "LevelAnswer", kindShare: "ShareAnswer", kindChecklist: "ChecklistAnswer",
	}[i.Kind.value])
	w.field("AppliesTo", scopeSet(i.scopes(r)))
	w.field("Population", quote(i.Of.value))
	if len(i.Thresholds) == highest-1 {
		w.line("Thresholds: [3]int{%d, %d, %d},", i.Thresholds[0].value, i.Thresholds[1].value, i.Thresholds[2].value)
	}
	keys := make([]string, len(i.Items))
	for n, item := range i.Items {
		keys[n] = item.key
	}
	w.field("Items", quotes("string", keys))
	if i.CrossBorder {
		w.field("CrossBorder", "true")
	}
	if c, ok := i.whenNone(); ok {
		w.line("WhenNone: &WhenNone{Indicator: %s, AtMost: %d, Level: %d},", quote(c.indicator), c.atMost, c.level)
	}
	w.line("},")
}

func (r recommendation) writeSteps(w *writer) {
	w.line("Steps: []Step{")
	for _, st := range r.Steps {
		w.line("{From: %d, Months: %d, Solutions: %s},",
			st.From.value, st.Months.value, quotes("string", plain(st.Solutions)))
	}
	w.line("},")
}

func (r recommendation) writeReferences(w *writer) {
	if len(r.References) == 0 {
		return
	}
	w.line("References: []Reference{")
	for _, ref := range r.References {
		w.line("{Act: %s, At: %s, InsertedBy: %s},",
			quote(ref.Act.value), quote(ref.At.value), quote(ref.InsertedBy.value))
	}
	w.line("},")
}

func (fw *framework) writeActs(w *writer) {
	w.line("var acts = [...]Act{")
	for _, a := range fw.acts {
		w.line("{ID: %s, Title: %s, ELI: %s, AppliesFrom: %s},",
			quote(a.key), quote(a.value.Title.value), quote(a.value.ELI.value), quote(a.value.AppliesFrom.value))
	}
	w.line("}\n")
}

func (fw *framework) writeSolutions(w *writer) {
	w.line("var solutions = [...]Solution{")
	for _, s := range fw.solutions {
		w.line("{ID: %s, Title: %s, URL: %s, Act: %s},",
			quote(s.key), quote(s.value.Title.value), quote(s.value.URL.value), quote(s.value.Act.value))
	}
	w.line("}\n")
}

func (fw *framework) writeCountries(w *writer) {
	w.line("var countries = [...]CountryInfo{")
	for _, c := range fw.countries {
		if c.member {
			w.line("{Code: %s, Member: true},", quote(c.code))
			continue
		}
		w.line("{Code: %s},", quote(c.code))
	}
	w.line("}")
}

// scopeSet writes a set of scopes, from large to small.
func scopeSet(scopes []string) string {
	constants := map[string]string{
		"country": "Country", "region": "Region", "organisation": "Organisation", "service": "Service",
	}
	var set []string
	for _, name := range scopeNames() {
		for _, scope := range scopes {
			if scope == name {
				set = append(set, constants[name])
			}
		}
	}
	return fmt.Sprintf("Scopes(%s)", strings.Join(set, " | "))
}

// plain leaves out the places of values.
func plain(list []at[string]) []string {
	values := make([]string, len(list))
	for i, v := range list {
		values[i] = v.value
	}
	return values
}
