// The page without scripts, and on paper: the same words for everybody.
import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { gallery, nameOf, open, openAll } from './reader.mjs';

// words are all that a page says, but for the tools that work by script and are hidden without.
const words = async (page) => {
  await openAll(page);
  return page.evaluate(() => {
    const copy = document.body.cloneNode(true);
    for (const element of copy.querySelectorAll('script, .tools')) {
      element.remove();
    }
    return copy.textContent.replaceAll(/\s+/g, ' ').trim();
  });
};

// unseen lists what is in the page and cannot be seen although everything is unfolded. The tables that stand beside a
// chart for those who do not see it are left out: on paper the chart has them as its text.
const unseen = (page) => page.evaluate(() => [...document.querySelectorAll('main p, main li, main td, main th, main dd, main dt, main h2, main h3, main h4, main svg')]
  .filter((element) => element.textContent.trim() !== '' && !element.closest('.tools, .data') && !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
  .map((element) => `<${element.localName}> ${element.textContent.trim().slice(0, 50)}`));

describe('nothing needs a script', { concurrency: 2 }, () => {
  for (const file of gallery()) {
    test(nameOf(file), async () => {
      const plain = await open(file, { javaScriptEnabled: false });
      const folded = plain.page.locator('details:not([open])').first();
      if (await folded.count() > 0) {
        const handle = await folded.elementHandle();
        await plain.page.locator('details:not([open]) > summary').first().click();
        assert.ok(await handle.evaluate((element) => element.open), 'what is folded does not open');
      }
      const without = await words(plain.page);
      const hidden = await unseen(plain.page);
      await plain.close();
      const scripted = await open(file);
      const withScript = await words(scripted.page);
      await scripted.close();
      assert.deepEqual([hidden, plain.amiss, scripted.amiss], [[], [], []]);
      assert.ok(without.length > 5000, `only ${without.length} characters`);
      assert.equal(without, withScript);
    });

    test(`${nameOf(file)}, on paper`, async () => {
      const { page, amiss, close } = await open(file, { width: 690 });
      const everything = await words(page);
      await page.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = false; }));
      await page.emulateMedia({ media: 'print' });
      // Folded parts are printed unfolded, and pictures are not cut in two.
      const [hidden, tall] = [await unseen(page), await page.evaluate(() => [...document.querySelectorAll('figure svg, tr, li.tile')]
        .filter((element) => [element, element.closest('figure') ?? element].every((one) => getComputedStyle(one).breakInside === 'auto'))
        .map((element) => `may be cut: <${element.localName} id="${element.id}">`))];
      await close();
      assert.ok(everything.length > 5000);
      assert.deepEqual([hidden.slice(0, 5), [...new Set(tall)].slice(0, 5), amiss], [[], [], []]);
    });
  }
});
