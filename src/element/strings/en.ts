import type { Strings } from '../strings.js';

export const strings: Strings = {
  language: 'en',
  heading: 'You might also like',
  readMore: 'Read article',
  discussion: { one: '{count} comment', other: '{count} comments' },
  reasons: 'In common: {list}',
  author: 'By {name}',
  readingTime: '{count} min read',
  previous: 'Previous articles',
  next: 'Next articles',
};
