import { TITLE } from './document.js';
import type { TermIndex } from './term-index.js';
import { UNKNOWN } from './word-table.js';

/** Reads the titles of an index's documents, one at a time. */
export class Titles {
  /** What the different terms of the title read last count together, with those that no other document holds. */
  weight = 0;
  readonly #index: TermIndex;
  /** At each term the last document that has it in its title. */
  readonly #last: Int32Array;

  constructor(index: TermIndex) {
    this.#index = index;
    this.#last = new Int32Array(index.size).fill(UNKNOWN);
  }

  /** Whether the title of a document, the last that was read, holds a term. */
  holds(position: number, term: number): boolean {
    return this.#last[term] === position;
  }

  /**
   * Reads the title of a document, each once.
   *
   * @param weights above 0 at each term that is asked for
   * @returns the share of the title, by weight, that these make
   */
  share(position: number, weights: Float64Array | undefined): number {
    const { documents } = this.#index;
    const { words, pairs } = documents.tokens;
    const start = documents.start(position, TITLE);
    const end = documents.end(position, TITLE);
    let shared = 0;
    this.weight = 0;
    for (let at = start; at < end; at++) shared += this.#note(words[at]!, position, weights);
    // The first word ends no pair.
    for (let at = start + 1; at < end; at++) shared += this.#note(pairs[at]!, position, weights);
    return shared / (this.weight || 1);
  }

  /** @returns what the term counts where it is asked for, else 0 */
  #note(term: number, position: number, weights: Float64Array | undefined): number {
    if (term !== UNKNOWN && this.#last[term] === position) return 0;
    const weight = this.#index.titleWeight(term);
    this.weight += weight;
    if (term === UNKNOWN) return 0;
    this.#last[term] = position;
    return weights && weights[term]! > 0 ? weight : 0;
  }
}
