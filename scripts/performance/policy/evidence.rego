# Sources, evidence, plans and claims.
package main

import rego.v1

evidence contains [sprintf("recommendations/%s/evidence/%d", [id, i]), item] if {
	some id, answer in input.recommendations
	some i, item in answer.evidence
}

dated contains [sprintf("sources/%s", [name]), source] if some name, source in input.sources

dated contains item if some item in evidence

deny contains sprintf("%s: evidence needs a source or a title", [place]) if {
	some [place, item] in evidence
	not item.source
	not item.title
}

deny contains sprintf("%s: unknown stance %v", [place, item.stance]) if {
	some [place, item] in evidence
	not item.stance in {"supports", "limits"}
}

deny contains sprintf("%s: unknown kind %v", [place, item.kind]) if {
	some [place, item] in dated
	not item.kind in kinds
}

deny contains sprintf("%s: %v is not a day", [place, item.date]) if {
	some [place, item] in dated
	not is_day(item.date)
}

deny contains sprintf("recommendations/%s/plan: %v is not a day", [id, answer.plan.by]) if {
	some id, answer in input.recommendations
	not is_day(answer.plan.by)
}

deny contains sprintf("recommendations/%s/plan: target %v is not 1, 2, 3 or 4", [id, answer.plan.target]) if {
	some id, answer in input.recommendations
	not answer.plan.target in scores
}

deny contains sprintf("claims/%d: unknown relation %v", [i, claim.relation]) if {
	some i, claim in input.claims
	not claim.relation in {"above", "at", "below"}
}

deny contains sprintf("claims/%d: score %v is not 1, 2, 3 or 4", [i, score]) if {
	some i, claim in input.claims
	some score in claim.scores
	not score in scores
}

deny contains sprintf("context/%d: value %v is not a number", [i, figure.value]) if {
	some i, figure in input.context
	not is_number(figure.value)
}

warn contains sprintf("%s: unknown source %s", [place, item.source]) if {
	some [place, item] in evidence
	not input.sources[item.source]
}
