import { stopwords as english } from '@orama/stopwords/english';
import { stopwords as german } from '@orama/stopwords/german';

/**
 * The words of a language that say nothing about a text's subject, in lower case; none for a language without a list.
 *
 * @param language language tag (BCP 47); only its first part counts
 */
export function stopWords(language: string | undefined): ReadonlySet<string> {
  return LISTS.get(language?.split(/[-_]/, 1)[0]?.toLowerCase() ?? '') ?? NONE;
}

const LISTS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['de', new Set(german)],
  // The library's list lacks "a", and a text's words end at apostrophes.
  ['en', new Set(['a', ...english.flatMap((word) => word.split("'"))])],
]);
const NONE: ReadonlySet<string> = new Set();
