import { type Documents, KEY_TERMS, TEXT } from './document.js';
import { DOCUMENTS, NUMBERS } from './step-sizes.js';
import { forEach, type Steps } from '../steps.js';
import { JOINED } from './tokens.js';
import { UNKNOWN } from './word-table.js';

/**
 * The pairs of neighbouring words that are terms: those that two documents hold or more, since one alone can't relate
 * anything. Numbered in the order in which they are met, behind all words.
 */
export class Pairs {
  readonly firsts: Int32Array;
  readonly seconds: Int32Array;
  /** In how many documents each occurs. */
  readonly frequencies: Int32Array;
  /** How often they occur in all documents together. */
  readonly tokens: number;
  readonly #wordCount: number;
  /** At each place the number of its pair among the pairs, and 1; 0 where it is free. A hash table. */
  readonly #slots: Int32Array;

  /**
   * Finds the pairs of all documents, and writes the number of each beside the word that ends it.
   *
   * @param frequencies in how many documents each word occurs
   */
  static *of(documents: Documents, frequencies: Int32Array): Steps<Pairs> {
    const wordCount = frequencies.length;
    const { pairs } = documents.tokens;
    const counted = yield* counts(documents, frequencies);
    const numbers = new Int32Array(counted.documents.length).fill(UNKNOWN);
    const order: number[] = [];
    let tokens = 0;
    yield* forEach(documents.count, DOCUMENTS, (position) => {
      const end = documents.end(position, KEY_TERMS);
      for (let at = documents.start(position, TEXT); at < end; at++) {
        const pair = pairs[at]!;
        if (pair === UNKNOWN) continue;
        if (numbers[pair] === UNKNOWN) numbers[pair] = order.push(pair) - 1;
        pairs[at] = wordCount + numbers[pair]!;
        tokens++;
      }
    });
    const inOrder = function* (members: readonly number[]): Steps<Int32Array> {
      const ordered = new Int32Array(order.length);
      yield* forEach(order.length, NUMBERS, (at) => {
        ordered[at] = members[order[at]!]!;
      });
      return ordered;
    };
    const firsts = yield* inOrder(counted.firsts);
    const seconds = yield* inOrder(counted.seconds);
    const found = new Pairs(wordCount, tokens, firsts, seconds, yield* inOrder(counted.documents));
    yield* forEach(firsts.length, NUMBERS, (number) => {
      found.#slots[found.#slot(firsts[number]!, seconds[number]!)] = number + 1;
    });
    return found;
  }

  private constructor(
    wordCount: number,
    tokens: number,
    firsts: Int32Array,
    seconds: Int32Array,
    frequencies: Int32Array,
  ) {
    this.#wordCount = wordCount;
    this.tokens = tokens;
    this.firsts = firsts;
    this.seconds = seconds;
    this.frequencies = frequencies;
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * firsts.length + 2)));
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
const SEED = (Math.random() * 2 ** 30) | 0;

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
function* counts(documents: Documents, frequencies: Int32Array): Steps<Counted> {
  const { words, pairs } = documents.tokens;
  const starts = yield* byFirst(documents, frequencies);
  const places = new Int32Array(starts[frequencies.length]!);
  const holders = new Int32Array(places.length);
  const next = starts.slice();
  yield* forEach(documents.count, DOCUMENTS, (position) => {
    const end = documents.end(position, KEY_TERMS);
    for (let at = documents.start(position, TEXT); at < end; at++) {
      if (pairs[at] !== JOINED) continue;
      const to = next[words[at - 1]!]!++;
      places[to] = at;
      holders[to] = position;
    }
  });
  const counted: Counted = { firsts: [], seconds: [], documents: [] };
  /** At each second word, for one first word at a time: how many documents hold the pair, and the last; its place. */
  const held = new Int32Array(frequencies.length);
  const last = new Int32Array(frequencies.length).fill(UNKNOWN);
  const found = new Int32Array(frequencies.length).fill(UNKNOWN);
  let rested = 0;
  for (let first = 0; first < frequencies.length; first++) {
    const [start, end] = [starts[first]!, starts[first + 1]!];
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
    if (first + end - rested < NUMBERS) continue;
    rested = first + end;
    yield;
  }
  return counted;
}

/** Where the pairs that begin with each word start, when they are put in the order of their first words. */
function* byFirst(documents: Documents, frequencies: Int32Array): Steps<Int32Array> {
  const { words, pairs } = documents.tokens;
  const starts = new Int32Array(frequencies.length + 1);
  yield* forEach(documents.count, DOCUMENTS, (position) => {
    const end = documents.end(position, KEY_TERMS);
    for (let at = documents.start(position, TEXT); at < end; at++) {
      if (pairs[at] !== JOINED) continue;
      // Of a word that a single document holds no pair is in two; that need not be counted.
      if (frequencies[words[at - 1]!]! > 1 && frequencies[words[at]!]! > 1) starts[words[at - 1]! + 1]!++;
      else pairs[at] = UNKNOWN;
    }
  });
  for (let word = 1; word < starts.length; word++) starts[word]! += starts[word - 1]!;
  return starts;
}
