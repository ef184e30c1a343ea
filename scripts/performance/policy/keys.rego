# Which keys an assessment may and must have. Together with the files beside it, this policy asks of an assessment
# what eifcheck asks, so that the two can be compared; it is not meant to be used.
package main

import rego.v1

known_keys := {
	"eifcheck", "framework", "questionnaire", "country", "year", "reference_date", "scope", "subject", "title",
	"language", "organisation", "contact", "status", "populations", "sources", "published", "areas",
	"recommendations", "claims", "context",
}

known_source_keys := {"title", "kind", "url", "date"}

known_published_keys := {"source", "areas", "cross_border", "recommendations"}

known_area_keys := {"score", "status", "reason", "comment"}

known_recommendation_keys := {
	"score", "status", "reason", "comment", "respondent", "reviewed", "indicators", "evidence", "plan",
}

known_evidence_keys := {
	"source", "locator", "title", "kind", "url", "date", "note", "stance", "access", "status", "respondent",
}

known_plan_keys := {"target", "by", "owner", "actions"}

known_claim_keys := {
	"text", "source", "areas", "recommendations", "scoreboard", "relation", "scores", "not_below", "not_above",
	"status", "improvable",
}

known_context_keys := {"dataset", "indicator", "geo", "value", "unit", "year", "source", "retrieved"}

required_keys := {"eifcheck", "country", "year"}

deny contains sprintf("%s is missing", [key]) if some key in required_keys - object.keys(input)

deny contains sprintf("unknown key %s", [key]) if some key in object.keys(input) - known_keys

deny contains sprintf("sources/%s: unknown key %s", [name, key]) if {
	some name, source in input.sources
	some key in object.keys(source) - known_source_keys
}

deny contains sprintf("published: unknown key %s", [key]) if {
	some key in object.keys(input.published) - known_published_keys
}

deny contains sprintf("areas/%s: unknown key %s", [id, key]) if {
	some id, area in input.areas
	is_object(area)
	some key in object.keys(area) - known_area_keys
}

deny contains sprintf("recommendations/%s: unknown key %s", [id, key]) if {
	some id, answer in input.recommendations
	some key in object.keys(answer) - known_recommendation_keys
}

deny contains sprintf("recommendations/%s/evidence/%d: unknown key %s", [id, i, key]) if {
	some id, answer in input.recommendations
	some i, item in answer.evidence
	some key in object.keys(item) - known_evidence_keys
}

deny contains sprintf("recommendations/%s/plan: unknown key %s", [id, key]) if {
	some id, answer in input.recommendations
	some key in object.keys(answer.plan) - known_plan_keys
}

deny contains sprintf("claims/%d: unknown key %s", [i, key]) if {
	some i, claim in input.claims
	some key in object.keys(claim) - known_claim_keys
}

deny contains sprintf("context/%d: unknown key %s", [i, key]) if {
	some i, figure in input.context
	some key in object.keys(figure) - known_context_keys
}
