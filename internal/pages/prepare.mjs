// Writes what the tests look at besides the gallery: reports of hostile files, and PDFs.
import { hostile, write } from './hostile.mjs';
import { print } from './paper.mjs';

hostile.forEach(write);
print();
