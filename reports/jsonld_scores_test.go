package reports

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/google/go-cmp/cmp"
	"github.com/piprate/json-gold/ld"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/scoring"
)

const (
	cavNS = "http://data.europa.eu/2sa/cav#"
	dctNS = "http://purl.org/dc/terms/"
)

// said is what the graph says of a criterion, put together from its triples alone.
type said struct{ Score, State, Basis, Low, High, Average, Gap, Relation string }

func wantScores(t failer, a *eifcheck.Assessment, text []byte) {
	t.Helper()
	if diff := cmp.Diff(resultSays(a), graphSays(t, text)); diff != "" {
		t.Errorf("%s (-result +graph):\n%s", a.Input.File, diff)
	}
}

func resultSays(a *eifcheck.Assessment) map[string]said {
	all := map[string]said{}
	for i := range a.Scoreboards {
		for k := range a.Scoreboards[i].Areas {
			area := &a.Scoreboards[i].Areas[k]
			s := valueSays(area.Status, area.Score, area.Basis, area.Interval)
			s.Average, s.Gap = numberSays(area.Average), numberSays(area.Gap)
			if area.Relation != nil {
				s.Relation = "relation-" + string(*area.Relation)
			}
			iri := eif.AreaByID(area.ID).IRI
			if a.Scoreboards[i].ID == eif.CrossBorder {
				iri = ownTerms + "cross-border-" + string(area.ID)
			}
			all[iri] = s
		}
	}
	for i := range a.Recommendations {
		r := &a.Recommendations[i]
		all[r.IRI] = valueSays(r.Status, r.Score, r.Basis, r.Interval)
	}
	return all
}

func valueSays(status scoring.Status, score *eif.Score, basis scoring.Basis, interval *[2]eif.Score) said {
	s := said{State: "state-" + strings.ReplaceAll(string(status), "_", "-")}
	if basis != "" {
		s.Basis = "basis-" + string(basis)
	}
	switch {
	case score != nil:
		s.Score = strconv.Itoa(int(*score))
	case interval != nil:
		s.Low, s.High = strconv.Itoa(int(interval[0])), strconv.Itoa(int(interval[1]))
	}
	return s
}

func numberSays(h *eif.Hundredths) string {
	if h == nil {
		return ""
	}
	text, _ := json.Marshal(h)
	return string(text)
}

// triples are objects by subject and predicate.
type triples map[string]map[string][]string

func triplesOf(t failer, text []byte) triples {
	t.Helper()
	all := triples{}
	for _, q := range quadsOf(t, ldDocument(t, text)) {
		subject := q.Subject.GetValue()
		if all[subject] == nil {
			all[subject] = map[string][]string{}
		}
		predicate := q.Predicate.GetValue()
		all[subject][predicate] = append(all[subject][predicate], q.Object.GetValue())
	}
	return all
}

func (t triples) one(subject, predicate string) string {
	list := t[subject][predicate]
	if len(list) == 0 {
		return ""
	}
	return strings.Join(list, " and ")
}

func graphSays(t failer, text []byte) map[string]said {
	t.Helper()
	graph, all := triplesOf(t, text), map[string]said{}
	for subject, node := range graph {
		for _, statement := range node[cavNS+"resultsIn"] {
			if graph.one(subject, ld.RDFType) != cavNS+"Assessment" {
				t.Errorf("%s is no assessment", subject)
			}
			criterion, s := graph.statement(t, statement)
			if _, twice := all[criterion]; twice {
				t.Errorf("two statements about %s", criterion)
			}
			all[criterion] = s
		}
	}
	return all
}

func (t triples) statement(f failer, id string) (criterion string, s said) {
	for _, target := range t[id][cavNS+"refersTo"] {
		if t.one(target, ld.RDFType) == cavNS+"Score" {
			s.Score = t.one(target, cavNS+"value")
			if !strings.Contains(strings.Join(t[id][cavNS+"refersTo"], " "), t.one(target, cavNS+"assignedTo")) {
				f.Errorf("%s: the score is assigned to another criterion", id)
			}
			continue
		}
		criterion = target
	}
	for _, category := range t[id][cavNS+"type"] {
		word := strings.TrimPrefix(category, ownTerms)
		if strings.HasPrefix(word, "state-") {
			s.State = word
		} else {
			s.Basis = word
		}
	}
	own := func(term string) string { return t.one(id, ownTerms+term) }
	s.Low, s.High, s.Average, s.Gap = own("interval-low"), own("interval-high"), own("average"), own("gap")
	s.Relation = strings.TrimPrefix(own("relation"), ownTerms)
	return criterion, s
}
