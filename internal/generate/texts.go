package main

// writeTexts writes eif/zz_text_en.go: the prose, in the order of the structure tables.
func (fw *framework) writeTexts(w *writer) {
	w.line("package eif\n")
	w.line("var english = textTable{")
	w.line("areas: []AreaText{")
	for _, a := range fw.areas {
		writeTitled(w, a.Title, a.Summary)
	}
	w.line("},\nscoreboards: [%d]AreaText{", scoreboardCount)
	for _, b := range fw.scoreboards {
		writeTitled(w, b.Title, b.Summary)
	}
	w.line("},\nrecommendations: []RecommendationText{")
	for _, r := range fw.recommendations {
		r.writeTexts(w)
	}
	w.line("},")
	w.field("answeringRules", lines(fw.questionnaire.AnsweringRules.values()))
	fw.writePopulations(w)
	names := make([]string, len(fw.countries))
	for i, c := range fw.countries {
		names[i] = c.name
	}
	w.field("countries", lines(names))
	fw.writeNotes(w)
	w.line("}")
}

// writeTitled writes the texts of an area or a scoreboard.
func writeTitled(w *writer, title, summary text) {
	w.line("{")
	w.field("Title", quote(title.value))
	w.field("Summary", quote(summary.value))
	w.line("},")
}

func (r recommendation) writeTexts(w *writer) {
	w.line("{ // %s", r.ID.value)
	w.field("Title", quote(r.Title.value))
	w.field("Summary", quote(r.Summary.value))
	w.field("Rationale", quote(r.Rationale.value))
	w.field("Ask", quote(r.Ask.value))
	w.field("NotHere", lines(prose(r.NotHere)))
	w.line("Steps: []StepText{")
	for _, st := range r.Steps {
		w.line("{\nDo: %s,\nWho: %s,\n},", quote(st.Do.value), quote(st.Who.value))
	}
	w.line("},\nIndicators: []IndicatorText{")
	for _, i := range r.Indicators {
		i.writeTexts(w)
	}
	w.line("},\n},")
}

func (i indicator) writeTexts(w *writer) {
	w.line("{ // %s", i.ID.value)
	w.field("Question", quote(i.Question.value))
	w.field("Ask", quote(i.Ask.value))
	w.line("Levels: [%d]string{", highest)
	for _, level := range i.Levels {
		w.line("%s,", quote(level.value.value))
	}
	w.line("},")
	w.field("Items", lines(prose(i.Items)))
	w.field("Evidence", lines(i.Evidence.values()))
	w.line("},")
}

func (fw *framework) writePopulations(w *writer) {
	w.line("populations: []PopulationText{")
	for _, p := range fw.populations {
		w.line("{")
		w.field("ID", quote(p.key))
		w.field("Country", quote(p.value.of("country")))
		w.field("Region", quote(p.value.of("region")))
		w.field("Organisation", quote(p.value.of("organisation")))
		w.field("Service", quote(p.value.of("service")))
		w.line("},")
	}
	w.line("},")
}

// writeNotes writes the remarks on acts and on references, "" where there is none.
func (fw *framework) writeNotes(w *writer) {
	notes := make([]string, len(fw.acts))
	for i, a := range fw.acts {
		notes[i] = a.value.Note.value
	}
	w.field("actNotes", lines(notes))
	w.line("referenceNotes: [][]string{")
	for _, r := range fw.recommendations {
		notes, noted := make([]string, len(r.References)), false
		for i, ref := range r.References {
			notes[i] = ref.Note.value
			noted = noted || notes[i] != ""
		}
		if !noted {
			notes = nil
		}
		w.line("%s,", quotes("string", notes))
	}
	w.line("},")
}

// prose returns the texts of a mapping in order.
func prose(m entries[text]) []string {
	values := make([]string, len(m))
	for i, e := range m {
		values[i] = e.value.value
	}
	return values
}
