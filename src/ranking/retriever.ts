import type { Steps } from '../shared/time-slicing.js';
import { type AnalyzedArticle, termFrequencies, termsOf } from './analysis.js';
import type { Term, Vocabulary } from './vocabulary.js';
import { WEIGHTS } from './weights.js';

/** An article for which related ones are looked for. */
export interface Question {
  readonly article: AnalyzedArticle;
  /** How often each of its terms counts: words, bigrams and tags. */
  readonly frequencies: ReadonlyMap<Term, number>;
  /** The frequencies of the article's own entry in the index, which may have less text; empty without one. */
  readonly indexed: ReadonlyMap<Term, number>;
  /** Tells how the terms read. */
  readonly vocabulary: Vocabulary;
}

/** An article that a retriever found. */
export interface Candidate {
  /** Its place in the index, from 0. */
  readonly position: number;
  /** How much of the question it holds by BM25: 0 to 1, where the question itself, at average length, has 1. */
  readonly overlap: number;
}

/** Which candidates are wanted. */
export interface Wanted {
  /** How many at most, those of `always` not counted. */
  readonly most: number;
  /** Whether the article at a position may be found. */
  readonly isEligible: (position: number) => boolean;
  /** Positions whose articles come first, in this order, if they have any overlap. The others do not hold them. */
  readonly always?: readonly number[];
}

/** The first stage of the ranking: finds the articles of an index that have most in common with one. */
export interface Retriever {
  /** Finds the candidates with the largest overlap, in descending order; of equal ones the first in the index. */
  find(question: Question, wanted: Wanted): Steps<Candidate[]>;

  /** In how many articles a term is. Exact for words and tags; for bigrams, for those of the question alone. */
  held(term: Term): number;
}

/**
 * Makes a question of an article.
 *
 * @param entry the article's own in the index, if that has one
 * @param vocabulary of the analyzer that has read them
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
  /** By how much its saturated frequency counts: `ln(1 + frequency) · idf⁴`. */
  readonly weight: number;
  /** What it adds to the score that the question, at average length, gives itself. */
  readonly ownScore: number;
}

/**
 * The terms of a question that are searched. What no other article holds relates nothing, and what very many hold says
 * next to nothing, unless it stands in the title or is a tag. What thousands hold is searched only where all else finds
 * too few articles.
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
  // What two of many articles hold may be chance; of few articles it is what they share.
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
 * How much a term tells that so many of all articles hold, as in BM25 (Robertson and Zaragoza, 2009). A small index is
 * taken for one of fifty articles, since all of its own are about the same.
 */
export function inverseDocumentFrequency(count: number, held: number): number {
  return bm25Idf(Math.max(count, SMALL_INDEX), held);
}

/** The inverse document frequency of BM25 as MiniSearch reckons it. */
export function bm25Idf(count: number, held: number): number {
  return Math.log(1 + (count - held + 0.5) / (held + 0.5));
}

/** What a term's frequency counts in BM25: ever less for each repetition, at most k + 1. */
export function saturated(times: number): number {
  return (times * (WEIGHTS.k + 1)) / (times + WEIGHTS.k);
}

/**
 * By how much the scores of articles are multiplied for their lengths. Pivoted length normalization: Singhal, Buckley
 * and Mitra, SIGIR 1996.
 */
export function lengthNorms(lengths: readonly number[]): number[] {
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  return lengths.map((length) => 1 / (1 - WEIGHTS.b + (WEIGHTS.b * length) / average));
}

/**
 * The articles that are wanted in any case, then the eligible ones with the highest scores.
 *
 * @param scores of all articles, by position
 * @param terms that were searched
 */
export function strongest(
  scores: Float64Array,
  terms: readonly SearchedTerm[],
  { most, isEligible, always = [] }: Wanted,
): Candidate[] {
  const own = terms.reduce((sum, { ownScore }) => sum + ownScore, 0);
  const candidate = (position: number): Candidate => ({
    position,
    overlap: Math.min(1, scores[position]! / own),
  });
  const first = always.filter((position) => scores[position]! > 0);
  if (most === 0) return first.map(candidate);
  // Numbers alone are sorted many times as fast as by a comparison.
  const ascending = scores.filter((score) => score > 0).sort();
  for (let some = 2 * most; ; some *= 4) {
    const least = ascending.at(-some) ?? 0;
    const best: number[] = [];
    scores.forEach((score, position) => {
      if (score > 0 && score >= least && isEligible(position) && !always.includes(position))
        best.push(position);
    });
    if (best.length < most && some < ascending.length) continue;
    best.sort((a, b) => scores[b]! - scores[a]! || a - b);
    return [...first, ...best.slice(0, most)].map(candidate);
  }
}

/** Articles that may hold a term in any case. */
const FEW = 10;
/** Articles that may hold a term of the title or a tag: to add up the scores of more takes a page too long. */
const MOST_HELD = 2000;
/** Articles of a small index. */
const SMALL_INDEX = 50;
