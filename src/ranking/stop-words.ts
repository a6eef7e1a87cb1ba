import { termOf } from './terms.js';

/** Gives the words of a language that say nothing about a text's subject, as terms. */
export type StopWords = (language: string | undefined) => ReadonlySet<string>;

/** A module with the list of one language. */
interface List {
  readonly stopwords: readonly string[];
}

/** The languages that have a list, by their subtags (BCP 47). */
const LISTS: Readonly<Record<string, () => Promise<List>>> = {
  de: async () => import('@orama/stopwords/german'),
  en: async () => import('@orama/stopwords/english'),
  es: async () => import('@orama/stopwords/spanish'),
  fr: async () => import('@orama/stopwords/french'),
  it: async () => import('@orama/stopwords/italian'),
  nl: async () => import('@orama/stopwords/dutch'),
  pl: async () => import('./polish.js'),
  pt: async () => import('@orama/stopwords/portuguese'),
};

/**
 * Loads the list of one language alone, as a page needs; other languages have no stop words then, nor has any where
 * the list can't be had: the ranking is a little worse without.
 */
export async function loadStopWords(language: string): Promise<StopWords> {
  const subtag = primarySubtag(language);
  const list = Object.hasOwn(LISTS, subtag) ? await LISTS[subtag]?.().catch(() => undefined) : undefined;
  return stopWordsOf(list ? { [subtag]: list.stopwords } : {});
}

/** Stop words by lists of them. @param lists each language's words under its subtag */
export function stopWordsOf(lists: Readonly<Record<string, readonly string[]>>): StopWords {
  const sets = new Map(
    Object.entries(lists).map(([language, list]) => [
      language,
      // English lists lack "a", and a text's words end at apostrophes.
      new Set([...(language === 'en' ? ['a'] : []), ...list.flatMap((word) => termOf(word).split("'"))]),
    ]),
  );
  return (language = '') => sets.get(primarySubtag(language)) ?? NONE;
}

const NONE: ReadonlySet<string> = new Set();

/** A language tag's first part: `de` of `de-AT`. */
export function primarySubtag(language: string): string {
  return language.split(/[-_]/, 1)[0]?.toLowerCase() ?? '';
}
