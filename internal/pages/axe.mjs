// The rules of accessibility that a program can check: WCAG 2.2 at A and AA, and good practice.
import assert from 'node:assert/strict';
import axe from 'axe-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const explain = (violation) => `${violation.id} (${violation.impact}): ${violation.help}\n`
  + violation.nodes.slice(0, 5).map((node) => `    ${node.target.join(' ')}\n      ${node.failureSummary.replaceAll('\n', '\n      ')}`).join('\n')
  + (violation.nodes.length > 5 ? `\n    and ${violation.nodes.length - 5} more` : '');

// violations are what is wrong with a page as it is shown now: the rule of each, and what it says.
export async function violations(page) {
  if (!await page.evaluate(() => 'axe' in window)) {
    await page.evaluate(axe.source);
  }
  const result = await page.evaluate((values) => window.axe.run(document, {
    runOnly: { type: 'tag', values }, resultTypes: ['violations'], rules: { 'target-size': { enabled: true } },
  }), tags);
  assert.ok(result.passes.length > 0, 'no rule applied: axe did not look');
  return result.violations.map((violation) => ({ id: violation.id, says: explain(violation) }));
}
