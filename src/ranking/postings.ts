import { type Documents, TITLE } from './document.js';
import type { Recipe } from './recipe.js';
import type { Vector, VectorList } from './vector.js';
import { UNKNOWN } from './vocabulary.js';

/** The vectors of an index the other way round: for each term the documents that hold it, with its weight in each. */
export class Postings {
  readonly #starts: Int32Array;
  readonly #positions: Int32Array;
  /** Below 0 where the term stands in the document's title. */
  readonly #weights: Float32Array;
  readonly #titleWeight: (term: number) => number;
  /** What the terms of each document's title count together. */
  readonly #titles: Float64Array;
  /** At each document its cosine with the current one, and what they share of the two titles; zero in between. */
  readonly #cosines: Float64Array;
  readonly #ownTitles: Float64Array;
  readonly #otherTitles: Float64Array;
  /** The documents that share a term with the current one. */
  readonly #sharing: Int32Array;

  /**
   * @param size how many terms there are
   * @param titleWeight what a term counts in a title, -1 for one that is none
   */
  constructor(
    vectors: VectorList,
    documents: Documents,
    size: number,
    titleWeight: (term: number) => number,
  ) {
    const { terms, weights, ends } = vectors;
    const length = ends.at(-1) ?? 0;
    this.#titleWeight = titleWeight;
    this.#starts = new Int32Array(size + 1);
    this.#positions = new Int32Array(length);
    this.#weights = new Float32Array(length);
    this.#titles = new Float64Array(ends.length);
    this.#cosines = new Float64Array(ends.length);
    this.#ownTitles = new Float64Array(ends.length);
    this.#otherTitles = new Float64Array(ends.length);
    this.#sharing = new Int32Array(ends.length);
    for (let at = 0; at < length; at++) this.#starts[terms[at]! + 1]!++;
    for (let term = 0; term < size; term++) this.#starts[term + 1]! += this.#starts[term]!;
    const next = this.#starts.slice();
    /** At each term the last document that has it in its title. */
    const titled = new Int32Array(size).fill(UNKNOWN);
    for (let position = 0, at = 0; position < ends.length; position++) {
      this.#readTitle(documents, position, titled);
      for (const end = ends[position]!; at < end; at++) {
        const term = terms[at]!;
        const to = next[term]!++;
        this.#positions[to] = position;
        this.#weights[to] = titled[term] === position ? -weights[at]! : weights[at]!;
      }
    }
  }

  /**
   * The `most` documents that share most with the current one, by the cosine and the shares of titles; in no order, and
   * more where some share equally much.
   *
   * @param titleWeights at each term what it counts in the current title
   */
  nearest(current: Current, recipe: Recipe, most: number): Near[] {
    const { vector, titleWeights, titleWeight } = current;
    let count = 0;
    for (let at = 0; at < vector.terms.length; at++) {
      const weight = vector.weights[at]!;
      if (weight > 0) count = this.#share(vector.terms[at]!, weight, titleWeights, count);
    }
    const near: Near[] = [];
    const sums = new Float64Array(count);
    for (let at = 0; at < count; at++) {
      const position = this.#sharing[at]!;
      const cosine = this.#cosines[position]!;
      const ownTitle = this.#ownTitles[position]! / titleWeight;
      const otherTitle = this.#otherTitles[position]! / (this.#titles[position] || 1);
      sums[at] = cosine + recipe.ownTitle * ownTitle + recipe.otherTitle * otherTitle;
    }
    const least = count > most ? lowest(sums, most) : 0;
    for (let at = 0; at < count; at++) {
      const position = this.#sharing[at]!;
      if (sums[at]! >= least) {
        near.push({
          position,
          cosine: this.#cosines[position]!,
          ownTitle: this.#ownTitles[position]! / titleWeight,
          otherTitle: this.#otherTitles[position]! / (this.#titles[position] || 1),
        });
      }
      this.#cosines[position] = 0;
      this.#ownTitles[position] = 0;
      this.#otherTitles[position] = 0;
    }
    return near;
  }

  /** Adds what one term gives to all that hold it. @returns how many share a term by then, of `count` before */
  #share(term: number, weight: number, titleWeights: Float64Array, count: number): number {
    const [positions, weights, cosines] = [this.#positions, this.#weights, this.#cosines];
    const isOwn = titleWeights[term]! > 0;
    const titleWeight = this.#titleWeight(term);
    const end = this.#starts[term + 1]!;
    for (let at = this.#starts[term]!; at < end; at++) {
      const position = positions[at]!;
      const other = weights[at]!;
      if (cosines[position] === 0) this.#sharing[count++] = position;
      if (other < 0) this.#otherTitles[position]! += titleWeight;
      if (isOwn) this.#ownTitles[position]! += titleWeight;
      cosines[position]! += weight * Math.abs(other);
    }
    return count;
  }

  /** Notes which terms a document has in its title, and what they count together. */
  #readTitle(documents: Documents, position: number, titled: Int32Array): void {
    const { words, pairs } = documents.tokens;
    const start = documents.start(position, TITLE);
    const end = documents.end(position, TITLE);
    const note = (term: number): void => {
      if (term !== UNKNOWN && titled[term] === position) return;
      this.#titles[position]! += this.#titleWeight(term);
      if (term !== UNKNOWN) titled[term] = position;
    };
    for (let at = start; at < end; at++) note(words[at]!);
    // The first word ends no pair.
    for (let at = start + 1; at < end; at++) note(pairs[at]!);
  }
}

/** The article that others are compared with. */
export interface Current {
  readonly vector: Vector;
  /** At each term what it counts in the title, and all of them together. */
  readonly titleWeights: Float64Array;
  readonly titleWeight: number;
}

/** A document that shares terms with the current one; all from 0 to 1. */
export interface Near {
  readonly position: number;
  /** Of the two vectors. */
  readonly cosine: number;
  /** The share of the current title, by weight, that the document holds. */
  readonly ownTitle: number;
  /** The share of the document's title, by weight, that the current one holds. */
  readonly otherTitle: number;
}

/** The lowest of the `most` highest numbers, rounded down to one of `STEPS`: what is at least that is few enough to sort. */
function lowest(numbers: Float64Array, most: number): number {
  const steps = new Int32Array(STEPS + 1);
  for (const number of numbers) steps[step(number)]!++;
  let [at, above] = [STEPS, 0];
  while ((above += steps[at]!) < most) at--;
  return (at / STEPS) ** 2;
}

/** The numbers crowd near 0: their roots are spread better. */
function step(number: number): number {
  return Math.min(STEPS, Math.floor(Math.sqrt(number) * STEPS));
}

const STEPS = 4096;
