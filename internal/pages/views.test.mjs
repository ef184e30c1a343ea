// What a reader sees at any width, size of text and choice of colours, with everything unfolded: accessible by every
// rule that a program can check, never wider than the window, and quiet.
import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { violations } from './axe.mjs';
import { gallery, nameOf, open, openAll, sheetOf, style, tooWide } from './reader.mjs';

// roomier is the text spacing that readers may set, by success criterion 1.4.12.
const roomier = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }';

const double = 'html { font-size: 200% !important }';
const schemes = (width, more) => ['light', 'dark'].map((colorScheme) => ({ name: `${width} px, ${colorScheme}`, width, media: { colorScheme }, ...more }));
const views = [
  ...schemes(320, { accessible: true }), ...schemes(768), ...schemes(1280, { accessible: true }),
  ...[320, 1280].map((width) => ({ name: `${width} px, text of 200 %`, width, css: double })),
  ...[320, 1280].map((width) => ({ name: `${width} px, roomier text`, width, css: roomier })),
  { name: 'reduced motion', width: 1280, media: { reducedMotion: 'reduce' }, still: true },
  { name: 'forced colours', width: 1280, media: { forcedColors: 'active' } },
  { name: 'paper', media: { media: 'print' } },
];
// plain takes back what a view before it asked for.
const plain = { media: 'screen', colorScheme: 'light', reducedMotion: 'no-preference', forcedColors: 'none' };

describe('a page is accessible, fits and is quiet', { concurrency: 2 }, () => {
  for (const file of gallery()) {
    test(nameOf(file), { concurrency: 1 }, async (t) => {
      const { page, amiss, close } = await open(file);
      await openAll(page);
      for (const { name, width, media, css, still, accessible } of views) {
        await t.test(`${nameOf(file)}, ${name}`, async () => {
          await page.setViewportSize(width ? { width, height: 800 } : await sheetOf(page));
          await page.emulateMedia({ ...plain, ...media });
          await style(page, css ?? '');
          assert.deepEqual([...await tooWide(page), ...(still ? await moving(page) : [])], []);
          if (accessible) {
            assert.equal((await violations(page)).map(({ says }) => says).join('\n'), '');
          }
        });
      }
      await close();
      assert.deepEqual(amiss, []);
    });
  }
});

describe('the checks find what is wrong', () => {
  test('no language, no alternative text, little contrast in the dark alone', async () => {
    const { page, close } = await open(gallery()[0], { colorScheme: 'dark' });
    await page.evaluate(() => {
      document.documentElement.removeAttribute('lang');
      document.body.insertAdjacentHTML('beforeend', '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><p>faint</p>');
    });
    await style(page, '@media (prefers-color-scheme: dark) { body > p { color: #444; background: #333 } }');
    const dark = (await violations(page)).map(({ id }) => id);
    await page.emulateMedia({ colorScheme: 'light' });
    const light = (await violations(page)).map(({ id }) => id);
    await close();
    for (const id of ['html-has-lang', 'image-alt', 'color-contrast']) {
      assert.ok(dark.includes(id), `${id} is not among ${dark}`);
    }
    assert.ok(!light.includes('color-contrast'), 'the choice of colours does not matter to axe');
  });

  test('too wide, noisy, asking', async () => {
    const { page, amiss, close } = await open(gallery()[0], { width: 320 });
    await page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<p id="wide">wide</p><img src="https://example.org/x.png">');
      console.error('noise');
    });
    await style(page, '#wide { width: 700px }');
    await page.waitForFunction(() => [...document.images].every((image) => image.complete));
    const wide = await tooWide(page);
    await close();
    assert.ok(wide.length > 0, 'what is too wide is not found');
    for (const kind of ['console: noise', 'example.org']) {
      assert.ok(amiss.some((line) => line.includes(kind)), `${kind} is not among ${amiss}`);
    }
  });
});

// moving lists what moves although the reader asked for no motion.
const moving = (page) => page.evaluate(() => [...document.querySelectorAll('*')].filter((element) => {
  const css = getComputedStyle(element);
  const lasts = (times) => times.split(',').some((time) => Number.parseFloat(time) > 0.01);
  return lasts(css.transitionDuration) || (css.animationName !== 'none' && lasts(css.animationDuration)) || css.scrollBehavior === 'smooth';
}).map((element) => `moves: <${element.localName} class="${element.getAttribute('class') ?? ''}">`));
