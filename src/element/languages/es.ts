export { stopwords as stopWords } from '@orama/stopwords/spanish';
import type { Strings } from '../strings.js';

/** The block's texts in Spanish. */
export const strings: Strings = {
  language: 'es',
  heading: 'También te puede interesar',
  readMore: 'Leer el artículo',
  discussion: { one: '{count} comentario', other: '{count} comentarios' },
  reasons: 'En común: {list}',
  author: 'Por {name}',
  readingTime: '{count} min de lectura',
  previous: 'Artículos anteriores',
  next: 'Artículos siguientes',
};
