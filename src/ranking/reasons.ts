import type { Article, Reasons } from '../article.js';
import { type RankedText, tagTerm, words } from './terms.js';

/**
 * Why a candidate is related: the tags it shares with the current article, and the shared terms that weighed most,
 * without those that the tags say already.
 *
 * @param shared the terms that both hold
 * @param weigh what a shared term gave to the score
 */
export function reasons(
  candidate: Article,
  current: RankedText,
  shared: readonly string[],
  weigh: (term: string) => number,
): Reasons {
  const currentTags = new Set(current.tags?.map(tagTerm));
  const tags = candidate.tags.filter((tag) => currentTags.has(tagTerm(tag)));
  const said = new Set([
    ...tags.map(tagTerm),
    ...tags.flatMap((tag) => Array.from(words(tag), ([term]) => term)),
  ]);
  const terms = shared
    .filter((term) => !said.has(term) && TELLING.test(term))
    .sort((a, b) => weigh(b) - weigh(a) || (a < b ? -1 : 1))
    .slice(0, MOST_TERMS);
  return { tags, terms: spelled(terms, candidate) };
}

const MOST_TERMS = 3;
/** A word worth showing: neither a tag's own term, nor a bare number, nor a single letter. */
const TELLING = /^(?!#)(?=.*\p{L})..+/u;

/** Terms as an article spells them most often: `enisa` as `ENISA`. */
function spelled(terms: readonly string[], { title, tags, excerpt = '', text = '' }: Article): string[] {
  const spellings = new Map(terms.map((term) => [term, new Map<string, number>()]));
  for (const [term, spelling] of words([text, excerpt, title, ...tags].join(' '))) {
    const counts = spellings.get(term);
    counts?.set(spelling, (counts.get(spelling) ?? 0) + 1);
  }
  return Array.from(spellings, ([term, counts]) => [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? term);
}
