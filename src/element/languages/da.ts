export { stopwords as stopWords } from '@orama/stopwords/danish';
import type { Strings } from '../strings.js';

/** The block's texts in Danish. */
export const strings: Strings = {
  language: 'da',
  heading: 'Læs også',
  headings: {
    author: 'Mere af samme forfatter',
    series: 'I denne serie',
    section: 'Mere fra denne sektion',
    backlinks: 'Artikler, der linker hertil',
  },
  readMore: 'Læs artiklen',
  discussion: { one: '{count} kommentar', other: '{count} kommentarer' },
  reasons: 'Fælles: {list}',
  linkedWith: 'Linket sammen med: {title}',
  author: 'Af {name}',
  readingTime: '{count} min. læsetid',
  previous: 'Forrige artikler',
  next: 'Næste artikler',
  dates: {
    months: 'januar februar marts april maj juni juli august september oktober november december',
    patterns: {
      'da da-DK': '{day}. {month} {year}',
    },
  },
};
