package rules

import (
	"slices"
	"strconv"

	"github.com/eifcheck/eifcheck/internal/messages"
)

// contradictions: two claims about the same thing that cannot both hold, or one that cannot hold together with itself.
// It is reported at the one that the numbers disprove, and where they disprove neither or both, at the later one: a
// claim that is right is never reported because another one is wrong.
func contradictions(s *Subject, out *reporter) {
	k := s.knowledge()
	k.more += out.limit(maxAlike, func() { k.contradictions(out) })
}

func (k *knowledge) contradictions(out *reporter) {
	said := firstSaid(k)
	for i := range k.claims {
		c := &k.claims[i]
		var about []mention
		var others []int
		for _, m := range c.mentions {
			other, found := k.rival(said[m.subject], i, m.subject)
			if found {
				about = append(about, m)
				others = append(others, other)
			}
		}
		if len(about) > 0 {
			out.contradiction(k, i, about, others)
		}
	}
}

// position is the first claim that allows exactly these results of a subject.
type position struct {
	allowed levels
	claim   int
}

// firstSaid lists what is said of each subject, every different thing once: there are few, however many claims.
func firstSaid(k *knowledge) map[subject][]position {
	said := map[subject][]position{}
	for i := range k.claims {
		for _, m := range k.claims[i].mentions {
			allowed := k.claims[i].allowsAll(k, m.subject)
			same := func(p position) bool { return p.allowed == allowed }
			if allowed != everything && !slices.ContainsFunc(said[m.subject], same) {
				said[m.subject] = append(said[m.subject], position{allowed, i})
			}
		}
	}
	return said
}

// rival finds the claim that claim i contradicts about a subject, if i is the one to report.
func (k *knowledge) rival(said []position, i int, of subject) (int, bool) {
	own := k.claims[i].allowsAll(k, of)
	if own.impossible() {
		return i, true
	}
	result := k.result(of)
	wrong := (own & result).impossible()
	for _, p := range said {
		if p.allowed.impossible() || !(p.allowed & own).impossible() {
			continue
		}
		if otherWrong := (p.allowed & result).impossible(); wrong && !otherWrong || wrong == otherWrong && p.claim < i {
			return p.claim, true
		}
	}
	return 0, false
}

func (r *reporter) contradiction(k *knowledge, i int, about []mention, others []int) {
	c, other := &k.claims[i], &k.claims[others[0]]
	here, there := k.clash(c, other, about[0].subject)
	var subjects, lines []string
	for j, m := range about {
		subjects = append(subjects, m.String())
		line := strconv.Itoa(r.document.Locate(k.claims[others[j]].Pointer).Nearest.Start.Line)
		if !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	args := messages.Args{
		"subject": about[0].id(), "subjects": subjects,
		"here": c.notation(here), "there": other.notation(there), "lines": lines,
	}
	code := "claims/contradiction"
	switch {
	case others[0] == i:
		code = "claims/contradiction.itself"
	case len(about) > 1:
		code = "claims/contradiction.several"
	}
	r.at(c.Pointer+"/"+string(here), say(code, args), detail{
		help: []messages.Message{say("claims/contradiction.help", args)}, outcome: c.notation(here),
	})
}

// clash finds a statement of each of two claims that cannot both be true of a subject: the last ones, because room to
// improve beside a highest score is the plainest.
func (k *knowledge) clash(c, other *claim, of subject) (here, there statement) {
	for _, here = range slices.Backward(c.statements()) {
		for _, there = range slices.Backward(other.statements()) {
			one, two := c.allows(k, here, of), other.allows(k, there, of)
			if !one.impossible() && !two.impossible() && (one & two).impossible() {
				return here, there
			}
		}
	}
	// Three statements, of which only all together are too many: [1, 2], not above 3 and not below 3.
	return c.statements()[len(c.statements())-1], other.statements()[0]
}
