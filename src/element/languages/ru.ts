export { stopwords as stopWords } from '@orama/stopwords/russian';
import type { Strings } from '../strings.js';

/** The block's texts in Russian. */
export const strings: Strings = {
  language: 'ru',
  heading: 'Читайте также',
  headings: {
    author: 'Ещё от этого автора',
    series: 'В этой серии',
    section: 'Ещё из этого раздела',
    backlinks: 'Статьи со ссылкой на эту',
  },
  readMore: 'Читать статью',
  discussion: {
    one: '{count} комментарий',
    few: '{count} комментария',
    many: '{count} комментариев',
    other: '{count} комментария',
  },
  reasons: 'Общее: {list}',
  linkedWith: 'Связано ссылкой: {title}',
  author: 'Текст: {name}',
  readingTime: 'Время чтения: {count} мин',
  previous: 'Предыдущие статьи',
  next: 'Следующие статьи',
  dates: {
    months: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
    patterns: {
      'ru ru-RU ru-BY ru-KZ ru-UA': '{day} {month} {year} г.',
    },
  },
};
