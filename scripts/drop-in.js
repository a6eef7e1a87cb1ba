// Writes `related-articles-VERSION.zip`: the scripts of `cdn/`, what to do with them, and a page that shows them.
import { readFileSync, rmSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { filesOf, writeZip } from './zip.js';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const { version } = JSON.parse(readFileSync(path('../package.json'), 'utf8'));

for (const file of readdirSync(path('..'))) {
  if (/^related-articles-[\d.]+.*\.zip$/.test(file)) rmSync(path(`../${file}`));
}
const files = {
  ...filesOf(path('drop-in')),
  ...filesOf(path('../cdn')),
  'LICENSE.txt': readFileSync(path('../LICENSE')),
};
const folder = `related-articles-${version}`;
writeZip(
  Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`${folder}/${name}`, bytes])),
  path(`../${folder}.zip`),
);
