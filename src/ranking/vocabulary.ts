import type { Pairs } from './pairs.js';
import { WordTable } from './word-table.js';

/** The terms of an index, each under a number: first the words and tags, then the pairs of neighbouring words. */
export class Vocabulary {
  readonly words = new WordTable();
  /** Known once all words are. */
  pairs: Pairs | undefined;

  /** How many terms there are. */
  get size(): number {
    return this.words.size + (this.pairs?.firsts.length ?? 0);
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

/** The number of what is no term. */
export const UNKNOWN = -1;
