// The pages are valid HTML by the checker of the W3C, without an error and without a warning.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { basename } from 'node:path';
import { createRequire } from 'node:module';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gallery, scratch } from './reader.mjs';

const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');

function messages(files) {
  const run = spawnSync('java', ['-Xss4m', '-jar', jar, '--format', 'json', '--stdout', '--exit-zero-always', ...files], { encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.equal(run.status, 0, run.stderr);
  return JSON.parse(run.stdout).messages.map((m) => `${basename(m.url ?? '')}:${m.lastLine}: ${m.subType ?? m.type}: ${m.message} ${m.extract ?? ''}`);
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
