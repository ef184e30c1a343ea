package comparison_test

import (
	"strings"

	"pgregory.net/rapid"

	"github.com/eifcheck/eifcheck/internal/document"
)

// lines are pieces of one assessment, each of which a part may have or not; below them theirs.
const whole = `eifcheck: 1!
country: FR!
year: 2022!
questionnaire: "2026.1"
scope: country
title: {fr: Évaluation, en: Assessment}
status: draft
contact: {name: A, email: a@example.org}
populations:!
  key-services: {count: 21, note: "the list, of 2022"}
sources:!
  b: {title: B, kind: report}
  a: {title: {fr: A}, date: 2022-01-01}
  c: {}
published:!
  source: a
  areas:!
    P1: 3
    IPSG: no_data
  cross_border: {P7: 2}
areas:!
  IG: {score: 3, comment: Agreed}
  P3: 3
recommendations:!
  R15: {score: 3, comment: "two\nlines", respondent: {organisation: X}, reviewed: {by: Y, date: 2022-03-01}}
  R16: {status: no_data, reason: "the survey: spring"}
  R14:!
    comment: {fr: Oui, de: Ja}
    respondent: {name: A, organisation: "Ministère de l'Intérieur"}
    indicators:!
      R14-3: {items: [c, a], comment: "#1"}
      R14-1: {done: 13, of: 21, respondent: {name: B}}
      R14-2: {share: 62.50}
    evidence:!
      - {source: b, locator: section 1}
      - {title: RGAA 4.1, kind: standard}
      - {source: a, note: "counted: in October"}
    plan:!
      target: 4
      by: 2026-12-31
      actions:!
        - Write
        - {fr: Publier}
        - Ask
claims:!
  - {text: Above, areas: [P3, P1], relation: above}
  - {source: a, recommendations: [R14], scores: [3, 4], improvable: false}
context:!
  - {dataset: d, value: 75.0, year: 2019}
  - {dataset: d, value: -0.5}
`

// drawParts takes each piece into some of up to four parts; what a mark ends is in all of them.
func drawParts(rt *rapid.T) []*document.Document {
	parts := make([]*document.Document, rapid.IntRange(1, 4).Draw(rt, "parts"))
	for i := range parts {
		var b strings.Builder
		for line := range strings.Lines(whole) {
			line, all := strings.CutSuffix(strings.TrimSuffix(line, "\n"), "!")
			if all || rapid.Bool().Draw(rt, line) {
				b.WriteString(line + "\n")
			}
		}
		parts[i] = check(rt, []byte(b.String()))
	}
	return parts
}
