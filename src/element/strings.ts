import type { Belonging } from '../ranking/belonging.js';

/** The block's own texts in one language. */
export interface Strings {
  /** The language (BCP 47) of these texts. */
  readonly language: string;
  /** The block's heading. */
  readonly heading: string;
  /** The heading of a block with `by`, for each of its values. */
  readonly headings: Readonly<Record<Belonging, string>>;
  /** The text of a card's link. */
  readonly readMore: string;
  /** The number of posts by plural category (CLDR); `{count}` is the number, which a category of one number can leave out. */
  readonly discussion: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };
  /** What an article has in common with the current one; `{list}` is a list of tags and terms. */
  readonly reasons: string;
  /** Why an article without anything in common is shown: an article like the current one is linked with it; `{title}` is that one's title. */
  readonly linkedWith: string;
  /** Who wrote an article; `{name}` is the name. */
  readonly author: string;
  /** How long an article takes to read; `{count}` is a number of minutes. */
  readonly readingTime: string;
  /** Names the button that moves a carousel back. */
  readonly previous: string;
  /** Names the button that moves a carousel on. */
  readonly next: string;
  /** What stands between names side by side; a comma and a blank where it is missing. */
  readonly separator?: string;
  /** How many characters other than blanks people read in a minute; 1,000 where it is missing. */
  readonly readingSpeed?: number;
  /** How dates are written in this language; where it is missing, `Intl` writes them. */
  readonly dates?: DateFormat;
}

/**
 * How dates are written in a language: as `Intl` writes them. The first call of `Intl` takes 10 ms, and on a phone four
 * times slower 40 to 60, in which the browser finds out which languages it knows: that is too long a task for a page.
 */
export interface DateFormat {
  /** The names of the months as they stand in a date, January first, with blanks between them. */
  readonly months: string;
  /** Patterns such as `{day}. {month} {year}`, by the languages (BCP 47) that use them, with blanks between them. */
  readonly patterns: Readonly<Record<string, string>>;
}

/** An author's own texts, each in place of the language's text of that name. */
export type GivenStrings = Partial<Omit<Strings, 'discussion' | 'headings'>> & {
  readonly discussion?: Partial<Strings['discussion']>;
  readonly headings?: Partial<Strings['headings']>;
};

/** The texts in English, which stand in for every language that has none. */
export const ENGLISH: Strings = {
  language: 'en',
  heading: 'You might also like',
  headings: {
    author: 'More from this author',
    series: 'In this series',
    section: 'More from this section',
    backlinks: 'Articles that link here',
  },
  readMore: 'Read article',
  discussion: { one: '{count} comment', other: '{count} comments' },
  reasons: 'In common: {list}',
  linkedWith: 'Linked with: {title}',
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

/** A language's texts with an author's own among them. */
export function withGiven(strings: Strings, given: GivenStrings | undefined): Strings {
  return {
    ...strings,
    ...given,
    discussion: { ...strings.discussion, ...given?.discussion },
    headings: { ...strings.headings, ...given?.headings },
  };
}
