// Reports on paper, printed by the program.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root, scratch } from './reader.mjs';
import { report } from './hostile.mjs';
import { shown } from './numbers.mjs';

export const printed = ['fr-2020', 'pays'];
export const paperOf = (page) => join(scratch, `${page}.pdf`);

export async function print() {
  for (const page of printed) {
    const { file } = shown.find((one) => one.page === page);
    const { status, stderr } = await report(join(root, file), '-o', paperOf(page));
    if (status !== 0) {
      console.error(stderr);
    }
  }
}

// run runs a tool that reads PDF and returns what it prints.
export function run(tool, ...args) {
  const { status, stdout, stderr, error } = spawnSync(tool, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (error || status !== 0) {
    throw new Error(`${tool}: ${error ?? stderr}`);
  }
  return stdout;
}
