import type { Strings } from '../strings.js';

/**
 * The block's texts in Chinese in traditional characters. It needs no stop words: the ranking compares pairs of characters in a script without
 * spaces, never whole words.
 */
export const strings: Strings = {
  language: 'zh-Hant',
  heading: '延伸閱讀',
  headings: {
    author: '同一作者的文章',
    series: '本系列文章',
    section: '同一欄目的文章',
    backlinks: '連結到本文的文章',
  },
  readMore: '閱讀全文',
  discussion: { other: '{count} 則留言' },
  reasons: '共同話題：{list}',
  linkedWith: '透過連結關聯：{title}',
  author: '作者：{name}',
  readingTime: '閱讀約需 {count} 分鐘',
  previous: '上一組文章',
  next: '下一組文章',
  separator: '、',
  readingSpeed: 250,
  dates: {
    months: '1 2 3 4 5 6 7 8 9 10 11 12',
    patterns: {
      'zh-TW zh-HK zh-MO zh-Hant zh-Hant-TW zh-Hant-HK zh-Hant-MO': '{year}年{month}月{day}日',
    },
  },
};
