import MiniSearch from 'minisearch';
import { forEach, type Steps } from '../shared/time-slicing.js';
import { type AnalyzedArticle, eachTerm } from './analysis.js';
import {
  bm25Idf,
  lengthNorms,
  type Overlaps,
  type Question,
  type Retriever,
  ScoredOverlaps,
  searchedTerms,
} from './retriever.js';
import { isBigram, type Term, type Vocabulary } from './vocabulary.js';
import { WEIGHTS } from './weights.js';

/**
 * Retrieves with MiniSearch. Its documents have one field, which holds the terms as the analyzer gives them.
 *
 * A page asks one question. Then only the terms of this question go into MiniSearch, which is several times as fast and
 * gives the same scores.
 */
export class MiniSearchRetriever implements Retriever {
  readonly #search: MiniSearch<{ id: number; terms: string }>;
  readonly #vocabulary: Vocabulary;
  /** The terms of the one question, with their texts; undefined if any question may be asked. */
  readonly #asked: ReadonlyMap<Term, string> | undefined;
  readonly #holders = new Holders();
  /** The terms of the article that is being added, each repeated as often as it counts. */
  #adding: string[] = [];
  /** How many words and tags an article has, by position. */
  readonly #lengths: number[] = [];
  /** The factor of an article's score for its length, by position. */
  #norms: readonly number[] = [];

  /**
   * Makes the index.
   *
   * @param articleAt gives the article at a position; it is called once for each position
   * @param vocabulary the one of the analyzer that has read the articles
   * @param question the only question that will be asked; undefined if any may be asked
   */
  static *of(
    count: number,
    articleAt: (position: number) => AnalyzedArticle,
    vocabulary: Vocabulary,
    question?: Question,
  ): Steps<MiniSearchRetriever> {
    const retriever = new MiniSearchRetriever(vocabulary, question);
    yield* forEach(count, ARTICLES_IN_STEP, (position) => retriever.#add(articleAt(position), position));
    retriever.#norms = lengthNorms(retriever.#lengths);
    return retriever;
  }

  private constructor(vocabulary: Vocabulary, question: Question | undefined) {
    this.#vocabulary = vocabulary;
    this.#asked =
      question && new Map([...question.frequencies.keys()].map((term) => [term, vocabulary.textOf(term)]));
    this.#search = new MiniSearch({
      fields: ['terms'],
      tokenize: () => this.#adding,
      processTerm: (term) => term,
    });
  }

  held(term: Term): number {
    return this.#holders.of(term);
  }

  /** Searches for some terms at a time, which gives the same scores: BM25 is a sum over terms. */
  *find(question: Question): Steps<Overlaps> {
    const terms = searchedTerms(question, this, this.#lengths.length);
    // MiniSearch multiplies by its own inverse document frequency.
    const boosts = new Map(
      terms.map(({ term, held, weight }) => [
        this.#vocabulary.textOf(term),
        weight / bm25Idf(this.#lengths.length, held),
      ]),
    );
    const scores = new Float64Array(this.#lengths.length);
    let slice: string[] = [];
    let postings = 0;
    for (const { term, held } of terms) {
      slice.push(this.#vocabulary.textOf(term));
      postings += held;
      if (postings < POSTINGS_IN_STEP) continue;
      this.#ask(slice, boosts, scores);
      [slice, postings] = [[], 0];
      yield;
    }
    this.#ask(slice, boosts, scores);
    const normalized = scores.map((score, position) => score * this.#norms[position]!);
    return new ScoredOverlaps(normalized, terms);
  }

  #add(article: AnalyzedArticle, position: number): void {
    const asked = this.#asked;
    const adding: string[] = (this.#adding = []);
    const length = eachTerm(article, (term, times) => {
      const text = asked ? asked.get(term) : this.#vocabulary.textOf(term);
      // Words are always counted, bigrams only if they may be asked for.
      if (text !== undefined || !isBigram(term)) this.#holders.add(term, position);
      if (text !== undefined) for (let time = 0; time < times; time++) adding.push(text);
    });
    this.#lengths.push(length);
    this.#search.add({ id: position, terms: '' });
  }

  #ask(terms: readonly string[], boosts: ReadonlyMap<string, number>, scores: Float64Array): void {
    const results = this.#search.search('', {
      tokenize: () => [...terms],
      boostTerm: (term) => boosts.get(term) ?? 0,
      // MiniSearch takes the number of different terms as the length, and here it knows only few of them.
      bm25: { k: WEIGHTS.k, b: 0, d: 0 },
    });
    // MiniSearch multiplies a score by the number of the terms that were found.
    for (const { id, score, queryTerms } of results) scores[id as number]! += score / queryTerms.length;
  }
}

/** Counts the articles that hold each term. Articles are added one by one. */
class Holders {
  /** By the number of a word: how many articles hold it, and the position of the last one of them plus 1. */
  #words = { held: new Int32Array(1024), last: new Int32Array(1024) };
  readonly #bigrams = new Map<Term, { held: number; last: number }>();

  add(term: Term, position: number): void {
    if (isBigram(term)) {
      const known = this.#bigrams.get(term);
      if (!known) this.#bigrams.set(term, { held: 1, last: position });
      else if (known.last !== position) {
        known.held++;
        known.last = position;
      }
      return;
    }
    if (term >= this.#words.held.length) this.#grow(term);
    const { held, last } = this.#words;
    if (last[term] === position + 1) return;
    held[term]!++;
    last[term] = position + 1;
  }

  of(term: Term): number {
    return (isBigram(term) ? this.#bigrams.get(term)?.held : this.#words.held[term]) ?? 0;
  }

  #grow(term: Term): void {
    const larger = (numbers: Int32Array): Int32Array<ArrayBuffer> => {
      const grown = new Int32Array(2 * term);
      grown.set(numbers);
      return grown;
    };
    this.#words = { held: larger(this.#words.held), last: larger(this.#words.last) };
  }
}

const ARTICLES_IN_STEP = 4;
/** How many postings one search reads: it takes a few milliseconds. */
const POSTINGS_IN_STEP = 500;
