// The pages are valid HTML by the checker of the W3C, without an error and without a warning.
import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { gallery, scratch } from './reader.mjs';

const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');

// mistaken is what the checker says wrongly, word for word, of which pages, and why it is passed over.
const mistaken = [
  // Of the module CSS Fill and Stroke, in every browser for years: without it lines run through the words of a chart.
  { says: 'CSS: “paint-order”: Property “paint-order” doesn\'t exist.', of: () => true },
  // A guess: the one word of 10,000 characters is in no language.
  { says: 'This document appears to be written in Maltese but the “html” start tag has “lang="en"”. Consider using “lang="mt"” (or variant) instead.', of: (name) => name === 'long.html' },
];

const invalid = join(scratch, 'invalid.htm');
writeFileSync(invalid, '<!doctype html><html lang="en"><title>x</title><p><table><a></table>');
const hostile = readdirSync(scratch).filter((name) => name.endsWith('.html')).map((name) => join(scratch, name));

// checked is what it says of all pages at once: to start it takes longer than to check a page. It begins now, while a
// browser looks at the pages.
const checked = promisify(execFile)('java', ['-Xss4m', '-jar', jar, '--format', 'json', '--stdout', '--exit-zero-always', ...gallery(), ...hostile, invalid], { maxBuffer: 1 << 28 })
  .then(({ stdout }) => JSON.parse(stdout).messages.map((one) => ({ name: basename(one.url ?? ''), ...one })), (error) => ({ error }));

async function messages() {
  const list = await checked;
  assert.ok(!list.error, list.error);
  return list;
}

describe('the checker of the W3C', () => {
  test('finds no error in a page', async () => {
    const wrong = (await messages()).filter(({ name, message }) => name !== basename(invalid) && !mistaken.some(({ says, of }) => says === message && of(name)));
    assert.deepEqual(wrong.map((m) => `${m.name}:${m.lastLine}: ${m.subType ?? m.type}: ${m.message} ${m.extract ?? ''}`), []);
  });

  test('is mistaken about nothing else', async () => {
    const list = await messages();
    const never = mistaken.filter(({ says, of }) => !list.some(({ name, message }) => says === message && of(name)));
    assert.deepEqual(never.map(({ says }) => says), [], 'it does not say this any more: take it out of the exceptions');
  });

  test('finds what is wrong', async () => {
    assert.ok((await messages()).some(({ name }) => name === basename(invalid)));
  });
});
