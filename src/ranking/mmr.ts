import type { Steps } from '../shared/time-slicing.js';
import { type AnalyzedArticle, eachTerm } from './analysis.js';
import { isBigram, type Term } from './vocabulary.js';

/**
 * Chooses from ranked candidates so that a list is not several versions of one story: each next one has the highest
 * `(1 - diversity) · score - diversity · likeness to the most alike chosen one`, scores being taken relative to the
 * first. Maximal marginal relevance: Carbonell and Goldstein, "The use of MMR", SIGIR 1998.
 *
 * @param candidates the best first
 * @param limit how many are chosen at most
 * @param before what already stands in the list
 * @param diversity above 0, near the given order, to 1
 * @param likeness of two candidates, 0 to 1
 */
export function* mmr<C extends { readonly score: number }>(
  candidates: readonly C[],
  limit: number,
  diversity: number,
  before: readonly C[],
  likeness: (one: C, other: C) => number,
): Steps<C[]> {
  const highest = candidates[0]?.score || 1;
  const left: { readonly candidate: C; likest: number }[] = [];
  for (const candidate of candidates) {
    left.push({ candidate, likest: Math.max(0, ...before.map((other) => likeness(candidate, other))) });
    yield;
  }
  const chosen: C[] = [];
  while (chosen.length < limit && left.length > 0) {
    const worth = left.map(
      ({ candidate, likest }) => (1 - diversity) * (candidate.score / highest) - diversity * likest,
    );
    const [next] = left.splice(
      worth.reduce((best, one, at) => (one > worth[best]! ? at : best), 0),
      1,
    );
    if (!next) break;
    chosen.push(next.candidate);
    for (const one of left) {
      one.likest = Math.max(one.likest, likeness(one.candidate, next.candidate));
      yield;
    }
  }
  return chosen;
}

/** The words and tags of an article, weighed by `ln(1 + frequency) · idf²`. */
export class WordVector {
  readonly #weights = new Map<Term, number>();
  readonly #norm: number;

  /** @param idf how telling a word is */
  constructor(article: AnalyzedArticle, idf: (word: Term) => number) {
    eachTerm(article, (word, times) => {
      if (!isBigram(word)) this.#weights.set(word, (this.#weights.get(word) ?? 0) + times);
    });
    let squares = 0;
    for (const [word, times] of this.#weights) {
      const weight = Math.log(1 + times) * idf(word) ** 2;
      this.#weights.set(word, weight);
      squares += weight ** 2;
    }
    this.#norm = Math.sqrt(squares);
  }

  /** How alike two articles are: 0 to 1. */
  cosine(other: WordVector): number {
    let product = 0;
    for (const [word, weight] of this.#weights) product += weight * (other.#weights.get(word) ?? 0);
    return product && product / (this.#norm * other.#norm);
  }
}
