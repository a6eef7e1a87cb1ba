/** What is taken of one article at most. Two readers hold to it: `draft.ts`, and `neighbours.ts` in another script. */

/** Characters of a title. */
export const LONGEST_TITLE = 300;
/** Characters of a teaser that the source gives: some sources give the whole text. */
export const LONGEST_EXCERPT = 400;
/** Characters of a tag, a key term or the name of an author. */
export const LONGEST_TAG = 100;
/** Characters of the names of all authors together. */
export const LONGEST_AUTHOR = 200;
/** Tags, key terms or authors. */
export const MOST_TAGS = 50;
/** Links of a text. */
export const MOST_LINKS = 100;
/** Sizes of a picture. */
export const MOST_SIZES = 20;
