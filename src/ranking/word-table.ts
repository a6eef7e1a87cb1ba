/**
 * Numbers for words, from 0 in the order in which they came. A word is handed over as UTF-16 units with their hash, so
 * that a text's words are looked up without a string for each. A hash table with linear probing. Beside each number
 * stands a second hash of the word, in whose stead the word itself is never compared: of 100,000 words two are taken for
 * one in one run of some ten thousand, and to look each up where it is written takes twice as long.
 */
export class WordTable {
  /** How many words there are. */
  size = 0;
  /** At each place the number of its word and 1, 0 where it is free; then the word's second hash. */
  #slots = new Int32Array(2048);
  /** Of each word its hash, and where its units end. */
  #hashes = new Int32Array(512);
  #ends = new Int32Array(512);
  /** The UTF-16 units of all words, one behind the other. */
  units = new Uint16Array(4096);

  /** A table of words that are there already. */
  static of(words: Iterable<string>): WordTable {
    const table = new WordTable();
    for (const word of words) numberOf(word, (...units) => table.add(...units));
    return table;
  }

  /** The number of a word by its two hashes, as `hashed` and `hashedToo` make them of the units; -1 where it has none. */
  find(hash: number, second: number): number {
    return this.#slots[this.#slot(hash, second)]! - 1;
  }

  /** The number of a word, a new one where it had none. */
  add(word: Uint16Array, length: number, hash: number, second: number): number {
    const slot = this.#slot(hash, second);
    const known = this.#slots[slot]!;
    return known > 0 ? known - 1 : this.#new(slot, word, length, hash, second);
  }

  /** The word of a number. */
  word(number: number): string {
    return String.fromCharCode(...this.units.subarray(this.start(number), this.#ends[number]));
  }

  /** Where the units of a word start. */
  start(number: number): number {
    return number === 0 ? 0 : this.#ends[number - 1]!;
  }

  /** Where they end. */
  end(number: number): number {
    return this.#ends[number]!;
  }

  #new(slot: number, word: Uint16Array, length: number, hash: number, second: number): number {
    const number = this.size++;
    const start = this.start(number);
    if (this.units.length < start + length) this.#growUnits(length);
    const units = this.units;
    for (let at = 0; at < length; at++) units[start + at] = word[at]!;
    this.#slots[slot] = this.size;
    this.#slots[slot + 1] = second;
    this.#hashes[number] = hash;
    this.#ends[number] = start + length;
    if (this.size === this.#hashes.length) this.#grow();
    return number;
  }

  /** The place of a word, or the free one where it belongs. */
  #slot(hash: number, second: number): number {
    const slots = this.#slots;
    const mask = slots.length - 2;
    let slot = (2 * hash) & mask;
    while (slots[slot]! > 0 && slots[slot + 1] !== second) slot = (slot + 2) & mask;
    return slot;
  }

  #growUnits(length: number): void {
    this.units = grown(this.units, new Uint16Array(2 * this.units.length + length));
  }

  #grow(): void {
    const size = 2 * this.size;
    const old = this.#slots;
    const slots = (this.#slots = new Int32Array(4 * size));
    const mask = slots.length - 2;
    for (let from = 0; from < old.length; from += 2) {
      const known = old[from]!;
      if (known === 0) continue;
      let slot = (2 * this.#hashes[known - 1]!) & mask;
      while (slots[slot]! > 0) slot = (slot + 2) & mask;
      slots[slot] = known;
      slots[slot + 1] = old[from + 1]!;
    }
    this.#hashes = grown(this.#hashes, new Int32Array(size));
    this.#ends = grown(this.#ends, new Int32Array(size));
  }
}

/** The number of what is no word. */
export const UNKNOWN = -1;

/** Gives a word's number, or -1. @param hash and `second` are its two hashes, as a word table has them */
export type Numbering = (word: Uint16Array, length: number, hash: number, second: number) => number;

/**
 * Both hashes before the first unit: others in each run, so that no index can be made to be slow. To be read with `| 0`,
 * by which V8 knows that they are integers: it would keep each hash as an object else, at twice the time for all.
 */
export const [HASH_START, SECOND_START] = [newStart(), newStart()];

/** A hash with one more unit (after FNV-1a: Fowler, Noll, Vo). */
export function hashed(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** A second hash with one more unit, which hangs on it in another way than the first does. */
export function hashedToo(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x5bd1e995) ^ (hash >>> 15);
}

/** A hash whose low bits hang on all units; of 31 bits, which V8 hands over without making an object. */
export function mixed(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return (half ^ (half >>> 15)) >> 1;
}

/** The number that a word is given. */
export function numberOf(word: string, number: Numbering): number {
  const units = new Uint16Array(word.length);
  let hash = HASH_START | 0;
  let second = SECOND_START | 0;
  for (let at = 0; at < units.length; at++) {
    const unit = (units[at] = word.charCodeAt(at));
    hash = hashed(hash, unit);
    second = hashedToo(second, unit);
  }
  return number(units, units.length, mixed(hash), mixed(second));
}

function newStart(): number {
  return (Math.random() * 2 ** 30) | 0;
}

function grown<T extends Int32Array | Uint16Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}
