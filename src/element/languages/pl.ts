import { pol } from 'stopword';
import type { Strings } from '../strings.js';

/** The block's texts in Polish. */
export const strings: Strings = {
  language: 'pl',
  heading: 'Może Cię zainteresować',
  headings: {
    author: 'Więcej tego autora',
    series: 'W tym cyklu',
    section: 'Więcej z tego działu',
    backlinks: 'Artykuły, które tu odsyłają',
  },
  readMore: 'Czytaj artykuł',
  discussion: {
    one: '{count} komentarz',
    few: '{count} komentarze',
    many: '{count} komentarzy',
    other: '{count} komentarza',
  },
  reasons: 'Wspólne: {list}',
  linkedWith: 'Połączone linkiem z: {title}',
  author: 'Tekst: {name}',
  readingTime: '{count} min czytania',
  previous: 'Poprzednie artykuły',
  next: 'Następne artykuły',
  dates: {
    months:
      'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia',
    patterns: {
      'pl pl-PL': '{day} {month} {year}',
    },
  },
};

/** Polish words that say nothing about a text's subject. */
export const stopWords: readonly string[] = pol;
