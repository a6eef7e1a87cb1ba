import { stopwords as nl } from '@orama/stopwords/dutch';
import { stopwords as en } from '@orama/stopwords/english';
import { stopwords as fr } from '@orama/stopwords/french';
import { stopwords as de } from '@orama/stopwords/german';
import { stopwords as it } from '@orama/stopwords/italian';
import { stopwords as pt } from '@orama/stopwords/portuguese';
import { stopwords as es } from '@orama/stopwords/spanish';
import { pol as pl } from 'stopword';
import { primaryLanguage } from '../shared/language.js';
import { folded } from './spelling.js';

/** Gives the words of a language (BCP 47) that say nothing about a text's subject, as terms. */
export type StopWords = (language: string | undefined) => ReadonlySet<string>;

/**
 * Makes stop words of lists.
 *
 * @param lists each language's words, by its primary subtag; other languages have no stop words
 * @example stopWordsOf({ de: ['der', 'die'] })('de-AT').has('der') // true
 */
export function stopWordsOf(lists: Readonly<Record<string, readonly string[]>>): StopWords {
  const sets = new Map(
    Object.entries(lists).map(([language, list]) => [
      language,
      // English lists lack "a", and a text's words end at apostrophes.
      new Set([...(language === 'en' ? ['a'] : []), ...list.flatMap((word) => folded(word).split("'"))]),
    ]),
  );
  return (language = '') => sets.get(primaryLanguage(language)) ?? NONE;
}

const NONE: ReadonlySet<string> = new Set();

const LISTS = { de, en, es, fr, it, nl, pl, pt };

/** The languages that have a list, by their primary subtags. */
export const LISTED_LANGUAGES = Object.keys(LISTS);

/** The stop words of every language that has a list. A page loads its own language's list alone. */
export function stopWordsOfAllLanguages(): StopWords {
  return (allLanguages ??= stopWordsOf(LISTS));
}

let allLanguages: StopWords | undefined;
