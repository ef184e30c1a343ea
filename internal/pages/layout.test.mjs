// What a reader sees at any width, size of text and choice of colours, and what must not happen meanwhile.
import { after, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { gallery, launch, nameOf, open, openAll, style, tooWide } from './reader.mjs';

// A4 less margins, in CSS pixels.
const paper = 690;

// roomier is the text spacing that readers may set, by success criterion 1.4.12.
const roomier = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }';

const double = 'html { font-size: 200% !important }';
const views = [
  ...[320, 768, 1280].flatMap((width) => ['light', 'dark'].map((colorScheme) => ({ name: `${width} px, ${colorScheme}`, width, media: { colorScheme } }))),
  ...[320, 1280].map((width) => ({ name: `${width} px, text of 200 %`, width, css: double })),
  ...[320, 1280].map((width) => ({ name: `${width} px, roomier text`, width, css: roomier })),
  { name: 'reduced motion', width: 1280, media: { reducedMotion: 'reduce' }, still: true },
  { name: 'forced colours', width: 1280, media: { forcedColors: 'active' } },
  { name: 'paper', width: paper, media: { media: 'print' } },
];
// plain takes back what a view before it asked for.
const plain = { media: 'screen', colorScheme: 'light', reducedMotion: 'no-preference', forcedColors: 'none' };

describe('a page fits and is quiet', { concurrency: 2 }, () => {
  let chrome;
  before(async () => { chrome = await launch(); });
  after(() => chrome?.close());

  for (const file of gallery()) {
    test(nameOf(file), async (t) => {
      const { page, amiss, close } = await open(chrome, file);
      await openAll(page);
      for (const { name, width, media, css, still } of views) {
        await t.test(name, async () => {
          await page.setViewportSize({ width, height: 800 });
          await page.emulateMedia({ ...plain, ...media });
          await style(page, css ?? '');
          assert.deepEqual([...await tooWide(page), ...(still ? await moving(page) : [])], []);
        });
      }
      await close();
      assert.deepEqual(amiss, []);
    });
  }
});

// moving lists what moves although the reader asked for no motion.
const moving = (page) => page.evaluate(() => [...document.querySelectorAll('*')].filter((element) => {
  const css = getComputedStyle(element);
  const lasts = (times) => times.split(',').some((time) => Number.parseFloat(time) > 0.01);
  return lasts(css.transitionDuration) || (css.animationName !== 'none' && lasts(css.animationDuration)) || css.scrollBehavior === 'smooth';
}).map((element) => `moves: <${element.localName} class="${element.getAttribute('class') ?? ''}">`));
