# The arithmetic: thematic areas out of their recommendations, and their gap to the EU average.
package main

import rego.v1

own_score(id) := input.recommendations[id].score

not_applicable(id) if input.recommendations[id].status == "not_applicable"

known_score(id) := own_score(id)

known_score(id) := score if {
	not input.recommendations[id].score
	not input.recommendations[id].status
	score := input.published.recommendations[id]
	is_number(score)
}

counted[area] := [id | some id in data.areas[area].recommendations; not not_applicable(id)] if some area, _ in data.areas

# An even number of scores has two in the middle: their mean, .5 up.
median(list) := middle if {
	sorted := sort(list)
	n := count(sorted)
	n > 0
	middle := ceil((sorted[floor((n - 1) / 2)] + sorted[floor(n / 2)]) / 2)
}

low_end[area] := median([low | some id in ids; low := lowest(id)]) if some area, ids in counted

high_end[area] := median([high | some id in ids; high := highest(id)]) if some area, ids in counted

lowest(id) := known_score(id)

lowest(id) := 1 if not known_score(id)

highest(id) := known_score(id)

highest(id) := 4 if not known_score(id)

stated_score[area] := score if {
	some area, _ in data.areas
	score := area_score(input.areas[area])
}

derived_score[area] := score if {
	some area, ids in counted
	not stated_score[area]
	every id in ids { own_score(id) }
	score := median([own_score(id) | some id in ids])
}

published_score[area] := score if {
	some area, score in input.published.areas
	is_number(score)
}

score_of[area] := score if some area, score in stated_score

score_of[area] := score if some area, score in derived_score

score_of[area] := score if {
	some area, score in published_score
	not stated_score[area]
	not derived_score[area]
}

within(area, score) if {
	low_end[area] <= score
	score <= high_end[area]
}

# The newest average that is not newer than the assessment.
average_year := max([year | some key, _ in data.averages; year := to_number(key); year <= input.year])

average_of := data.averages[format_int(average_year, 10)]

deny contains sprintf("areas/%s: its recommendations give %d to %d, not %d", [area, low_end[area], high_end[area], score]) if {
	some area, score in stated_score
	not within(area, score)
}

warn contains sprintf("published/areas/%s: its recommendations give %d to %d, not %d", [area, low_end[area], high_end[area], score]) if {
	some area, score in published_score
	not within(area, score)
}

warn contains sprintf("%s is below the EU average: %d, average %v, gap %v", [area, score, average, score - average]) if {
	some area, score in score_of
	average := average_of[area]
	score - average <= -0.5
}

warn contains sprintf("%s has no data", [area]) if {
	some area, _ in data.areas
	not score_of[area]
}
