/**
 * A text in the spelling in which words are compared: Unicode's NFKC, in lower case, without soft hyphens, and with
 * German umlauts written out. So `Führer` and `Fuehrer` are one word, and `ß` is `ss`. Romanian letters with a cedilla,
 * as older texts have them, get their comma.
 */
export function folded(text: string): string {
  return normalized(text)
    .toLowerCase()
    .replace(VARIANT, (letter) => SPELLED[letter] ?? letter);
}

/** A text in Unicode's NFKC, without soft hyphens. Capitals stay. */
export function normalized(text: string): string {
  return text.normalize('NFKC').replace(SOFT_HYPHEN, '');
}

/** The term that stands for a whole tag. Its `#` keeps it apart from every word. */
export function tagTerm(tag: string): string {
  return `#${folded(tag).trim().slice(0, LONGEST_TERM)}`;
}

/** The pattern of a word. A word has at most 200 characters: a regular expression fails on a million combining marks. */
export const WORD = String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N}]{0,199}`;

/** The pattern of what ends a sentence: a punctuation mark, a bracket, a quotation mark, an empty line. */
export const SENTENCE_BREAK = String.raw`[!?;()[\]{}"„“”«»|•·。、「」『』《》【】]|[.:,…](?=\s|$)|\s[–—-]\s|\n\s*\n`;

/** The most UTF-16 units of a term; longer words are cut, since memory grows with them. */
export const LONGEST_TERM = 64;

const SOFT_HYPHEN = /\u00AD/g;
const VARIANT = /[äöüßşţ]/g;
const SPELLED: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  ş: 'ș',
  ţ: 'ț',
};
