// Writes `related-articles-wordpress-VERSION.zip`: the plugin for WordPress with the scripts of `cdn/`.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { filesOf, writeZip } from './zip.js';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const { version } = JSON.parse(readFileSync(path('../package.json'), 'utf8'));

for (const file of readdirSync(path('..'))) {
  if (/^related-articles-wordpress-.*\.zip$/.test(file)) rmSync(path(`../${file}`));
}
const files = { 'related-articles/LICENSE.txt': readFileSync(path('../LICENSE')) };
for (const [name, bytes] of Object.entries(filesOf(path('../integrations/wordpress')))) {
  files[`related-articles/${name}`] = Buffer.from(bytes.toString().replaceAll('0.0.0', version));
}
// The single script is for pages that name no other.
for (const [name, bytes] of Object.entries(filesOf(path('../cdn')))) {
  if (!name.endsWith('.all.js')) files[`related-articles/scripts/${version}/${name}`] = bytes;
}
writeZip(files, path(`../related-articles-wordpress-${version}.zip`));
