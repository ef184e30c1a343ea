// Package scoring is the arithmetic of the EIF Monitoring Mechanism as far as published results
// reveal it: answers to levels, levels to recommendations, recommendations to thematic areas, areas
// against the EU average, and what a rise would move.
//
// Everything here is a pure function of its arguments: no file, no clock, no floating point. The
// Commission has not published how it aggregates; the median, half rounded up, reproduces its
// published results, which is why every result says "aggregation: inferred".
package scoring

import (
	"encoding/json"

	"github.com/eifcheck/eifcheck/eif"
)

// Status says whether something has a score, and if not, why.
type Status string

// The statuses.
const (
	// Scored: there is a score.
	Scored Status = "scored"
	// Partial: some answers are missing, and which score results depends on them.
	Partial Status = "partial"
	// NoData: not known. Never counted as a number.
	NoData Status = "no_data"
	// NotApplicable: does not concern the subject; left out of every median and every coverage.
	NotApplicable Status = "not_applicable"
)

// Basis says where a score comes from.
type Basis string

// The bases. The empty one goes with everything that has no score.
const (
	NoBasis   Basis = ""
	Stated    Basis = "stated"
	Derived   Basis = "derived"
	Published Basis = "published"
)

// MarshalJSON writes null for no basis.
func (b Basis) MarshalJSON() ([]byte, error) {
	if b == NoBasis {
		return []byte("null"), nil
	}
	return json.Marshal(string(b))
}

// UnmarshalJSON reads what MarshalJSON writes.
func (b *Basis) UnmarshalJSON(data []byte) error {
	var word string
	if err := json.Unmarshal(data, &word); err != nil {
		return err
	}
	*b = Basis(word)
	return nil
}

// Interval is what a score can still become, both ends included. The zero value is no interval.
type Interval struct{ Low, High eif.Score }

// whole is the interval of what nobody knows.
func whole() Interval { return Interval{Low: eif.LowestScore, High: eif.HighestScore} }

func exactly(s eif.Score) Interval { return Interval{Low: s, High: s} }

// Known tells whether there is an interval.
func (i Interval) Known() bool { return i.Low.Known() }

// Holds tells whether a score is reachable.
func (i Interval) Holds(s eif.Score) bool { return i.Low <= s && s <= i.High }

// Value is the result for a recommendation or an area.
type Value struct {
	Status Status
	// Score is known exactly when Status is Scored.
	Score eif.Score
	Basis Basis
	// Interval is [score, score] when scored, what completion can bring when partial or without
	// data, and unknown when not applicable.
	Interval Interval
	// Own tells that the respondent answered it, even if only with a state.
	Own bool
}

func scored(s eif.Score, basis Basis) Value {
	return Value{Status: Scored, Score: s, Basis: basis, Interval: exactly(s), Own: basis != Published}
}

// withInterval is a score when both ends agree, else partial.
func withInterval(i Interval, basis Basis) Value {
	if i.Low == i.High {
		return scored(i.Low, basis)
	}
	return Value{Status: Partial, Interval: i, Own: basis != Published}
}

// Low is the score a gate reads: the score itself, of something partial the low end; 0 when there is neither.
func (v Value) Low() eif.Score {
	switch v.Status {
	case Scored:
		return v.Score
	case Partial:
		return v.Interval.Low
	default:
		return 0
	}
}
