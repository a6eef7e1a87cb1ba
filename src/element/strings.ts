import { de } from './strings/de.js';
import { en } from './strings/en.js';

/** The block's own texts in one language. */
export interface Strings {
  /** The language (BCP 47) of these texts. */
  readonly language: string;
  readonly heading: string;
  readonly readMore: string;
  /** The number of posts by plural category (CLDR); `{count}` is the number. */
  readonly discussion: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };
}

/** The texts for a language tag (BCP 47); English where there are none for it. */
export function stringsFor(language: string): Strings {
  return LANGUAGES.get(language.split('-', 1)[0]?.toLowerCase() ?? '') ?? en;
}

const LANGUAGES: ReadonlyMap<string, Strings> = new Map([
  ['de', de],
  ['en', en],
]);
