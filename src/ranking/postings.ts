import type { Current, Overlaps } from './overlaps.js';
import { DOCUMENTS } from './step-sizes.js';
import { forEach, type Steps } from '../steps.js';
import type { TermIndex } from './term-index.js';
import { Titles } from './titles.js';

/** The vectors of an index the other way round: for each term the documents that hold it, with its weight in each. */
export class Postings {
  readonly #index: TermIndex;
  readonly #starts: Int32Array;
  readonly #positions: Int32Array;
  /** Below 0 where the term stands in the document's title. */
  readonly #weights: Float32Array;
  /** What the terms of each document's title count together. */
  readonly #titles: Float64Array;

  private constructor(index: TermIndex, starts: Int32Array) {
    const length = starts[index.size]!;
    this.#index = index;
    this.#starts = starts;
    this.#positions = new Int32Array(length);
    this.#weights = new Float32Array(length);
    this.#titles = new Float64Array(index.count);
  }

  static *of(index: TermIndex): Steps<Postings> {
    const { terms, ends } = index.vectors;
    const starts = new Int32Array(index.size + 1);
    let counted = 0;
    yield* forEach(index.count, DOCUMENTS, (position) => {
      for (const end = ends[position]!; counted < end; counted++) starts[terms[counted]! + 1]!++;
    });
    for (let term = 0; term < index.size; term++) starts[term + 1]! += starts[term]!;
    const postings = new Postings(index, starts);
    yield* postings.#fill();
    return postings;
  }

  /** Finds what all documents share with the current one. */
  share({ vector, titleWeights, titleWeight }: Current, overlaps: Overlaps): void {
    for (let at = 0; at < vector.terms.length; at++) {
      const weight = vector.weights[at]!;
      if (weight > 0) this.#shareTerm(vector.terms[at]!, weight, titleWeights, overlaps);
    }
    for (let at = 0; at < overlaps.count; at++) {
      const position = overlaps.sharing[at]!;
      overlaps.ownTitles[position]! /= titleWeight;
      overlaps.otherTitles[position]! /= this.#titles[position] || 1;
    }
  }

  /** Adds what one term gives to all that hold it. */
  #shareTerm(term: number, weight: number, titleWeights: Float64Array, overlaps: Overlaps): void {
    const [positions, weights] = [this.#positions, this.#weights];
    const { cosines, ownTitles, otherTitles, sharing } = overlaps;
    const isOwn = titleWeights[term]! > 0;
    const titleWeight = this.#index.titleWeight(term);
    const end = this.#starts[term + 1]!;
    for (let at = this.#starts[term]!; at < end; at++) {
      const position = positions[at]!;
      const other = weights[at]!;
      if (cosines[position] === 0) sharing[overlaps.count++] = position;
      if (other < 0) otherTitles[position]! += titleWeight;
      if (isOwn) ownTitles[position]! += titleWeight;
      cosines[position]! += weight * Math.abs(other);
    }
  }

  *#fill(): Steps<void> {
    const { terms, weights, ends } = this.#index.vectors;
    const next = this.#starts.slice();
    const titles = new Titles(this.#index);
    let at = 0;
    yield* forEach(this.#index.count, DOCUMENTS, (position) => {
      titles.share(position, undefined);
      this.#titles[position] = titles.weight;
      for (const end = ends[position]!; at < end; at++) {
        const term = terms[at]!;
        const to = next[term]!++;
        this.#positions[to] = position;
        this.#weights[to] = titles.holds(position, term) ? -weights[at]! : weights[at]!;
      }
    });
  }
}
