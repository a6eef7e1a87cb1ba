import type { Article } from '../article.js';
import { forEach, type Steps } from '../shared/time-slicing.js';
import { type RankedText, termFrequencies } from './analysis.js';
import type { AnalyzedIndex } from './analyzed-index.js';
import { publicationTime } from './eligibility.js';
import type { Support } from './link-graph.js';
import { NOTHING_IN_COMMON, type Parts, Reranker, score } from './rerank.js';
import {
  type Overlaps,
  type Question,
  type Retriever,
  type SearchedTerm,
  searchedTerms,
} from './retriever.js';
import { WEIGHTS } from './weights.js';

/** An article with its score, 0 to 1. */
export interface ScoredArticle {
  readonly article: Article;
  readonly score: number;
}

/** An article beside the current one. */
export interface Candidate extends ScoredArticle {
  /** Its place in the index, from 0. */
  readonly position: number;
  /** What its score was made of. */
  readonly parts: Parts;
}

/** One article beside all articles of an index: each of its methods is a stage of the ranking. */
export class Comparison {
  readonly overlaps: Overlaps;
  readonly retriever: Retriever;
  readonly #index: AnalyzedIndex;
  readonly #current: RankedText;
  readonly #question: Question;
  readonly #reranker: Reranker;

  /** Retrieves: finds out how much of the current article each of the others holds. */
  static *of(index: AnalyzedIndex, current: RankedText): Steps<Comparison> {
    const question = yield* index.question(current);
    yield;
    const retriever = yield* index.retriever(question);
    const overlaps = yield* retriever.find(question);
    yield;
    return new Comparison(index, current, question, retriever, overlaps);
  }

  private constructor(
    index: AnalyzedIndex,
    current: RankedText,
    question: Question,
    retriever: Retriever,
    overlaps: Overlaps,
  ) {
    this.overlaps = overlaps;
    this.retriever = retriever;
    this.#index = index;
    this.#current = current;
    this.#question = question;
    this.#reranker = new Reranker(question, retriever, index.articles.length);
  }

  /** Compares the articles at some positions closely: by words, without support. */
  *candidates(positions: readonly number[]): Steps<Candidate[]> {
    const candidates: Candidate[] = [];
    yield* forEach(positions.length, CANDIDATES_IN_STEP, (at) =>
      candidates.push(this.candidate(positions[at]!)),
    );
    return candidates;
  }

  /** Compares one article. Without a searched term it has nothing in common. */
  candidate(position: number): Candidate {
    const overlap = this.overlaps.of(position);
    const parts =
      overlap > 0 ? this.#reranker.compare(this.#index.analyzed(position), overlap) : NOTHING_IN_COMMON;
    return { article: this.#index.articles[position]!, position, parts, score: rounded(score(parts)) };
  }

  /**
   * The support that the links of the best candidates lend to articles, by position.
   *
   * @param byWords the candidates that the retriever found, compared
   */
  *support(byWords: readonly Candidate[]): Steps<ReadonlyMap<number, Support>> {
    const links = yield* this.#index.links();
    if (!links) return new Map();
    const supporters = byWords.toSorted(byRank).slice(0, WEIGHTS.supporters);
    return yield* links.support(supporters, yield* this.#index.positionsOf(this.#current));
  }

  /** The terms that were searched. */
  searchedTerms(): SearchedTerm[] {
    return searchedTerms(this.#question, this.retriever, this.#index.articles.length);
  }

  /** Those of some searched terms that an article holds too, in descending weight. */
  shared(searched: readonly SearchedTerm[], position: number): SearchedTerm[] {
    const frequencies = termFrequencies(this.#index.analyzed(position));
    const { vocabulary } = this.#index;
    return searched
      .filter(({ term }) => frequencies.has(term))
      .sort(
        (a, b) => b.ownScore - a.ownScore || compared(vocabulary.textOf(a.term), vocabulary.textOf(b.term)),
      );
  }
}

/** A candidate with its support, which raises its score. */
export function withSupport(candidate: Candidate, support = 0): Candidate {
  if (support === 0) return candidate;
  const parts = { ...candidate.parts, support };
  return { ...candidate, parts, score: rounded(score(parts)) };
}

/** Orders by score, then by newer date, then by URL and id, so that the same input gives the same order everywhere. */
export function byRank(a: ScoredArticle, b: ScoredArticle): number {
  return b.score - a.score || byNewest(a.article, b.article);
}

/** Orders by newer date, then by URL and id. */
export function byNewest(a: Article, b: Article): number {
  return publicationTime(b) - publicationTime(a) || compared(a.url, b.url) || compared(a.id, b.id);
}

/** Orders texts by their code units, which no language changes. */
export function compared(one: string, other: string): number {
  return Number(one > other) - Number(one < other);
}

/** Rounds to six digits: engines differ in the last digit of a logarithm, but the order must be the same. */
function rounded(exact: number): number {
  return Math.round(exact * 1e6) / 1e6;
}

const CANDIDATES_IN_STEP = 4;
