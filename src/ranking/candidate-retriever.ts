import type { Steps } from '../shared/time-slicing.js';
import { type AnalyzedArticle, eachWord } from './analysis.js';
import {
  lengthNorms,
  type Overlaps,
  type Question,
  type Retriever,
  saturated,
  ScoredOverlaps,
  searchedTerms,
} from './retriever.js';
import { bigram, isBigram, type Term } from './vocabulary.js';

/**
 * Retrieves for one question among a few hundred articles that a search server has found. Only the question's terms are
 * looked for, which is several times as fast; all other words are counted, since the second stage needs to know how rare
 * they are. It gives the same scores as `PostingsRetriever`.
 */
export class CandidateRetriever implements Retriever {
  /** By term of the question: the position of each article that holds it, followed by how often it counts there. */
  readonly #postings = new Map<Term, number[]>();
  /** By the number of a word: 1 if it is in the question. */
  readonly #asked: Uint8Array;
  /** By the number of a word: in how many of the articles it is. */
  readonly #words: Uint16Array;
  /** The factor of an article's score for its length, by position. */
  readonly #norms: readonly number[];

  /**
   * @param articleAt gives the article at a position
   * @param question the only one that will be asked
   */
  constructor(count: number, articleAt: (position: number) => AnalyzedArticle, question: Question) {
    for (const term of question.frequencies.keys()) this.#postings.set(term, []);
    const articles = Array.from({ length: count }, (_, position) => articleAt(position));
    // By now the vocabulary has the words of all articles.
    this.#words = new Uint16Array(question.vocabulary.size);
    this.#asked = new Uint8Array(question.vocabulary.size);
    for (const term of question.frequencies.keys()) if (!isBigram(term)) this.#asked[term] = 1;
    const seen = new Uint16Array(question.vocabulary.size);
    this.#norms = lengthNorms(articles.map((article, position) => this.#add(article, position, seen)));
  }

  held(term: Term): number {
    return isBigram(term) ? (this.#postings.get(term)?.length ?? 0) / 2 : (this.#words[term] ?? 0);
  }

  *find(question: Question): Steps<Overlaps> {
    const terms = searchedTerms(question, this, this.#norms.length);
    const scores = new Float64Array(this.#norms.length);
    for (const { term, weight } of terms) {
      const postings = this.#postings.get(term)!;
      for (let at = 0; at < postings.length; at += 2) {
        const position = postings[at]!;
        scores[position]! += weight * saturated(postings[at + 1]!) * this.#norms[position]!;
      }
    }
    yield;
    return new ScoredOverlaps(scores, terms);
  }

  /**
   * @param seen by word: the position of the last article that holds it, plus 1
   * @returns the article's length
   */
  #add(article: AnalyzedArticle, position: number, seen: Uint16Array): number {
    return eachWord(article, (word, times, before) => {
      if (seen[word] !== position + 1) {
        seen[word] = position + 1;
        this.#words[word]!++;
      }
      // Most words are not in the question, and bigrams of these need not be looked up.
      if (this.#asked[word] !== 1) return;
      this.#count(word, position, times);
      if (this.#asked[before] === 1) this.#count(bigram(before, word), position, times);
    });
  }

  /** Counts a term of an article, if the question has it. */
  #count(term: Term, position: number, times: number): void {
    const postings = this.#postings.get(term);
    if (!postings) return;
    if (postings.at(-2) === position) postings[postings.length - 1]! += times;
    else postings.push(position, times);
  }
}
