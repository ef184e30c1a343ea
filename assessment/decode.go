package assessment

import (
	"strconv"
	"strings"

	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/document"
)

// Decode makes the model of a tree in which package schemas found no problem. It never fails: what
// has the wrong shape is read as absent, which is why an invalid file must not be decoded and used.
func Decode(root *document.Node) *Assessment {
	year := whole(root.Get("year"))
	a := &Assessment{
		Country:         eif.CanonicalCountry(text(root.Get("country"))),
		Year:            year,
		ReferenceDate:   Day(textOr(root.Get("reference_date"), strconv.Itoa(year)+"-12-31")),
		Scope:           eif.Country,
		Subject:         Named{Name: word(root.Get("subject").Get("name")), ID: word(root.Get("subject").Get("id"))},
		Framework:       textOr(root.Get("framework"), "eif-2017"),
		Questionnaire:   textOr(root.Get("questionnaire"), eif.QuestionnaireVersion()),
		Title:           freeText(root.Get("title")),
		Language:        textOr(root.Get("language"), "en"),
		LanguageStated:  root.Get("language") != nil,
		Organisation:    decodeOrganisation(root.Get("organisation")),
		Stage:           Stage(textOr(root.Get("status"), string(Draft))),
		Populations:     decodePopulations(root.Get("populations")),
		Sources:         decodeSources(root.Get("sources")),
		Published:       decodePublished(root.Get("published")),
		Areas:           decodeAreas(root.Get("areas"), "/areas"),
		Recommendations: decodeRecommendations(root.Get("recommendations")),
		Claims:          decodeClaims(root.Get("claims")),
		Context:         decodeContext(root.Get("context")),
	}
	if scope, ok := eif.ParseScope(text(root.Get("scope"))); ok {
		a.Scope = scope
	}
	return a
}

func decodeOrganisation(n *document.Node) Organisation {
	return Organisation{Name: freeText(n.Get("name")), URL: word(n.Get("url"))}
}

func decodePopulations(n *document.Node) []Population {
	populations := make([]Population, 0, len(members(n)))
	for _, m := range members(n) {
		populations = append(populations, Population{
			ID: m.Key, Count: whole(m.Value.Get("count")), Note: word(m.Value.Get("note")),
		})
	}
	return populations
}

func decodeSources(n *document.Node) []Source {
	sources := make([]Source, 0, len(members(n)))
	for _, m := range members(n) {
		sources = append(sources, Source{
			ID: m.Key, Title: freeText(m.Value.Get("title")), Kind: word(m.Value.Get("kind")),
			URL: word(m.Value.Get("url")), Date: Day(text(m.Value.Get("date"))),
			Pointer: document.Pointer("sources", m.Key),
		})
	}
	return sources
}

func decodePublished(n *document.Node) PublishedResults {
	p := PublishedResults{
		Source:          word(n.Get("source")),
		Areas:           decodeAreas(n.Get("areas"), "/published/areas"),
		CrossBorder:     decodeAreas(n.Get("cross_border"), "/published/cross_border"),
		Recommendations: map[eif.RecommendationID]Answer{},
	}
	for _, m := range members(n.Get("recommendations")) {
		p.Recommendations[eif.RecommendationID(m.Key)] = decodeAnswer(m.Value, "/published/recommendations/"+m.Key)
	}
	return p
}

func decodeAreas(n *document.Node, base string) map[eif.AreaID]Answer {
	areas := make(map[eif.AreaID]Answer, len(members(n)))
	for _, m := range members(n) {
		areas[eif.AreaID(m.Key)] = decodeAnswer(m.Value, base+"/"+m.Key)
	}
	return areas
}

// decodeAnswer reads 3, no_data, {score: 3, …} and {status: no_data, reason: …}.
func decodeAnswer(n *document.Node, pointer string) Answer {
	a := Answer{Pointer: pointer}
	if n == nil {
		return a
	}
	if n.Kind != document.Mapping {
		a.Score, a.State = decodeScore(n), stateOf(text(n))
		if a.Score.Known() {
			a.State = Scored
		}
		return a
	}
	a.Comment, a.Reason = freeText(n.Get("comment")), freeText(n.Get("reason"))
	a.State = stateOf(text(n.Get("status")))
	if a.Score = decodeScore(n.Get("score")); a.Score.Known() {
		a.State = Scored
	}
	return a
}

func decodeScore(n *document.Node) eif.Score {
	if level := whole(n); level >= int(eif.LowestScore) && level <= int(eif.HighestScore) {
		return eif.Score(level)
	}
	return 0
}

func stateOf(status string) State {
	switch status {
	case "no_data":
		return NoData
	case "not_applicable":
		return NotApplicable
	}
	return Unanswered
}

func decodeRecommendations(n *document.Node) map[eif.RecommendationID]*Recommendation {
	recommendations := make(map[eif.RecommendationID]*Recommendation, len(members(n)))
	for _, m := range members(n) {
		id := eif.RecommendationID(m.Key)
		recommendations[id] = decodeRecommendation(id, m.Value)
	}
	return recommendations
}

func decodeRecommendation(id eif.RecommendationID, n *document.Node) *Recommendation {
	pointer := "/recommendations/" + string(id)
	r := &Recommendation{
		ID:         id,
		Answer:     decodeAnswer(n, pointer),
		Respondent: decodeRespondent(n.Get("respondent")),
		Reviewed:   Review{By: word(n.Get("reviewed").Get("by")), Date: Day(text(n.Get("reviewed").Get("date")))},
		Indicators: map[eif.IndicatorID]Indicator{},
		Evidence:   decodeEvidence(n.Get("evidence"), pointer+"/evidence"),
		Plan:       decodePlan(n.Get("plan"), pointer+"/plan"),
		Pointer:    pointer,
	}
	for _, m := range members(n.Get("indicators")) {
		question := eif.IndicatorID(m.Key)
		r.Indicators[question] = decodeIndicator(question, m.Value, pointer+"/indicators/"+m.Key)
	}
	return r
}

func decodeRespondent(n *document.Node) Respondent {
	return Respondent{Name: word(n.Get("name")), Organisation: word(n.Get("organisation"))}
}

func decodeIndicator(id eif.IndicatorID, n *document.Node, pointer string) Indicator {
	in := Indicator{
		ID: id, Pointer: pointer,
		State:      stateOf(text(n.Get("status"))),
		Comment:    freeText(n.Get("comment")),
		Reason:     freeText(n.Get("reason")),
		Respondent: decodeRespondent(n.Get("respondent")),
		Evidence:   decodeEvidence(n.Get("evidence"), pointer+"/evidence"),
	}
	level := decodeScore(n)
	if n != nil && n.Kind == document.Mapping {
		level = decodeScore(n.Get("level"))
	}
	switch {
	case level.Known():
		in.State, in.Form, in.Level = Scored, LevelForm, level
	case n.Get("items") != nil:
		in.State, in.Form, in.Items = Scored, ItemsForm, texts(n.Get("items"))
	case n.Get("share") != nil || n.Get("of") != nil:
		in.State, in.Form = Scored, ShareForm
		in.Done, in.Of = whole(n.Get("done")), whole(n.Get("of"))
		in.Share = share(n.Get("share"), in.Done, in.Of)
	}
	return in
}

// share is the percentage in hundredths: as counted when both numbers are there, because they are
// exact, else as written.
func share(written *document.Node, done, of int) eif.Hundredths {
	if of > 0 {
		return eif.Hundredths(10_000 * int64(done) / int64(of))
	}
	return hundredths(text(written))
}

func decodeEvidence(n *document.Node, base string) []Evidence {
	evidence := make([]Evidence, 0, len(items(n)))
	for i, item := range items(n) {
		evidence = append(evidence, Evidence{
			Source: word(item.Get("source")), Locator: word(item.Get("locator")),
			Title: freeText(item.Get("title")), Kind: word(item.Get("kind")), URL: word(item.Get("url")),
			Date: Day(text(item.Get("date"))), Access: Word(textOr(item.Get("access"), "public")),
			Stance: Word(textOr(item.Get("stance"), "supports")), Note: freeText(item.Get("note")),
			Confirmed: text(item.Get("status")) != "candidate",
			Pointer:   base + "/" + strconv.Itoa(i),
		})
	}
	return evidence
}

func decodePlan(n *document.Node, pointer string) *Plan {
	if n == nil || n.Kind == document.Null {
		return nil
	}
	plan := &Plan{
		Target: decodeScore(n.Get("target")), By: Day(text(n.Get("by"))), Owner: word(n.Get("owner")),
		Actions: make([]Text, 0, len(items(n.Get("actions")))), Pointer: pointer,
	}
	for _, action := range items(n.Get("actions")) {
		plan.Actions = append(plan.Actions, freeText(action))
	}
	return plan
}

func decodeClaims(n *document.Node) []Claim {
	claims := make([]Claim, 0, len(items(n)))
	for i, item := range items(n) {
		claim := Claim{
			Text: freeText(item.Get("text")), Source: word(item.Get("source")),
			OfAverage: text(item.Get("of")) == "average",
			Areas:     texts(item.Get("areas")), Recommendations: texts(item.Get("recommendations")),
			Scoreboard: whole(item.Get("scoreboard")), Relation: text(item.Get("relation")),
			NotBelow: decodeScore(item.Get("not_below")), NotAbove: decodeScore(item.Get("not_above")),
			Status: text(item.Get("status")), Pointer: "/claims/" + strconv.Itoa(i),
		}
		for _, score := range items(item.Get("scores")) {
			claim.Scores = append(claim.Scores, decodeScore(score))
		}
		if improvable := item.Get("improvable"); improvable != nil && improvable.Kind == document.Bool {
			yes := improvable.Text == "true"
			claim.Improvable = &yes
		}
		claims = append(claims, claim)
	}
	return claims
}

func decodeContext(n *document.Node) []Figure {
	figures := make([]Figure, 0, len(items(n)))
	for _, item := range items(n) {
		figures = append(figures, Figure{
			Dataset: word(item.Get("dataset")), Indicator: word(item.Get("indicator")), Geo: word(item.Get("geo")),
			Value: Decimal(text(item.Get("value"))), Unit: word(item.Get("unit")), Year: wholeOrNone(item.Get("year")),
			Source: word(item.Get("source")), Retrieved: Day(text(item.Get("retrieved"))),
		})
	}
	return figures
}

// hundredths reads a plain decimal with at most two decimals; more are cut.
func hundredths(number string) eif.Hundredths {
	before, after, _ := strings.Cut(number, ".")
	units, err := strconv.Atoi(before)
	if err != nil {
		return 0
	}
	cents, err := strconv.Atoi((after + "00")[:2])
	if err != nil {
		return 0
	}
	return eif.Hundredths(units*100 + cents)
}
