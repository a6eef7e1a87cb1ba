// Removes the declarations in `dist/` that no entry of the package reaches: those of the program's inner files. Takes
// the comments out of those that an entry reaches and does not export.
import { readdirSync, readFileSync, rmSync, rmdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const needed = new Set();

function need(file) {
  if (needed.has(file)) return;
  needed.add(file);
  const imports = readFileSync(file, 'utf8').matchAll(/(?:\bfrom|\bimport\(?)\s*['"](\.[^'"]+)\.js['"]/g);
  for (const [, path] of imports) need(resolve(dirname(file), `${path}.d.ts`));
}

for (const { types } of Object.values(exports)) {
  if (types?.startsWith('./dist/')) need(join(root, types));
}
// What is documented is what an entry exports; the comments of what that only refers to are for this project.
const documented = new Set();

function document(file) {
  if (documented.has(file)) return;
  documented.add(file);
  const exported = readFileSync(file, 'utf8').matchAll(/^export [^;]*?\bfrom '(\.[^']+)\.js'/gm);
  for (const [, path] of exported) document(resolve(dirname(file), `${path}.d.ts`));
}

for (const { types } of Object.values(exports)) {
  if (types?.startsWith('./dist/')) document(join(root, types));
}
for (const file of [...needed].filter((each) => !documented.has(each))) {
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^[^\S\n]*\/\*\*[^]*?\*\/\n/gm, ''));
}

const all = readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true });
for (const { name, parentPath } of all) {
  const file = join(parentPath, name);
  if (name.endsWith('.d.ts') && !needed.has(file)) rmSync(file);
}
// The deepest come last in the list.
for (const entry of all.filter((each) => each.isDirectory()).toReversed()) {
  const folder = join(entry.parentPath, entry.name);
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}
