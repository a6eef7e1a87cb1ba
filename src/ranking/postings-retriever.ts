import type { Steps } from '../shared/time-slicing.js';
import { type AnalyzedArticle, eachTerm } from './analysis.js';
import {
  lengthNorms,
  type Overlaps,
  type Question,
  type Retriever,
  saturated,
  ScoredOverlaps,
  searchedTerms,
} from './retriever.js';
import { isBigram, type Term } from './vocabulary.js';

/**
 * Retrieves with lists of postings. It serves builds that rank thousands of full texts, where MiniSearch takes several
 * times as long. For articles of the index it gives the same scores as `MiniSearchRetriever`. It serves no other
 * articles, since it forgets bigrams that a single article holds.
 */
export class PostingsRetriever implements Retriever {
  /** By word or tag: the position of each article that holds it, followed by how often it counts there. */
  readonly #words: number[][] = [];
  /** The same, by bigram. */
  readonly #bigrams = new Map<Term, number[]>();
  /** The factor of an article's score for its length, by position. */
  readonly #norms: readonly number[];

  /** @param articleAt gives the article at a position; it is called once for each position */
  constructor(count: number, articleAt: (position: number) => AnalyzedArticle) {
    this.#norms = lengthNorms(
      Array.from({ length: count }, (_, position) => this.#add(articleAt(position), position)),
    );
    // Most bigrams are in a single article and relate nothing.
    for (const [term, postings] of this.#bigrams) if (postings.length === 2) this.#bigrams.delete(term);
  }

  held(term: Term): number {
    return this.#postings(term).length / 2;
  }

  *find(question: Question): Steps<Overlaps> {
    const count = this.#norms.length;
    const terms = searchedTerms(question, this, count);
    const scores = new Float64Array(count);
    for (const { term, weight } of terms) {
      const postings = this.#postings(term);
      for (let at = 0; at < postings.length; at += 2) {
        const position = postings[at]!;
        scores[position]! += weight * saturated(postings[at + 1]!) * this.#norms[position]!;
      }
      yield;
    }
    return new ScoredOverlaps(scores, terms);
  }

  #postings(term: Term): number[] {
    return (isBigram(term) ? this.#bigrams.get(term) : this.#words[term]) ?? NONE;
  }

  #set(term: Term, postings: number[]): void {
    if (isBigram(term)) this.#bigrams.set(term, postings);
    else this.#words[term] = postings;
  }

  /** @returns the article's length */
  #add(article: AnalyzedArticle, position: number): number {
    return eachTerm(article, (term, times) => {
      const postings = this.#postings(term);
      if (postings === NONE) this.#set(term, [position, times]);
      else if (postings.at(-2) === position) postings[postings.length - 1]! += times;
      else postings.push(position, times);
    });
  }
}

/** The postings of a term that no article holds. */
const NONE: number[] = [];
