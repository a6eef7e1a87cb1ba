export { stopwords as stopWords } from '@orama/stopwords/spanish';
import type { Strings } from '../strings.js';

/** The block's texts in Spanish. */
export const strings: Strings = {
  language: 'es',
  heading: 'También te puede interesar',
  headings: {
    author: 'Más de este autor',
    series: 'En esta serie',
    section: 'Más de esta sección',
    backlinks: 'Artículos que enlazan aquí',
  },
  readMore: 'Leer el artículo',
  discussion: { one: '{count} comentario', other: '{count} comentarios' },
  reasons: 'En común: {list}',
  linkedWith: 'Enlazado con: {title}',
  author: 'Por {name}',
  readingTime: '{count} min de lectura',
  previous: 'Artículos anteriores',
  next: 'Artículos siguientes',
  dates: {
    months: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
    patterns: {
      'es es-ES es-MX es-AR es-CO es-CL es-US es-419': '{day} de {month} de {year}',
    },
  },
};
