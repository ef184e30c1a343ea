# What the values of an assessment may be.
package main

import rego.v1

scores := {1, 2, 3, 4}

states := {"no_data", "not_applicable"}

kinds := {
	"law", "standard", "strategy", "guideline", "agreement", "report", "audit", "statistics", "dataset", "website",
	"service", "other",
}

aliases := {"GR": "EL", "GB": "UK"}

country_codes := {code | some code in data.countries} | object.keys(aliases)

recommendation_ids := {id | some area in data.areas; some id in area.recommendations}

deny contains "eifcheck must be 1" if input.eifcheck != 1

deny contains sprintf("unknown framework %v", [input.framework]) if input.framework != "eif-2017"

deny contains sprintf("unknown country %v", [input.country]) if not input.country in country_codes

deny contains sprintf("year %v is not one from 2020 to 2100", [input.year]) if not valid_year

valid_year if {
	is_number(input.year)
	input.year >= 2020
	input.year <= 2100
	input.year == floor(input.year)
}

deny contains sprintf("unknown scope %v", [input.scope]) if {
	not input.scope in {"country", "region", "organisation", "service"}
}

deny contains sprintf("unknown status %v", [input.status]) if {
	not input.status in {"draft", "submitted", "published"}
}

deny contains sprintf("reference_date: %v is not a day", [input.reference_date]) if not is_day(input.reference_date)

is_day(value) if {
	regex.match(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`, value)
	time.parse_ns("2006-01-02", value)
}

# Ids.

deny contains sprintf("areas: unknown area %s", [id]) if some id in object.keys(input.areas) - object.keys(data.areas)

deny contains sprintf("published/areas: unknown area %s", [id]) if {
	some id in object.keys(input.published.areas) - object.keys(data.areas)
}

deny contains sprintf("recommendations: unknown recommendation %s", [id]) if {
	some id in object.keys(input.recommendations) - recommendation_ids
}

deny contains sprintf("published/recommendations: unknown recommendation %s", [id]) if {
	some id in object.keys(input.published.recommendations) - recommendation_ids
}

warn contains sprintf("claims/%d: unknown area %s", [i, id]) if {
	some i, claim in input.claims
	some id in claim.areas
	not data.areas[id]
}

warn contains sprintf("claims/%d: unknown recommendation %s", [i, id]) if {
	some i, claim in input.claims
	some id in claim.recommendations
	not id in recommendation_ids
}

# Scores and states.

deny contains sprintf("areas/%s: score %v is not 1, 2, 3 or 4", [id, score]) if {
	some id, area in input.areas
	score := area_score(area)
	not score in scores
}

area_score(area) := area if not is_object(area)

area_score(area) := area.score if is_object(area)

deny contains sprintf("recommendations/%s: score %v is not 1, 2, 3 or 4", [id, answer.score]) if {
	some id, answer in input.recommendations
	not answer.score in scores
}

deny contains sprintf("published/areas/%s: %v is not 1, 2, 3, 4 or no_data", [id, score]) if {
	some id, score in input.published.areas
	not score in scores | {"no_data"}
}

deny contains sprintf("published/recommendations/%s: %v is not 1, 2, 3, 4 or no_data", [id, score]) if {
	some id, score in input.published.recommendations
	not score in scores | {"no_data"}
}

answers contains [sprintf("areas/%s", [id]), area] if {
	some id, area in input.areas
	is_object(area)
}

answers contains [sprintf("recommendations/%s", [id]), answer] if some id, answer in input.recommendations

deny contains sprintf("%s: unknown status %v", [place, answer.status]) if {
	some [place, answer] in answers
	not answer.status in states
}

deny contains sprintf("%s: a status needs a reason", [place]) if {
	some [place, answer] in answers
	answer.status
	not answer.reason
}

deny contains sprintf("%s: a score and a status exclude each other", [place]) if {
	some [place, answer] in answers
	answer.score
	answer.status
}
