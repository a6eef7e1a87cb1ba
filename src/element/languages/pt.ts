export { stopwords as stopWords } from '@orama/stopwords/portuguese';
import type { Strings } from '../strings.js';

/** The block's texts in Portuguese. */
export const strings: Strings = {
  language: 'pt',
  heading: 'Leia também',
  headings: {
    author: 'Mais deste autor',
    series: 'Nesta série',
    section: 'Mais desta seção',
    backlinks: 'Artigos que remetem para este',
  },
  readMore: 'Ler o artigo',
  discussion: { one: '{count} comentário', other: '{count} comentários' },
  reasons: 'Em comum: {list}',
  linkedWith: 'Ligado a: {title}',
  author: 'Por {name}',
  readingTime: '{count} min de leitura',
  previous: 'Artigos anteriores',
  next: 'Artigos seguintes',
  dates: {
    months: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
    patterns: {
      'pt pt-BR pt-PT': '{day} de {month} de {year}',
    },
  },
};
