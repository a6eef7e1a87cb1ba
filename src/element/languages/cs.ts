import { ces } from 'stopword';
import type { Strings } from '../strings.js';

/** The block's texts in Czech. */
export const strings: Strings = {
  language: 'cs',
  heading: 'Mohlo by vás zajímat',
  headings: {
    author: 'Další články autora',
    series: 'V tomto seriálu',
    section: 'Další z této rubriky',
    backlinks: 'Odkazují na tento článek',
  },
  readMore: 'Číst článek',
  discussion: {
    one: '{count} komentář',
    few: '{count} komentáře',
    many: '{count} komentáře',
    other: '{count} komentářů',
  },
  reasons: 'Společné: {list}',
  linkedWith: 'Propojeno odkazem: {title}',
  author: 'Text: {name}',
  readingTime: '{count} min čtení',
  previous: 'Předchozí články',
  next: 'Další články',
  dates: {
    months: 'ledna února března dubna května června července srpna září října listopadu prosince',
    patterns: {
      'cs cs-CZ': '{day}. {month} {year}',
    },
  },
};

/** Czech words that say nothing about a text's subject. */
export const stopWords: readonly string[] = ces;
