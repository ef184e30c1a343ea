// The Result, as a program reads it, and how a page writes its numbers.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
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

const data = (file) => readFileSync(join(root, 'observatory', 'data', file), 'utf8').trim().split(/\r?\n/).map((line) => line.split(','));

// published are the scores of a country and year by area, as the data of the observatory have them: null for no data,
// nothing where the country was not in that year's edition.
function published(country, year) {
  const [head, ...rows] = data(`${year}.csv`);
  const row = rows.find(([code]) => code === country);
  return row && Object.fromEntries(head.slice(2).map((area, i) => [area, number(row[i + 2].replace('?', ''))]));
}

const years = readdirSync(join(root, 'observatory', 'data')).map((name) => /^(\d{4})\.csv$/.exec(name)?.[1]).filter(Boolean).map(Number).sort();

// Until 2021 the Monitoring Mechanism had 71 indicators, then 91.
const methodology = (year) => (year < 2022 ? 'mm-71' : 'mm-91');

// written is a cell of a table as the program of a reader takes it: a number, or two that a score lies between, or null.
export function written(text) {
  const span = /^(\d) to (\d)\b/.exec(text);
  return span ? [Number(span[1]), Number(span[2])] : number(text);
}

// cell is what such a cell must say of a score of the Result.
const cell = ({ status, score, interval }) => (status === 'partial' ? interval : score);

const areasOf = (a) => a.scoreboards.flatMap((board) => board.areas).filter((area, i, all) => all.findIndex(({ id }) => id === area.id) === i);

// trend is the table of a country over the years: its head, and a row an area. It is null where no other year is known.
export function trend(a) {
  const columns = a.document.scope === 'country'
    ? years.map((year) => ({ year, of: year === a.year ? null : published(a.country, year) })).filter(({ year, of }) => of || year === a.year) : [];
  return columns.length < 2 ? null : {
    head: columns.map(({ year }) => `${year} (${methodology(year)})`),
    rows: areasOf(a).map((area) => [area.id, ...columns.map(({ of }) => (of ? of[area.id] ?? null : cell(area)))]),
  };
}

const regions = new Intl.DisplayNames('en', { type: 'region' });

// country is the name of a code.
export const country = (code) => regions.of(code);

// peers is the table of a country beside others, in the order asked for. It is null where none were asked for.
export function peers(a, compare) {
  const codes = compare?.split(',') ?? [];
  const others = codes.map((code) => published(code, a.year));
  return codes.length === 0 ? null : {
    head: [...[a.country, ...codes].map(country), `EU average ${a.methodology.average_year}`],
    rows: areasOf(a).map((area) => [area.id, cell(area), ...others.map((of) => of?.[area.id] ?? null), area.average]),
  };
}

// heat is the table of the recommendations.
export const heat = (a) => ({ head: ['Area', 'Score', 'Basis'], rows: a.recommendations.map((rec) => [rec.id, rec.area, cell(rec)]) });
