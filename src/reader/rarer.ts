import type { Format } from './formats/format.js';

/** What the reader of common documents leaves to a piece of its own: what few sites write. */
export interface Rarer {
  /** Lists a document of a rarer format. */
  readonly listing: Format;
  /** Reads a date in any form, as `fullDate` does. */
  readonly date: (text: string) => string | undefined;
  /** The character of a name that HTML knows beside those of `decodeEntities`. */
  readonly character: (name: string) => string | undefined;
}

/** Thrown where a document needs the piece and it is not there yet. */
export const NEEDED = new Error('the reader of rarer documents is not there');

let piece: Rarer | undefined;

/** Hands the piece over. */
export function useRarer(given: Rarer): void {
  piece = given;
}

/** The piece. @throws NEEDED while it is not there */
export function rarer(): Rarer {
  if (!piece) throw NEEDED;
  return piece;
}
