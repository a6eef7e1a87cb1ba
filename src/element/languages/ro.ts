export { stopwords as stopWords } from '@orama/stopwords/romanian';
import type { Strings } from '../strings.js';

/** The block's texts in Romanian. */
export const strings: Strings = {
  language: 'ro',
  heading: 'Citește și',
  headings: {
    author: 'Mai multe de același autor',
    series: 'În această serie',
    section: 'Mai multe din această secțiune',
    backlinks: 'Articole care trimit aici',
  },
  readMore: 'Citește articolul',
  discussion: { one: '{count} comentariu', few: '{count} comentarii', other: '{count} de comentarii' },
  reasons: 'În comun: {list}',
  linkedWith: 'Legat prin link de: {title}',
  author: 'De {name}',
  readingTime: 'Timp de citire: {count} min',
  previous: 'Articolele anterioare',
  next: 'Articolele următoare',
  dates: {
    months:
      'ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie',
    patterns: {
      'ro ro-RO ro-MD': '{day} {month} {year}',
    },
  },
};
