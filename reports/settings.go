package reports

import (
	"maps"
	"slices"

	"github.com/eifcheck/eifcheck"
	"github.com/eifcheck/eifcheck/internal/messages"
)

// maxNamed is the number of rules that a line about settings names.
const maxNamed = 6

// settingLines say what a run was told not to look at, or to weigh differently: what is switched off
// is never silent. None where the run looks at everything with the severities of the rules.
func settingLines(s eifcheck.Settings, w eifcheck.Wording) []string {
	var lines []string
	if off := s.Off(); len(off) > 0 {
		lines = append(lines, settingLine(w, "text/settings.off", off, s.OriginsOf("only", "disable")))
	}
	if len(s.Severities) > 0 {
		var changed []string
		for _, rule := range slices.Sorted(maps.Keys(s.Severities)) {
			changed = append(changed, w.Say("text/settings.severity", messages.Args{
				"rule": rule, "severity": w.Say("text/severity."+string(s.Severities[rule]), nil),
			}))
		}
		lines = append(lines, settingLine(w, "text/settings.severities", changed, s.OriginsOf("severity")))
	}
	if s.IgnoresOff {
		lines = append(lines, settingLine(w, "text/settings.ignores", nil, s.OriginsOf("no-ignores")))
	}
	return lines
}

// settingLine names some rules, how many more there are, and who says so.
func settingLine(w eifcheck.Wording, code string, names, origins []string) string {
	if more := len(names) - maxNamed; more > 1 {
		names = append(slices.Clone(names[:maxNamed]), w.Say("text/settings.more", messages.Args{"count": more}))
	}
	return w.Say(code, messages.Args{"rules": names, "origins": origins})
}

// settings prints what the run was told not to look at.
func (r *textReport) settings() {
	for _, line := range settingLines(r.header.Settings, r.wording) {
		r.text(0, plain, line)
	}
}
