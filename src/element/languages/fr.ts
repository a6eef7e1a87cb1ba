export { stopwords as stopWords } from '@orama/stopwords/french';
import type { Strings } from '../strings.js';

/** The block's texts in French. */
export const strings: Strings = {
  language: 'fr',
  heading: 'À lire aussi',
  headings: {
    author: 'Du même auteur',
    series: 'Dans cette série',
    section: 'Dans la même rubrique',
    backlinks: 'Articles qui renvoient ici',
  },
  readMore: 'Lire l’article',
  discussion: { one: '{count} commentaire', other: '{count} commentaires' },
  reasons: 'En commun\u00a0: {list}',
  linkedWith: 'Lié à\u00a0: {title}',
  author: 'Par {name}',
  readingTime: '{count} min de lecture',
  previous: 'Articles précédents',
  next: 'Articles suivants',
  dates: {
    months: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    patterns: {
      'fr fr-FR fr-BE fr-CA fr-CH fr-LU': '{day} {month} {year}',
    },
  },
};
