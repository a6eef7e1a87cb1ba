export { stopwords as stopWords } from '@orama/stopwords/finnish';
import type { Strings } from '../strings.js';

/** The block's texts in Finnish. */
export const strings: Strings = {
  language: 'fi',
  heading: 'Lue myös',
  headings: {
    author: 'Lisää samalta kirjoittajalta',
    series: 'Samassa sarjassa',
    section: 'Lisää tältä osastolta',
    backlinks: 'Tähän viittaavat artikkelit',
  },
  readMore: 'Lue artikkeli',
  discussion: { one: '{count} kommentti', other: '{count} kommenttia' },
  reasons: 'Yhteistä: {list}',
  linkedWith: 'Linkitetty artikkeliin: {title}',
  author: 'Teksti: {name}',
  readingTime: 'Lukuaika {count} min',
  previous: 'Edelliset artikkelit',
  next: 'Seuraavat artikkelit',
  dates: {
    months:
      'tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta',
    patterns: {
      'fi fi-FI': '{day}. {month} {year}',
    },
  },
};
