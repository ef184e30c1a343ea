// Package comparison sets assessments side by side: it makes one file of the parts that several bodies answered.
package comparison

import (
	"slices"
	"strings"

	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/internal/messages"
)

// Merge makes one assessment of its parts, documents in which nothing is wrong, and returns it as YAML. What only
// some parts say is taken from them; where two say different things of the same, the conflicts name both places and
// there is no file. The order of the parts does not matter.
func Merge(parts []*document.Document) (merged []byte, conflicts []messages.Message) {
	var m merger
	voices := make([]voice, 0, len(parts))
	for _, part := range parts {
		voices = append(voices, voice{part: part, node: withDefaults(part.Root)})
	}
	root := m.unite(assessmentForm(), nil, voices)
	if len(m.conflicts) > 0 {
		return nil, m.conflicts
	}
	return document.Encode(root), nil
}

// voice is what one part says of something.
type voice struct {
	part *document.Document
	node *document.Node
}

// silent tells that the part does not say it, and that its default counts.
func (v voice) silent() bool { return !v.node.Span.Known() }

// withDefaults adds the defaults that decide what the answers mean, without a place: a part without a scope is
// about a country, and must not become one about a region.
func withDefaults(root *document.Node) *document.Node {
	full := *root
	full.Members = slices.Clone(root.Members)
	year := ""
	if n := root.Get("year"); n != nil {
		year = n.Text
	}
	for _, usual := range [][2]string{
		{"questionnaire", eif.QuestionnaireVersion()}, {"reference_date", year + "-12-31"}, {"scope", "country"},
	} {
		node := &document.Node{Kind: document.String, Text: usual[1]}
		switch m := full.Member(usual[0]); {
		case m == nil:
			full.Members = append(full.Members, document.Member{Key: usual[0], Value: node})
		case isBlank(m.Value):
			m.Value = node
		}
	}
	return &full
}

// merger unites values and collects where they do not agree.
type merger struct{ conflicts []messages.Message }

// unite makes one value of what several parts say, or nil when none says anything.
func (m *merger) unite(f *form, path []string, voices []voice) *document.Node {
	voices = spoken(f, voices)
	if len(voices) == 0 {
		return nil
	}
	switch f.way {
	case asRecord:
		return m.uniteRecord(f, path, voices)
	case asTable:
		return m.uniteTable(f, path, voices)
	case asList:
		return uniteList(f, voices)
	case asText:
		if !slices.ContainsFunc(voices, func(v voice) bool { return v.node.Kind != document.Mapping }) {
			return m.uniteTable(&form{each: &form{}}, path, voices)
		}
	case asWhole:
	}
	return m.uniteWhole(f, path, voices)
}

// spoken are the voices that say something, tidied.
func spoken(f *form, voices []voice) []voice {
	said := make([]voice, 0, len(voices))
	for _, v := range voices {
		if isBlank(v.node) {
			continue
		}
		if f.tidy != nil {
			v.node = f.tidy(v.node)
		}
		if f.bare != "" && v.node.Kind != document.Mapping {
			v.node = &document.Node{
				Kind: document.Mapping, Span: v.node.Span, Members: []document.Member{{Key: f.bare, Value: v.node}},
			}
		}
		said = append(said, v)
	}
	return said
}

// uniteRecord unites the keys of the format one by one, but those of an answer together.
func (m *merger) uniteRecord(f *form, path []string, voices []voice) *document.Node {
	united := mapping()
	if answer := m.uniteAnswer(f, path, voices); answer != nil {
		united.Members = answer.Members
	}
	for _, key := range f.keys {
		if slices.Contains(f.answer, key) {
			continue
		}
		part := f.parts[key]
		if part == nil {
			part = &form{}
		}
		add(united, key, m.unite(part, append(slices.Clip(path), key), under(voices, key)))
	}
	switch {
	case len(united.Members) == 0:
		return nil
	case len(united.Members) == 1 && united.Members[0].Key == f.bare:
		return united.Members[0].Value
	}
	return united
}

// uniteAnswer takes the keys that are one answer together: a score and a status do not add up to something.
func (m *merger) uniteAnswer(f *form, path []string, voices []voice) *document.Node {
	var answers []voice
	for _, v := range voices {
		if answer := f.answerOf(v.node); answer != nil {
			answers = append(answers, voice{part: v.part, node: answer})
		}
	}
	if len(answers) == 0 {
		return nil
	}
	return m.agree(path, answers)
}

// answerOf is the part of a record that is its answer, placed where it begins; nil when there is none.
func (f *form) answerOf(n *document.Node) *document.Node {
	answer := mapping()
	for _, key := range f.answer {
		value := n.Get(key)
		if isBlank(value) {
			continue
		}
		if part := f.parts[key]; part != nil && part.tidy != nil {
			value = part.tidy(value)
		}
		if len(answer.Members) == 0 {
			answer.Span = value.Span
		}
		add(answer, key, value)
	}
	if len(answer.Members) == 0 {
		return nil
	}
	return answer
}

// uniteTable unites the entries of each id.
func (m *merger) uniteTable(f *form, path []string, voices []voice) *document.Node {
	united := mapping()
	for _, id := range f.ids(voices) {
		entries := under(voices, id)
		entry := m.unite(f.each, append(slices.Clip(path), id), entries)
		if entry == nil && f.bodiless {
			entry = mapping()
		}
		add(united, id, entry)
	}
	if len(united.Members) == 0 {
		return nil
	}
	return united
}

// ids are the keys of all voices in the order in which they are written.
func (f *form) ids(voices []voice) []string {
	var ids []string
	for _, v := range voices {
		for _, member := range v.node.Members {
			ids = append(ids, member.Key)
		}
	}
	slices.SortFunc(ids, func(a, b string) int {
		if f.rank != nil && f.rank(a) != f.rank(b) {
			return f.rank(a) - f.rank(b)
		}
		return strings.Compare(a, b)
	})
	return slices.Compact(ids)
}

// uniteWhole takes the value that all parts give.
func (m *merger) uniteWhole(f *form, path []string, voices []voice) *document.Node {
	said := make([]voice, 0, len(voices))
	for _, v := range voices {
		if v.node = f.arrange(v.node); v.node != nil {
			said = append(said, v)
		}
	}
	if len(said) == 0 {
		return nil
	}
	return m.agree(path, said)
}

// agree returns the one value, and notes a conflict with the first for each other one.
func (m *merger) agree(path []string, voices []voice) *document.Node {
	var chosen *document.Node
	meanings := map[string]bool{meaning(voices[0].node): true}
	for _, v := range voices {
		if key := meaning(v.node); !meanings[key] {
			meanings[key] = true
			m.conflicts = append(m.conflicts, conflict(path, voices[0], v))
		}
		if !v.silent() {
			chosen = first(chosen, v.node)
		}
	}
	return chosen
}
