import { tur } from 'stopword';
import type { Strings } from '../strings.js';

/** The block's texts in Turkish. */
export const strings: Strings = {
  language: 'tr',
  heading: 'Bunlar da ilginizi çekebilir',
  headings: {
    author: 'Aynı yazardan',
    series: 'Bu dizide',
    section: 'Bu bölümden',
    backlinks: 'Bu yazıya bağlantı veren yazılar',
  },
  readMore: 'Yazıyı oku',
  discussion: { one: '{count} yorum', other: '{count} yorum' },
  reasons: 'Ortak: {list}',
  linkedWith: 'Bağlantılı yazı: {title}',
  author: 'Yazan: {name}',
  readingTime: '{count} dk. okuma süresi',
  previous: 'Önceki yazılar',
  next: 'Sonraki yazılar',
  dates: {
    months: 'Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık',
    patterns: {
      'tr tr-TR tr-CY': '{day} {month} {year}',
    },
  },
};

/** Turkish words that say nothing about a text's subject. */
export const stopWords: readonly string[] = tur;
