import { stopwords as nl } from '@orama/stopwords/dutch';
import { stopwords as en } from '@orama/stopwords/english';
import { stopwords as fr } from '@orama/stopwords/french';
import { stopwords as de } from '@orama/stopwords/german';
import { stopwords as it } from '@orama/stopwords/italian';
import { stopwords as pt } from '@orama/stopwords/portuguese';
import { stopwords as es } from '@orama/stopwords/spanish';
import { stopwords as pl } from './polish.js';
import { stopWordsOf } from './stop-words.js';

const LISTS = { de, en, es, fr, it, nl, pl, pt };

/** The languages that have a list, by their subtags (BCP 47). */
export const LISTED_LANGUAGES = Object.keys(LISTS);

/** The stop words of every language that has a list, for programs to which a few kilobytes are nothing. */
export const everyLanguage = stopWordsOf(LISTS);
