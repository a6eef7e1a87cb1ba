import type { Steps } from '../shared/time-slicing.js';
import { type AnalyzedArticle, termFrequencies, termsOf } from './analysis.js';
import type { Term, Vocabulary } from './vocabulary.js';
import { WEIGHTS } from './weights.js';

/** An article for which related ones are looked for. */
export interface Question {
  readonly article: AnalyzedArticle;
  /** How often each of its terms counts: words, bigrams and tags. */
  readonly frequencies: ReadonlyMap<Term, number>;
  /** The frequencies of the article's own entry in the index, which may have less text; empty if it has no entry. */
  readonly indexed: ReadonlyMap<Term, number>;
  /** Gives the texts of the terms. */
  readonly vocabulary: Vocabulary;
}

/**
 * How much of a question each article of an index holds by BM25, 0 to 1. The question itself, at average length, has 1.
 * An article is named by its position: its place in the index, from 0.
 */
export interface Overlaps {
  of(position: number): number;

  /**
   * The positions with the largest overlap above 0, in descending order; of equal ones the first in the index.
   *
   * @param most how many at most
   * @param isEligible whether the article at a position may be found
   */
  strongest(most: number, isEligible: (position: number) => boolean): number[];
}

/** The first stage of the ranking. It finds the articles of an index that have most in common with one article. */
export interface Retriever {
  find(question: Question): Steps<Overlaps>;

  /** In how many articles a term is. It is exact for words, tags and the bigrams of the question. */
  held(term: Term): number;
}

/**
 * Makes a question of an article.
 *
 * @param entry the article's own entry in the index, if there is one
 * @param vocabulary the one of the analyzer that has read both
 */
export function questionOf(
  article: AnalyzedArticle,
  entry: AnalyzedArticle | undefined,
  vocabulary: Vocabulary,
): Question {
  const frequencies = termFrequencies(article);
  const indexed = entry === article ? frequencies : new Map(entry && termFrequencies(entry));
  return { article, frequencies, indexed, vocabulary };
}

/** A term that is searched. */
export interface SearchedTerm {
  readonly term: Term;
  /** In how many articles of the index it is. */
  readonly held: number;
  /** The factor of its saturated frequency: `ln(1 + frequency) · idf⁴`. */
  readonly weight: number;
  /** What it adds to the score that the question, at average length, gives itself. */
  readonly ownScore: number;
}

/**
 * The terms of a question that are searched. A term that no other article holds relates nothing. A term that very many
 * articles hold says next to nothing, unless it is in the title or is a tag. A term that thousands hold is searched
 * only if the others find too few articles.
 *
 * @param count how many articles the index has
 */
export function searchedTerms(
  { article, frequencies, indexed, vocabulary }: Question,
  retriever: Pick<Retriever, 'held'>,
  count: number,
): SearchedTerm[] {
  const named = termsOf(article.title);
  const common = Math.max(FEW, count * WEIGHTS.commonShare);
  // Two of many articles may share a term by chance; in a small index it is what relates them.
  const least = Math.min(WEIGHTS.leastHeld, 1 + count / SMALL_INDEX);
  const terms: SearchedTerm[] = [];
  const heldByThousands: SearchedTerm[] = [];
  for (const [term, times] of frequencies) {
    const held = retriever.held(term);
    if (held <= Number(indexed.has(term))) continue;
    if (held > common && !named.has(term) && !article.tags.has(term)) continue;
    const boost = inverseDocumentFrequency(count, Math.max(held, least)) ** WEIGHTS.idfPower;
    const weight =
      (vocabulary.holdsNumber(term) ? WEIGHTS.numbers : 1) *
      Math.log(1 + times) *
      boost *
      inverseDocumentFrequency(count, held);
    const list = held > MOST_HELD ? heldByThousands : terms;
    list.push({ term, held, weight, ownScore: weight * saturated(times) });
  }
  const mostFound = terms.reduce((sum, { held }) => sum + held, 0);
  return mostFound < WEIGHTS.candidates ? [...terms, ...heldByThousands] : terms;
}

/**
 * The inverse document frequency of a term, as in BM25 (Robertson and Zaragoza, 2009). A smaller index counts as one of
 * fifty articles, since its articles are often about the same subject.
 *
 * @param count how many articles the index has
 * @param held how many of them hold the term
 */
export function inverseDocumentFrequency(count: number, held: number): number {
  return bm25Idf(Math.max(count, SMALL_INDEX), held);
}

/** The inverse document frequency of BM25 as MiniSearch computes it. */
export function bm25Idf(count: number, held: number): number {
  return Math.log(1 + (count - held + 0.5) / (held + 0.5));
}

/** The saturated frequency of BM25: each repetition of a term adds less, and the sum stays below k + 1. */
export function saturated(times: number): number {
  return (times * (WEIGHTS.k + 1)) / (times + WEIGHTS.k);
}

/**
 * The factors by which the scores of articles are multiplied for their lengths. Pivoted length normalization: Singhal,
 * Buckley and Mitra, SIGIR 1996.
 */
export function lengthNorms(lengths: readonly number[]): number[] {
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  return lengths.map((length) => 1 / (1 - WEIGHTS.b + (WEIGHTS.b * length) / average));
}

/** Overlaps by the scores of all articles. */
export class ScoredOverlaps implements Overlaps {
  readonly #scores: Float64Array;
  /** What the question, at average length, gives itself. */
  readonly #own: number;

  /**
   * @param scores of all articles, by position
   * @param terms that were searched
   */
  constructor(scores: Float64Array, terms: readonly SearchedTerm[]) {
    this.#scores = scores;
    this.#own = terms.reduce((sum, { ownScore }) => sum + ownScore, 0);
  }

  of(position: number): number {
    return Math.min(1, this.#scores[position]! / (this.#own || 1));
  }

  strongest(most: number, isEligible: (position: number) => boolean): number[] {
    const scores = this.#scores;
    // A typed array is sorted many times as fast as an array with a comparison.
    const ascending = scores.filter((score) => score > 0).sort();
    for (let some = 2 * most; ; some *= 4) {
      const least = ascending.at(-some) ?? 0;
      const best: number[] = [];
      scores.forEach((score, position) => {
        if (score > 0 && score >= least && isEligible(position)) best.push(position);
      });
      if (best.length < most && some < ascending.length) continue;
      best.sort((a, b) => scores[b]! - scores[a]! || a - b);
      return best.slice(0, most);
    }
  }
}

/** A term that at most so many articles hold is never too common. */
const FEW = 10;
/** A term that more articles hold is searched only if needed: adding up their scores takes a page too long. */
const MOST_HELD = 2000;
/** An index of fewer articles counts as one of so many. */
const SMALL_INDEX = 50;
