import type { Strings } from '../strings.js';

/**
 * The block's texts in Japanese. It needs no stop words: the ranking compares pairs of characters in a script without
 * spaces, never whole words.
 */
export const strings: Strings = {
  language: 'ja',
  heading: 'あわせて読みたい',
  headings: {
    author: '同じ筆者の記事',
    series: 'この連載の記事',
    section: '同じカテゴリーの記事',
    backlinks: 'この記事にリンクしている記事',
  },
  readMore: '記事を読む',
  discussion: { other: 'コメント{count}件' },
  reasons: '共通の話題：{list}',
  linkedWith: 'リンクでつながる記事：{title}',
  author: '文：{name}',
  readingTime: '約{count}分で読めます',
  previous: '前の記事',
  next: '次の記事',
  separator: '、',
  readingSpeed: 350,
  dates: {
    months: '1 2 3 4 5 6 7 8 9 10 11 12',
    patterns: {
      'ja ja-JP': '{year}年{month}月{day}日',
    },
  },
};
