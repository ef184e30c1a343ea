// The page without scripts, and on paper: the same words for everybody.
import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { gallery, nameOf, open, openAll, sheetOf } from './reader.mjs';

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

// cut lists what paper may cut in two: rows, tiles, and pictures. A figure is kept whole, or it is a row of pictures,
// as the heat map is, which are, and then what it is called stays with the first. What is higher than a sheet is cut
// whatever is asked for.
const cut = (page, sheet) => page.evaluate((most) => {
  const whole = (element) => getComputedStyle(element).breakInside.startsWith('avoid');
  const name = (element) => `<${element.localName} id="${element.id}"> in ${element.closest('[id]')?.id}`;
  const list = [];
  const units = [...document.querySelectorAll('tr, li.tile')];
  for (const figure of document.querySelectorAll('figure')) {
    const caption = figure.querySelector('figcaption');
    if (whole(figure)) {
      units.push(figure);
    } else if (caption && !getComputedStyle(caption).breakAfter.startsWith('avoid')) {
      list.push(`may leave its pictures: ${name(caption)}`);
    }
    units.push(...figure.querySelectorAll('svg'));
  }
  for (const unit of units) {
    // A browser cuts no picture that fits.
    if (!whole(unit) && unit.localName !== 'svg') {
      list.push(`may be cut: ${name(unit)}`);
    }
    const { height } = unit.getBoundingClientRect();
    if (height > most) {
      list.push(`${Math.round(height)} px high, a sheet has ${most}: ${name(unit)}`);
    }
  }
  return list;
}, sheet.height);

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
      const { page, amiss, close } = await open(file);
      const sheet = await sheetOf(page);
      await page.setViewportSize(sheet);
      const everything = await words(page);
      await page.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = false; }));
      await page.emulateMedia({ media: 'print' });
      // Folded parts are printed unfolded.
      const [hidden, torn] = [await unseen(page), await cut(page, sheet)];
      await close();
      assert.ok(everything.length > 5000);
      assert.deepEqual([hidden.slice(0, 5), [...new Set(torn)].slice(0, 5), amiss], [[], [], []]);
    });
  }
});
