package schemas

import (
	"cmp"
	"maps"
	"slices"
	"unicode/utf8"

	"github.com/eifcheck/eifcheck/internal/document"
	"github.com/eifcheck/eifcheck/internal/messages"
)

// maxAlike is the number of findings of one rule that a file's list holds; the rest are counted.
const maxAlike = 200

// finding is a problem that is worded only when it is shown: a file can hold tens of thousands.
type finding struct {
	span document.Span
	// code up to its first dot decides what is alike; word may choose another variant of it.
	code string
	// tie tells apart, and orders, findings of one rule at one place.
	tie  string
	word func() document.Problem
}

// findings of one file.
type findings struct{ list []finding }

func (f *findings) add(span document.Span, code, tie string, word func() document.Problem) {
	f.list = append(f.list, finding{span: span, code: code, tie: tie, word: word})
}

// atValue reports a wrong value, at the value.
func (f *findings) atValue(p place, code string, args messages.Args) {
	f.add(p.node.Span, code, "", func() document.Problem {
		return document.Problem{Message: describe(p, code, args), Pointer: p.pointer(), Span: p.node.Span}
	})
}

// atKey reports a wrong key, at the key; one without a key at the value.
func (f *findings) atKey(p place, code string, args messages.Args) {
	span := p.holder()
	f.add(span, code, "", func() document.Problem {
		return document.Problem{Message: describe(p, code, args), Pointer: p.pointer(), Span: span}
	})
}

// atHolder reports that a key is missing, at the key that should hold it.
func (f *findings) atHolder(p place, missing, code string, args messages.Args) {
	span := p.holder()
	f.add(span, code, missing, func() document.Problem {
		message := describe(p, code, args)
		if missing == "" {
			return document.Problem{Message: message, Pointer: p.pointer(), Span: span}
		}
		message.Args["key"], message.Args["owner"] = missing, place{path: p.below(missing)}.owner()
		return document.Problem{Message: message, Pointer: document.Pointer(p.below(missing)...), Span: span}
	})
}

// describe makes the message of a finding: its own arguments, and those that every one has: key,
// owner (whose key it is) and found (a single value as written).
func describe(p place, code string, args messages.Args) messages.Message {
	all := messages.Args{"key": p.key(), "owner": p.owner()}
	if p.node != nil {
		all["found"] = shorten(p.node.Text)
	}
	maps.Copy(all, args)
	return messages.New(code, all)
}

// shorten cuts a value that is longer than anybody reads, between two characters.
func shorten(text string) string {
	if len(text) <= maxKey {
		return text
	}
	end := maxKey
	for !utf8.RuneStart(text[end]) {
		end--
	}
	return text[:end] + "…"
}

// problems words what was found, in the order of the file. What stands twice at one place is one
// mistake, and what is over maxAlike of one rule is summed up where the rest begins.
func (f *findings) problems() []document.Problem {
	slices.SortFunc(f.list, func(a, b finding) int {
		return cmp.Or(compareFindings(a, b), cmp.Compare(a.code, b.code))
	})
	list := slices.CompactFunc(f.list, func(a, b finding) bool { return compareFindings(a, b) == 0 })
	alike := map[string]int{}
	for i := range list {
		alike[rule(list[i].code)]++
	}
	var problems []document.Problem
	seen := map[string]int{}
	for i := range list {
		r := rule(list[i].code)
		seen[r]++
		switch {
		case seen[r] <= maxAlike:
			problems = append(problems, list[i].word())
		case seen[r] == maxAlike+1:
			args := messages.Args{"count": alike[r] - maxAlike, "like": r}
			problems = append(problems, document.Problem{Message: messages.New("input/more", args), Span: list[i].span})
		}
	}
	return problems
}

func compareFindings(a, b finding) int {
	return cmp.Or(
		comparePositions(a.span.Start, b.span.Start),
		comparePositions(a.span.End, b.span.End),
		cmp.Compare(rule(a.code), rule(b.code)),
		cmp.Compare(a.tie, b.tie),
	)
}

func comparePositions(a, b document.Position) int {
	return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
}

func rule(code string) string { return messages.Message{Code: code}.Rule() }
