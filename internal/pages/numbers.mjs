// The Result, as a program reads it, and how a page writes its numbers.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { program, root } from './reader.mjs';

export const shown = JSON.parse(readFileSync(join(root, 'internal', 'pages', 'gallery.json'), 'utf8'));

// result is the only assessment of a file.
export function result(file) {
  const run = spawnSync(program, ['assess', file, '-f', 'json', '--no-config', '--today', '2026-11-22', '--fail-on', 'never'], {
    encoding: 'utf8', maxBuffer: 1 << 28, cwd: root,
  });
  if (run.status !== 0) {
    throw new Error(run.stderr);
  }
  return JSON.parse(run.stdout).assessments[0];
}

// number reads what a page writes: with a real minus or a plus, or a word where there is none.
export function number(text) {
  const plain = text.trim().replace(/^[\u2212\u2013-]/, '-').replace(/^\+/, '');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

// published are the scores of a country and year by area, as the data of the observatory have them: null for no data.
export function published(country, year) {
  const [head, ...rows] = readFileSync(join(root, 'observatory', 'data', `${year}.csv`), 'utf8').trim().split(/\r?\n/).map((line) => line.split(','));
  const row = rows.find(([code]) => code === country);
  return row && Object.fromEntries(head.slice(2).map((area, i) => [area, number(row[i + 2].replace('?', ''))]));
}
