import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';

/**
 * The files of a folder, at any depth, by their paths in it.
 *
 * @param {string} folder
 * @returns {Record<string, Uint8Array>}
 */
export function filesOf(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(
    paths.map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path)]),
  );
}

/**
 * Writes files into a zip. The same files make the same bytes: they are sorted, and all have one date.
 *
 * @param {Record<string, Uint8Array>} files by their paths in the zip
 * @param {string} archive the zip's path
 */
export function writeZip(files, archive) {
  const sorted = Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(archive, zipSync(sorted, { level: 9, mtime: FIRST_DAY }));
}

/** The first date that a zip can hold. It has no zone; a local time is the same everywhere. */
const FIRST_DAY = new Date(1980, 0, 1);

// `node scripts/zip.js FOLDER ZIP` writes a zip that holds the folder under its own name.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, archive] = process.argv.slice(2);
  if (!folder || !archive) {
    console.error('zip: name a folder and a zip, as in `node scripts/zip.js my-plugin my-plugin.zip`');
    process.exit(1);
  }
  const files = Object.entries(filesOf(folder));
  writeZip(
    Object.fromEntries(files.map(([path, bytes]) => [`${basename(resolve(folder))}/${path}`, bytes])),
    archive,
  );
}
