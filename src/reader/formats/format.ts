import type { Draft } from '../draft.js';
import type { JsonRecord } from '../json-record.js';

/** A document as its format understands it: where the entries are, and how to read one. */
export interface Listing {
  readonly entries: readonly unknown[];
  /** Names the members of one entry; nothing is checked here. */
  readonly draft: (entry: JsonRecord) => Draft;
  /** The URL, as written, of the article to which the entries are already ranked. */
  readonly relatedTo?: unknown;
}

/** Recognises a kind of document by its content and lists it; undefined for any other document. */
export type Format = (json: unknown) => Listing | undefined;
