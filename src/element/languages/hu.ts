import { hun } from 'stopword';
import type { Strings } from '../strings.js';

/** The block's texts in Hungarian. */
export const strings: Strings = {
  language: 'hu',
  heading: 'Ez is érdekelheti',
  headings: {
    author: 'A szerző további cikkei',
    series: 'A sorozat további részei',
    section: 'Továbbiak a rovatból',
    backlinks: 'Cikkek, amelyek erre hivatkoznak',
  },
  readMore: 'Tovább a cikkhez',
  discussion: { one: '{count} hozzászólás', other: '{count} hozzászólás' },
  reasons: 'Közös: {list}',
  linkedWith: 'Linkkel kapcsolódó cikk: {title}',
  author: 'Szerző: {name}',
  readingTime: '{count} perc olvasás',
  previous: 'Előző cikkek',
  next: 'Következő cikkek',
  dates: {
    months:
      'január február március április május június július augusztus szeptember október november december',
    patterns: {
      'hu hu-HU': '{year}. {month} {day}.',
    },
  },
};

/** Hungarian words that say nothing about a text's subject. */
export const stopWords: readonly string[] = hun;
