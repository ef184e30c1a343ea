package reports

import (
	"strings"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/internal/messages"
)

// respondents lists who has answered how much, and who still owes what.
func (r *textReport) respondents(a *eifcheck.Assessment) {
	r.blank()
	r.rule("─", r.say("text/respondents", nil))
	r.blank()
	for _, body := range a.Respondents {
		name := r.say("text/respondents.nobody", nil)
		if body.Name != nil {
			name = messages.Clean(*body.Name)
		}
		answered, open := len(body.Answered), len(body.Open)
		r.text(0, plain, r.say("text/respondents.answered", messages.Args{
			"name": name, "answered": answered, "count": answered + open,
		}))
		if open > 0 {
			owes := r.say("text/respondents.open", messages.Args{"count": open})
			r.text(4, faint, owes+" "+strings.Join(ids(body.Open), ", "))
		}
	}
}
