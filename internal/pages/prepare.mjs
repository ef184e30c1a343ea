// Writes what the tests look at besides the gallery: reports of hostile files, and PDFs.
import { hostile, write } from './hostile.mjs';
import { print } from './paper.mjs';

const papers = print();
for (const { status, stderr } of await Promise.all(hostile.map(write))) {
  // Findings are no failure.
  if (status > 1) {
    console.error(stderr);
  }
}
await papers;
