import { ara } from 'stopword';
import type { Strings } from '../strings.js';

/** The block's texts in Arabic. */
export const strings: Strings = {
  language: 'ar',
  heading: 'اقرأ أيضًا',
  headings: {
    author: 'المزيد من هذا الكاتب',
    series: 'في هذه السلسلة',
    section: 'المزيد من هذا القسم',
    backlinks: 'مقالات تشير إلى هذا المقال',
  },
  readMore: 'قراءة المقال',
  discussion: {
    zero: 'لا تعليقات',
    one: 'تعليق واحد',
    two: 'تعليقان',
    few: '{count} تعليقات',
    many: '{count} تعليقًا',
    other: '{count} تعليق',
  },
  reasons: 'مواضيع مشتركة: {list}',
  linkedWith: 'مرتبط بـ: {title}',
  author: 'بقلم {name}',
  readingTime: 'مدة القراءة: {count} د',
  previous: 'المقالات السابقة',
  next: 'المقالات التالية',
  separator: '، ',
  readingSpeed: 600,
  dates: {
    months: 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر',
    patterns: {
      'ar ar-AE': '{day} {month} {year}',
    },
  },
};

/** Arabic words that say nothing about a text's subject. */
export const stopWords: readonly string[] = ara;
