// Validates XML files against a schema: node validate.mjs SCHEMA FILE...
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { validateXML } from 'xmllint-wasm';

const [schema, ...files] = process.argv.slice(2);
if (!schema || files.length === 0) {
  console.error('want a schema and files');
  process.exit(2);
}
const result = await validateXML({
  schema: await readFile(schema, 'utf8'),
  xml: await Promise.all(files.map(async (name) => ({ fileName: basename(name), contents: await readFile(name, 'utf8') }))),
  initialMemoryPages: 1024,
  maxMemoryPages: 8192,
});
for (const error of result.errors) {
  console.error(error.rawMessage);
}
process.exit(result.valid ? 0 : 1);
