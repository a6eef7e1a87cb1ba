import type { Strings } from '../strings.js';

export const strings: Strings = {
  language: 'pl',
  heading: 'Może Cię zainteresować',
  readMore: 'Czytaj artykuł',
  discussion: {
    one: '{count} komentarz',
    few: '{count} komentarze',
    many: '{count} komentarzy',
    other: '{count} komentarza',
  },
  reasons: 'Wspólne: {list}',
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
