export { stopwords as stopWords } from '@orama/stopwords/norwegian';
import type { Strings } from '../strings.js';

/** The block's texts in Norwegian (Bokmål). */
export const strings: Strings = {
  language: 'nb',
  heading: 'Les også',
  headings: {
    author: 'Mer av samme forfatter',
    series: 'I denne serien',
    section: 'Mer fra denne seksjonen',
    backlinks: 'Artikler som lenker hit',
  },
  readMore: 'Les artikkelen',
  discussion: { one: '{count} kommentar', other: '{count} kommentarer' },
  reasons: 'Felles: {list}',
  linkedWith: 'Lenket med: {title}',
  author: 'Av {name}',
  readingTime: 'Lesetid {count} min',
  previous: 'Forrige artikler',
  next: 'Neste artikler',
  dates: {
    months: 'januar februar mars april mai juni juli august september oktober november desember',
    patterns: {
      'nb nb-NO nn nn-NO no no-NO': '{day}. {month} {year}',
    },
  },
};
