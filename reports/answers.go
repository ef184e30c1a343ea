package reports

import (
	"github.com/eifcheck/eifcheck"
)

// answers shows how each answer became its level.
func (r *textReport) answers(a *eifcheck.Assessment) {
	begun := false
	for i := range a.Recommendations {
		for _, in := range a.Recommendations[i].Indicators {
			if in.Reading == nil {
				continue
			}
			if !begun {
				r.blank()
				r.rule("─", r.say("text/answers", nil))
				r.blank()
				begun = true
			}
			r.text(0, plain, string(in.ID)+"  "+*in.Reading)
		}
	}
}
