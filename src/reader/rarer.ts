/** What of an entry the reader leaves to a piece of its own, since few sites write it. */
export interface Rarer {
  /** Reads a date in any form, as `fullDate` does. */
  readonly date: (text: string) => string | undefined;
  /** The character of a name that HTML knows beside those of `decodeEntities`. */
  readonly character: (name: string) => string | undefined;
}

/** Thrown where a document needs the piece and it is not there yet. */
export const NEEDED = new Error('the reader of rarer values is not there');

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
