import type { Draft, WholeDraft } from '../draft.js';
import type { JsonRecord } from '../../shared/json.js';
import type { Names } from '../names.js';

/** A document as its format understands it: where the entries are, and how to read one. */
export interface Listing {
  /** What the format is called. */
  readonly format: string;
  readonly entries: readonly unknown[];
  /**
   * Tells the members of one entry, unchecked. Handed `read`, which reads a record by the names that it is given, else
   * by the usual ones, with defaults for what is not there.
   */
  readonly draft: (
    entry: JsonRecord,
    read: (record: unknown, names?: Names, defaults?: Draft) => WholeDraft,
  ) => WholeDraft;
  /** Whether entries can be sections of one article, which addresses with fragments tell: `/a#costs`. */
  readonly sections?: boolean;
  /** Whether entries of one address are articles of their own where their titles differ. */
  readonly titled?: boolean;
  /** The URL, as written, of the article to which the entries are already ranked. */
  readonly relatedTo?: unknown;
  /** The URL, as written, of the document's next page. */
  readonly next?: unknown;
  /** How many pages there are, where an address counts them: `?page=2`. */
  readonly pages?: unknown;
}

/** Recognises a kind of document by its content and lists it; undefined for any other document. */
export type Format = (json: unknown, base: URL) => Listing | undefined;
