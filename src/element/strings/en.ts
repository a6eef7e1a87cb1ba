import type { Strings } from '../strings.js';

export const en: Strings = {
  language: 'en',
  heading: 'You might also like',
  readMore: 'Read article',
  discussion: { one: '{count} comment', other: '{count} comments' },
};
