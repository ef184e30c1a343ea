package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// refusal is a mistake made in a copy of the sources, and what is to be said of it.
type refusal struct {
	file string
	// old is replaced by its replacement, once; an empty old puts the replacement at the file's end.
	old, replacement string
	// want is a pattern that one line of the complaint matches.
	want string
}

func TestRefusals(t *testing.T) {
	t.Parallel()

	whole := &source{root: moduleFolder}
	fw := readFramework(whole)
	if err := whole.err(); err != nil {
		t.Fatal(err)
	}
	for _, kind := range []struct {
		name     string
		sources  []string
		read     func(*source)
		refusals map[string]refusal
	}{
		{"recommendation", frameworkSources(), func(s *source) { readFramework(s) }, recommendationRefusals()},
		{"table", frameworkSources(), func(s *source) { readFramework(s) }, tableRefusals()},
		{"message", messageSources(), func(s *source) { readCatalogue(s) }, messageRefusals()},
		{"observatory", observatorySources(), func(s *source) { readObservatory(s, fw) }, observatoryRefusals()},
	} {
		for name, r := range kind.refusals {
			t.Run(kind.name+"/"+name, func(t *testing.T) {
				t.Parallel()

				r.test(t, copySources(t, kind.sources...), kind.read)
			})
		}
	}
}

// test makes the mistake in a copy of the sources and reads that.
func (r refusal) test(t *testing.T, root string, read func(*source)) {
	t.Helper()

	edit(t, filepath.Join(root, filepath.FromSlash(r.file)), r.old, r.replacement)
	s := &source{root: root}
	read(s)
	err := s.err()
	if err == nil {
		t.Fatal("the mistake was accepted")
	}
	if !regexp.MustCompile("(?m)^" + r.want).MatchString(err.Error()) {
		t.Errorf("got:\n%v\nwant a line like\n%s", err, r.want)
	}
}

// edit makes the mistake. A source without the text to replace would make the test pass for nothing.
func edit(t *testing.T, file, old, replacement string) {
	t.Helper()

	b, err := os.ReadFile(file)
	if err != nil && old != "" {
		t.Fatal(err)
	}
	text := string(b)
	if old == "" {
		text += replacement
	} else if !strings.Contains(text, old) {
		t.Fatalf("%s does not contain %q any more: mend this test", filepath.Base(file), old)
	} else {
		text = strings.Replace(text, old, replacement, 1)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func recommendationRefusals() map[string]refusal {
	const r14, r23, r37 = "eif/recommendations/R14.yaml", "eif/recommendations/R23.yaml", "eif/recommendations/R37.yaml"
	return map[string]refusal{
		"unknown key":            {r14, "rationale:", "rational:", r14 + `:\d+: field rational not found`},
		"unknown nested key":     {r14, "    question:", "    qestion:", r14 + `:\d+: field qestion not found`},
		"repeated key":           {r14, "area: P7", "area: P7\narea: P7", r14 + `:4: .*"area" already defined`},
		"repeated item":          {r14, "      b: ", "      a: ", r14 + `:\d+: a stands already in line \d+`},
		"other type":             {r14, "months: 6", "months: six", r14 + `:\d+: .*six`},
		"broken syntax":          {r14, "area: P7", "area: [P7", r14 + `:\d+: `},
		"second document":        {r14, "", "---\nid: R14\n", r14 + `:.*document`},
		"other id":               {r14, "id: R14", "id: R4", r14 + `:1: id "R4" instead of R14`},
		"other iri":              {r14, "/Rec14", "/Rec04", r14 + `:2: iri .* instead of http://data.europa.eu/Rec14`},
		"other area":             {r14, "area: P7", "area: P8", r14 + `:3: area P8, but eif/areas.yaml counts R14 to P7`},
		"empty text":             {r14, "title: ", `title: "" #`, r14 + `:\d+: title is missing or empty`},
		"broken line":            {r14, "title: ", "title: \"a\\nb\" #", r14 + `:4: .*one line`},
		"no country":             {r14, "[country, region", "[region", r14 + `:\d+: no indicator applies to a country`},
		"unknown scope":          {r14, "[country, region", "[country, city", r14 + `:\d+: applies_to: "city"`},
		"unknown neighbour":      {r14, "R10: ", "R48: ", r14 + `:\d+: not_here: there is no recommendation "R48"`},
		"itself as neighbour":    {r14, "R10: ", "R14: ", r14 + `:\d+: not_here names the recommendation itself`},
		"unknown act":            {r14, "act: dir-2016-2102", "act: dir-2016-2103", r14 + `:\d+: act "dir-2016-2103" is not in`},
		"unknown solution":       {r14, "solutions: [wad-page", "solutions: [wad", r14 + `:\d+: solution "wad" is not in`},
		"unknown population":     {r23, "of: ict-tenders", "of: tenders", r23 + `:\d+: population "tenders" is not in`},
		"population of no scope": {r23, "of: ict-tenders", "of: five-registers", r23 + `:\d+: R23-2 is put to a region, but`},
		"other indicator id":     {r14, "id: R14-2", "id: R14-3", r14 + `:\d+: id "R14-3" instead of R14-2`},
		"unknown kind":           {r14, "kind: share", "kind: ratio", r14 + `:\d+: kind "ratio" is none of`},
		"share without of":       {r14, "of: key-services", "cross_border: false #", r14 + `:\d+: `},
		"thresholds descend":     {r14, "[25, 60, 90]", "[60, 25, 90]", r14 + `:\d+: thresholds ascend`},
		"two thresholds":         {r14, "[25, 60, 90]", "[25, 60]", r14 + `:\d+: thresholds: three numbers`},
		"threshold above items":  {r14, "[2, 4, 5]", "[2, 4, 7]", r14 + `:\d+: thresholds ascend, from 1 to at most 6`},
		"threshold unlike words": {r14, "[25, 60, 90]", "[25, 65, 90]", r14 + `:\d+: the sentence of level 2 does not say .* 25 to 64`},
		"words unlike threshold": {r37, "Two or three.", "Two or four.", r37 + `:\d+: the sentence of level \d does not say`},
		"level missing":          {r14, "      4: 90 or more in 100.\n", "", r14 + `:\d+: levels: a sentence for each`},
		"levels alike":           {r37, "Two or three.", "Four or five.", r37 + `:\d+: levels 2 and 3 say the same`},
		"item key":               {r14, "      a: a barrier", "      A: a barrier", r14 + `:\d+: item "A"`},
		"when none of nothing":   {r37, "{R37-1: 0, level: 1}", "{R37-9: 0, level: 1}", r37 + `:\d+: when_none: there is no indicator "R37-9"`},
		"when none of itself":    {r37, "{R37-1: 0, level: 1}", "{R37-2: 0, level: 1}", r37 + `:\d+: when_none: R37-2 is no other`},
		"when none without":      {r37, "{R37-1: 0, level: 1}", "{R37-1: 0}", r37 + `:\d+: when_none is to look like`},
		"steps in disorder":      {r14, "- from: 2", "- from: 3", r14 + `:\d+: a step from 3 stands where one from 2`},
		"one recommendation too many": {
			"eif/recommendations/R48.yaml", "", "id: R48\n", `eif/recommendations: 48 recommendations instead of 47`,
		},
		"other file name": {
			"eif/recommendations/R00.yaml", "", "id: R00\n", `eif/recommendations/R00.yaml: R01.yaml is wanted here`,
		},
	}
}

func tableRefusals() map[string]refusal {
	return map[string]refusal{
		"area without summary":  {areasFile, "  summary:", "  # ", areasFile + `:\d+: summary is missing`},
		"area twice":            {areasFile, "id: P2\n", "id: P1\n", areasFile + `:\d+: "P1" stands already`},
		"area not cross-border": {areasFile, "cross_border: true", "cross_border: false", areasFile + ": 25 areas, 18 of them"},
		"recommendation left out": {
			areasFile, "[R02, R03, R04]", "[R02, R04]", areasFile + `:\d+: R04 stands where R03 is wanted`,
		},
		"area in another order": {areasFile, "scoreboard: 2", "scoreboard: 4", areasFile + `:\d+: scoreboard 4`},
		"scoreboard left out":   {scoreboardsFile, "id: 4", "id: 5", scoreboardsFile + `:\d+: scoreboard 5`},
		"act without day":       {actsFile, "applies_from: 2018-12-21", "applies_from: 2018", actsFile + `:\d+: .* ISO day or null`},
		"act without title":     {actsFile, "  title:", "  note:", actsFile + `:`},
		"act's address":         {actsFile, "eli: http://data", "eli: http://date", actsFile + `:\d+: .*eli`},
		"solution's address":    {solutionsFile, "url: https://", "url: http://", solutionsFile + `:\d+: .*url`},
		"solution's id":         {solutionsFile, "camss:", "CAMSS:", solutionsFile + `:\d+: id "CAMSS"`},
		"population of nothing": {populationsFile, "", "\nnone: {}\n", populationsFile + `:\d+: none is defined for no scope`},
		"no version":            {questionnaireFile, "version: ", "version: # ", questionnaireFile + `.*version is missing`},
		"empty rule":            {questionnaireFile, "answering_rules:", "answering_rules:\n  -", questionnaireFile + `:\d+: .*empty`},
		"years with a gap":      {methodologiesFile, "from: 2022", "from: 2023", methodologiesFile + `:\d+: mm-91: data years`},
		"five scoreboards":      {methodologiesFile, "scoreboards: 4", "scoreboards: 5", methodologiesFile + `:\d+: mm-91: three`},
		"a member twice":        {countriesFile, "AT, BE", "BE, BE", countriesFile + `:\d+: member: BE`},
		"a member too few":      {countriesFile, "AT, BE", "BE", countriesFile + `: 26 Member States`},
		"withdrawn code":        {countriesFile, "AC, AN,", "AN,", countriesFile + `: 250 ISO codes`},
		"code not there":        {countriesFile, "AC, AN,", "AC, AN, QQ,", countriesFile + `:\d+: not_current: QQ`},
		"name of nobody":        {countriesFile, "  TR: ", "  QQ: ", countriesFile + `:\d+: names: QQ`},
	}
}

func messageRefusals() map[string]refusal {
	// Files are read in the order of their names: a code is repeated where it comes second.
	const file = "internal/messages/en/zz-test.yaml"
	return map[string]refusal{
		"code of another file": {file, "", "\nlist.and: x\n", file + `:2: list.and stands already in internal/messages/en/`},
		"code twice":           {file, "", "a.b: x\na.b: y\n", file + `:2: a.b stands already in line 1`},
		"code":                 {file, "", "A b: x\n", file + `:1: code "A b"`},
		"no text":              {file, "", "a.b: \"\"\n", file + `:1: a.b has no text`},
		"no plural":            {file, "", "a.b: {one: x}\n", file + `:1: a.b has no text`},
		"unknown form":         {file, "", "a.b: {one: x, few: y, other: z}\n", file + `:1: field few not found`},
		"other arguments":      {file, "", "a.b: {one: \"{x}\", other: \"{x} {y}\"}\n", file + `:1: a.b: one and other`},
	}
}

func observatoryRefusals() map[string]refusal {
	const y2020 = "observatory/data/2020.csv"
	return map[string]refusal{
		"score":           {y2020, "AT,raster,3,", "AT,raster,5,", y2020 + `:2: P1: "5"`},
		"zero":            {y2020, "AT,raster,3,", "AT,raster,0,", y2020 + `:2: P1: "0"`},
		"doubt alone":     {y2020, "AT,raster,3,", "AT,raster,?,", y2020 + `:2: P1: "\?"`},
		"column missing":  {y2020, "P1,P2", "P1", y2020 + `:1: the columns are to be country,reading,P1,P2`},
		"cell missing":    {y2020, "AT,raster,3,", "AT,raster,", y2020 + `:2: wrong number of fields`},
		"country":         {y2020, "AT,raster", "AA,raster", y2020 + `:2: country "AA" is unknown`},
		"order":           {y2020, "AT,raster", "BE,raster", y2020 + `:3: BE: countries stand in order`},
		"reading":         {y2020, "AT,raster", "AT,guess", y2020 + `:2: reading "guess"`},
		"year":            {"observatory/data/2019.csv", "", "x\n", `observatory/data/2019.csv: the name is`},
		"no scoreboard 4": {"observatory/data/2020-cross-border.csv", "", "x\n", `observatory/data/2020-cross-border.csv: the name`},
		"redrawn alike":   {redrawnFile, "DE,P9,4,3", "DE,P9,4,4", redrawnFile + `:\d+: .*two different cells`},
		"redrawn unlike":  {redrawnFile, "DE,P9,4,3", "DE,P9,2,3", redrawnFile + `:\d+: drawn_first is not what 2021.csv says`},
		"average whole":   {averagesFile, "1,P1,3,", "1,P1,3.0,", averagesFile + `:2: 2020: "3.0" is no average`},
		"average range":   {averagesFile, "1,P1,3,3,3.50", "1,P1,3,3,4.50", averagesFile + `:2: 2022: "4.50"`},
		"average missing": {averagesFile, "1,P1,3,", "1,P1,,", averagesFile + `:2: 2020: ""`},
		"area in disorder": {
			averagesFile, "1,P1,", "1,P2,", averagesFile + `:2: 1,P2: areas stand in order`,
		},
		"average before scoreboard 4": {averagesFile, "4,P2,,", "4,P2,3,", averagesFile + `:\d+: 2020: there was no scoreboard 4`},
	}
}
