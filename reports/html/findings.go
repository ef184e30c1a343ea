package html

import (
	"strconv"
	"strings"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/internal/messages"
	"github.com/eifcheck/eifcheck/rules"
)

// findings are those of one severity, or those accepted.
type findings struct {
	Kind, Title string
	List        []finding
}

// finding is one of them.
type finding struct {
	Rule, Message, Help, Line string
	// To is the recommendation it is about, "" for none.
	To string
	// Accepted says by what, whom and until when; Reason why.
	Accepted string
	Reason   free
}

// findings by severity, heaviest first, then those accepted.
func (r *reader) findings() []findings {
	var groups []findings
	for _, severity := range []rules.Severity{rules.Error, rules.Warning, rules.Info} {
		g := findings{Kind: string(severity)}
		for i := range r.a.Findings {
			if f := &r.a.Findings[i]; f.Severity == severity && f.Waived == nil {
				g.List = append(g.List, r.finding(f))
			}
		}
		if len(g.List) > 0 {
			g.Title = r.say("html/findings."+string(severity), messages.Args{"count": len(g.List)})
			groups = append(groups, g)
		}
	}
	accepted := findings{Kind: "waived"}
	for i := range r.a.Findings {
		if f := &r.a.Findings[i]; f.Waived != nil {
			accepted.List = append(accepted.List, r.finding(f))
		}
	}
	if len(accepted.List) > 0 {
		accepted.Title = r.say("html/findings.waived", messages.Args{"count": len(accepted.List)})
		groups = append(groups, accepted)
	}
	return groups
}

func (r *reader) finding(f *eifcheck.Finding) finding {
	view := finding{Rule: f.Rule, Message: lines(f.Message), Help: lines(f.Help)}
	if f.Location.Line > 0 {
		view.Line = strconv.Itoa(f.Location.Line)
	}
	if after, ok := strings.CutPrefix(f.Pointer, "/recommendations/"); ok {
		id, _, _ := strings.Cut(after, "/")
		for known := range r.recommendations {
			if string(known) == id {
				view.To = id
			}
		}
	}
	if f.Waived != nil {
		view.Accepted, view.Reason = r.accepted(f.Waived), word(f.Waived.Reason)
	}
	return view
}

func (r *reader) accepted(w *eifcheck.Waiver) string {
	parts := []string{r.say("text/waived."+w.By, nil)}
	if w.Owner != "" {
		parts = append(parts, r.say("html/waived.owner", messages.Args{"owner": string(w.Owner)}))
	}
	if w.Until != "" {
		parts = append(parts, r.say("html/waived.until", messages.Args{"day": string(w.Until)}))
	}
	return together(parts...)
}
