import { join } from 'node:path';
import { isRecord, own } from '../../shared/json.js';
import { BuildError } from '../build-error.js';
import { textOf, writeIfChanged } from './atomic-file.js';

/** The file in a folder of neighbours that lists what we wrote there. */
export const MANIFEST = 'related-articles-manifest.json';

/**
 * The files that we wrote to a folder, by their paths in it; none where it has no manifest.
 *
 * @throws BuildError where the manifest is not one of ours
 */
export function readManifest(folder: string): Set<string> {
  const path = join(folder, MANIFEST);
  const text = textOf(path);
  if (text === undefined) return new Set();
  const files = listed(text);
  if (!files)
    throw new BuildError(`${path} is broken; remove it and the folder's other files, and run this again`);
  return new Set(files);
}

/** Writes what the manifest lists, where that changed. */
export function writeManifest(folder: string, files: ReadonlySet<string>): void {
  writeIfChanged(join(folder, MANIFEST), `${JSON.stringify({ version: 1, files: [...files].sort() })}\n`);
}

function listed(text: string): string[] | undefined {
  try {
    const json: unknown = JSON.parse(text);
    const files = isRecord(json) && own(json, 'version') === 1 ? own(json, 'files') : undefined;
    return Array.isArray(files) && files.every(isInside) ? files : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a value is a path below the folder: nothing else is ever removed. */
function isInside(file: unknown): file is string {
  return (
    typeof file === 'string' &&
    file.endsWith('.json') &&
    file.split('/').every((part) => part !== '' && !part.startsWith('.') && !part.includes('\\'))
  );
}
