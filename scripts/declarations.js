// Removes the declarations in `dist/` that no entry of the package reaches: those of the program's inner files.
import { readdirSync, readFileSync, rmSync, rmdirSync } from 'node:fs';
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
