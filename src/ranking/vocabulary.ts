import { baseOf, basesOf } from './inflections.js';
import type { Pairs } from './pairs.js';
import type { Steps } from '../steps.js';
import { type Numbering, numberOf, UNKNOWN, WordTable } from './word-table.js';

/** The terms of an index, each under a number: first the words and tags, then the pairs of neighbouring words. */
export class Vocabulary {
  readonly words = new WordTable();
  /** Known once all words are. */
  pairs: Pairs | undefined;
  /** For each word the one that it and its inflections are taken for. */
  #bases: Int32Array | undefined;

  /** How many terms there are. */
  get size(): number {
    return this.words.size + (this.pairs?.firsts.length ?? 0);
  }

  /** Makes one term of each word and its inflections. */
  *join(): Steps<void> {
    this.#bases = yield* basesOf(this.words);
  }

  /** The word that a word is taken for. */
  baseOf(word: number): number {
    return this.#bases?.[word] ?? word;
  }

  /** The number of a word, -1 where neither it nor what it is an inflection of is a term. */
  readonly find: Numbering = (word, length, hash, second) => {
    const known = this.words.find(hash, second);
    return this.baseOf(known === UNKNOWN && this.#bases ? baseOf(word, 0, length, this.words) : known);
  };

  /** The term that a word is taken for, one that is no longer than terms are; the word itself where it is none. */
  termOf(word: string): string {
    const number = numberOf(word, this.find);
    return number === UNKNOWN ? word : this.words.word(number);
  }

  /** The number of a pair of words, -1 where it is no term. */
  findPair(first: number, second: number): number {
    if (first === UNKNOWN || second === UNKNOWN) return UNKNOWN;
    return this.pairs?.find(first, second) ?? UNKNOWN;
  }

  /** The term of a number; a pair as its two words with a space between. */
  name(number: number): string {
    const pair = number - this.words.size;
    if (pair < 0 || !this.pairs) return this.words.word(number);
    return `${this.words.word(this.pairs.firsts[pair]!)} ${this.words.word(this.pairs.seconds[pair]!)}`;
  }
}
