package main

// framework is everything package eif holds.
type framework struct {
	scoreboards     []scoreboard
	areas           []area
	recommendations []recommendation // by number, from 1
	acts            entries[act]
	solutions       entries[solution]
	populations     entries[population]
	questionnaire   questionnaire
	methodologies   []methodology
	countries       []country
}

// readFramework reads and checks the framework. Checks across files come last, when all is there.
func readFramework(s *source) *framework {
	fw := &framework{
		scoreboards:     readScoreboards(s),
		areas:           readAreas(s),
		recommendations: readRecommendations(s),
		acts:            readActs(s),
		solutions:       readSolutions(s),
		populations:     readPopulations(s),
		questionnaire:   readQuestionnaire(s),
		methodologies:   readMethodologies(s),
		countries:       readCountries(s),
	}
	if len(s.problems) == 0 {
		fw.checkMapping(s)
		fw.checkReferences(s)
		fw.checkIndicators(s)
	}
	return fw
}
