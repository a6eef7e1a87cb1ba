import { type Documents, KEY_TERMS } from './document.js';
import { JOINED, type Tokens } from './tokens.js';
import { UNKNOWN } from './vocabulary.js';

/**
 * The pairs of neighbouring words that are terms: those that two documents hold or more, since one alone can't relate
 * anything. Numbered in the order in which they are met, behind all words.
 */
export class Pairs {
  readonly firsts: Int32Array;
  readonly seconds: Int32Array;
  /** In how many documents each occurs. */
  readonly frequencies: Int32Array;
  readonly #wordCount: number;
  /** At each place the number of its pair among the pairs, and 1; 0 where it is free. A hash table. */
  readonly #slots: Int32Array;

  /**
   * Finds the pairs of all documents, and writes the number of each beside the word that ends it.
   *
   * @param frequencies in how many documents each word occurs
   */
  constructor(documents: Documents, frequencies: Int32Array) {
    const { tokens } = documents;
    this.#wordCount = frequencies.length;
    const counted = counts(documents, frequencies);
    const numbers = new Int32Array(counted.documents.length).fill(UNKNOWN);
    const { pairs } = tokens;
    let size = 0;
    for (let at = 0; at < tokens.length; at++) {
      const pair = pairs[at]!;
      if (pair === UNKNOWN) continue;
      if (numbers[pair] === UNKNOWN) numbers[pair] = size++;
      pairs[at] = this.#wordCount + numbers[pair]!;
    }
    this.firsts = new Int32Array(size);
    this.seconds = new Int32Array(size);
    this.frequencies = new Int32Array(size);
    numbers.forEach((number, at) => {
      this.firsts[number] = counted.firsts[at]!;
      this.seconds[number] = counted.seconds[at]!;
      this.frequencies[number] = counted.documents[at]!;
    });
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * size + 2)));
    for (let number = 0; number < size; number++) {
      this.#slots[this.#slot(this.firsts[number]!, this.seconds[number]!)] = number + 1;
    }
  }

  /** The number of the pair of two words; -1 where it is no term. */
  find(first: number, second: number): number {
    const known = this.#slots[this.#slot(first, second)]!;
    return known === 0 ? UNKNOWN : this.#wordCount + known - 1;
  }

  #slot(first: number, second: number): number {
    const mask = this.#slots.length - 1;
    const mixed = Math.imul(first ^ SEED, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    for (let known = this.#slots[slot]!; known > 0; known = this.#slots[slot]!) {
      if (this.firsts[known - 1] === first && this.seconds[known - 1] === second) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}

/** Another one in each run, so that no index can be made to be slow. */
const SEED = Math.floor(Math.random() * 2 ** 31);

/** Pairs as they are counted, and in how many documents each occurs. */
interface Counted {
  readonly firsts: number[];
  readonly seconds: number[];
  readonly documents: number[];
}

/**
 * Counts the pairs of all documents; beside each word that ends one of those that two documents hold it writes the
 * pair's place in the result, else -1. The pairs that begin with one word are counted together, so that what counts
 * them stays small: a table of them all would be as large as all texts.
 */
function counts(documents: Documents, frequencies: Int32Array): Counted {
  const { words, pairs } = documents.tokens;
  const starts = byFirst(documents.tokens, frequencies);
  const places = new Int32Array(starts[frequencies.length]!);
  const holders = new Int32Array(places.length);
  const next = starts.slice();
  for (let position = 0, at = 0; position < documents.count; position++) {
    for (const end = documents.end(position, KEY_TERMS); at < end; at++) {
      if (pairs[at] !== JOINED) continue;
      const to = next[words[at - 1]!]!++;
      places[to] = at;
      holders[to] = position;
    }
  }
  const counted: Counted = { firsts: [], seconds: [], documents: [] };
  /** At each second word, for one first word at a time: how many documents hold the pair, and the last; its place. */
  const held = new Int32Array(frequencies.length);
  const last = new Int32Array(frequencies.length).fill(UNKNOWN);
  const found = new Int32Array(frequencies.length).fill(UNKNOWN);
  /** In a function of its own, which engines compile after a few words instead of after them all. */
  const count = (first: number, start: number, end: number): void => {
    for (let at = start; at < end; at++) {
      const second = words[places[at]!]!;
      if (last[second] !== holders[at]) held[second]!++;
      last[second] = holders[at]!;
    }
    for (let at = start; at < end; at++) {
      const place = places[at]!;
      const second = words[place]!;
      if (held[second]! > 1 && found[second] === UNKNOWN) {
        found[second] = counted.documents.push(held[second]!) - 1;
        counted.firsts.push(first);
        counted.seconds.push(second);
      }
      pairs[place] = found[second]!;
    }
    for (let at = start; at < end; at++) {
      const second = words[places[at]!]!;
      held[second] = 0;
      last[second] = UNKNOWN;
      found[second] = UNKNOWN;
    }
  };
  for (let first = 0; first < frequencies.length; first++) count(first, starts[first]!, starts[first + 1]!);
  return counted;
}

/** Where the pairs that begin with each word start, when they are put in the order of their first words. */
function byFirst({ words, pairs, length }: Tokens, frequencies: Int32Array): Int32Array {
  const starts = new Int32Array(frequencies.length + 1);
  for (let at = 1; at < length; at++) {
    if (pairs[at] !== JOINED) continue;
    // Of a word that a single document holds no pair is in two; that need not be counted.
    if (frequencies[words[at - 1]!]! > 1 && frequencies[words[at]!]! > 1) starts[words[at - 1]! + 1]!++;
    else pairs[at] = UNKNOWN;
  }
  for (let word = 1; word < starts.length; word++) starts[word]! += starts[word - 1]!;
  return starts;
}
