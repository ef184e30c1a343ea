// Files that want more than to be read. Whatever they say is data: it is shown, and nothing else comes of it.
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { program, scratch } from './reader.mjs';

const attacks = [
  '<script>window.__hacked = 1; alert(1)</script>',
  '</script></style></title></textarea><script>window.__hacked = 1</script>',
  '<img src=x onerror="window.__hacked=1">',
  '<svg onload="window.__hacked=1"><animate onbegin="window.__hacked=1" attributeName="x"/></svg>',
  '"><iframe src="javascript:window.parent.__hacked=1"></iframe>',
  '\' onfocus=window.__hacked=1 autofocus tabindex=0 x=\'',
  '{{.}} ${window.__hacked=1} <!-- --!> ]]> &lt;b&gt; &#x3c;',
  '<base href="https://example.org/"><meta http-equiv="refresh" content="0;url=https://example.org/">',
  '<link rel=stylesheet href="https://example.org/x.css"><style>@import "https://example.org/y.css";</style>',
];
const words = 'x'.repeat(10_000);
const rightToLeft = 'مرحبا بالعالم \u202e gnp.exe \u2066 שלום עולם';

const head = (title) => ({
  eifcheck: 1, framework: 'eif-2017', questionnaire: '2026.1', country: 'FR', year: 2022, reference_date: '2022-12-31',
  scope: 'country', title, language: 'en', status: 'draft', organisation: { name: title, url: 'https://example.org/' },
});
const recommendations = (make) => Object.fromEntries(
  Array.from({ length: 47 }, (_, i) => [`R${String(i + 1).padStart(2, '0')}`, make(i)]));
const saying = (text) => ({
  ...head(text),
  sources: { one: { title: text, kind: 'report', url: 'https://example.org/' } },
  recommendations: recommendations((i) => ({
    score: 1 + (i % 4), comment: text,
    respondent: { name: text, organisation: text },
    evidence: [{ title: text, kind: 'report', url: `https://example.org/${encodeURIComponent(text.slice(0, 100).toWellFormed())}`, locator: text, note: text }],
    plan: { target: 4, by: '2030-12-31', owner: text, actions: [text] },
  })),
});

// hostile are the files: a name, and what is in it.
export const hostile = [
  ...attacks.map((text, i) => ({ name: `attack-${i + 1}`, content: saying(text) })),
  { name: 'long', content: saying(words) },
  { name: 'long-in-sentences', content: saying(`${'wort'.repeat(500)} und ${'W'.repeat(3000)}`) },
  { name: 'right-to-left', content: { ...saying(rightToLeft), language: 'ar' } },
  {
    name: 'many', content: {
      ...head('Two thousand proofs'),
      recommendations: recommendations((i) => ({
        score: 3,
        evidence: Array.from({ length: i < 40 ? 50 : 0 }, (_, n) => ({
          title: `Proof ${n} of ${i}`, kind: 'report', url: `https://example.org/${i}/${n}`, date: '2022-06-01',
        })),
      })),
    },
  },
  {
    name: 'addresses', content: {
      ...head('Addresses'),
      recommendations: recommendations((i) => ({
        score: 3, evidence: [{
          title: 'click me', kind: 'report',
          url: ['javascript:window.__hacked=1', ' JaVaScRiPt:window.__hacked=1', 'data:text/html,<script>alert(1)</script>', 'vbscript:x', 'file:///etc/passwd', 'java\tscript:window.__hacked=1', '//example.org', 'https://example.org/"onmouseover="window.__hacked=1'][i % 8],
        }],
      })),
    },
  },
];

export const pageOf = ({ name }) => join(scratch, `${name}.html`);

// write writes the file and its report. JSON is YAML too.
export function write(one) {
  const file = join(scratch, `${one.name}.json`);
  writeFileSync(file, JSON.stringify(one.content));
  return report(file, '-o', pageOf(one));
}

// report runs the program, and returns its exit code and what it says; that is said again by whoever cares.
export function report(...args) {
  return new Promise((done) => {
    execFile(program, ['report', '--no-config', '--today', '2026-11-22', ...args], { maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      done({ status: error ? error.code ?? error.signal : 0, stdout, stderr });
    });
  });
}
