package reports

import (
	"html"
	"strconv"
	"strings"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/eif"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/rules"
)

// folds are the lists of a file: findings, heaviest first, and those that were waived or are gone.
func (m markdownWords) folds(a *eifcheck.Assessment, limit int) []fold {
	var findings, waived, gone fold
	for _, severity := range []rules.Severity{rules.Error, rules.Warning, rules.Info} {
		for i := range a.Findings {
			if f := &a.Findings[i]; f.Severity == severity && f.Waived == nil {
				findings.add(m.finding(f, ""), limit)
			}
		}
	}
	for i := range a.Findings {
		if f := &a.Findings[i]; f.Waived != nil {
			waived.add(m.finding(f, ""), limit)
		}
	}
	if a.Changes != nil {
		for i := range a.Changes.GoneFindings {
			f := &a.Changes.GoneFindings[i]
			gone.add(m.finding(f, f.Location.File), limit)
		}
	}
	findings.title = m.foldTitle("markdown/findings", findings.count)
	waived.title = m.foldTitle("markdown/waived", waived.count)
	gone.title = m.foldTitle("markdown/gone", gone.count)
	return []fold{findings, waived, gone}
}

// foldTitle is HTML: Markdown means nothing between the tags of a summary.
func (m markdownWords) foldTitle(code string, count int) string {
	return html.EscapeString(m.say(code, messages.Args{"count": count}))
}

// finding is an entry of a list: how bad, where, which rule; what is the matter; what to do. The path
// is left out under the heading of its file.
func (m markdownWords) finding(f *eifcheck.Finding, path string) string {
	facts := []string{"**" + escapeMarkdown(m.severity(f.Severity)) + "**"}
	switch {
	case path != "" && f.Location.Line > 0:
		facts = append(facts, markdownCode(path+":"+strconv.Itoa(f.Location.Line)))
	case path != "":
		facts = append(facts, markdownCode(path))
	case f.Location.Line > 0:
		facts = append(facts, m.escaped("markdown/line", messages.Args{"line": strconv.Itoa(f.Location.Line)}))
	}
	facts = append(facts, markdownCode(f.Rule))
	if f.Since != nil && *f.Since == eifcheck.SinceNew {
		facts = append(facts, m.escaped("markdown/new", nil))
	}
	if f.Waived != nil {
		facts = append(facts, escapeMarkdown(m.text.acceptance(f.Waived)))
	}
	entry := "- " + strings.Join(facts, " · ") + "  \n  " + escapeMarkdown(f.Message) + "\n"
	if f.Help != "" && f.Waived == nil {
		entry += "\n  → " + escapeMarkdown(f.Help) + "\n"
	}
	return entry
}

// changes are what differs from the earlier version: the areas in a table, the rest counted.
func (m markdownWords) changes(a *eifcheck.Assessment) string {
	c := a.Changes
	if c == nil {
		return ""
	}
	var b strings.Builder
	b.WriteString("\n**" + m.escaped("markdown/changes", nil) + "** " + markdownCode(c.Base.File) + "\n")
	if note := yardstick(a, m.text.wording); note != "" {
		b.WriteString("\n" + escapeMarkdown(note) + "\n")
	}
	if len(c.Areas) == 0 {
		b.WriteString("\n" + m.escaped("markdown/changes.no-area", nil) + "\n")
	} else {
		b.WriteString("\n" + m.tableHead("area", "before", "now", "change"))
	}
	for i := range c.Areas {
		d := &c.Areas[i]
		board := eif.Principles
		if d.Scoreboard != nil {
			board = *d.Scoreboard
		}
		b.WriteString(markdownRow(
			m.area(board, eif.AreaID(d.ID)), m.standing(d.Before), m.standing(d.After), m.direction(d),
		))
	}
	b.WriteString("\n" + m.escaped("markdown/changes.rest", messages.Args{
		"recommendations": m.listed(c.Recommendations), "indicators": len(c.Indicators),
		"added": len(c.EvidenceAdded), "removed": len(c.EvidenceRemoved),
		"new": c.NewFindings, "unchanged": c.UnchangedFindings, "gone": len(c.GoneFindings),
	}) + "\n")
	return b.String()
}

// listed names what changed, as far as a line takes it.
func (m markdownWords) listed(list []eifcheck.Difference) string {
	const most = 12
	if len(list) == 0 {
		return m.say("markdown/changes.none", nil)
	}
	words := []string{}
	for i := range list {
		if i == most {
			return m.say("markdown/changes.more", messages.Args{
				"ids": strings.Join(words, ", "), "count": len(list) - most,
			})
		}
		words = append(words, list[i].ID)
	}
	return strings.Join(words, ", ")
}

// direction says what kind of change it was: a sign for the eye, and the word.
func (m markdownWords) direction(d *eifcheck.Difference) string {
	word := escapeMarkdown(directionWord(d, m.text.wording))
	switch d.Direction {
	case eifcheck.Up:
		return "▲ " + word
	case eifcheck.Down:
		return "▼ " + word
	default:
		return word
	}
}

func (m markdownWords) standing(s eifcheck.Standing) string {
	return escapeMarkdown(m.text.standsAt(s))
}

// area names an area; one of scoreboard 4 says so, because it repeats the name of another.
func (m markdownWords) area(board eif.Scoreboard, id eif.AreaID) string {
	if board == eif.CrossBorder {
		return m.escaped("markdown/area.cross-border", messages.Args{"area": id})
	}
	return m.escaped("markdown/area", messages.Args{"area": id})
}
