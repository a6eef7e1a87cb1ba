import type { Steps } from '../shared/time-slicing.js';
import { type AnalyzedArticle, eachTerm } from './analysis.js';
import { isBigram, type Term } from './vocabulary.js';

/**
 * Chooses from ranked candidates so that a list does not hold several versions of one story. The next one chosen always
 * has the highest `(1 - diversity) · score - diversity · similarity`, where the score is relative to the first
 * candidate's and the similarity is the highest one to an article that was chosen before. Maximal marginal relevance:
 * Carbonell and Goldstein, "The use of MMR", SIGIR 1998.
 *
 * @param candidates the best first
 * @param limit how many are chosen at most
 * @param before what is already in the list
 * @param diversity above 0 (near the given order) to 1
 * @param similarity of two candidates, 0 to 1
 */
export function* mmr<C extends { readonly score: number }>(
  candidates: readonly C[],
  limit: number,
  diversity: number,
  before: readonly C[],
  similarity: (one: C, other: C) => number,
): Steps<C[]> {
  const highest = candidates[0]?.score || 1;
  const left: { readonly candidate: C; nearest: number }[] = [];
  for (const candidate of candidates) {
    left.push({ candidate, nearest: Math.max(0, ...before.map((other) => similarity(candidate, other))) });
    yield;
  }
  const chosen: C[] = [];
  while (chosen.length < limit && left.length > 0) {
    const worth = left.map(
      ({ candidate, nearest }) => (1 - diversity) * (candidate.score / highest) - diversity * nearest,
    );
    const [next] = left.splice(
      worth.reduce((best, one, at) => (one > worth[best]! ? at : best), 0),
      1,
    );
    if (!next) break;
    chosen.push(next.candidate);
    for (const one of left) {
      one.nearest = Math.max(one.nearest, similarity(one.candidate, next.candidate));
      yield;
    }
  }
  return chosen;
}

/** The words and tags of an article, each with the weight `ln(1 + frequency) · idf²`. */
export class WordVector {
  readonly #weights = new Map<Term, number>();
  readonly #norm: number;

  /** @param idf the inverse document frequency of a word */
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

  /** How similar two articles are, 0 to 1. */
  cosine(other: WordVector): number {
    let product = 0;
    for (const [word, weight] of this.#weights) product += weight * (other.#weights.get(word) ?? 0);
    return product && product / (this.#norm * other.#norm);
  }
}
