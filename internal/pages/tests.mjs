// All that is looked at, in one process and one browser. The names of some, such as `views html`, leave out the rest.
import { readdirSync } from 'node:fs';
import { after } from 'node:test';
import { quit } from './reader.mjs';

const all = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.test.mjs')).sort();
const asked = process.argv.slice(2).map((name) => `${name}.test.mjs`);
const unknown = asked.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  throw new Error(`there is no ${unknown}: choose among ${all}`);
}
for (const name of asked.length > 0 ? asked : all) {
  await import(`./${name}`);
}
after(quit);
