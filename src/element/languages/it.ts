export { stopwords as stopWords } from '@orama/stopwords/italian';
import type { Strings } from '../strings.js';

/** The block's texts in Italian. */
export const strings: Strings = {
  language: 'it',
  heading: 'Potrebbe interessarti anche',
  headings: {
    author: 'Dello stesso autore',
    series: 'In questa serie',
    section: 'Altro da questa sezione',
    backlinks: 'Articoli che rimandano qui',
  },
  readMore: 'Leggi l’articolo',
  discussion: { one: '{count} commento', other: '{count} commenti' },
  reasons: 'In comune: {list}',
  linkedWith: 'Collegato con: {title}',
  author: 'Di {name}',
  readingTime: '{count} min di lettura',
  previous: 'Articoli precedenti',
  next: 'Articoli successivi',
  dates: {
    months: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
    patterns: {
      'it it-IT it-CH': '{day} {month} {year}',
    },
  },
};
