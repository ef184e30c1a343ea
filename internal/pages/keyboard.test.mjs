// The page by keyboard alone: Tab comes by every control, in the order of the page, and shows where it is.
import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { gallery, nameOf, open, openAll } from './reader.mjs';

// number gives every control that can be seen a number, and returns what each is.
const number = (page) => page.evaluate(() => {
  const list = [];
  for (const element of document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"], [contenteditable]')) {
    if (element.disabled || element.closest('[inert]') || !element.checkVisibility({ contentVisibilityAuto: false, visibilityProperty: true })) {
      continue;
    }
    element.dataset.control = list.length;
    list.push(`<${element.localName}> ${(element.textContent || element.getAttribute('aria-label') || '').trim().slice(0, 40)}`);
  }
  return list;
});

// walk presses Tab until it is back at the beginning, and returns the numbers of the controls it came by, with what is
// wrong with how they show it.
async function walk(page, limit) {
  const seen = [];
  const hidden = [];
  for (let i = 0; i < limit; i++) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) {
        return null;
      }
      // Focus can be on what paints its outline around something else; the nearest that has one counts.
      const painted = [element, element.parentElement].some((one) => {
        const css = getComputedStyle(one);
        return (css.outlineStyle !== 'none' && Number.parseFloat(css.outlineWidth) >= 2 && !/, 0\)$/.test(css.outlineColor));
      });
      const box = element.getBoundingClientRect();
      const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
      // Nothing that sticks to the edge of the window may lie over it.
      const middle = document.elementFromPoint(
        Math.min(Math.max(box.left + 2, 0), innerWidth - 1), Math.min(Math.max(box.top + Math.min(box.height, innerHeight) / 2, 0), innerHeight - 1));
      const covered = inside && middle && !element.contains(middle) && !middle.contains(element) && getComputedStyle(middle).position === 'fixed';
      return { control: element.dataset.control ?? element.outerHTML.slice(0, 80), painted, inside, covered };
    });
    if (!here) {
      break;
    }
    if (seen.includes(here.control)) {
      break;
    }
    seen.push(here.control);
    if (!here.painted || !here.inside || here.covered) {
      hidden.push(here);
    }
  }
  return { seen, hidden };
}

describe('Tab comes by every control', { concurrency: 2 }, () => {
  const pages = gallery();
  for (const file of pages) {
    for (const { unfolded, width } of [{ unfolded: false, width: 1280 }, ...(file === pages[0] ? [{ unfolded: true, width: 1280 }, { unfolded: false, width: 320 }] : [])]) {
      test(`${nameOf(file)}, ${width} px${unfolded ? ', unfolded' : ''}`, async () => {
        const { page, amiss, close } = await open(file, { width, reducedMotion: 'reduce' });
        if (unfolded) {
          await openAll(page);
        }
        const controls = await number(page);
        const { seen, hidden } = await walk(page, controls.length + 20);
        const missed = controls.filter((_, i) => !seen.includes(String(i)));
        const order = seen.map(Number).filter((n) => !Number.isNaN(n));
        await close();
        assert.ok(controls.length > 0, 'no control found');
        assert.deepEqual({ missed: missed.slice(0, 10), hidden: hidden.slice(0, 10), amiss }, { missed: [], hidden: [], amiss: [] });
        assert.deepEqual(order, [...order].sort((a, b) => a - b), 'the order of the keyboard is not that of the page');
      });
    }
  }

  test('the first control leads to the main part', async () => {
    const { page, close } = await open(pages[0]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const inMain = await page.evaluate(() => document.activeElement.closest('main') !== null);
    await close();
    assert.ok(inMain);
  });

  test('what is folded opens by keyboard', async () => {
    const { page, close } = await open(pages[0]);
    const folded = page.locator('details:not([open]) > summary').first();
    if (await folded.count() > 0) {
      const details = await folded.evaluateHandle((summary) => summary.parentElement);
      await folded.focus();
      await page.keyboard.press('Enter');
      assert.ok(await details.evaluate((element) => element.open));
    }
    await close();
  });
});
