import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

/** The package's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The files below a folder of the package that end in `ending`, by their paths in the package. */
export function filesIn(folder: string, ending: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => join(folder, file))
    .sort();
}

/** The modules that a file of the package imports or re-exports, types included, as it names them: `./card.js`, `lit`. */
export function importsOf(file: string): string[] {
  const source = readFileSync(join(root, file), 'utf8');
  if (file.endsWith('.js')) return [...staticImports(file, source), ...dynamicImports(file, source)];
  const statements = source.matchAll(/^\s*(?:import|export)\b[^'";]*\bfrom\s*['"]([^'"]+)['"]/gm);
  const bare = source.matchAll(/\bimport\s*\(?\s*['"]([^'"]+)['"]/g);
  return [...statements, ...bare].map(([, name = '']) => name);
}

/** The modules that a built file imports before it runs, in their order. */
function staticImports(file: string, source: string): string[] {
  const { staticImports: imports, staticExports: exports } = parseSync(file, source).module;
  const entries = exports.flatMap((statement) => statement.entries);
  const names = [...imports, ...entries].flatMap(({ moduleRequest }) => moduleRequest?.value ?? []);
  return [...new Set(names)];
}

/** The modules that a built file imports when it needs them. */
function dynamicImports(file: string, source: string): string[] {
  return parseSync(file, source).module.dynamicImports.map(({ moduleRequest: { start, end } }) =>
    source.slice(start + 1, end - 1),
  );
}

/** The file of the package that a relative import names: the TypeScript file for `.js` if that exists. */
export function target(file: string, name: string): string {
  const path = relative(root, resolve(root, dirname(file), name));
  const source = path.replace(/\.js$/, '.ts');
  return existsSync(join(root, source)) ? source : path;
}

/** Files and packages in the order in which a built file's imports are evaluated. */
export function inOrder(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const imports = staticImports(file, readFileSync(join(root, file), 'utf8')).flatMap((name) =>
    name.startsWith('.') ? inOrder(target(file, name), seen) : [name],
  );
  return [...imports, file];
}

/** The packages that a file imports, directly or through files that it imports. */
export function reach(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  return importsOf(file).flatMap((name) => (name.startsWith('.') ? reach(target(file, name), seen) : [name]));
}
