// The rules of accessibility that a program can check: WCAG 2.2 at A and AA, and good practice, in light and dark, on
// a telephone and on a desk, with everything unfolded.
import { after, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import axe from 'axe-core';
import { gallery, launch, nameOf, open, openAll } from './reader.mjs';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const explain = (violation) => `${violation.id} (${violation.impact}): ${violation.help}\n`
  + violation.nodes.slice(0, 5).map((node) => `    ${node.target.join(' ')}\n      ${node.failureSummary.replaceAll('\n', '\n      ')}`).join('\n')
  + (violation.nodes.length > 5 ? `\n    and ${violation.nodes.length - 5} more` : '');

async function violations(page) {
  await page.evaluate(axe.source);
  const result = await page.evaluate((values) => window.axe.run(document, {
    runOnly: { type: 'tag', values }, resultTypes: ['violations'], rules: { 'target-size': { enabled: true } },
  }), tags);
  assert.ok(result.passes.length > 0, 'no rule applied: axe did not look');
  return result.violations;
}

describe('axe finds nothing', { concurrency: 2 }, () => {
  let chrome;
  before(async () => { chrome = await launch(); });
  after(() => chrome?.close());

  for (const file of gallery()) {
    test(nameOf(file), async (t) => {
      const { page, close } = await open(chrome, file);
      await openAll(page);
      for (const width of [320, 1280]) {
        for (const colorScheme of ['light', 'dark']) {
          await t.test(`${colorScheme}, ${width} px`, async () => {
            await page.setViewportSize({ width, height: 800 });
            await page.emulateMedia({ colorScheme });
            assert.equal((await violations(page)).map(explain).join('\n'), '');
          });
        }
      }
      await close();
    });
  }

  test('it finds what is wrong', async () => {
    const { page, close } = await open(chrome, gallery()[0]);
    await page.evaluate(() => {
      document.documentElement.removeAttribute('lang');
      document.body.insertAdjacentHTML('beforeend', '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">');
    });
    const ids = (await violations(page)).map((violation) => violation.id);
    await close();
    assert.ok(ids.includes('html-has-lang') && ids.includes('image-alt'), `found only ${ids}`);
  });
});
