package reports

import (
	"fmt"
	"strconv"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/rules"
)

// findings prints what is wrong, heaviest first, else in the order of the result. Infos of one rule
// are summed up in a line unless everything is asked for; what was waived stands at the end, in a line each.
func (r *textReport) findings(a *eifcheck.Assessment) {
	if len(a.Findings) == 0 {
		return
	}
	r.blank()
	r.rule("─", r.say("text/findings", nil))
	for _, severity := range []rules.Severity{rules.Error, rules.Warning, rules.Info} {
		summed := map[string]bool{}
		for i := range a.Findings {
			f := &a.Findings[i]
			if f.Severity != severity || f.Waived != nil || summed[f.Rule] {
				continue
			}
			if severity == rules.Info && !r.verbose {
				summed[f.Rule] = r.sum(a, f)
			}
			if !summed[f.Rule] {
				r.finding(f)
			}
		}
	}
	r.accepted(a)
}

// accepted prints what was waived.
func (r *textReport) accepted(a *eifcheck.Assessment) {
	begun := false
	for i := range a.Findings {
		if a.Findings[i].Waived == nil {
			continue
		}
		if !begun {
			r.blank()
			begun = true
		}
		r.waived(&a.Findings[i])
	}
}

// finding prints one: where, how bad, which rule; what is the matter; the line of the file; what to do.
func (r *textReport) finding(f *eifcheck.Finding) {
	r.blank()
	r.line(0, columnGap, cell{text: place(f)}, r.severity(f.Severity), cell{text: f.Rule, tone: faint})
	r.text(columnGap, plain, f.Message)
	r.excerpt(f, severityTone(f.Severity))
	if f.Help != "" {
		r.hang(columnGap, cell{text: "→", tone: note, width: columnGap}, plain, f.Help)
	}
}

// place is where a finding stands, the way editors and terminals recognise it.
func place(f *eifcheck.Finding) string {
	file := clean(f.Location.File)
	if f.Location.Line == 0 {
		return file
	}
	return file + ":" + strconv.Itoa(f.Location.Line) + ":" + strconv.Itoa(f.Location.Column)
}

func (r *textReport) severity(s rules.Severity) cell {
	return cell{text: r.say("text/severity."+string(s), nil), tone: severityTone(s)}
}

func severityTone(s rules.Severity) tone {
	switch s {
	case rules.Error:
		return bad
	case rules.Warning:
		return caution
	}
	return note
}

// sum prints the infos of one rule in a line and tells whether it did: a single one is shown in full.
func (r *textReport) sum(a *eifcheck.Assessment, first *eifcheck.Finding) bool {
	var subjects []string
	for i := range a.Findings {
		f := &a.Findings[i]
		if f.Rule == first.Rule && f.Severity == first.Severity && f.Waived == nil {
			subjects = append(subjects, subjectOf(f))
		}
	}
	if len(subjects) < 2 {
		return false
	}
	r.blank()
	r.line(0, columnGap, cell{text: clean(first.Location.File)}, r.severity(first.Severity), cell{text: first.Rule, tone: faint})
	r.text(columnGap, plain, r.say("text/summed", messages.Args{
		"title": r.wording.RuleTitle(first.Rule), "subjects": subjects, "count": len(subjects),
	}))
	return true
}

// subjectOf names what a finding is about: the narrowest of the ids among its arguments, else its line.
func subjectOf(f *eifcheck.Finding) string {
	for _, name := range []string{"indicator", "recommendation", "area", "source", "claim"} {
		if id, ok := f.Args[name]; ok {
			return fmt.Sprint(id)
		}
	}
	return strconv.Itoa(f.Location.Line) + ":" + strconv.Itoa(f.Location.Column)
}

// waived prints an accepted finding in a line, cut to the page unless everything is asked for.
func (r *textReport) waived(f *eifcheck.Finding) {
	w := f.Waived
	words := r.say("text/waived", messages.Args{"owner": w.Owner, "day": w.Until, "reason": w.Reason, "by": w.By})
	cells := []cell{
		{text: place(f), tone: faint}, {text: r.say("text/severity."+string(f.Severity), nil), tone: faint},
		{text: f.Rule, tone: faint},
	}
	if r.verbose {
		r.line(0, columnGap, cells...)
		r.text(columnGap, faint, words)
		return
	}
	room := r.width
	for _, c := range cells {
		room -= widthOf(clean(c.text)) + columnGap
	}
	r.line(0, columnGap, append(cells, cell{text: shorten(clean(words), max(room, narrowestWidth/2)), tone: faint})...)
}
