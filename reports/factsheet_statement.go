package reports

import (
	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/scoring"
)

// statement is one thing that the factsheet says, kept beside its words so that it can be held against
// the result without reading them.
type statement struct {
	kind  statementKind
	board eif.Scoreboard
	// areas are what is said something of.
	areas []eif.AreaID
	// score is that of the areas or, of a plan, nothing; low and high are the interval of something partial.
	score, low, high eif.Score
	relation         scoring.Relation
	// open is the number of areas without a score beside areas that have one.
	open int
	// levels are the areas by their score, 1 to 4 from place 0.
	levels [eif.HighestScore][]eif.AreaID
	// known are recommendations with a score that is said, unknown those without.
	known, unknown []eif.RecommendationID
	rises          []scoring.Rise
	// target is the score that the rises lead to.
	target eif.Score
	text   string
}

// statementKind is what a statement says.
type statementKind string

// The kinds. There is none that ranks, praises, blames, compares years or speaks of law.
const (
	saysNone          statementKind = "none"           // no area of a scoreboard has a score
	saysScored        statementKind = "scored"         // so many have one
	saysHighestOfAll  statementKind = "highest of all" // every area of the scoreboard is at 4
	saysHighest       statementKind = "highest"        // every area with a score is, and so many have none
	saysLevels        statementKind = "levels"         // so many are at each score
	saysRelation      statementKind = "relation"       // above, in line with or below the EU average
	saysNoData        statementKind = "no data"
	saysPartial       statementKind = "partial"
	saysNotApplicable statementKind = "not applicable"
	saysOnly          statementKind = "only"    // the area has one recommendation and its score
	saysRises         statementKind = "rises"   // if these rise, the area reaches the target
	saysLowest        statementKind = "lowest"  // the lowest known, and which are not known
	saysUnknown       statementKind = "unknown" // none of the recommendations has a score
	saysKnownHighest  statementKind = "known highest"
	saysApart         statementKind = "apart"     // the area's score is not that of its recommendations
	saysUnderFour     statementKind = "under 4"   // areas that are not explained any further
	saysRoom          statementKind = "room"      // recommendations under 4 of other areas
	saysPlans         statementKind = "plans"     // what the file intends
	saysInAll         statementKind = "in all"    // how many areas of scoreboards 1 to 3 have a score
	saysCompared      statementKind = "compared"  // and how they stand to the EU average
	saysFrame         statementKind = "framework" // what the framework, the scale and the file are
)

// factsheet collects the statements of an assessment. It chooses among sentences that say the same by how
// often that was said before: never by chance.
type factsheet struct {
	words markdownWords
	a     *eifcheck.Assessment
	// compared tells that there is an EU average.
	compared, decimals bool
	used               map[string]int
}

func newFactsheet(a *eifcheck.Assessment, o DocumentOptions) *factsheet {
	return &factsheet{
		words: newMarkdownWords(Options{Header: o.Header, Wording: o.Wording}), a: a,
		compared: a.Methodology.AverageYear != nil, decimals: hasDecimals(a), used: map[string]int{},
	}
}

// vary chooses among codes that say the same, one after the other.
func (f *factsheet) vary(codes ...string) string {
	code := codes[f.used[codes[0]]%len(codes)]
	f.used[codes[0]]++
	return code
}

// mostNamed is how many areas one sentence names; more are counted, and the table shows which. mostBeside
// is how many things are named with their titles where they are no news; more go by their ids.
const (
	mostNamed  = 8
	mostBeside = 3
)

// fits tells that so many things can be named in a sentence.
func fits[T any](list []T) bool { return len(list) <= mostNamed }
