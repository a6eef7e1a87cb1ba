import { ukr } from 'stopword';
import type { Strings } from '../strings.js';

/** The block's texts in Ukrainian. */
export const strings: Strings = {
  language: 'uk',
  heading: 'Читайте також',
  headings: {
    author: 'Ще від цього автора',
    series: 'У цій серії',
    section: 'Ще з цього розділу',
    backlinks: 'Статті з посиланням на цю',
  },
  readMore: 'Читати статтю',
  discussion: {
    one: '{count} коментар',
    few: '{count} коментарі',
    many: '{count} коментарів',
    other: '{count} коментаря',
  },
  reasons: 'Спільне: {list}',
  linkedWith: 'Пов’язано посиланням: {title}',
  author: 'Текст: {name}',
  readingTime: 'Час читання: {count} хв',
  previous: 'Попередні статті',
  next: 'Наступні статті',
  dates: {
    months: 'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня',
    patterns: {
      'uk uk-UA': '{day} {month} {year} р.',
    },
  },
};

/** Ukrainian words that say nothing about a text's subject. */
export const stopWords: readonly string[] = ukr;
