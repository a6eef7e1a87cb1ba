import { join } from 'node:path';
import { isRecord, own, parseJson } from '../../shared/json.js';
import { BuildError } from '../build-error.js';
import { textOf, writeIfChanged } from './atomic-file.js';

/** The file in a folder of neighbours that lists the files which we wrote there. No article's file starts with a dot. */
const MANIFEST = '.related-articles-manifest.json';
/** What it was called in version 0.1. */
const FORMER_MANIFEST = 'related-articles-manifest.json';

/**
 * The paths of the files that we wrote to a folder, relative to it; none if the folder has no manifest. A manifest of
 * the former name counts as one of them.
 *
 * @throws BuildError if the manifest is not valid
 */
export function readManifest(folder: string): Set<string> {
  const files = listIn(join(folder, MANIFEST));
  if (files) return new Set(files);
  const former = listIn(join(folder, FORMER_MANIFEST));
  return new Set(former && [...former, FORMER_MANIFEST]);
}

/**
 * The list in a manifest; undefined if there is no such file.
 *
 * @throws BuildError if the manifest is not valid
 */
function listIn(path: string): readonly string[] | undefined {
  const text = textOf(path);
  if (text === undefined) return undefined;
  const json = parseJson(text);
  const files = isRecord(json) && own(json, 'version') === 1 ? own(json, 'files') : undefined;
  if (Array.isArray(files) && files.every(isInside)) return files;
  throw new BuildError(
    `${path} is broken; remove it and the folder's other files, and run the command again`,
  );
}

/** Writes the manifest if its list changed. */
export function writeManifest(folder: string, files: ReadonlySet<string>): void {
  writeIfChanged(join(folder, MANIFEST), `${JSON.stringify({ version: 1, files: [...files].sort() })}\n`);
}

/** Whether a value is a path inside the folder. Nothing else is ever removed. */
function isInside(file: unknown): file is string {
  return (
    typeof file === 'string' &&
    file.endsWith('.json') &&
    file.split('/').every((part) => part !== '' && !part.startsWith('.') && !part.includes('\\'))
  );
}
