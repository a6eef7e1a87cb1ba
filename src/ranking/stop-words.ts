import { stopWordList } from './stop-word-lists.js';
import { folded } from './spelling.js';

/** Gives the words of a language that say nothing about a text's subject, as terms. */
export type StopWords = (language: string | undefined) => ReadonlySet<string>;

/**
 * Loads the list of one language alone, as a page needs; other languages have no stop words then, nor has any where
 * the list can't be had: the ranking is a little worse without.
 */
export async function loadStopWords(language: string): Promise<StopWords> {
  const subtag = primarySubtag(language);
  const list = await stopWordList(subtag);
  return stopWordsOf(list ? { [subtag]: list.stopwords } : {});
}

/** Stop words by lists of them. @param lists each language's words under its subtag */
export function stopWordsOf(lists: Readonly<Record<string, readonly string[]>>): StopWords {
  const sets = new Map(
    Object.entries(lists).map(([language, list]) => [
      language,
      // English lists lack "a", and a text's words end at apostrophes.
      new Set([...(language === 'en' ? ['a'] : []), ...list.flatMap((word) => folded(word).split("'"))]),
    ]),
  );
  return (language = '') => sets.get(primarySubtag(language)) ?? NONE;
}

const NONE: ReadonlySet<string> = new Set();

/** A language tag's first part: `de` of `de-AT`. */
export function primarySubtag(language: string): string {
  return language.split(/[-_]/, 1)[0]?.toLowerCase() ?? '';
}
