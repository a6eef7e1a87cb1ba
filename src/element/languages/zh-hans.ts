import type { Strings } from '../strings.js';

/**
 * The block's texts in Chinese in simplified characters. It needs no stop words: the ranking compares pairs of characters in a script without
 * spaces, never whole words.
 */
export const strings: Strings = {
  language: 'zh-Hans',
  heading: '相关阅读',
  headings: {
    author: '同一作者的文章',
    series: '本系列文章',
    section: '同一栏目的文章',
    backlinks: '链接到本文的文章',
  },
  readMore: '阅读全文',
  discussion: { other: '{count} 条评论' },
  reasons: '共同话题：{list}',
  linkedWith: '通过链接关联：{title}',
  author: '作者：{name}',
  readingTime: '阅读约需 {count} 分钟',
  previous: '上一组文章',
  next: '下一组文章',
  separator: '、',
  readingSpeed: 250,
  dates: {
    months: '1 2 3 4 5 6 7 8 9 10 11 12',
    patterns: {
      'zh zh-CN zh-SG zh-Hans zh-Hans-CN zh-Hans-SG': '{year}年{month}月{day}日',
    },
  },
};
