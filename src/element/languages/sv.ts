export { stopwords as stopWords } from '@orama/stopwords/swedish';
import type { Strings } from '../strings.js';

/** The block's texts in Swedish. */
export const strings: Strings = {
  language: 'sv',
  heading: 'Läs också',
  headings: {
    author: 'Mer av samma skribent',
    series: 'I den här serien',
    section: 'Mer från samma avdelning',
    backlinks: 'Artiklar som länkar hit',
  },
  readMore: 'Läs artikeln',
  discussion: { one: '{count} kommentar', other: '{count} kommentarer' },
  reasons: 'Gemensamt: {list}',
  linkedWith: 'Länkad med: {title}',
  author: 'Av {name}',
  readingTime: 'Lästid {count} min',
  previous: 'Föregående artiklar',
  next: 'Nästa artiklar',
  dates: {
    months: 'januari februari mars april maj juni juli augusti september oktober november december',
    patterns: {
      'sv sv-SE sv-FI': '{day} {month} {year}',
    },
  },
};
