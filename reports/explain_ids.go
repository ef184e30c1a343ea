package reports

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/schemas"
)

// split takes a list with commas apart.
func split(written string) []string {
	var list []string
	for part := range strings.SplitSeq(written, ",") {
		if part = strings.TrimSpace(part); part != "" {
			list = append(list, part)
		}
	}
	return list
}

// canonical writes an id as the framework does, where it can be told: r5, "Rec. 5" and 5 are R05, P07 is P7.
func canonical(written string) string {
	id := strings.ToUpper(written)
	digits := strings.IndexAny(id, "0123456789")
	if digits < 0 {
		return id
	}
	number, question, _ := strings.Cut(id[digits:], "-")
	n, err := strconv.Atoi(number)
	if err != nil {
		return id
	}
	switch strings.TrimRight(id[:digits], " .-") {
	case "", "R", "REC", "RECOMMENDATION":
		id = fmt.Sprintf("R%02d", n)
		if question != "" {
			id += "-" + question
		}
	case "P":
		id = "P" + strconv.Itoa(n)
	}
	return id
}

// methodologyOf finds an edition by its id in any case, or nil.
func methodologyOf(id string) *eif.Methodology {
	for i := range eif.Methodologies() {
		if m := &eif.Methodologies()[i]; strings.EqualFold(m.ID, id) {
			return m
		}
	}
	return nil
}

// Nearest is the id that was most likely meant, "" when none is near; of several with commas between
// that of the first that does not exist.
func (e *Explainer) Nearest(written string) string {
	for _, id := range split(written) {
		if e.find(id) == nil {
			return e.nearest(id)
		}
	}
	return ""
}

func (e *Explainer) nearest(written string) string {
	if near := schemas.Nearest(canonical(written), e.ids()); near != "" {
		return near
	}
	if area := e.titled(written); area != "" {
		return area
	}
	return shortened(strings.ToUpper(written))
}

// ids lists everything that can be explained.
func (e *Explainer) ids() []string {
	var list []string
	for i := range eif.Areas() {
		list = append(list, string(eif.Areas()[i].ID))
	}
	for i := range eif.Recommendations() {
		r := &eif.Recommendations()[i]
		list = append(list, string(r.ID))
		for j := range r.Indicators {
			list = append(list, string(r.Indicators[j].ID))
		}
	}
	for i := range eif.Methodologies() {
		list = append(list, eif.Methodologies()[i].ID)
	}
	for _, rule := range e.rules.Rules() {
		list = append(list, rule.ID)
	}
	return list
}

// titled finds the one area whose title is near what is written, or begins with it.
func (e *Explainer) titled(written string) string {
	const telling = 3
	if len(written) < telling {
		return ""
	}
	var titles, begun []string
	areas := map[string]string{}
	for i := range eif.Areas() {
		id := eif.Areas()[i].ID
		title := e.wording.Texts.Area(id).Title
		titles, areas[title] = append(titles, title), string(id)
		if len(title) >= len(written) && strings.EqualFold(title[:len(written)], written) {
			begun = append(begun, string(id))
		}
	}
	if len(begun) == 1 {
		return begun[0]
	}
	return areas[schemas.Nearest(written, titles)]
}

// shortened finds the one area of whose id letters were left out: IPG is IPSG.
func shortened(written string) string {
	found := ""
	for i := range eif.Areas() {
		id := string(eif.Areas()[i].ID)
		if len(id) != len(written)+1 || !leftOut(written, id) {
			continue
		}
		if found != "" {
			return ""
		}
		found = id
	}
	return found
}

// leftOut tells whether all letters written stand in an id in their order.
func leftOut(written, id string) bool {
	for _, letter := range written {
		i := strings.IndexRune(id, letter)
		if i < 0 {
			return false
		}
		id = id[i+1:]
	}
	return true
}
