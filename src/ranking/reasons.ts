import type { Article, Reasons } from '../article.js';
import { type RankedText, spelledSentences, tagTerm, words } from './terms.js';

/**
 * Why a candidate is related: the tags it shares with the current article, and the shared terms that weighed most,
 * without those that the tags say already. A term is named where it is fit to show: a pair of words, or a word that
 * stands in the title or a tag of one of the two, or that the candidate writes with a capital within a sentence (a
 * name; in German any noun).
 *
 * @param shared the terms that both hold, the one that weighed most first
 */
export function reasons(candidate: Article, current: RankedText, shared: readonly string[]): Reasons {
  const currentTags = new Set(current.tags?.map(tagTerm));
  const tags = candidate.tags.filter((tag) => currentTags.has(tagTerm(tag)));
  const said = new Set(tags.flatMap((tag) => [tagTerm(tag), ...words(tag)]));
  const headlines = [candidate.title, current.title, ...candidate.tags, ...(current.tags ?? [])];
  const headlineTerms = new Set(headlines.flatMap(words));
  const candidates = shared.filter((term) => TELLING.test(term)).slice(0, MOST_TRIED);
  const spellings = spelled(candidates, candidate);
  const terms: string[] = [];
  for (const term of candidates) {
    const spelling = spellings.get(term) ?? '';
    const parts = term.split(' ');
    if (parts.every((part) => said.has(part))) continue;
    if (parts.length === 1 && !headlineTerms.has(term) && !CAPITAL.test(spelling)) continue;
    if (parts.length > 1 && (spelling.length > LONGEST || !CAPITAL.test(spelling))) continue;
    for (const part of parts) said.add(part);
    if (terms.push(spelling) === MOST_TERMS) break;
  }
  return { tags, terms };
}

const MOST_TERMS = 3;
/** Terms beyond these weigh too little to be a reason. */
const MOST_TRIED = 24;
/** Characters of a pair with what stands between its words. */
const LONGEST = 40;
/** A term worth showing: neither a tag's own term, nor a bare number, nor a single letter. */
const TELLING = /^(?!#)(?=.*\p{L})..+/u;
const CAPITAL = /\p{Lu}/u;

/** Terms as an article spells them most often, within a sentence rather than at its start: `enisa` as `ENISA`. */
function spelled(
  terms: readonly string[],
  { title, tags, excerpt = '', text = '' }: Article,
): Map<string, string> {
  const counts = new Map(terms.map((term) => [term, new Map<string, number>()]));
  const count = (term: string, spelling: string, times: number): void => {
    const spellings = counts.get(term);
    spellings?.set(spelling, (spellings.get(spelling) ?? 0) + times);
  };
  for (const line of [text, excerpt, title, ...tags]) {
    for (const sentence of spelledSentences(line)) {
      for (const [at, [term, spelling]] of sentence.entries()) {
        count(term, spelling, at === 0 && line !== title ? SENTENCE_START : 1);
        const before = sentence[at - 1];
        if (before) count(`${before[0]} ${term}`, `${before[1]} ${spelling}`, 1);
      }
    }
  }
  return new Map(
    Array.from(counts, ([term, spellings]) => [
      term,
      [...spellings].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '',
    ]),
  );
}

/** What a spelling at a sentence's start counts: every word has a capital there. */
const SENTENCE_START = 0.1;
