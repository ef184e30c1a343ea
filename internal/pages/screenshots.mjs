// Writes the pictures of the README: the page of France 2020 on a desk, and on a telephone in the dark.
import { spawnSync } from 'node:child_process';
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { open, quit, root } from './reader.mjs';

const pictures = [
  { name: 'fr-2020-summary', width: 1120, height: 900 },
  { name: 'fr-2020-scores', width: 1120, height: 900, at: '#board-1' },
  { name: 'fr-2020-telephone', width: 390, height: 844, colorScheme: 'dark' },
];
// What a picture may weigh: whoever reads the README waits for it.
const most = 200_000;

const directory = join(root, 'docs', 'gallery', 'pictures');
mkdirSync(directory, { recursive: true });
for (const { name, at, ...view } of pictures) {
  const { page, close } = await open(join(root, 'docs', 'gallery', 'fr-2020.html'), view);
  if (at) {
    await page.evaluate((selector) => document.querySelector(selector).scrollIntoView({ behavior: 'instant' }), at);
  }
  const path = join(directory, `${name}.png`);
  await page.screenshot({ path });
  await close();
  // Fewer colours, where a tool for that is there: the same picture at a third of the size.
  spawnSync('pngquant', ['--force', '--skip-if-larger', '--output', path, '--', path]);
  const { size } = statSync(path);
  console.log(`${path}: ${Math.ceil(size / 1000)} kB`);
  if (size > most) {
    process.exitCode = 1;
    console.error(`over ${most / 1000} kB: install pngquant, or show less`);
  }
}
await quit();
