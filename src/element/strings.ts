import { primaryLanguage } from './language.js';
import { strings as en } from './strings/en.js';

/** The block's own texts in one language. */
export interface Strings {
  /** The language (BCP 47) of these texts. */
  readonly language: string;
  readonly heading: string;
  readonly readMore: string;
  /** The number of posts by plural category (CLDR); `{count}` is the number. */
  readonly discussion: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };
  /** What an article has in common with the current one; `{list}` is a list of tags and terms. */
  readonly reasons: string;
  /** Who wrote an article; `{name}` is the name. */
  readonly author: string;
  /** How long an article takes to read; `{count}` is a number of minutes. */
  readonly readingTime: string;
  /** Names the button that moves a carousel back. */
  readonly previous: string;
  /** Names the button that moves a carousel on. */
  readonly next: string;
  /** How dates are written in the languages that these texts are for; `Intl` writes them where nothing is said. */
  readonly dates?: DateWords;
}

/**
 * How dates are written, as `Intl` writes them: to ask it for the first takes 10 ms, and a phone some 40, until the
 * browser has found out which languages it knows.
 */
export interface DateWords {
  /** The months' names as they stand in a date, with blanks between them. */
  readonly months: string;
  /** `{day}. {month} {year}`, by the languages (BCP 47) in which a date is written so, with blanks between them. */
  readonly patterns: Readonly<Record<string, string>>;
}

/** Texts of an author's, in place of the language's own. */
export type GivenStrings = Partial<Omit<Strings, 'discussion'>> & {
  readonly discussion?: Partial<Strings['discussion']>;
};

/** A language's texts with an author's own among them. */
export function withGiven(strings: Strings, given: GivenStrings | undefined): Strings {
  return { ...strings, ...given, discussion: { ...strings.discussion, ...given?.discussion } };
}

/** The texts for a language tag (BCP 47), `de-AT` being of `de`; English where there are none for it. */
export async function loadStrings(language: string): Promise<Strings> {
  const piece = await LANGUAGES.get(primaryLanguage(language))?.();
  return piece?.strings ?? en;
}

/** Each in a file of its own, so that a page loads its own language alone. */
const LANGUAGES: ReadonlyMap<string, () => Promise<{ readonly strings: Strings }>> = new Map([
  ['de', () => import('./strings/de.js')],
  ['es', () => import('./strings/es.js')],
  ['fr', () => import('./strings/fr.js')],
  ['it', () => import('./strings/it.js')],
  ['nl', () => import('./strings/nl.js')],
  ['pl', () => import('./strings/pl.js')],
  ['pt', () => import('./strings/pt.js')],
]);
