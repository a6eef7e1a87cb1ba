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
  dates: {
    months: 'January February March April May June July August September October November December',
    patterns: {
      'en en-US': '{month} {day}, {year}',
      'en-GB en-AU en-IE en-IN en-NZ': '{day} {month} {year}',
    },
  },
};
