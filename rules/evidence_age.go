package rules

import (
	"time"

	"github.com/eifcheck/eifcheck/assessment"
	"github.com/eifcheck/eifcheck/internal/messages"
)

// lateMonths after the reference date, evidence hardly tells what held on it.
const lateMonths = 12

// freshYears is how many years before the reference date evidence of a kind may be dated; 0 is no limit. The numbers
// are eifcheck's own judgement: neither the EIF nor the Monitoring Mechanism sets any.
func freshYears(kind assessment.Word) int {
	switch kind {
	case "law", "standard":
		return 0 // in force until replaced
	case "strategy", "guideline", "agreement":
		return 5 // programmes, and contracts with them, are commonly renewed within a term of five years
	case "website", "service":
		return 2 // changes without notice: what was seen two years ago need not be there
	}
	// report, audit, statistics, dataset, other and no kind: a picture of one moment. Three years is the rhythm in
	// which Member States report under Article 8 of Directive (EU) 2016/2102, on web accessibility.
	return 3
}

// dating is what is known of the age of one piece of evidence.
type dating struct {
	date assessment.Day
	// kind whose limit counts.
	kind assessment.Word
	// source the date comes from, nil when it is the item's own; it stays set when both have none.
	source *assessment.Source
	// lost: the source is none of the file's, which another rule says.
	lost bool
}

// datingOf takes the item's own date and kind first, then those of its source. A date goes with the
// kind it stands beside: a web page described in a report of 2021 was seen in 2021, by that report.
func datingOf(e *assessment.Evidence, sources map[assessment.Word]*assessment.Source) dating {
	source := sources[e.Source]
	d := dating{date: e.Date, kind: e.Kind}
	switch {
	case source == nil:
		d.lost = e.Source != ""
		return d
	case e.Date != "":
		if d.kind == "" {
			d.kind = source.Kind
		}
		return d
	}
	d.source, d.date = source, source.Date
	if source.Kind != "" && (e.Kind == "" || freshYears(e.Kind) > 0) {
		d.kind = source.Kind
	}
	return d
}

// dated reports evidence whose date fails a test: once at each item with a date of its own, and once
// at each source, however many items rely on its date.
func dated(s *Subject, out *reporter, code, key string, fails func(dating) bool, more func(dating) messages.Args) {
	sources, relying := s.evidence().sources, map[string]int{}
	worst := map[string]dating{}
	eachEvidence(s, func(e *assessment.Evidence) {
		d := datingOf(e, sources)
		if !fails(d) {
			return
		}
		if d.source != nil {
			relying[d.source.ID]++
			worst[d.source.ID] = d
			return
		}
		args := more(d)
		args["document"] = documentName(s, e, sources)
		out.at(e.Pointer+key, say(code, args), detail{
			outcome: string(d.date), help: []messages.Message{say(code+".help", args)},
		})
	})
	for i := range s.Assessment.Sources {
		source := &s.Assessment.Sources[i]
		if relying[source.ID] == 0 {
			continue
		}
		args := more(worst[source.ID])
		args["document"], args["count"] = sourceName(s, source), relying[source.ID]
		out.at(source.Pointer+key, say(code+".source", args), detail{
			outcome: string(source.Date), help: []messages.Message{say(code+".help", args)},
		})
	}
}

// undatedEvidence: neither the item nor its source says from when it is.
func undatedEvidence(s *Subject, out *reporter) {
	dated(s, out, "evidence/undated", "",
		func(d dating) bool { return d.date == "" && !d.lost },
		func(dating) messages.Args { return messages.Args{} })
}

// staleEvidence: older at the reference date than its kind allows.
func staleEvidence(s *Subject, out *reporter) {
	dated(s, out, "evidence/stale", "/date",
		func(d dating) bool {
			years := freshYears(d.kind)
			return d.date != "" && years > 0 && d.date < shift(s.Assessment.ReferenceDate, -years, 0)
		},
		func(d dating) messages.Args {
			return messages.Args{
				"day": string(d.date), "reference": string(s.Assessment.ReferenceDate), "years": freshYears(d.kind),
			}
		})
}

// laterEvidence: from so long after the reference date that it tells of another time.
func laterEvidence(s *Subject, out *reporter) {
	limit := shift(s.Assessment.ReferenceDate, 0, lateMonths)
	dated(s, out, "evidence/later", "/date",
		func(d dating) bool { return d.date > limit },
		func(d dating) messages.Args {
			return messages.Args{
				"day": string(d.date), "reference": string(s.Assessment.ReferenceDate), "months": lateMonths,
			}
		})
}

// shift moves a day by calendar years and months.
func shift(day assessment.Day, years, months int) assessment.Day {
	t, err := time.Parse(time.DateOnly, string(day))
	if err != nil {
		return day
	}
	return assessment.Day(t.AddDate(years, months, 0).Format(time.DateOnly))
}

// documentName is what a reader calls a piece of evidence.
func documentName(
	s *Subject, e *assessment.Evidence, sources map[assessment.Word]*assessment.Source,
) string {
	if title := e.Title.In(s.Assessment.Language); title != "" {
		return title
	}
	if source := sources[e.Source]; source != nil {
		return sourceName(s, source)
	}
	return string(e.Source)
}

func sourceName(s *Subject, source *assessment.Source) string {
	if title := source.Title.In(s.Assessment.Language); title != "" {
		return title
	}
	return source.ID
}
