package reports

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/scoring"
)

// statementsOf are those about scores, without the frame.
func statementsOf(tb testing.TB, a *eifcheck.Assessment) []statement {
	tb.Helper()
	f := newFactsheet(a, DocumentOptions{Header: header(), Wording: wording(tb)})
	var list []statement
	for _, c := range f.chapters() {
		for _, paragraph := range c.paragraphs {
			for _, s := range paragraph {
				if s.kind != saysFrame {
					list = append(list, s)
				}
			}
		}
	}
	return list
}

// reporter is a test, or a property of one.
type reporter interface {
	Errorf(format string, args ...any)
	Helper()
}

// Whatever the factsheet says of a published country and year, or of a real file, is so: each statement
// is held against the result here, by other code than wrote it, and its words are read back.
func TestFactsheetSaysWhatIs(t *testing.T) {
	t.Parallel()
	everyFile(t, func(t *testing.T, text string) {
		t.Helper()
		folder := t.TempDir()
		a := written(t, folder, text)
		list := statementsOf(t, a)
		for i := range list {
			checkStatement(t, a, &list[i])
			checkWords(t, a, &list[i])
		}
		checkComplete(t, a, list)
		checkAsClaims(t, folder, text, list)
	})
}

// And of any other file: published or stated scores, recommendations, plans, for any subject.
func TestFactsheetSaysWhatIsOfAnything(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	kinds := map[statementKind]bool{}
	rapid.Check(t, func(rt *rapid.T) {
		a := written(t, folder, drawFile(rt))
		list := statementsOf(t, a)
		for i := range list {
			checkStatement(rt, a, &list[i])
			checkWords(rt, a, &list[i])
			kinds[list[i].kind] = true
		}
		checkComplete(rt, a, list)
	})
	for _, kind := range []statementKind{
		saysNone, saysScored, saysLevels, saysRelation, saysNoData, saysNotApplicable, saysOnly, saysRises, saysLowest,
		saysUnknown, saysUnderFour, saysRoom, saysPlans, saysInAll,
	} {
		if !kinds[kind] {
			t.Errorf("no file made the factsheet say %q: the property proves nothing of it", kind)
		}
	}
}

// drawFile writes a file of any scores.
func drawFile(t *rapid.T) string {
	var b strings.Builder
	fmt.Fprintf(&b, "eifcheck: 1\ncountry: ZZ\nyear: %d\n", rapid.IntRange(2020, 2025).Draw(t, "year"))
	country := rapid.IntRange(0, 3).Draw(t, "scope") > 0
	if !country {
		b.WriteString("scope: region\nsubject: {name: A, id: b}\n")
	}
	// How likely a recommendation or an area is known, and how high it is, varies from file to file.
	known, lowest := rapid.IntRange(0, 10).Draw(t, "known"), rapid.SampledFrom([]int{1, 1, 1, 3, 4}).Draw(t, "lowest")
	b.WriteString("recommendations:\n")
	for i := range eif.Recommendations() {
		r := &eif.Recommendations()[i]
		score := rapid.IntRange(lowest, 4).Draw(t, "score")
		switch n := rapid.IntRange(0, 10).Draw(t, "how"); {
		case n >= known:
			continue
		case n == 9:
			fmt.Fprintf(&b, "  %s: {status: not_applicable, reason: So it is}\n", r.ID)
			continue
		}
		fmt.Fprintf(&b, "  %s:\n    score: %d\n", r.ID, score)
		if rapid.IntRange(0, 5).Draw(t, "planned") == 0 {
			fmt.Fprintf(&b, "    plan: {target: %d, by: 2027-01-01, owner: A}\n", rapid.IntRange(1, 4).Draw(t, "target"))
		}
	}
	b.WriteString("  R01: {}\n")
	text := b.String()
	if strings.Contains(text, "  R01:\n") || strings.Count(text, "  R01:") > 1 {
		text = strings.TrimSuffix(text, "  R01: {}\n")
	}
	if rapid.Bool().Draw(t, "published") && country {
		text += "published:\n  areas:\n"
		for i := range eif.Areas() {
			if score := rapid.IntRange(lowest-1, 4).Draw(t, "area"); score > 0 {
				text += fmt.Sprintf("    %s: %d\n", eif.Areas()[i].ID, score)
			} else {
				text += fmt.Sprintf("    %s: no_data\n", eif.Areas()[i].ID)
			}
		}
	}
	return text
}

// checkStatement holds a statement against the result.
func checkStatement(t reporter, a *eifcheck.Assessment, s *statement) {
	t.Helper()
	wrong := func(why string) { t.Helper(); t.Errorf("%s: %s: %s", s.kind, why, s.text) }
	var boards []eif.AreaID
	for _, board := range a.Scoreboards {
		if board.ID == s.board {
			for i := range board.Areas {
				boards = append(boards, board.Areas[i].ID)
			}
		}
	}
	if len(s.areas) == 0 && !slices.Contains([]statementKind{saysRoom, saysPlans, saysInAll, saysCompared}, s.kind) {
		wrong("it is about nothing")
	}
	unscored := 0
	for _, id := range boards {
		if areaOf(a, s.board, id).Status != scoring.Scored {
			unscored++
		}
	}
	for _, id := range s.areas {
		area := areaOf(a, s.board, id)
		if area == nil {
			wrong(string(id) + " is not on the scoreboard")
			continue
		}
		checkAreaStatement(wrong, a, s, area)
	}
	whole := len(s.areas) == len(boards)
	switch s.kind {
	case saysNone, saysHighestOfAll:
		if !whole {
			wrong("some areas are left out")
		}
	case saysScored, saysHighest, saysLevels:
		if len(s.areas)+s.open != len(boards) || s.open != unscored {
			wrong("the areas without a score are others")
		}
		if s.kind == saysHighest && s.open == 0 {
			wrong("nothing is open")
		}
	default:
	}
	for _, id := range s.known {
		checkKnown(wrong, s, recommendationOf(a, id))
	}
	for _, id := range s.unknown {
		if r := recommendationOf(a, id); r.Score != nil || r.Status == scoring.NotApplicable || r.Area != s.areas[0] {
			wrong(string(id) + " is no recommendation without a score")
		}
	}
}

// checkAreaStatement holds what is said of an area against it.
func checkAreaStatement(wrong func(string), a *eifcheck.Assessment, s *statement, area *eifcheck.Area) {
	status := scoring.Scored
	switch s.kind {
	case saysNone:
		if area.Status == scoring.Scored {
			wrong(string(area.ID) + " has a score")
		}
		return
	case saysNoData:
		status = scoring.NoData
	case saysNotApplicable:
		status = scoring.NotApplicable
	case saysPartial:
		status = scoring.Partial
	default:
	}
	if area.Status != status || (area.Score != nil) != (status == scoring.Scored) {
		wrong(string(area.ID) + " is " + string(area.Status))
		return
	}
	switch s.kind {
	case saysHighestOfAll, saysHighest:
		if *area.Score != 4 {
			wrong(string(area.ID) + " is not at 4")
		}
	case saysLevels:
		if !slices.Contains(s.levels[*area.Score-1], area.ID) {
			wrong(string(area.ID) + " is at another score")
		}
	case saysPartial:
		if *area.Interval != [2]eif.Score{s.low, s.high} {
			wrong("another interval")
		}
	case saysRelation:
		if gap := int(*area.Score)*100 - int(*area.Average); a.Document.Scope != "country" ||
			s.relation == scoring.Above && gap < 50 || s.relation == scoring.Below && gap > -50 ||
			s.relation == scoring.At && (gap >= 50 || gap <= -50) {
			wrong(string(area.ID) + " stands otherwise")
		}
	case saysUnderFour:
		if *area.Score == 4 || orZero(area.Relation) != s.relation {
			wrong(string(area.ID) + " is not under 4, or stands otherwise")
		}
	case saysOnly, saysRises, saysLowest, saysUnknown, saysKnownHighest, saysApart:
		checkExplained(wrong, a, s, area)
	default:
	}
}

// checkExplained: no cause is named unless the whole area is known and the rises move its median; no
// recommendation without a score is said to be low.
func checkExplained(wrong func(string), a *eifcheck.Assessment, s *statement, area *eifcheck.Area) {
	if *area.Score != s.score || s.score == 4 || len(s.areas) != 1 {
		wrong("another score")
	}
	var scores, risen []eif.Score
	var open []eif.RecommendationID
	lowest := eif.Score(4)
	for _, id := range area.Recommendations {
		r := recommendationOf(a, id)
		switch {
		case r.Status == scoring.NotApplicable:
			continue
		case r.Score == nil:
			open = append(open, id)
			continue
		}
		to := *r.Score
		for _, rise := range s.rises {
			if rise.Recommendation == id && rise.From == to {
				to = rise.To
			}
		}
		scores, risen, lowest = append(scores, *r.Score), append(risen, to), min(lowest, *r.Score)
	}
	if !slices.Equal(open, s.unknown) {
		wrong("others have no score")
	}
	switch s.kind {
	case saysOnly:
		if len(area.Recommendations) != 1 || scores[0] != *area.Score {
			wrong("it is not the only one, or has another score")
		}
	case saysRises:
		if len(open) > 0 || median(scores) != s.score || median(risen) != s.target || s.target <= s.score {
			wrong("the rises do not lead there")
		}
	case saysLowest:
		for _, id := range s.known {
			if r := recommendationOf(a, id); *r.Score != lowest || lowest == 4 || r.Area != area.ID {
				wrong(string(id) + " is not the lowest")
			}
		}
		if len(open) == 0 || len(s.known) == 0 {
			wrong("nothing is open, or nothing is known")
		}
	case saysUnknown:
		if len(scores) > 0 || len(open) == 0 {
			wrong("some are known")
		}
	case saysKnownHighest:
		if lowest < 4 || len(scores) == 0 || len(open) == 0 {
			wrong("they are not at 4")
		}
	case saysApart:
		if len(open) > 0 || len(scores) > 0 && median(scores) == s.score {
			wrong("it does follow")
		}
	default:
	}
}

// median is the median, half up, computed from the definition.
func median(scores []eif.Score) eif.Score {
	sorted := slices.Sorted(slices.Values(scores))
	n := len(sorted)
	return (sorted[(n-1)/2] + sorted[n/2] + 1) / 2
}

// checkKnown: a recommendation that is named has a score, and what is said to rise can.
func checkKnown(wrong func(string), s *statement, r *eifcheck.Recommendation) {
	switch {
	case r == nil || r.Score == nil || r.Status != scoring.Scored:
		wrong("it names a recommendation without a score")
	case *r.Score == 4:
		wrong(string(r.ID) + " is at 4")
	case s.kind == saysPlans && (r.Plan == nil || r.Plan.Target <= *r.Score):
		wrong(string(r.ID) + " has no plan that leads further")
	}
}

var (
	saidArea   = regexp.MustCompile(`\((P[0-9]+|[A-Z]{2,4})(?:: score ([1-4])(?:, average ([0-9.]+))?)?\)`)
	saidNumber = regexp.MustCompile(`\bR[0-9]{2}\b(?: at ([1-4]))?`)
)

// checkWords reads areas, recommendations and numbers back from the sentence.
func checkWords(t reporter, a *eifcheck.Assessment, s *statement) {
	t.Helper()
	if strings.ContainsAny(s.text, "{}") || strings.Contains(s.text, "factsheet/") || strings.Contains(s.text, "…") || len(s.text) > 900 {
		t.Errorf("not a whole sentence: %s", s.text)
	}
	var named []eif.AreaID
	for _, found := range saidArea.FindAllStringSubmatch(s.text, -1) {
		id := eif.AreaID(found[1])
		named = append(named, id)
		area := areaOf(a, s.board, id)
		switch {
		case area == nil || !slices.Contains(s.areas, id):
			t.Errorf("%s is named, but nothing is said of it: %s", id, s.text)
		case found[2] != "" && (area.Score == nil || found[2] != strconv.Itoa(int(*area.Score))):
			t.Errorf("%s has another score: %s", id, s.text)
		case found[3] != "" && (area.Average == nil || found[3] != number(*area.Average, hasDecimals(a))):
			t.Errorf("%s has another average: %s", id, s.text)
		case !strings.Contains(s.text, area.Title+" ("):
			t.Errorf("%s has another title: %s", id, s.text)
		}
	}
	byID := s.kind == saysUnderFour && len(named) == 0
	counted := s.kind == saysLevels || regexp.MustCompile(fmt.Sprintf(`\b%d\b`, len(s.areas))).MatchString(s.text) ||
		strings.HasPrefix(s.text, "Each of them") && len(s.areas) == scoredOn(a, s.board)
	if len(named) > 0 && !slices.Equal(named, s.areas) || len(named) == 0 && len(s.areas) > 1 && !byID && !counted {
		t.Errorf("it is about %v: %s", s.areas, s.text)
	}
	for _, id := range s.areas {
		if byID && !regexp.MustCompile(`\b`+string(id)+`\b`).MatchString(s.text) {
			t.Errorf("%s is missing: %s", id, s.text)
		}
	}
	var recommendations []string
	for _, found := range saidNumber.FindAllStringSubmatch(s.text, -1) {
		recommendations = append(recommendations, found[0][:3])
		r := recommendationOf(a, eif.RecommendationID(found[0][:3]))
		if found[1] != "" && (r.Score == nil || found[1] != strconv.Itoa(int(*r.Score))) {
			t.Errorf("%s has another score: %s", r.ID, s.text)
		}
	}
	want := append(ids(s.known), ids(s.unknown)...)
	if s.kind == saysUnknown || s.kind == saysApart { // they are not named: none of them is blamed
		want = nil
	}
	if diff := cmp.Diff(slices.Sorted(slices.Values(want)), slices.Sorted(slices.Values(recommendations))); diff != "" {
		t.Errorf("other recommendations (-meant +said):\n%s%s", diff, s.text)
	}
	checkCounts(t, a, s)
}

func scoredOn(a *eifcheck.Assessment, board eif.Scoreboard) (n int) {
	for _, b := range a.Scoreboards {
		if b.ID == board {
			n = countsOf(b.Areas).Scored
		}
	}
	return n
}

// checkCounts reads the counts of the overview and of the levels back.
func checkCounts(t reporter, a *eifcheck.Assessment, s *statement) {
	t.Helper()
	switch s.kind {
	case saysLevels:
		for i, list := range s.levels {
			said := fmt.Sprintf("%d (is|are) at %d", len(list), i+1)
			same := len(list) == len(s.areas) && regexp.MustCompile(fmt.Sprintf(`^(It is|All of these are) at %d\.$`, i+1)).MatchString(s.text)
			if len(list) > 0 != (regexp.MustCompile(`\b`+said+`\b`).MatchString(s.text) || same) {
				t.Errorf("at %d are %v: %s", i+1, list, s.text)
			}
		}
	case saysCompared:
		for word, count := range map[string]int{"above": *a.Summary.Above, "in line": *a.Summary.At, "below": *a.Summary.Below} {
			if count > 0 != regexp.MustCompile(fmt.Sprintf(`\b%d (is|are) %s`, count, word)).MatchString(s.text) {
				t.Errorf("%d are %s: %s", count, word, s.text)
			}
		}
	case saysInAll:
		if n := a.Summary.Scored; n > 0 && !strings.Contains(s.text, strconv.Itoa(n)) || n == 0 && !strings.HasPrefix(s.text, "None") {
			t.Errorf("%d have a score: %s", n, s.text)
		}
	default:
	}
}

// checkComplete: each area is said to have a score or not, exactly once, and each one under 4 has its place.
func checkComplete(t reporter, a *eifcheck.Assessment, list []statement) {
	t.Helper()
	type place struct {
		board eif.Scoreboard
		area  eif.AreaID
	}
	states, rooms, relations := map[place]int{}, map[place]int{}, map[place]int{}
	none := map[eif.Scoreboard]bool{}
	for i := range list {
		s := &list[i]
		none[s.board] = none[s.board] || s.kind == saysNone
		for _, id := range s.areas {
			at := place{s.board, id}
			switch s.kind {
			case saysHighestOfAll, saysHighest, saysLevels, saysNoData, saysPartial, saysNotApplicable:
				states[at]++
			case saysRelation:
				relations[at]++
			case saysOnly, saysRises, saysLowest, saysUnknown, saysKnownHighest, saysApart, saysUnderFour:
				rooms[at]++
			default:
			}
		}
	}
	for _, board := range a.Scoreboards {
		for i := range board.Areas {
			area := &board.Areas[i]
			at := place{board.ID, area.ID}
			room, relation := 0, 0
			if area.Score != nil && *area.Score < 4 && board.ID != eif.CrossBorder {
				room = 1
			}
			if area.Relation != nil {
				relation = 1
			}
			if states[at] != 1 && !(none[board.ID] && states[at] == 0) || rooms[at] != room || relations[at] != relation {
				t.Errorf("%s on scoreboard %d: said %d times how it stands, %d times where it can rise, %d times against the average",
					area.ID, board.ID, states[at], rooms[at], relations[at])
			}
		}
	}
}

// checkAsClaims writes the statements down as claims of the same file: the rules that judge texts find
// nothing wrong with them.
func checkAsClaims(t *testing.T, folder, text string, list []statement) {
	t.Helper()
	text, _, _ = strings.Cut(text, "\nclaims:")
	var b strings.Builder
	b.WriteString(text + "\nclaims:\n")
	claims := 0
	claim := func(s *statement, subjects, said string) {
		claims++
		fmt.Fprintf(&b, "  - {scoreboard: %d, %s, %s}\n", s.board, subjects, said)
	}
	for i := range list {
		s := &list[i]
		areas := "areas: [" + strings.Join(ids(s.areas), ", ") + "]"
		switch s.kind {
		case saysHighestOfAll, saysHighest:
			claim(s, areas, "scores: [4]")
		case saysLevels:
			for level, of := range s.levels {
				if len(of) > 0 {
					claim(s, "areas: ["+strings.Join(ids(of), ", ")+"]", fmt.Sprintf("scores: [%d]", level+1))
				}
			}
		case saysRelation:
			claim(s, areas, "relation: "+string(s.relation))
		case saysNoData:
			claim(s, areas, "status: no_data")
		case saysOnly, saysRises, saysLowest, saysUnknown, saysKnownHighest, saysApart, saysUnderFour:
			claim(s, areas, "improvable: true")
			if len(s.known) > 0 {
				claim(s, areas+", recommendations: ["+strings.Join(ids(s.known), ", ")+"]", "improvable: true")
			}
		case saysRoom:
			claim(s, "recommendations: ["+strings.Join(ids(s.known), ", ")+"]", "improvable: true")
		default:
		}
	}
	if claims == 0 {
		return
	}
	for _, f := range written(t, folder, b.String()).Findings {
		if strings.HasPrefix(f.Rule, "claims/") || strings.HasPrefix(f.Rule, "input/") {
			t.Errorf("%s: %s\n%s", f.Rule, f.Message, f.Excerpt)
		}
	}
}
