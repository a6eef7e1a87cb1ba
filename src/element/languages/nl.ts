export { stopwords as stopWords } from '@orama/stopwords/dutch';
import type { Strings } from '../strings.js';

/** The block's texts in Dutch. */
export const strings: Strings = {
  language: 'nl',
  heading: 'Misschien ook interessant',
  headings: {
    author: 'Meer van deze auteur',
    series: 'In deze serie',
    section: 'Meer uit deze rubriek',
    backlinks: 'Artikelen die hiernaar verwijzen',
  },
  readMore: 'Artikel lezen',
  discussion: { one: '{count} reactie', other: '{count} reacties' },
  reasons: 'Gemeenschappelijk: {list}',
  linkedWith: 'Gelinkt met: {title}',
  author: 'Door {name}',
  readingTime: '{count} min. leestijd',
  previous: 'Vorige artikelen',
  next: 'Volgende artikelen',
  dates: {
    months: 'januari februari maart april mei juni juli augustus september oktober november december',
    patterns: {
      'nl nl-NL nl-BE': '{day} {month} {year}',
    },
  },
};
