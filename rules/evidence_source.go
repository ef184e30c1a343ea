package rules

import (
	"strings"

	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/internal/messages"
)

// duplicateEvidence: one document, one place in it and one stance, twice in the same list. The same
// document may stand at two questions: each has to be proved.
func duplicateEvidence(s *Subject, out *reporter) {
	sources := s.evidence().sources
	for i := range s.Card.Recommendations {
		id := s.Card.Recommendations[i].ID
		for _, list := range s.evidence().of[id] {
			for _, e := range repeated(s, list) {
				code := "evidence/duplicate"
				if e.Locator == "" {
					code = "evidence/duplicate.whole"
				}
				args := messages.Args{
					"document": documentName(s, e, sources), "locator": string(e.Locator), "recommendation": id,
				}
				out.at(e.Pointer, say(code, args), detail{help: []messages.Message{say(code+".help", args)}})
			}
		}
	}
}

// repeated are the items of a list that name the same as one before them.
func repeated(s *Subject, list []assessment.Evidence) []*assessment.Evidence {
	if len(list) < 2 {
		return nil
	}
	var again []*assessment.Evidence
	seen := map[[4]string]bool{}
	for i := range list {
		if key := documentKey(s, &list[i]); seen[key] {
			again = append(again, &list[i])
		} else {
			seen[key] = true
		}
	}
	return again
}

// documentKey tells documents and places in them apart: the source, the address or else the title,
// the locator, and whether it supports.
func documentKey(s *Subject, e *assessment.Evidence) [4]string {
	document := strings.TrimSuffix(string(e.URL), "/")
	if document == "" {
		document = e.Title.In(s.Assessment.Language)
	}
	simple := func(text string) string { return strings.ToLower(strings.Join(strings.Fields(text), " ")) }
	return [4]string{string(e.Source), simple(document), simple(string(e.Locator)), string(e.Stance)}
}

// unknownSource: a reference to a source that the file does not list.
func unknownSource(s *Subject, out *reporter) {
	known, ids := s.evidence().sources, speller{}
	for i := range s.Assessment.Sources {
		ids.words = append(ids.words, s.Assessment.Sources[i].ID)
	}
	check := func(source assessment.Word, pointer string) {
		if source == "" || known[source] != nil {
			return
		}
		code, args := "evidence/unknown-source", messages.Args{"source": string(source)}
		if near := ids.nearest(string(source)); near != "" {
			code, args["suggestion"] = "evidence/unknown-source.suggest", near
		}
		out.at(pointer, say(code, args), detail{
			outcome: string(source), help: []messages.Message{say(code+".help", args)},
		})
	}
	check(s.Assessment.Published.Source, "/published/source")
	eachEvidence(s, func(e *assessment.Evidence) { check(e.Source, e.Pointer+"/source") })
	for i := range s.Assessment.Claims {
		check(s.Assessment.Claims[i].Source, s.Assessment.Claims[i].Pointer+"/source")
	}
}

// unusedSource: a listed source that nothing refers to. It makes nothing wrong, but a reader looks
// for what it proves.
func unusedSource(s *Subject, out *reporter) {
	used := map[assessment.Word]bool{s.Assessment.Published.Source: true}
	eachEvidence(s, func(e *assessment.Evidence) { used[e.Source] = true })
	for i := range s.Assessment.Claims {
		used[s.Assessment.Claims[i].Source] = true
	}
	for i := range s.Assessment.Context {
		used[s.Assessment.Context[i].Source] = true
	}
	for i := range s.Assessment.Sources {
		source := &s.Assessment.Sources[i]
		if used[assessment.Word(source.ID)] {
			continue
		}
		args := messages.Args{"source": source.ID}
		out.at(source.Pointer, say("evidence/unused-source", args), detail{
			help: []messages.Message{say("evidence/unused-source.help", args)},
		})
	}
}
