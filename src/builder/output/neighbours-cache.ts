import { isRecord, own } from '../../shared/json.js';
import { textOf, writeAtomically } from './atomic-file.js';

/** Keeps the neighbours of one run for the next. */
export interface NeighboursCache {
  /** What was written last; undefined where there is nothing of use. */
  readonly read: () => KeptNeighbours | undefined;
  /** Never fails. */
  readonly write: (kept: KeptNeighbours) => void;
}

/** The neighbours of all articles, as they were ranked. */
export interface KeptNeighbours {
  /** What they were ranked with, besides the articles. */
  readonly options: string;
  /** How many articles have changed since all were ranked. */
  readonly changes: number;
  readonly articles: readonly KeptArticle[];
}

/** What is kept of one article. */
export interface KeptArticle {
  readonly url: string;
  /** Another one where anything changed that ranking goes by. */
  readonly print: string;
  /** The places of its neighbours, and of a few just behind these, in the list of articles, best first. */
  readonly related: readonly number[];
  /** The score of the last of them. */
  readonly least: number;
}

/**
 * Opens a file of neighbours. One that is missing, broken or of another version is an empty one.
 *
 * @param version changes with the program that ranks
 */
export function openNeighboursCache(path: string, version: string): NeighboursCache {
  return {
    read: () => keptIn(textOf(path), version),
    write(kept) {
      try {
        writeAtomically(path, JSON.stringify({ version, ...kept }));
      } catch {
        // Without it the next run takes longer, nothing else.
      }
    },
  };
}

function keptIn(text: string | undefined, version: string): KeptNeighbours | undefined {
  try {
    const json: unknown = JSON.parse(text ?? '');
    // What this program wrote in this version is as it should be.
    return isRecord(json) && own(json, 'version') === version
      ? (json as unknown as KeptNeighbours)
      : undefined;
  } catch {
    return undefined;
  }
}
