// What a reader sees at any width, size of text and choice of colours, and what must not happen meanwhile.
import { after, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { gallery, launch, nameOf, open, openAll, style, tooWide } from './reader.mjs';

// A4 less margins, in CSS pixels.
const paper = 690;

// roomier is the text spacing that readers may set, by success criterion 1.4.12.
const roomier = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }';

const views = [
  ...[320, 768, 1280].flatMap((width) => ['light', 'dark'].map((colorScheme) => ({ name: `${width} px, ${colorScheme}`, width, colorScheme }))),
  { name: '1280 px, text of 200 %', width: 1280, css: 'html { font-size: 200% !important }' },
  { name: '320 px, text of 200 %', width: 320, css: 'html { font-size: 200% !important }' },
  { name: '1280 px, roomier text', width: 1280, css: roomier },
  { name: '320 px, roomier text', width: 320, css: roomier },
  { name: 'reduced motion', width: 1280, reducedMotion: 'reduce', still: true },
  { name: 'forced colours', width: 1280, forcedColors: 'active' },
  { name: 'paper', width: paper, print: true },
];

describe('a page fits and is quiet', { concurrency: 2 }, () => {
  let chrome;
  before(async () => { chrome = await launch(); });
  after(() => chrome?.close());

  for (const file of gallery()) {
    for (const { name, css, print, still, ...view } of views) {
      test(`${nameOf(file)}, ${name}`, async () => {
        const { page, amiss, close } = await open(chrome, file, view);
        if (print) {
          await page.emulateMedia({ media: 'print' });
        }
        await openAll(page);
        if (css) {
          await style(page, css);
        }
        const found = [...await tooWide(page), ...(still ? await moving(page) : [])];
        await close();
        assert.deepEqual([...found, ...amiss], []);
      });
    }
  }
});

// moving lists what moves although the reader asked for no motion.
const moving = (page) => page.evaluate(() => [...document.querySelectorAll('*')].filter((element) => {
  const css = getComputedStyle(element);
  const lasts = (times) => times.split(',').some((time) => Number.parseFloat(time) > 0.01);
  return lasts(css.transitionDuration) || (css.animationName !== 'none' && lasts(css.animationDuration)) || css.scrollBehavior === 'smooth';
}).map((element) => `moves: <${element.localName} class="${element.getAttribute('class') ?? ''}">`));
