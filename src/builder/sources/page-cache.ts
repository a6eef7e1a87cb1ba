import { isRecord, own } from '../../shared/json.js';
import { textOf, writeAtomically } from '../output/atomic-file.js';
import type { PageCache } from './options.js';

/** A cache of pages that lives in a file. */
export interface PageCacheFile extends PageCache {
  /** Writes what was used since it was opened, if that differs from what the file holds; never fails. */
  readonly save: () => void;
}

/**
 * Opens a file of pages as they were read. One that is missing, broken or of another version is an empty one.
 *
 * @param version changes with the program that reads the pages
 */
export function openPageCache(path: string, version: string): PageCacheFile {
  const known = pagesIn(textOf(path), version);
  const used = new Map<string, unknown>();
  let isNew = false;
  return {
    get: (key) => known.get(key),
    set(key, value) {
      isNew ||= !known.has(key);
      used.set(key, value);
    },
    save() {
      if (!isNew && used.size === known.size) return;
      try {
        writeAtomically(path, JSON.stringify({ version, pages: Object.fromEntries(used) }));
      } catch {
        // Without it the next run takes longer, nothing else.
      }
    },
  };
}

function pagesIn(text: string | undefined, version: string): ReadonlyMap<string, unknown> {
  try {
    const json: unknown = JSON.parse(text ?? '');
    const pages = isRecord(json) && own(json, 'version') === version ? own(json, 'pages') : undefined;
    return new Map(isRecord(pages) ? Object.entries(pages) : []);
  } catch {
    return new Map();
  }
}
