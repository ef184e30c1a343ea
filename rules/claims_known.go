package rules

import (
	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/observatory"
	"github.com/eifcheck/eifcheck/scoring"
)

// knowledge is the claims of a file, and what the numbers say of their subjects, each looked up once.
type knowledge struct {
	*Subject
	claims    []claim
	names     eif.AreaNames
	published observatory.CountryYear
	found     bool
	results   map[subject]levels
	// more counts the findings beyond those that are listed.
	more int
}

// knowledge reads the claims when the first rule of the family asks for them.
func (s *Subject) knowledge() *knowledge {
	if s.known != nil {
		return s.known
	}
	k := &knowledge{Subject: s, results: map[subject]levels{}}
	s.known = k
	if len(s.Assessment.Claims) == 0 {
		return k
	}
	k.names = eif.NewAreaNames()
	k.claims = readClaims(s, k.names)
	if s.Assessment.Scope == eif.Country {
		k.published, k.found = observatory.Published(s.Assessment.Country, s.Assessment.Year)
	}
	return k
}

// result is what a subject can be, as far as it is known.
func (k *knowledge) result(of subject) levels {
	set, ok := k.results[of]
	if !ok {
		set = k.look(of)
		k.results[of] = set
	}
	return set
}

func (k *knowledge) look(of subject) levels {
	switch {
	case of.average:
		if average, ok := k.average(of); ok {
			return justScore(rounded(average))
		}
		return everything
	case of.recommendation != "":
		return k.recommendation(of)
	}
	area := k.area(of)
	if area == nil {
		return everything
	}
	set := valueSet(area.Value)
	answer, isPublished := k.Assessment.Areas[of.area], false
	if of.board == eif.CrossBorder {
		answer = assessment.Answer{}
	}
	if answer.State == assessment.Unanswered && k.Assessment.Scope == eif.Country {
		answer, isPublished = k.publishedAnswer(of), true
	}
	if answer.State == assessment.NoData && area.Status == scoring.NoData {
		set = withoutData | anySide
	}
	if isPublished && (area.Basis == scoring.Published || area.Status == scoring.NoData) {
		return k.doubt(of, set)
	}
	return set
}

func (k *knowledge) publishedAnswer(of subject) assessment.Answer {
	if of.board == eif.CrossBorder {
		return k.Assessment.Published.CrossBorder[of.area]
	}
	return k.Assessment.Published.Areas[of.area]
}

// recommendation is the result of one of an area's several. On scoreboard 4 it is not known: what is published there
// are areas, and they count other questions.
func (k *knowledge) recommendation(of subject) levels {
	if of.board == eif.CrossBorder {
		return everything
	}
	r := k.Card.Recommendation(of.recommendation)
	if r.Status != scoring.NoData {
		return valueSet(r.Value)
	}
	own, published := k.Assessment.Recommendations[r.ID], k.Assessment.Published.Recommendations[r.ID]
	if own != nil && own.Answer.State == assessment.NoData ||
		k.Assessment.Scope == eif.Country && published.State == assessment.NoData {
		return withoutData | anySide
	}
	return everything
}

// valueSet is what a value can be. That nothing is known does not say that there are no data: the file may just not
// hold them.
func valueSet(v scoring.Value) levels {
	switch v.Status {
	case scoring.Scored:
		return justScore(v.Score)
	case scoring.Partial:
		return between(v.Interval.Low, v.Interval.High) | withoutData
	default:
		return everything
	}
}

// doubt widens a published result to what it may really have been: either of two where the next year's factsheet
// drew it otherwise, anything where the chart is hard to read. A file that differs from what eifcheck read is
// somebody's own reading, and is believed.
func (k *knowledge) doubt(of subject, set levels) levels {
	if !k.found || of.board == eif.CrossBorder {
		return set
	}
	cell, ok := k.published.Area(of.area)
	if !ok {
		return set
	}
	first := cellSet(cell.Score)
	if cell.Reading == observatory.RasterAmbiguous && set == first {
		return everything
	}
	if cell.Redrawn != nil {
		if later := cellSet(cell.Redrawn.Score); set == first || set == later {
			return first | later
		}
	}
	return set
}

func cellSet(s eif.Score) levels {
	if s.Known() {
		return justScore(s)
	}
	return withoutData | anySide
}

// area is the line of the scorecard, nil where there is none.
func (k *knowledge) area(of subject) *scoring.Area {
	areas := k.Card.Areas
	if of.board == eif.CrossBorder {
		areas = k.Card.CrossBorder
	}
	for i := range areas {
		if areas[i].ID == of.area {
			return &areas[i]
		}
	}
	return nil
}

// average is the EU average of the file's own year. That of another year is not what a text about this one
// speaks of. An average is known of an area, and of the only recommendation of one.
func (k *knowledge) average(of subject) (eif.Hundredths, bool) {
	if of.recommendation != "" || k.Reference == nil || k.Reference.Year != k.Assessment.Year {
		return 0, false
	}
	average, _, ok := k.Reference.AverageOf(of.board, of.area)
	return average, ok
}

// rounded is an average as a whole score, half up.
func rounded(average eif.Hundredths) eif.Score {
	for s := eif.HighestScore; s > eif.LowestScore; s-- {
		if average >= s.Hundredths()-50 {
			return s
		}
	}
	return eif.LowestScore
}
