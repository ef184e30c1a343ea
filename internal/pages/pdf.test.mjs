// The report on paper: for a screen reader as well as for a table.
import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { program, root, scratch } from './reader.mjs';
import { paperOf, printed, run } from './paper.mjs';

for (const page of printed) {
  describe(`${page}.pdf`, () => {
    const file = paperOf(page);

    test('is tagged, has a title and is A4 upright', () => {
      const info = run('pdfinfo', file);
      assert.match(info, /^Tagged: +yes$/m);
      assert.match(info, /^Title: +\S/m);
      assert.match(info, /^Page size: .*\(A4\)$/m);
      assert.match(info, /^JavaScript: +no$/m);
    });

    test('has an outline, a language and a tree of tags', () => {
      const objects = JSON.parse(run('qpdf', '--json=1', '--json-key=objects', file)).objects;
      const all = Object.values(objects);
      const catalog = all.find((object) => object['/Type'] === '/Catalog');
      assert.equal(catalog['/Lang'], 'en');
      assert.ok(catalog['/StructTreeRoot']);
      assert.equal(objects[catalog['/MarkInfo']]?.['/Marked'] ?? catalog['/MarkInfo']['/Marked'], true);
      assert.ok(objects[catalog['/Outlines']]['/First'], 'the outline is empty');
      const roles = new Set(all.map((object) => object?.['/S']));
      for (const role of ['/H1', '/H2', '/Table', '/TH', '/L', '/Link']) {
        assert.ok(roles.has(role), `no ${role} among the tags`);
      }
    });

    test('has its number on every page', () => {
      const pages = run('pdftotext', '-layout', file, '-').split('\f').slice(0, -1);
      assert.ok(pages.length > 2, `${pages.length} pages`);
      pages.forEach((text, i) => assert.match(text, new RegExp(`\\b${i + 1}\\s*(/|of)\\s*${pages.length}\\b`), `page ${i + 1}`));
    });

    test('is whole', () => run('qpdf', '--check', file));
  });
}

describe('without a browser', () => {
  const report = (name, environment) => spawnSync(program, ['report', join(root, 'testdata/real/fr.yaml'), '-o', join(scratch, name)], {
    encoding: 'utf8', env: { PATH: scratch, HOME: scratch, ...environment },
  });

  test('a name that is no program', () => {
    const { status, stderr } = report('unprinted.pdf', { EIFCHECK_BROWSER: 'no-such-browser' });
    assert.equal(status, 2);
    assert.match(stderr, /no-such-browser/);
  });

  test('none', () => {
    const { status, stderr } = report('unprinted.pdf', {});
    assert.equal(status, 2);
    assert.match(stderr, /EIFCHECK_BROWSER/);
    assert.match(stderr, /\.html/);
  });

  test('leaves no file', () => {
    assert.ok(!existsSync(join(scratch, 'unprinted.pdf')));
    assert.deepEqual(readdirSync(scratch).filter((name) => name.startsWith('.eifcheck-')), []);
  });
});
