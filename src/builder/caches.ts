import { isRecord, own, parseJson, type JsonRecord } from '../shared/json.js';
import { textOf, writeAtomically } from './output/atomic-file.js';

/** Keeps pages as they were read, by a key of their content. */
export interface PageCache {
  readonly get: (key: string) => unknown;
  readonly set: (key: string, value: unknown) => void;
}

/** A cache of pages in a file. */
export interface PageCacheFile extends PageCache {
  /** Writes the pages that were used since it was opened, if they differ from those in the file. It never fails. */
  readonly save: () => void;
}

/** Keeps the neighbours of one run for the next one. */
export interface NeighboursCache {
  /** What was written last; undefined if there is nothing of use. */
  readonly read: () => KeptNeighbours | undefined;
  /** It never fails. */
  readonly write: (kept: KeptNeighbours) => void;
}

/** The neighbours of all articles, as they were ranked. */
export interface KeptNeighbours {
  /** The options that they were ranked with. */
  readonly options: string;
  /** How many articles have changed since all were ranked. */
  readonly changes: number;
  readonly articles: readonly KeptArticle[];
}

/** What is kept of one article. */
export interface KeptArticle {
  readonly url: string;
  /** A fingerprint of everything in the article that the ranking uses. */
  readonly print: string;
  /** The places in the list of articles of its neighbours and of a few articles just behind them, the best first. */
  readonly related: readonly number[];
  /** What links say for each of them, as in `Parts`. */
  readonly support: readonly number[];
  /** The score of the last of them. */
  readonly least: number;
}

/**
 * Opens a file of pages as they were read. A file that is missing, broken or of another version counts as empty.
 *
 * @param version changes with the program that reads the pages
 */
export function openPageCache(path: string, version: string): PageCacheFile {
  const pages = own(readVersion(path, version), 'pages');
  const known = new Map(isRecord(pages) ? Object.entries(pages) : []);
  const used = new Map<string, unknown>();
  let isNew = false;
  return {
    get: (key) => known.get(key),
    set(key, value) {
      isNew ||= !known.has(key);
      used.set(key, value);
    },
    save() {
      if (isNew || used.size !== known.size) write(path, { version, pages: Object.fromEntries(used) });
    },
  };
}

/**
 * Opens a file of neighbours. A file that is missing, broken or of another version counts as empty.
 *
 * @param version changes with the program that ranks
 */
export function openNeighboursCache(path: string, version: string): NeighboursCache {
  return {
    // What this version of the program wrote has the right shape.
    read: () => readVersion(path, version) as KeptNeighbours | undefined,
    write: (kept) => write(path, { version, ...kept }),
  };
}

function readVersion(path: string, version: string): JsonRecord | undefined {
  const json = parseJson(textOf(path) ?? '');
  return isRecord(json) && own(json, 'version') === version ? json : undefined;
}

function write(path: string, content: object): void {
  try {
    writeAtomically(path, JSON.stringify(content));
  } catch {
    // Without the cache the next run takes longer, but gives the same.
  }
}
