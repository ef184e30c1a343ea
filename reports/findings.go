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

// runFindings prints what is wrong with what accepts findings.
func (r *textReport) runFindings(findings []eifcheck.Finding) {
	if len(findings) == 0 {
		return
	}
	if r.begun {
		r.blank()
	}
	r.begun = true
	r.rule("─", r.say("text/run-findings", nil))
	for i := range findings {
		r.finding(&findings[i])
	}
}

// accepted prints what was waived: each in a line with who answers for it. A baseline accepts many at once and gives
// no reason, so its findings are counted by rule unless everything is asked for.
func (r *textReport) accepted(a *eifcheck.Assessment) {
	var single, counted []*eifcheck.Finding
	for i := range a.Findings {
		f := &a.Findings[i]
		switch {
		case f.Waived == nil:
		case f.Waived.By == string(rules.InBaseline) && !r.verbose:
			counted = append(counted, f)
		default:
			single = append(single, f)
		}
	}
	if len(counted) == 1 {
		single, counted = append(single, counted...), nil
	}
	if len(single)+len(counted) > 0 {
		r.blank()
	}
	for _, f := range single {
		r.waived(f)
	}
	if len(counted) > 0 {
		r.text(0, faint, r.say("text/waived.baseline-sum", messages.Args{
			"file": counted[0].Location.File, "count": len(counted), "rules": r.countByRule(counted),
		}))
	}
}

// countByRule says how many findings each rule has, in the order in which the rules come first.
func (r *textReport) countByRule(findings []*eifcheck.Finding) []string {
	count := map[string]int{}
	var order []string
	for _, f := range findings {
		if count[f.Rule] == 0 {
			order = append(order, f.Rule)
		}
		count[f.Rule]++
	}
	for i, rule := range order {
		if count[rule] > 1 {
			order[i] = r.say("text/waived.rule", messages.Args{"rule": rule, "count": count[rule]})
		}
	}
	return order
}

// finding prints one: where, how bad, which rule; what is the matter; the line of the file; what to do.
func (r *textReport) finding(f *eifcheck.Finding) {
	r.blank()
	cells := append([]cell{{text: place(f)}, r.severity(f.Severity)}, r.newMark(f)...)
	r.line(0, columnGap, append(cells, cell{text: f.Rule, tone: faint})...)
	r.text(columnGap, plain, f.Message)
	r.excerpt(f, severityTone(f.Severity))
	if f.Help != "" {
		r.hang(columnGap, cell{text: "→", tone: note, width: columnGap}, plain, together(f.Help, ": eifcheck explain "))
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
	case rules.Info:
		return note
	}
	return plain
}

// sum prints the infos of one rule in a line and tells whether it did: a single one is shown in full.
func (r *textReport) sum(a *eifcheck.Assessment, first *eifcheck.Finding) bool {
	var subjects []string
	for i := range a.Findings {
		f := &a.Findings[i]
		if f.Rule == first.Rule && f.Severity == first.Severity && f.Waived == nil {
			subject := subjectOf(f)
			if isNew(f) {
				subject = r.say("text/since.new-subject", messages.Args{"subject": subject})
			}
			subjects = append(subjects, subject)
		}
	}
	if len(subjects) < 2 {
		return false
	}
	r.blank()
	file, rule := cell{text: first.Location.File}, cell{text: first.Rule, tone: faint}
	r.line(0, columnGap, file, r.severity(first.Severity), rule)
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
	words := r.acceptance(f.Waived)
	cells := []cell{{text: place(f)}, {text: r.say("text/severity."+string(f.Severity), nil)}, {text: f.Rule}}
	room := r.width
	for i := range cells {
		cells[i].tone = faint
		room -= widthOf(clean(cells[i].text)) + columnGap
	}
	if r.verbose {
		r.line(0, columnGap, cells...)
		r.text(columnGap, faint, words)
		return
	}
	r.line(0, columnGap, append(cells, cell{text: shorten(clean(words), max(room, narrowestWidth/2)), tone: faint})...)
}

// acceptance says until when a finding is waived, or by what; who answers for that, and why.
func (r *textReport) acceptance(w *eifcheck.Waiver) string {
	code := "text/waived." + w.By
	if !r.wording.Has(code) {
		code = "text/waived"
	}
	by, until := r.say(code, nil), ""
	if w.Until != "" {
		until = r.say("text/waived-until", messages.Args{"day": w.Until})
		if !r.verbose {
			by = ""
		}
	}
	return joined(by, until, messages.Clean(string(w.Owner)), oneLine(string(w.Reason)))
}
