import type { Documents } from './document.js';
import { TAG_WORDS, TAGS, TEXT, TITLE } from './document.js';
import type { Recipe } from './recipe.js';

/** A sparse vector of unit length: a term's number and its weight, side by side. */
export interface Vector {
  readonly terms: Int32Array;
  readonly weights: Float32Array;
}

/** Vectors one behind the other in two growing arrays. */
export class VectorList {
  terms: Int32Array;
  weights: Float32Array;
  /** Where each vector ends. */
  readonly ends: number[] = [];

  /** @param length how many terms all vectors are expected to have together */
  constructor(length = 1024) {
    this.terms = new Int32Array(length);
    this.weights = new Float32Array(length);
  }

  /** A vector by its place. */
  at(position: number): Vector {
    const [start, end] = [this.#start(position), this.ends[position]];
    return { terms: this.terms.subarray(start, end), weights: this.weights.subarray(start, end) };
  }

  /** Adds a vector, whose weights are brought to length one. */
  add(terms: Int32Array, weights: Float64Array, count: number): void {
    const start = this.#start(this.ends.length);
    const end = start + count;
    if (end > this.terms.length) {
      const size = 2 * end;
      this.terms = filled(new Int32Array(size), this.terms);
      this.weights = filled(new Float32Array(size), this.weights);
    }
    const length = lengthOf(weights, count) || 1;
    for (let at = 0; at < count; at++) {
      this.terms[start + at] = terms[at]!;
      this.weights[start + at] = weights[at]! / length;
    }
    this.ends.push(end);
  }

  /** Adds the weights of a vector to sums at their terms. */
  sumUp(position: number, sums: Float64Array): void {
    const { terms, weights } = this;
    const end = this.ends[position]!;
    for (let at = this.#start(position); at < end; at++) sums[terms[at]!]! += weights[at]!;
  }

  /** The scalar product of a vector with one that has a weight at each term. */
  product(position: number, other: Float64Array): number {
    const { terms, weights } = this;
    const end = this.ends[position]!;
    let product = 0;
    for (let at = this.#start(position); at < end; at++) product += weights[at]! * other[terms[at]!]!;
    return product;
  }

  /** The sum of what another vector, with a weight at each term, has at the terms of this one. */
  sharedBy(position: number, other: Float64Array): number {
    const { terms } = this;
    const end = this.ends[position]!;
    let sum = 0;
    for (let at = this.#start(position); at < end; at++) sum += other[terms[at]!]!;
    return sum;
  }

  #start(position: number): number {
    return position > 0 ? this.ends[position - 1]! : 0;
  }
}

/**
 * Makes the vectors of documents. A term weighs `ln(1 + tf) · idf^p`, terms of the title and the tags counting
 * several times; the vector of the whole is brought to length one, so that neither long nor short articles win, and
 * a share of the opening's own vector is added, since an article says first what it is about (Salton and Buckley,
 * "Term-weighting approaches in automatic text retrieval", 1988, for the weights).
 */
export class VectorMaker {
  readonly #recipe: Recipe;
  readonly #termWeights: Float64Array;
  /** How often each term occurs in the document that is being counted; zero in between. */
  readonly #frequencies: Float64Array;
  /** The terms that occur in it, in the order in which they were met, and what each weighs. */
  readonly #seen: Int32Array;
  readonly #weights: Float64Array;
  /** What each of the opening's weighs there. */
  readonly #opening: Float64Array;
  #count = 0;

  /** @param termWeights each term's weight at a frequency that counts one */
  constructor(recipe: Recipe, termWeights: Float64Array) {
    this.#recipe = recipe;
    this.#termWeights = termWeights;
    this.#frequencies = new Float64Array(termWeights.length);
    this.#seen = new Int32Array(termWeights.length);
    this.#weights = new Float64Array(termWeights.length);
    this.#opening = new Float64Array(Math.min(termWeights.length, 2 * recipe.openingWords));
  }

  /** Adds a document's vector to a list. */
  add(documents: Documents, position: number, list: VectorList): void {
    const { opening, openingWords, titleTimes, tagTimes } = this.#recipe;
    const start = documents.start(position, TEXT);
    const end = documents.end(position, TEXT);
    const openingEnd = Math.min(end, start + openingWords);
    this.#countTokens(documents, start, openingEnd, 1);
    const openingCount = this.#count;
    this.#weigh(openingCount);
    for (let at = 0; at < openingCount; at++) this.#opening[at] = this.#weights[at]!;
    this.#countTokens(documents, openingEnd, end, 1);
    this.#countField(documents, position, TITLE, titleTimes);
    this.#countField(documents, position, TAG_WORDS, tagTimes);
    this.#countField(documents, position, TAGS, tagTimes);
    // The strongest terms occur most often.
    documents.keyTerms(position).forEach(([from, to], rank) => {
      this.#countTokens(documents, from, to, 1 + KEY_TERM_FREQUENCY / (1 + rank / 8));
    });
    this.#weigh(this.#count);
    const scale =
      (opening * lengthOf(this.#weights, this.#count)) / (lengthOf(this.#opening, openingCount) || 1);
    for (let at = 0; at < openingCount; at++) this.#weights[at]! += scale * this.#opening[at]!;
    list.add(this.#seen, this.#weights, this.#count);
    for (let at = 0; at < this.#count; at++) this.#frequencies[this.#seen[at]!] = 0;
    this.#count = 0;
  }

  #countField(documents: Documents, position: number, field: number, times: number): void {
    this.#countTokens(documents, documents.start(position, field), documents.end(position, field), times);
  }

  #countTokens({ tokens: { words, pairs } }: Documents, start: number, end: number, times: number): void {
    for (let at = start; at < end; at++) this.#add(words[at]!, times);
    if (this.#recipe.pairs > 0) for (let at = start; at < end; at++) this.#add(pairs[at]!, times);
  }

  #add(term: number, times: number): void {
    if (term < 0) return;
    if (this.#frequencies[term] === 0) this.#seen[this.#count++] = term;
    this.#frequencies[term]! += times;
  }

  /** Weighs the first of the terms by how often they occur. */
  #weigh(count: number): void {
    for (let at = 0; at < count; at++) {
      const term = this.#seen[at]!;
      this.#weights[at] = logarithm(1 + this.#frequencies[term]!) * this.#termWeights[term]!;
    }
  }
}

/** The frequency that the strongest key term is taken to have in the text that it stands for. */
const KEY_TERM_FREQUENCY = 4;

const LOGARITHMS = Float64Array.from({ length: 256 }, (_, number) => Math.log(number));

/** The natural logarithm of a number from 1 up; of small whole ones, as nearly all are, from a table. */
function logarithm(number: number): number {
  const whole = number | 0;
  return whole === number && whole < 256 ? LOGARITHMS[whole]! : Math.log(number);
}

/** The length of a vector of `count` weights. */
export function lengthOf(weights: Float64Array, count: number): number {
  let squares = 0;
  for (let at = 0; at < count; at++) squares += weights[at]! * weights[at]!;
  return Math.sqrt(squares);
}

function filled<T extends Int32Array | Float32Array>(larger: T, old: T): T {
  larger.set(old);
  return larger;
}
