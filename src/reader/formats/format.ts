import type { Draft } from '../draft.js';
import type { JsonRecord } from '../../shared/json.js';
import type { readByNames } from '../names.js';

/** Which of an article's ranked neighbours come first, and why. */
export interface ChosenNeighbours {
  /** The ids of the neighbours that the article's editors chose. */
  readonly curated?: readonly string[];
  /** The name of the series that the article is a part of. Neighbours that are parts of it name it too. */
  readonly series?: string;
}

/** What a format knows of a document: where its entries are, and how to read one. */
export interface Listing {
  /** What the format is called. */
  readonly format: string;
  readonly entries: readonly unknown[];
  /** Reads the members of one entry, unchecked. */
  readonly draft: (entry: JsonRecord) => Draft;
  /** Whether entries can be sections of one article, with addresses such as `/a#costs`. */
  readonly sections?: boolean;
  /** Whether entries of one address are different articles if their titles differ. */
  readonly titled?: boolean;
  /** The URL, as written, of the article to which the entries are already ranked. */
  readonly relatedTo?: unknown;
  readonly chosen?: ChosenNeighbours;
  /** The URL, as written, of the document's next page. */
  readonly next?: unknown;
  /** How many pages there are, if addresses count them: `?page=2`. */
  readonly pages?: unknown;
}

/**
 * Recognises a kind of document by its content and lists it; undefined for any other document.
 *
 * @param read `readByNames`, which is handed over because formats may stand in another script
 */
export type Format = (json: unknown, base: URL, read: typeof readByNames) => Listing | undefined;
