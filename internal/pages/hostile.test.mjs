// Hostile text in a browser: nothing runs, nothing is asked for, nothing breaks out of the page.
import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { open, openAll, root, scratch, tooWide } from './reader.mjs';
import { hostile, pageOf, report } from './hostile.mjs';

// live lists what could run or lead elsewhere.
const live = (page) => page.evaluate(() => {
  const list = [];
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      if (name.startsWith('on')) {
        list.push(`${element.localName} ${name}`);
      }
      if (['href', 'src', 'action', 'formaction', 'xlink:href', 'data', 'srcset'].includes(name) && !/^(https?:\/\/|#|data:image\/(png|svg\+xml);)/.test(value)) {
        list.push(`${element.localName} ${name}=${value.slice(0, 60)}`);
      }
    }
    if (['iframe', 'object', 'embed', 'base', 'form', 'img', 'audio', 'video', 'animate', 'set', 'foreignObject'].includes(element.localName)) {
      list.push(element.localName);
    }
  }
  if (window.__hacked !== undefined) {
    list.push('hacked');
  }
  return list;
});

describe('nothing of a file comes alive', { concurrency: 2 }, () => {
  for (const one of hostile) {
    test(one.name, async () => {
      assert.ok(existsSync(pageOf(one)), 'there is no report of it');
      const { page, amiss, close } = await open(pageOf(one), { width: 320 });
      await openAll(page);
      // Over it with the mouse, and into everything that wants the focus.
      await page.mouse.move(160, 400, { steps: 5 });
      await page.evaluate(() => document.querySelectorAll('[tabindex], [autofocus]').forEach((element) => element.focus()));
      assert.deepEqual([...await live(page), ...await tooWide(page), ...amiss], []);
      await page.setViewportSize({ width: 1280, height: 800 });
      assert.deepEqual(await tooWide(page), []);
      // What is written is there to be read.
      const title = one.content.title;
      const text = (await page.evaluate(() => document.body.textContent)).replaceAll(/\s+/g, ' ');
      const first = title.replaceAll(/[\u202a-\u202e\u2066-\u2069].*/gs, '').replaceAll(/\s+/g, ' ').trim().slice(0, 40);
      assert.ok(text.includes(first), `${first} is not shown`);
      await close();
    });
  }

  test('links of a file are http or https', async () => {
    const addresses = hostile.find(({ name }) => name === 'addresses');
    const { page, amiss, close } = await open(pageOf(addresses));
    await openAll(page);
    for (const link of await page.locator('a').filter({ hasText: 'click me' }).all()) {
      assert.match(await link.getAttribute('href'), /^https:\/\/example\.org\//);
    }
    await close();
    assert.deepEqual(amiss, []);
  });
});

const france = join(root, 'testdata', 'real', 'fr.yaml');

describe('a logo and a theme', () => {
  const svg = (inside, attributes = '') => `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10" ${attributes}>${inside}<rect width="10" height="10"/></svg>`;
  const logos = {
    'a script': svg('<script>window.__hacked=1</script>'),
    'a handler': svg('', 'onload="window.__hacked=1"'),
    'a link': svg('<a xlink:href="javascript:window.__hacked=1"><rect width="9" height="9"/></a>'),
    'HTML inside': svg('<foreignObject width="9" height="9"><body xmlns="http://www.w3.org/1999/xhtml"><script>window.__hacked=1</script></body></foreignObject>'),
    'another picture': svg('<image href="https://example.org/x.png" width="9" height="9"/>'),
    'a style that loads': svg('<style>@import url(https://example.org/x.css);</style>'),
    'an entity': `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${svg('<text>&x;</text>')}`,
    'no picture': 'MZ',
  };
  for (const [name, content] of Object.entries(logos)) {
    test(`a logo with ${name}`, async () => {
      const logo = join(scratch, 'logo.svg');
      const target = join(scratch, 'logo-page.htm');
      writeFileSync(logo, content);
      const { status, stdout, stderr } = await report(france, '-f', 'html', '--logo', logo);
      if (status === 2) {
        assert.match(stderr, /logo/);
        return;
      }
      // It was taken: then nothing of it may be alive. A picture in an img runs nothing.
      assert.equal(status, 0, stderr);
      writeFileSync(target, stdout);
      const { page, amiss, close } = await open(target);
      const hacked = await page.evaluate(() => window.__hacked);
      await close();
      assert.deepEqual([amiss, hacked], [[], undefined]);
      assert.doesNotMatch(stdout, /__hacked|root:x:0/);
    });
  }

  test('a theme does not leave its style', async () => {
    const theme = join(scratch, 'theme.css');
    const target = join(scratch, 'theme-page.htm');
    writeFileSync(theme, 'h1 { color: red } </style><script>window.__hacked = 1</script><style> @import "https://example.org/x.css"; body { background: url(https://example.org/x.png) }');
    const { status, stdout, stderr } = await report(france, '-f', 'html', '--theme', theme);
    if (status === 2) {
      assert.match(stderr, /theme/);
      return;
    }
    assert.equal(status, 0, stderr);
    writeFileSync(target, stdout);
    const { page, amiss, close } = await open(target);
    const hacked = await page.evaluate(() => window.__hacked);
    await close();
    assert.equal(hacked, undefined);
    assert.deepEqual(amiss.filter((line) => !line.startsWith('console:')), []);
  });
});
