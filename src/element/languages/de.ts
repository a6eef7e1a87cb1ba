export { stopwords as stopWords } from '@orama/stopwords/german';
import type { Strings } from '../strings.js';

/** The block's texts in German. */
export const strings: Strings = {
  language: 'de',
  heading: 'Das könnte Sie auch interessieren',
  headings: {
    author: 'Mehr vom selben Autor',
    series: 'In dieser Serie',
    section: 'Mehr aus diesem Ressort',
    backlinks: 'Artikel, die hierauf verweisen',
  },
  readMore: 'Artikel lesen',
  discussion: { one: '{count} Diskussionsbeitrag', other: '{count} Diskussionsbeiträge' },
  reasons: 'Gemeinsam: {list}',
  linkedWith: 'Verlinkt mit: {title}',
  author: 'Von {name}',
  readingTime: '{count} Min. Lesezeit',
  previous: 'Vorherige Artikel',
  next: 'Nächste Artikel',
  dates: {
    months: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
    patterns: {
      'de de-DE de-CH de-LI de-LU': '{day}. {month} {year}',
    },
  },
};
