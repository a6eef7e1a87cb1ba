import { kor } from 'stopword';
import type { Strings } from '../strings.js';

/** The block's texts in Korean. */
export const strings: Strings = {
  language: 'ko',
  heading: '함께 읽으면 좋은 기사',
  headings: {
    author: '같은 기자의 다른 기사',
    series: '이 연재의 다른 기사',
    section: '같은 섹션의 기사',
    backlinks: '이 기사를 링크한 기사',
  },
  readMore: '기사 읽기',
  discussion: { other: '댓글 {count}개' },
  reasons: '공통 주제: {list}',
  linkedWith: '링크로 연결된 기사: {title}',
  author: '글 {name}',
  readingTime: '읽는 시간 약 {count}분',
  previous: '이전 기사',
  next: '다음 기사',
  readingSpeed: 500,
  dates: {
    months: '1 2 3 4 5 6 7 8 9 10 11 12',
    patterns: {
      'ko ko-KR': '{year}년 {month}월 {day}일',
    },
  },
};

/** Korean words that say nothing about a text's subject. */
export const stopWords: readonly string[] = kor;
