import type { Article } from '../article.js';

/** What the ranker reads of an article; everything but the title may be missing. */
export type RankedText = Pick<Article, 'title'> & Partial<Article>;

/**
 * The terms of a text, sentence by sentence: its words in one spelling, in order.
 *
 * One spelling means Unicode's NFKC, lower case, no soft hyphens, and German umlauts written out, so that `Führer`
 * and `Fuehrer` are one word, and `ß` is `ss`.
 */
export function sentences(text: string): string[][] {
  return spelled(text)
    .split(BREAK)
    .map((sentence) => (sentence.match(WORD) ?? []).map((word) => word.slice(0, LONGEST_TERM)));
}

/** A text in the terms' spelling. */
export function spelled(text: string): string {
  return folded(plain(text));
}

/**
 * The words of a text, each as a term and as it is to be shown, sentence by sentence: as the text spells it, and what
 * hyphens join as a whole (`Wi-Fi` for `wi` and for `fi`).
 */
export function spelledSentences(text: string): (readonly [term: string, spelling: string])[][] {
  return plain(text)
    .split(BREAK)
    .map((sentence) =>
      (sentence.match(JOINED_WORDS) ?? []).flatMap((spelling) =>
        (HYPHEN.test(spelling) ? (spelling.match(WORD) ?? []) : [spelling]).map(
          (word) => [folded(word).slice(0, LONGEST_TERM), spelling.slice(0, LONGEST_TERM)] as const,
        ),
      ),
    );
}

/** The words of a short text as terms. */
export function words(text: string): string[] {
  return sentences(text).flat();
}

/** The term that stands for a whole tag; its sign keeps it apart from every word. */
export function tagTerm(tag: string): string {
  return `#${folded(plain(tag)).trim().slice(0, LONGEST_TERM)}`;
}

/** A text in Unicode's NFKC and without soft hyphens. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(SOFT_HYPHEN, '');
}

function folded(text: string): string {
  return text.toLowerCase().replace(UMLAUT, (letter) => WRITTEN_OUT[letter] ?? letter);
}

/** A word or a stop word's list entry in the terms' spelling. */
export function termOf(word: string): string {
  return folded(plain(word)).slice(0, LONGEST_TERM);
}

/** UTF-16 units; memory grows with a term's length. */
export const LONGEST_TERM = 64;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
const HYPHEN = /[-\u2010\u2011]/;
/** Words with nothing but a hyphen between them. */
const JOINED_WORDS = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-\u2010\u2011][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
/** What no two words belong together across: the end of a sentence, brackets, quotation marks, an empty line. */
const BREAK = /[!?;()[\]{}"„“”«»|•·]|[.:,…](?=\s|$)|\s[–—-]\s|\n\s*\n/u;
const SOFT_HYPHEN = /\u00AD/g;
const UMLAUT = /[äöüß]/g;
const WRITTEN_OUT: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
