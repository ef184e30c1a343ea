// The pages are valid HTML by the checker of the W3C, without an error and without a warning.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { gallery, scratch } from './reader.mjs';

const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');

// mistaken is what the checker says wrongly, and why it is passed over.
const mistaken = [
  /“paint-order”: Property “paint-order” doesn't exist/, // CSS Fill and Stroke, in every browser for years
  /This document appears to be written in/, // a guess, and hostile text is in no language
];

function messages(files) {
  const run = spawnSync('java', ['-Xss4m', '-jar', jar, '--format', 'json', '--stdout', '--exit-zero-always', ...files], { encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.equal(run.status, 0, run.stderr);
  return JSON.parse(run.stdout).messages.filter((m) => !mistaken.some((pattern) => pattern.test(m.message))).map((m) => `${basename(m.url ?? '')}:${m.lastLine}: ${m.subType ?? m.type}: ${m.message} ${m.extract ?? ''}`);
}

test('the pages are valid', () => {
  const hostile = readdirSync(scratch).filter((name) => name.endsWith('.html')).map((name) => join(scratch, name));
  assert.deepEqual(messages([...gallery(), ...hostile]), []);
});

test('the checker finds what is wrong', () => {
  const file = join(scratch, 'invalid.htm');
  writeFileSync(file, '<!doctype html><html lang="en"><title>x</title><p><table><a></table>');
  assert.notDeepEqual(messages([file]), []);
});
