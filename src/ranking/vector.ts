import type { Document, Passage } from './document.js';
import type { Recipe } from './recipe.js';

/** A sparse vector of unit length: a term's number and its weight, side by side. */
export interface Vector {
  readonly terms: Int32Array;
  readonly weights: Float32Array;
}

/**
 * Makes the vectors of documents. A term weighs `ln(1 + tf) · idf^p`, terms of the title and the tags counting
 * several times; the vector of the whole is brought to length one, so that neither long nor short articles win, and
 * a share of the opening's own vector is added, since an article says first what it is about (Salton and Buckley,
 * "Term-weighting approaches in automatic text retrieval", 1988, for the weights).
 */
export class Vectors {
  readonly #recipe: Recipe;
  readonly #termWeights: Float64Array;
  /** How often each term occurs in what is being counted; zero in between. */
  readonly #frequencies: Float64Array;

  /** @param termWeights each term's weight at a frequency that counts one */
  constructor(recipe: Recipe, termWeights: Float64Array) {
    this.#recipe = recipe;
    this.#termWeights = termWeights;
    this.#frequencies = new Float64Array(termWeights.length);
  }

  of(document: Document): Vector {
    const { opening, openingWords, titleTimes, tagTimes } = this.#recipe;
    const { text, title, tagWords, tags, keyTerms } = document;
    const whole = this.#weighted((count) => {
      count(text, 1);
      count(title, titleTimes);
      count(tagWords, tagTimes);
      count({ words: tags, pairs: NONE }, tagTimes);
      // The strongest terms occur most often.
      for (const [rank, term] of keyTerms.entries()) {
        count({ words: Int32Array.of(term), pairs: NONE }, 1 + KEY_TERM_FREQUENCY / (1 + rank / 8));
      }
    });
    if (opening === 0 || text.words.length === 0) return unit(whole);
    const first = this.#weighted((count) => {
      count({ words: text.words.subarray(0, openingWords), pairs: text.pairs.subarray(0, openingWords) }, 1);
    });
    const scale = (opening * length(whole)) / (length(first) || 1);
    for (const [term, weight] of first) whole.set(term, (whole.get(term) ?? 0) + scale * weight);
    return unit(whole);
  }

  #weighted(fill: (count: (passage: Passage, times: number) => void) => void): Map<number, number> {
    const seen: number[] = [];
    const add = (term: number, times: number): void => {
      if (term < 0) return;
      if (this.#frequencies[term] === 0) seen.push(term);
      this.#frequencies[term] = (this.#frequencies[term] ?? 0) + times;
    };
    fill(({ words, pairs }, times) => {
      for (const word of words) add(word, times);
      if (this.#recipe.pairs > 0) for (const pair of pairs) add(pair, times);
    });
    const weights = new Map<number, number>();
    for (const term of seen) {
      weights.set(term, Math.log(1 + (this.#frequencies[term] ?? 0)) * (this.#termWeights[term] ?? 0));
      this.#frequencies[term] = 0;
    }
    return weights;
  }
}

const NONE = new Int32Array(0);
/** The frequency that the strongest key term is taken to have in the text that it stands for. */
const KEY_TERM_FREQUENCY = 4;

function length(weights: ReadonlyMap<number, number>): number {
  let squares = 0;
  for (const weight of weights.values()) squares += weight * weight;
  return Math.sqrt(squares);
}

function unit(weights: ReadonlyMap<number, number>): Vector {
  const before = length(weights) || 1;
  return {
    terms: Int32Array.from(weights.keys()),
    weights: Float32Array.from(weights.values(), (weight) => weight / before),
  };
}
