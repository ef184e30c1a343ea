package eif

// Texts are the framework's texts in one language.
type Texts struct{ t *textTable }

// AreaText names and explains a thematic area or a scoreboard.
type AreaText struct{ Title, Summary string }

// RecommendationText is what a reader is told of a recommendation, in our own words.
type RecommendationText struct {
	Title, Summary, Rationale string
	// Ask says who can answer.
	Ask string
	// NotHere says what each of the recommendation's NotHere neighbours asks, in the same order.
	NotHere []string
	// Steps say what to do and who does it, in the order of the recommendation's steps.
	Steps []StepText
	// Indicators in the order of the recommendation's indicators.
	Indicators []IndicatorText
}

// StepText is the wording of a step.
type StepText struct{ Do, Who string }

// IndicatorText is the wording of a question.
type IndicatorText struct {
	Question string
	// Ask says who can answer where it is not the recommendation's own.
	Ask string
	// Levels are the sentences of levels 1 to 4.
	Levels [4]string
	// Items of a checklist, in order.
	Items []string
	// Evidence lists what counts as proof.
	Evidence []string
}

// PopulationText says what a population is for each scope; "" where it is not defined for one.
type PopulationText struct {
	ID                                     string
	Country, Region, Organisation, Service string
}

// textTable is generated, one a language. Slices are in the order of the structure tables.
type textTable struct {
	areas           []AreaText // in the order of Areas
	scoreboards     [4]AreaText
	recommendations []RecommendationText // in the order of Recommendations
	answeringRules  []string
	populations     []PopulationText // sorted by ID
	countries       []string         // in the order of Countries
	actNotes        []string         // in the order of Acts
	referenceNotes  [][]string       // by recommendation, in the order of its References
}

// English texts are the source every other language is translated from.
func English() Texts { return Texts{t: &english} }

// Area returns the texts of an area; empty for an unknown id.
func (t Texts) Area(id AreaID) AreaText {
	for i := range areas {
		if areas[i].ID == id {
			return t.t.areas[i]
		}
	}
	return AreaText{}
}

// Scoreboard returns the texts of a scoreboard, 1 to 4.
func (t Texts) Scoreboard(s Scoreboard) AreaText {
	if s < Principles || s > CrossBorder {
		return AreaText{}
	}
	return t.t.scoreboards[s-1]
}

// Recommendation returns the texts of a recommendation; empty for an unknown id.
func (t Texts) Recommendation(id RecommendationID) RecommendationText {
	r := RecommendationByID(id)
	if r == nil {
		return RecommendationText{}
	}
	return t.t.recommendations[r.Number-1]
}

// Indicator returns the texts of a question; empty for an unknown id.
func (t Texts) Indicator(id IndicatorID) IndicatorText {
	_, r := IndicatorByID(id)
	if r == nil {
		return IndicatorText{}
	}
	for i := range r.Indicators {
		if r.Indicators[i].ID == id {
			return t.t.recommendations[r.Number-1].Indicators[i]
		}
	}
	return IndicatorText{}
}

// Country names a country; the code itself when it is unknown.
func (t Texts) Country(code string) string {
	for i := range countries {
		if countries[i].Code == code {
			return t.t.countries[i]
		}
	}
	return code
}

// AnsweringRules are printed once above the first question.
func (t Texts) AnsweringRules() []string { return t.t.answeringRules }

// Population describes the denominator of a count for a scope, "" when there is none.
func (t Texts) Population(id string, scope Scope) string {
	for _, p := range t.t.populations {
		if p.ID != id {
			continue
		}
		switch scope {
		case Country:
			return p.Country
		case Region:
			return p.Region
		case Organisation:
			return p.Organisation
		case Service:
			return p.Service
		}
	}
	return ""
}

// Populations lists the ids of the named denominators, in order.
func (t Texts) Populations() []string {
	ids := make([]string, len(t.t.populations))
	for i, p := range t.t.populations {
		ids[i] = p.ID
	}
	return ids
}

// ActNote is a remark on when an act applies, or "".
func (t Texts) ActNote(id string) string {
	for i := range acts {
		if acts[i].ID == id {
			return t.t.actNotes[i]
		}
	}
	return ""
}

// ReferenceNote is a remark on the i-th reference of a recommendation, or "".
func (t Texts) ReferenceNote(id RecommendationID, i int) string {
	r := RecommendationByID(id)
	if r == nil || i < 0 || i >= len(t.t.referenceNotes[r.Number-1]) {
		return ""
	}
	return t.t.referenceNotes[r.Number-1][i]
}
