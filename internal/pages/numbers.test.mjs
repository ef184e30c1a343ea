// Every number that a reader sees is the Result's: read back from the page, and from the text of the PDF.
import { before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { open, openAll, root } from './reader.mjs';
import { country, heat, number, peers, result, shown, trend, written } from './numbers.mjs';
import { paperOf, printed, run } from './paper.mjs';

const areasOf = (a) => a.scoreboards.flatMap((board) => board.areas);

// expected is what the page must show of an area.
const expected = ({ score, average, gap }) => ({ score, average, gap: gap ?? null });

// read reads a page as a program would: every place where it has a number, by what it is about.
const read = (page) => page.evaluate(() => {
  const text = (element) => element?.textContent.trim() ?? '';
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  return {
    boards: all('.board').map((board) => ({
      id: text(board.querySelector('.no')),
      areas: all('table.areas tbody tr', board).map((row) => [text(row.querySelector('.id')), ...all('td', row).map(text)]),
      charts: all('figure svg', board).length,
    })),
    groups: all('.group').map((group) => ({
      id: group.id, standing: text(group.querySelector('.standing .mark')),
      recommendations: all('details.rec', group).map((rec) => ({
        id: rec.id, score: text(rec.querySelector('summary .mark')), outcome: rec.dataset.outcome, plan: 'plan' in rec.dataset,
        evidence: all('ul.evidence > li', rec).length,
        levels: all('ul.questions > li', rec).map((question) => [text(question.querySelector('.id')), text(question.querySelector('.answer .mark'))]),
      })),
    })),
    gaps: all('#first li[id^=gap-]').map((gap) => [gap.id.replace('gap-', ''), text(gap.querySelector('.compared .mark'))]),
    tiles: all('.tile .n').map(text),
    tileAreas: all('.tile').map((tile) => [text(tile.querySelector('.n')), all('li', tile).length]),
    matter: all('.matter > li h4 a').map((link) => link.hash.replace('#gap-', '')),
    findings: all('ul.findings > li:not(:has(.accepted))').length,
    rules: all('ul.findings .rule code').map(text),
    shares: all('#method dd').map(text).filter((share) => /%$/.test(share)).map((share) => Number.parseFloat(share)),
    tables: Object.fromEntries(['heat', 'trend', 'peers'].map((name) => [name, document.getElementById(`chart-${name}-numbers`)?.closest('table')]).map(([name, table]) => [
      name, table ? { head: all('thead th', table).slice(1).map(text), rows: all('tbody tr', table).map((row) => all('th, td', row).map(text)) } : null])),
    cells: all('#chart-heat svg a').map((link) => [link.getAttribute('href').slice(1), ...all('text', link).map(text)]),
    context: all('#context tbody tr').map((row) => [text(row.querySelector('.code')), ...all('td', row).map(text)]),
    said: all('.board details.data p').map(text),
    digest: text(document.querySelector('#method')),
  };
});

describe('the page shows the numbers of the Result', () => {
  for (const { page: name, file, compare } of shown) {
    describe(name, () => {
      const a = result(file);
      let got;
      before(async () => {
        const { page, close } = await open(join(root, 'docs', 'gallery', `${name}.html`));
        await openAll(page);
        got = await read(page);
        await close();
      });

      test('score, average and gap of every area, in order', () => {
        const compared = a.methodology.average_year !== null;
        const rows = got.boards.flatMap((board) => board.areas).map(([id, score, average, gap]) => [
          id, compared ? { score: number(score), average: number(average), gap: number(gap) } : { score: number(score), average: null, gap: null },
        ]);
        assert.deepEqual(rows, areasOf(a).map((area) => [area.id, expected(area)]));
        assert.deepEqual(got.boards.map((board) => Number(board.id)), a.scoreboards.map((board) => board.id));
      });

      test('score, level, evidence and plan of every recommendation', () => {
        const rows = got.groups.flatMap((group) => group.recommendations).map(({ id, score, plan, evidence, levels }) => (
          { id, score: number(score), plan, evidence, levels: levels.map(([question, level]) => [question, number(level)]) }));
        const questions = (rec) => rec.indicators.filter((one) => levelsShown(rows, rec.id).includes(one.id));
        assert.deepEqual(rows.toSorted((x, y) => x.id.localeCompare(y.id)), a.recommendations.map((rec) => ({
          id: rec.id, score: rec.score, plan: rec.plan !== null,
          evidence: rec.evidence.length + rec.indicators.reduce((sum, one) => sum + one.evidence.length, 0),
          levels: questions(rec).map((one) => [one.id, one.level]),
        })));
        // A question that was answered is never left out.
        for (const rec of a.recommendations) {
          const answered = rec.indicators.filter((one) => one.answered).map((one) => one.id);
          assert.deepEqual(answered.filter((id) => !levelsShown(rows, rec.id).includes(id)), []);
        }
      });

      test('the tables of the charts', () => {
        const read = (table, take) => table && { head: table.head, rows: table.rows.map(([name, ...cells]) => [idIn(name), ...take(cells)]) };
        assert.deepEqual(read(got.tables.heat, ([area, score]) => [idIn(area), written(score)]), heat(a));
        assert.deepEqual(read(got.tables.trend, (cells) => cells.map(written)), trend(a));
        assert.deepEqual(read(got.tables.peers, (cells) => cells.map(written)), peers(a, compare));
      });

      test('the figures drawn, and said of a chart', () => {
        const drawn = Object.fromEntries(got.cells.map(([id, ...texts]) => [id, [texts[0], written(texts[1])]]));
        assert.deepEqual(drawn, got.cells.length > 0 ? Object.fromEntries(heat(a).rows.map(([id, , score]) => [id, [id, score]])) : {});
        assert.ok(got.cells.length > 0 || a.recommendations.every(({ score }) => score === null), 'nothing is drawn');
        // "Score 3: Openness (P2), …": of each scoreboard the radar and the dots.
        const said = got.said.map((sentences) => [...sentences.matchAll(/Score (\d): ([^.]+)\./g)].flatMap(([, score, places]) => [...places.matchAll(/\(([A-Z]+\d*)\)/g)].map(([, id]) => `${id} ${score}`)).sort());
        assert.deepEqual(said, a.scoreboards.flatMap((board) => {
          const want = board.areas.filter(({ score }) => score !== null).map(({ id, score }) => `${id} ${score}`).sort();
          return [want, want];
        }));
      });

      test('the figures beside the framework', () => {
        assert.deepEqual(got.context.map(([code, value, of, year]) => [code, Number.parseFloat(value), of, Number(year)]),
          a.document.context.map(({ dataset, indicator, value, geo, year }) => [`${dataset}, ${indicator}`, value, country(geo), year]));
      });

      test('the gaps, in the order of the Result', () => {
        assert.deepEqual(got.gaps.map(([id, score]) => [id, number(score)]), a.gaps.map((gap) => [gap.area, gap.score]));
        assert.deepEqual(got.matter, a.gaps.slice(0, got.matter.length).map((gap) => gap.area));
      });

      test('the counts', () => {
        const { above, at, below, no_data: noData, not_applicable: notApplicable, scored } = a.summary;
        const counts = [above, at, below, noData, notApplicable, scored];
        for (const [count, listed] of got.tileAreas) {
          assert.ok(counts.includes(Number(count)), `${count} is none of ${counts}`);
          assert.ok(listed === 0 || listed === Number(count), `${count} areas, ${listed} listed`);
        }
        assert.equal(got.findings, a.findings.filter((finding) => !finding.waived).length);
        assert.deepEqual(got.rules.toSorted(), a.findings.map((finding) => finding.rule).toSorted());
        const { coverage } = a.summary;
        const shares = Object.values(coverage).map((share) => Math.round(share * 100));
        assert.deepEqual(got.shares.filter((share) => !shares.includes(share)), []);
        assert.ok(got.digest.includes(a.input.sha256));
      });
    });
  }
});

// idIn is the id of what a table names: "Openness (P2)".
const idIn = (name) => /\(([^()]+)\)$/.exec(name)?.[1];

// levelsShown are the questions that a page shows of a recommendation.
const levelsShown = (rows, id) => rows.find((row) => row.id === id)?.levels.map(([question]) => question) ?? [];

describe('the PDF shows the numbers of the Result', () => {
  for (const name of printed) {
    test(name, () => {
      const a = result(shown.find(({ page }) => page === name).file);
      const lines = run('pdftotext', '-layout', paperOf(name), '-').split('\n');
      for (const { id, title, score, average, gap } of areasOf(a)) {
        // The row of the table: its line begins with the id and, as far as it fits, the title.
        const rows = lines.filter((line) => new RegExp(`^\\s*${id}\\s+${title.split(' ')[0]}`).test(line))
          .map((line) => line.trim().split(/\s{2,}/).slice(1).map((cell) => number(cell.split(' ')[0])).filter((n) => n !== null));
        const want = [score, average, gap].filter((n) => n !== null && n !== undefined);
        assert.ok(rows.some((row) => JSON.stringify(row) === JSON.stringify(want)), `${id}: want ${want}, got ${JSON.stringify(rows)}`);
      }
    });
  }
});
