import type { RelatedOptions } from '../ranking/eligibility.js';
import type { Choice } from './choice.js';

/** Which articles an author wants, ids and addresses as they were written. */
export type Chosen = RelatedOptions & Required<Pick<RelatedOptions, 'limit' | NameList | 'excludeTags'>>;

type NameList = 'exclude' | 'pinned';

/** Gives a number that is in range, or else what stands in for it, and tells the author of one that is not. */
export type Check = (
  attribute: string,
  value: number | null,
  standard: undefined,
  isInRange: (value: number) => boolean,
) => number | undefined;

/** An author's wishes, as attributes have them. */
export type Wishes = Readonly<Pick<Choice, 'anyLanguage' | 'noNewer' | Numbers | NameList | 'excludeTags'>>;

type Numbers = 'maxAge' | 'minScore' | 'diversity';

/** What a block's author wants. What is undefined is no wish: the ranker knows what holds then. */
export function chosen(wishes: Wishes, limit: number, check: Check): Chosen {
  return {
    limit,
    anyLanguage: wishes.anyLanguage,
    includeNewer: !wishes.noNewer,
    maxAge: check('max-age', wishes.maxAge, undefined, (days) => days > 0),
    minScore: check('min-score', wishes.minScore, undefined, isShare),
    diversity: check('diversity', wishes.diversity, undefined, isShare),
    exclude: listed(wishes.exclude, /\s+/),
    excludeTags: listed(wishes.excludeTags, ','),
    pinned: listed(wishes.pinned, /\s+/),
  };
}

function isShare(value: number): boolean {
  return value >= 0 && value <= 1;
}

/** The names in a list that an author wrote; null is a removed attribute. */
function listed(names: string | null, separator: RegExp | string): string[] {
  return (names ?? '')
    .split(separator)
    .map((name) => name.trim())
    .filter(Boolean);
}
