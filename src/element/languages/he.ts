import { heb } from 'stopword';
import type { Strings } from '../strings.js';

/** The block's texts in Hebrew. */
export const strings: Strings = {
  language: 'he',
  heading: 'אולי יעניין אותך גם',
  headings: {
    author: 'עוד מאת אותו כותב',
    series: 'בסדרה זו',
    section: 'עוד במדור זה',
    backlinks: 'כתבות שמקשרות לכאן',
  },
  readMore: 'לכתבה המלאה',
  discussion: { one: 'תגובה אחת', two: 'שתי תגובות', other: '{count} תגובות' },
  reasons: 'נושאים משותפים: {list}',
  linkedWith: 'מקושר אל: {title}',
  author: 'מאת {name}',
  readingTime: '{count} דק׳ קריאה',
  previous: 'הכתבות הקודמות',
  next: 'הכתבות הבאות',
  readingSpeed: 800,
  dates: {
    months: 'ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר',
    patterns: {
      'he he-IL': '{day} ב{month} {year}',
    },
  },
};

/** Hebrew words that say nothing about a text's subject. */
export const stopWords: readonly string[] = heb;
